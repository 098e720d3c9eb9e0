//! The body of a response.

use super::code::code;
use super::controls::check;
use super::copy_button::copy_button;
use crate::app::answer::{client_line, indented};
use crate::app::timeline::Timeline;
use crate::app::{Look, Msg};
use yew::prelude::*;

/// The body.
pub(super) fn body(timeline: &Timeline, as_sent: bool, send: &Callback<Msg>) -> Html {
    let Some(exchange) = timeline.exchange() else { return Html::default() };
    let body = &exchange.response.body;
    let shown = if as_sent { body.clone() } else { indented(body) };
    html! {
        <>
            <div class="bar">
                { check(html! { "Raw body" }, as_sent, send, Msg::Look(Look::AsSent(!as_sent))) }
                { copy_button("the response body", &shown, send) }
            </div>
            if shown.is_empty() {
                <p class="empty">{ "The response body is empty." }</p>
            } else {
                { code("Response body", &shown) }
            }
            if let Some(line) = client_line(exchange) {
                <h3>{ "Error as boto3 and the AWS CLI print it" }</h3>
                { code("Client error", &line) }
            }
        </>
    }
}
