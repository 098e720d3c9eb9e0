//! What a step changed, as a small diff.

use simulator::Exchange;
use simulator::operation::Change;
use yew::prelude::*;

/// What changed around a call: what background work did before it, told apart from what the call did.
pub(super) fn changes_of(exchange: &Exchange) -> Html {
    html! {
        <>
            if !exchange.changes_before().is_empty() {
                { section("before-heading", "Before your call", "Background work that was due was done first:", exchange.changes_before()) }
            }
            { changes(exchange.own_changes()) }
        </>
    }
}

/// What a step changed.
pub(super) fn changes(changes: &[Change]) -> Html {
    section("changes-heading", "What changed", "", changes)
}

fn section(id: &'static str, title: &'static str, cause: &'static str, changes: &[Change]) -> Html {
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
        <section class="changes" aria-labelledby={id}>
            <h3 {id}>{ title }</h3>
            if !cause.is_empty() {
                <p class="hint">{ cause }</p>
            }
            if changes.is_empty() {
                <p class="empty">{ "Nothing." }</p>
            } else {
                <ul>{ for rows }</ul>
            }
        </section>
    }
}
