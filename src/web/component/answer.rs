//! The answer pane: what came back at the selected point.

use super::body::Body;
use super::changes::Changes;
use super::tabs::{Tabs, panel_id, tab_id};
use super::why::Why;
use super::wire::Wire;
use crate::app::answer::status_line;
use crate::app::timeline::{Entry, Timeline};
use crate::app::{AnswerTab, Look, Msg, View};
use crate::service::Exchange;
use crate::web::effects::ANSWER_HEADING;
use crate::web::shared::Shared;
use super::event::send_some;
use yew::prelude::*;

/// Properties of [`Answer`].
#[derive(Properties, PartialEq)]
pub(super) struct AnswerProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The view.
    pub(super) view: View,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The pane.
#[component]
pub(super) fn Answer(props: &AnswerProps) -> Html {
    let AnswerProps { timeline, view, send } = props;
    let inside = match timeline.current() {
        None => html! {
            <p class="empty">
                { "Nothing was sent yet. Compose a request and press Send, or open one of the examples: they are whole conversations to step through." }
            </p>
        },
        Some(entry) => html! {
            <>
                if let Some(note) = &entry.step.note {
                    <p class="note">{ note }</p>
                }
                { for entry.played.differences().iter().map(|difference| html! { <p class="violation">{ format!("not as this session expects: {difference}") }</p> }) }
                { match entry.played.exchange() {
                    Some(exchange) => exchange_view(entry, exchange, timeline, view, send),
                    None => html! { <><p class="summary">{ entry.title() }</p><Changes changes={entry.changes().to_vec()} /></> },
                } }
            </>
        },
    };
    html! {
        <>
            <div class="pane-head"><h2 id={ANSWER_HEADING} tabindex="-1">{ "Answer" }</h2></div>
            { inside }
        </>
    }
}

fn exchange_view(entry: &Entry, exchange: &Exchange, timeline: &Shared<Timeline>, view: &View, send: &Callback<Msg>) -> Html {
    let selected = AnswerTab::ALL.iter().position(|tab| *tab == view.answer).unwrap_or_default();
    let select = send_some(send, |index: usize| AnswerTab::ALL.get(index).map(|tab| Msg::Look(Look::Answer(*tab))));
    let error = exchange.refusal();
    html! {
        <>
            <div class="status">
                <span class={classes!("mark", entry.outcome().tone())}>{ status_line(exchange.response.status) }</span>
                if let Some(error) = error {
                    <strong class="error-name">{ &error.name }</strong>
                }
                <span class="hint">{ caller_line(entry, exchange, timeline) }</span>
            </div>
            if let Some(message) = error.and_then(|error| error.message.as_ref()) {
                <p class="error-message">{ message }</p>
            }
            <div class="bar">
                <Tabs id="answer" label="Answer view" labels={AnswerTab::ALL.iter().map(|tab| tab.label()).collect::<Vec<_>>()} {selected} {select} />
            </div>
            <div class="answer-panel" role="tabpanel" id={panel_id("answer")} aria-labelledby={tab_id("answer", selected)}>
                { match view.answer {
                    AnswerTab::Body => html! { <Body timeline={timeline.clone()} as_sent={view.as_sent} {send} /> },
                    AnswerTab::Why => html! { <Why timeline={timeline.clone()} {send} /> },
                    AnswerTab::Wire => html! { <Wire timeline={timeline.clone()} {send} /> },
                } }
            </div>
            <Changes changes={exchange.changes.clone()} />
        </>
    }
}

/// `CreateGrant as Vendor, us-east-1, at 2023-11-14T22:13:20Z`.
fn caller_line(entry: &Entry, exchange: &Exchange, timeline: &Timeline) -> String {
    let mut line = entry.title();
    if let Some(caller) = &exchange.caller {
        let account = timeline.simulator().world().accounts.get(&caller.account);
        let name = account.map(|account| account.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(caller.account.as_str());
        line.push_str(&format!(" as {name}, {}", caller.region));
    }
    line.push_str(&format!(", at {}", exchange.at));
    line
}
