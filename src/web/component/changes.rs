//! The changes of a step, as a small diff.

use super::pager::pager;
use super::text::{code_text, empty_line, hint_line};
use crate::app::Msg;
use crate::app::pages::Pages;
use simulator::Exchange;
use simulator::operation::Change;
use yew::prelude::*;

/// The changes of background work before a call, and the changes of the call itself.
pub(super) fn changes_of(exchange: &Exchange, pages: &Pages, send: &Callback<Msg>) -> Html {
    html! {
        <>
            if !exchange.changes_before().is_empty() {
                { section("before-heading", "Background work", "The service finished background work before it handled this call.", exchange.changes_before(), pages, send) }
            }
            { changes(exchange.own_changes(), pages, send) }
        </>
    }
}

/// The changes of a step.
pub(super) fn changes(changes: &[Change], pages: &Pages, send: &Callback<Msg>) -> Html {
    section("changes-heading", "Changes", "", changes, pages, send)
}

fn section(id: &'static str, title: &'static str, cause: &'static str, changes: &[Change], pages: &Pages, send: &Callback<Msg>) -> Html {
    let page = pages.given(title, || changes.iter());
    let rows = page.rows.iter().map(|change| {
        html! {
            <li>
                { code_text(&change.resource) }
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
                { hint_line(cause) }
            }
            if changes.is_empty() {
                { empty_line("No changes.") }
            } else {
                <ul>{ for rows }</ul>
                { pager(&page, send) }
            }
        </section>
    }
}
