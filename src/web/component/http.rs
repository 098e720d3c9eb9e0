//! The HTTP messages.

use super::code::code;
use super::copy_button::copy_button;
use super::text::heading;
use crate::app::Msg;
use crate::app::response::{request_text, response_text};
use crate::app::timeline::Timeline;
use yew::prelude::*;

/// The messages.
pub(super) fn http(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let Some(exchange) = timeline.exchange() else { return Html::default() };
    let (request, response) = (request_text(&exchange.request), response_text(&exchange.response));
    html! {
        <>
            <div class="bar">{ heading("Request") }{ copy_button("the HTTP request", &request, send) }</div>
            { code("HTTP request", &request) }
            <div class="bar">{ heading("Response") }{ copy_button("the HTTP response", &response, send) }</div>
            { code("HTTP response", &response) }
        </>
    }
}
