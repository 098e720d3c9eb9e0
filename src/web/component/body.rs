//! The body of a response.

use super::code::code;
use super::controls::check;
use super::copy_button::copy_button;
use super::text::{empty_line, heading};
use crate::app::readable::readable;
use crate::app::response::{client_line, indented};
use crate::app::timeline::Timeline;
use crate::app::{Msg, ViewChange};
use yew::prelude::*;

/// The body.
pub(super) fn body(timeline: &Timeline, raw_body: bool, send: &Callback<Msg>) -> Html {
    let Some(exchange) = timeline.exchange() else { return Html::default() };
    let body = &exchange.response.body;
    let shape = exchange.operation.filter(|_| exchange.refusal().is_none()).map(|operation| (operation.output)());
    let shown = if raw_body { body.clone() } else { readable(body, shape) };
    html! {
        <>
            <div class="bar">
                { check(html! { "Raw body" }, raw_body, send, Msg::View(ViewChange::RawBody(!raw_body))) }
                { copy_button("the response body", &if raw_body { shown.clone() } else { indented(body) }, send) }
            </div>
            if shown.is_empty() {
                { empty_line("The response body is empty.") }
            } else {
                { code("Response body", &shown) }
            }
            if let Some(line) = client_line(exchange) {
                { heading("Error as boto3 and the AWS CLI print it") }
                { code("Client error", &line) }
            }
        </>
    }
}
