//! A group that folds.

use super::text::hint;
use crate::app::{Msg, ViewChange};
use yew::prelude::*;

/// The group with a number: its title, more about it, and its content, which a closed group does not have.
pub(super) fn fold(number: u32, title: &'static str, more: Html, content: Option<Html>, send: &Callback<Msg>) -> Html {
    let onclick = send.reform(move |event: MouseEvent| {
        event.prevent_default();
        Msg::View(ViewChange::ToggleGroup(number))
    });
    html! {
        <details class="fold" key={number} open={content.is_some()}>
            <summary {onclick}>{ title }{ hint(more) }</summary>
            { content.unwrap_or_default() }
        </details>
    }
}
