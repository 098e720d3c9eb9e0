//! The HTTP messages.

use super::code::Code;
use super::copy_button::CopyButton;
use crate::app::Msg;
use crate::app::answer::{request_text, response_text};
use crate::app::timeline::Timeline;
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`Wire`].
#[derive(Properties, PartialEq)]
pub(super) struct WireProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The messages.
#[component]
pub(super) fn Wire(props: &WireProps) -> Html {
    let WireProps { timeline, send } = props;
    let Some(exchange) = timeline.exchange() else { return Html::default() };
    let (request, response) = (request_text(&exchange.request), response_text(&exchange.response));
    html! {
        <>
            <div class="bar"><h3>{ "Request" }</h3><CopyButton what="the HTTP request" text={request.clone()} {send} /></div>
            <Code label="HTTP request" text={request} />
            <div class="bar"><h3>{ "Response" }</h3><CopyButton what="the HTTP response" text={response.clone()} {send} /></div>
            <Code label="HTTP response" text={response} />
        </>
    }
}
