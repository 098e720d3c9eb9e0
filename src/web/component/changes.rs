//! What a step changed, as a small diff.

use crate::service::operation::Change;
use yew::prelude::*;

/// Properties of [`Changes`].
#[derive(Properties, PartialEq)]
pub(super) struct ChangesProps {
    /// The changes.
    pub(super) changes: Vec<Change>,
}

/// The changes.
#[component]
pub(super) fn Changes(props: &ChangesProps) -> Html {
    let rows = props.changes.iter().map(|change| {
        html! {
            <li>
                <code>{ &change.resource }</code>
                <span class="event">{ &change.event }</span>
                if let Some(from) = &change.from {
                    <del>{ from }</del><span aria-hidden="true">{ "→" }</span>
                }
                <ins>{ &change.to }</ins>
            </li>
        }
    });
    html! {
        <section class="changes" aria-labelledby="changes-heading">
            <h3 id="changes-heading">{ "What changed" }</h3>
            if props.changes.is_empty() {
                <p class="empty">{ "nothing" }</p>
            } else {
                <ul>{ for rows }</ul>
            }
        </section>
    }
}
