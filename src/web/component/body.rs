//! The body of an answer.

use super::code::Code;
use super::copy_button::CopyButton;
use super::event::is_checked;
use crate::app::answer::{client_line, indented};
use crate::app::timeline::Timeline;
use crate::app::{Look, Msg};
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`Body`].
#[derive(Properties, PartialEq)]
pub(super) struct BodyProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Whether the body is shown letter for letter.
    pub(super) as_sent: bool,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The body.
#[component]
pub(super) fn Body(props: &BodyProps) -> Html {
    let BodyProps { timeline, as_sent, send } = props;
    let Some(exchange) = timeline.exchange() else { return Html::default() };
    let body = &exchange.response.body;
    let shown = if *as_sent { body.clone() } else { indented(body) };
    html! {
        <>
            <div class="bar">
                <label class="check">
                    <input type="checkbox" checked={*as_sent} onchange={send.reform(|event: Event| Msg::Look(Look::AsSent(is_checked(&event))))} />
                    { "As sent" }
                </label>
                <CopyButton what="the response body" text={shown.clone()} {send} />
            </div>
            if shown.is_empty() {
                <p class="empty">{ "the body is empty" }</p>
            } else {
                <Code label="Response body" text={shown} />
            }
            if let Some(line) = client_line(exchange) {
                <h3>{ "As boto3 and the AWS CLI print it" }</h3>
                <Code label="Client error" text={line} />
            }
        </>
    }
}
