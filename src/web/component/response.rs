//! The response pane: the response of the selected step.

use super::badge::evidence_badge;
use super::body::body;
use super::changes::{changes, changes_of};
use super::checks::checks;
use super::code::code;
use super::controls::button;
use super::http::http;
use super::operations::example_list;
use super::prose::{note_text, prose};
use super::tabs::{panel_id, tab_id, tabs};
use super::text::{empty_line, heading, hint, item, strong};
use crate::app::fix::Fix;
use crate::app::parts::Part;
use crate::app::resource::last_changes;
use crate::app::response::{Reason, context_line, grounds, reason, status_line};
use crate::app::timeline::{Entry, Timeline};
use crate::app::{Msg, ResponseTab, View, ViewChange};
use crate::web::effects::RESPONSE_HEADING;
use crate::web::shared::Shared;
use crate::web::window::reveal;
use simulator::Exchange;
use yew::prelude::*;

/// Properties of [`Response`].
#[derive(Properties, PartialEq)]
pub(super) struct ResponseProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The view.
    pub(super) view: View,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The pane.
#[component]
pub(super) fn Response(props: &ResponseProps) -> Html {
    let ResponseProps { timeline, view, send } = props;
    use_effect_with((timeline.point(), timeline.entries().len()), |_| reveal(".response > .pane-head + *"));
    let inside = match timeline.current() {
        None => html! {
            <>
                if timeline.entries().is_empty() {
                    { empty_line(NOTHING_SENT) }
                    { heading("Open an example") }
                    { example_list(send) }
                } else {
                    { introduction(timeline, send) }
                }
            </>
        },
        Some(_) if timeline.is_asking() => Html::default(),
        Some(entry) => entry_view(entry, timeline, view, send),
    };
    html! {
        <>
            <div class="pane-head"><h2 id={RESPONSE_HEADING} tabindex="-1">{ "Response" }</h2></div>
            if let Some(data) = timeline.lesson_data() {
                <lesson-panel {data} />
            }
            { inside }
        </>
    }
}

/// The result of a step.
fn entry_view(entry: &Entry, timeline: &Shared<Timeline>, view: &View, send: &Callback<Msg>) -> Html {
    html! {
        <>
            if let Some(note) = &entry.step.note {
                { note_text("note", note) }
            }
            { for entry.played.differences().iter().map(|difference| html! { <p class="violation">{ format!("Unexpected response: {difference}.") }</p> }) }
            { match entry.played.exchange() {
                Some(exchange) => exchange_view(entry, exchange, timeline, view, send),
                None => html! { step_view(entry, view, send) },
            } }
        </>
    }
}

fn exchange_view(entry: &Entry, exchange: &Exchange, timeline: &Shared<Timeline>, view: &View, send: &Callback<Msg>) -> Html {
    let selected = ResponseTab::ALL.iter().position(|tab| *tab == view.response).unwrap_or_default();
    let row = ResponseTab::ALL.iter().map(|tab| (tab.label(), Msg::View(ViewChange::Response(*tab)))).collect();
    let error = exchange.refusal();
    html! {
        <>
            <div class="status">
                <span class={classes!("mark", entry.outcome().tone())}>{ status_line(exchange.response.status) }</span>
                if let Some(error) = error {
                    <strong class="error-name">{ &error.name }</strong>
                }
                { hint(context_line(entry, exchange, timeline)) }
            </div>
            if let Some(message) = error.and_then(|error| error.message.as_ref()) {
                <p class="error-message">{ message }</p>
            }
            { reason(exchange).map(reason_view).unwrap_or_default() }
            { Fix::of(timeline).map(|fix| fix_view(&fix, send)).unwrap_or_default() }
            { for last_changes(timeline).iter().map(|event| html! {
                <p class="cause hint">{ "Last change of the resource: " }{ button("small", &format!("Step {}", event.step), send, Msg::SelectPoint(event.step)) }{ " " }{ &event.text }</p>
            }) }
            if error.is_some() && exchange.operation.is_some() {
                <p>{ button("small", "Find what passes", send, Part::Explore.open("find")) }</p>
            }
            if exchange.trace.is_replay() {
                <p class="reason">
                    { "This is a replay. An earlier request had the same client token and the same content, so the service returned the same response and changed nothing. " }
                    { button("small", "Use new token", send, Msg::ReplaceToken(timeline.point() - 1)) }
                </p>
            }
            <div class="bar">
                { tabs("response", "Response view", row, selected, send) }
                { grounds_view(exchange, send) }
            </div>
            <div class="response-panel" role="tabpanel" id={panel_id("response")} aria-labelledby={tab_id("response", selected)}>
                { match view.response {
                    ResponseTab::Body => body(timeline, view.raw_body, send),
                    ResponseTab::Checks => checks(timeline, send),
                    ResponseTab::Http => http(timeline, send),
                } }
            </div>
            { changes_of(exchange, &view.pages, send) }
        </>
    }
}

/// What the fix changes, what the response will be, and the buttons that apply it.
fn fix_view(fix: &Fix, send: &Callback<Msg>) -> Html {
    html! {
        <div class="fix" role="group" aria-label="Fix">
            <ul>{ for fix.changes.iter().map(|change| item(prose(change))) }</ul>
            <p>
                { "The response will be " }
                <span class={classes!("mark", if fix.succeeds { "good" } else { "bad" })}>{ &fix.response }</span>
                { "." }
            </p>
            <div class="actions">
                { button("primary small", "Apply fix", send, Msg::ApplyFix) }
                { button("small", "Edit before sending", send, Msg::EditFix) }
            </div>
        </div>
    }
}

/// How the checks went, in one line, and how sure the response is.
fn grounds_view(exchange: &Exchange, send: &Callback<Msg>) -> Html {
    let grounds = grounds(exchange);
    let show = |label: String| button("small quiet", &label, send, Msg::View(ViewChange::Response(ResponseTab::Checks)));
    html! {
        <p class="grounds hint">
            if exchange.refusal().is_none() {
                { grounds.success() }{ " " }
            }
            { grounds.certainty().map(show).unwrap_or_default() }
        </p>
    }
}

/// The reason in short, above every tab. The tab Checks shows all of it.
fn reason_view(reason: Reason<'_>) -> Html {
    html! {
        <p class="reason">
            { evidence_badge(reason.evidence) }
            { for reason.finding.map(|finding| html! { <>{ " " }{ prose(finding.trim_end_matches('.')) }{ "." }</> }) }
            if !reason.remedy.is_empty() {
                { " " }{ strong("Fix: ") }{ prose(reason.remedy) }
            }
        </p>
    }
}

/// A step that sent no request, as the session stores it, with its changes.
fn step_view(entry: &Entry, view: &View, send: &Callback<Msg>) -> Html {
    html! {
        <>
            <p>{ entry.title() }</p>
            { code("Step", &entry.step_text()) }
            if !entry.played.changes().is_empty() {
                { changes(entry.played.changes(), &view.pages, send) }
            }
        </>
    }
}

const NOTHING_SENT: &str =
    "No response yet. Send a request to see the response and the reason for it, or open an example and step through it.";

/// The session's title and note, shown before the first step.
fn introduction(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    html! {
        <>
            if !timeline.title().is_empty() {
                { heading(timeline.title().to_owned()) }
            }
            if timeline.note().is_empty() {
                { empty_line("This is the start of the session.") }
            } else {
                { note_text("note", timeline.note()) }
            }
            <p>{ button("primary", "Go to first step", send, Msg::SelectPoint(1)) }</p>
        </>
    }
}
