//! What a step changed, as a small diff.

use crate::service::operation::Change;
use yew::prelude::*;

/// The changes.
pub(super) fn changes(changes: &[Change]) -> Html {
    let rows = changes.iter().map(|change| {
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
            if changes.is_empty() {
                <p class="empty">{ "nothing" }</p>
            } else {
                <ul>{ for rows }</ul>
            }
        </section>
    }
}
