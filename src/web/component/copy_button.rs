//! A button that copies a text.

use crate::app::Msg;
use yew::prelude::*;

/// Properties of [`CopyButton`].
#[derive(Properties, PartialEq)]
pub(super) struct CopyButtonProps {
    /// What is copied.
    pub(super) what: &'static str,
    /// The text.
    pub(super) text: String,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The button.
#[component]
pub(super) fn CopyButton(props: &CopyButtonProps) -> Html {
    let CopyButtonProps { what, text, send } = props;
    let (what, text) = (*what, text.clone());
    let onclick = send.reform(move |_| Msg::Copy { what: what.to_owned(), text: text.clone() });
    html! { <button type="button" class="small" aria-label={format!("Copy {what}")} {onclick}>{ "Copy" }</button> }
}
