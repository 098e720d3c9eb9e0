//! The top of the page: its name, the session, the theme.

use super::event::changed_value;
use crate::app::timeline::Timeline;
use crate::app::{Dialog, Look, Msg, Theme};
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`Header`].
#[derive(Properties, PartialEq)]
pub(super) struct HeaderProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The theme.
    pub(super) theme: Theme,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The header.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let HeaderProps { timeline, theme, send } = props;
    let open = |dialog: Dialog| send.reform(move |_| Msg::Look(Look::Dialog(Some(dialog))));
    let choose_theme = send.reform(|event: Event| Msg::Look(Look::Theme(Theme::named(&changed_value(&event)))));
    html! {
        <header class="top">
            <h1><span class="logo" aria-hidden="true"></span>{ "Grant Playground" }</h1>
            <p class="subtitle">
                if timeline.title().is_empty() {
                    { "AWS License Manager grants and AWS RAM permissions, simulated in this page" }
                } else {
                    { timeline.title() }
                }
            </p>
            <div class="actions" role="group" aria-label="Session">
                <button type="button" onclick={open(Dialog::New)}>{ "New session" }</button>
                <button type="button" onclick={open(Dialog::Import)}>{ "Import" }</button>
                <button type="button" onclick={open(Dialog::Export)}>{ "Export" }</button>
                <label class="inline">
                    <span>{ "Theme" }</span>
                    <select onchange={choose_theme}>
                        { for Theme::ALL.iter().map(|option| html! {
                            <option value={option.name()} selected={option == theme}>{ option.label() }</option>
                        }) }
                    </select>
                </label>
            </div>
        </header>
    }
}
