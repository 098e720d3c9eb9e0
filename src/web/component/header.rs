//! The header: the page's name, the session's title and buttons, the theme.

use super::controls::{button, on_change, press};
use super::select::Select;
use crate::app::parts::Part;
use crate::app::timeline::Timeline;
use crate::app::{Dialog, History, Msg, Theme, ViewChange};
use yew::prelude::*;

/// The header.
pub(super) fn header(timeline: &Timeline, history: &History, theme: Theme, send: &Callback<Msg>) -> Html {
    let open = |label, dialog| button("", label, send, Msg::View(ViewChange::Dialog(Some(dialog))));
    let change = |label: &'static str, keys: &'static str, can: bool, msg| {
        html! { <button type="button" disabled={!can} aria-keyshortcuts={keys} onclick={press(send, msg)}>{ label }</button> }
    };
    let choose_theme = on_change(send, Box::new(|name| Some(Msg::View(ViewChange::Theme(Theme::named(&name))))));
    let set_title = on_change(send, Box::new(|title| Some(Msg::SetTitle(title))));
    let themes = Theme::ALL.iter().map(|theme| (theme.name().to_owned(), theme.label().to_owned()));
    let themes: Vec<_> = themes.collect();
    html! {
        <header class="top">
            <h1><span class="logo" aria-hidden="true"></span>{ "Grant Playground" }</h1>
            <p class="subtitle">
                if timeline.title().is_empty() && timeline.entries().is_empty() {
                    { "AWS License Manager grants and AWS RAM, simulated in your browser" }
                } else {
                    <input type="text" aria-label="Title of the session" placeholder="Untitled session" value={timeline.title().to_owned()} onchange={set_title} />
                }
            </p>
            <div class="actions" role="group" aria-label="Session">
                { change("Undo", "Control+Z Meta+Z", history.can_undo(timeline), Msg::Undo) }
                { change("Redo", "Control+Y Meta+Y", history.can_redo(timeline), Msg::Redo) }
                <button type="button" aria-keyshortcuts="Control+K Meta+K" title="Ctrl or ⌘ + K" onclick={press(send, Msg::View(ViewChange::Dialog(Some(Dialog::Palette))))}>{ "Search" }</button>
                { open("Start new session", Dialog::New) }
                { open("Sessions", Dialog::Part(Part::Sessions)) }
                { open("Paste", Dialog::Part(Part::Paste)) }
                { open("Share", Dialog::Part(Part::Share)) }
                { open("Explore", Dialog::Part(Part::Explore)) }
                <label class="inline">
                    <span>{ "Theme" }</span>
                    <Select options={themes} selected={theme.name().to_owned()} onchange={choose_theme} />
                </label>
            </div>
        </header>
    }
}
