//! The header: the page's name, the session's title and buttons, the theme.

use super::controls::{button, on_change};
use super::select::Select;
use crate::app::timeline::Timeline;
use crate::app::{Dialog, Msg, Theme, ViewChange};
use yew::prelude::*;

/// The header.
pub(super) fn header(timeline: &Timeline, theme: Theme, send: &Callback<Msg>) -> Html {
    let open = |label, dialog| button("", label, send, Msg::View(ViewChange::Dialog(Some(dialog))));
    let choose_theme = on_change(send, Box::new(|name| Some(Msg::View(ViewChange::Theme(Theme::named(&name))))));
    let themes = Theme::ALL.iter().map(|theme| (theme.name().to_owned(), theme.label().to_owned()));
    let themes: Vec<_> = themes.collect();
    html! {
        <header class="top">
            <h1><span class="logo" aria-hidden="true"></span>{ "Grant Playground" }</h1>
            <p class="subtitle">
                if timeline.title().is_empty() {
                    { "AWS License Manager grants and AWS RAM, simulated in your browser" }
                } else {
                    { timeline.title() }
                }
            </p>
            <div class="actions" role="group" aria-label="Session">
                { open("Start new session", Dialog::New) }
                { open("Import", Dialog::Import) }
                { open("Export", Dialog::Export) }
                <label class="inline">
                    <span>{ "Theme" }</span>
                    <Select options={themes} selected={theme.name().to_owned()} onchange={choose_theme} />
                </label>
            </div>
        </header>
    }
}
