//! The request pane: the caller, the operation and its members.

use super::caller::{answers_table, caller_fields};
use super::code::code;
use super::constraint_table::constraint_table;
use super::controls::{button, named_button, press};
use super::form_view::form_view;
use super::json_view::json_view;
use super::operations::{Operations, example_list};
use super::prose::prose;
use super::tabs::{panel_id, tab_id, tabs};
use super::text::{empty_line, hint, item, strong, summary};
use crate::app::callers::answers;
use crate::app::draft::Composer;
use crate::app::form::Form;
use crate::app::losses::losses;
use crate::app::parts::Part;
use crate::app::readable::readable;
use crate::app::tables::account_label;
use crate::app::timeline::{Entry, Timeline};
use crate::app::{Dialog, Host, Layout, Mode, Msg, View, ViewChange};
use crate::web::shared::Shared;
use crate::web::window::reveal;
use simulator::Operation;
use yew::prelude::*;

/// Properties of [`Request`].
#[derive(Properties, PartialEq)]
pub(super) struct RequestProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The drafts.
    pub(super) composer: Shared<Composer>,
    /// The view.
    pub(super) view: View,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The pane.
#[component]
pub(super) fn Request(props: &RequestProps) -> Html {
    let RequestProps { timeline, composer, view, send } = props;
    use_effect_with(composer.operation.action(), |_| reveal(".request > .pane-head + *"));
    let is_read_only = view.host == Host::ReadOnlyFrame;
    let is_sent = is_read_only || timeline.is_asking() || !timeline.is_at_end() && !view.is_composing;
    let sent = timeline.current().filter(|_| is_sent);
    if let Some(sent) = sent.and_then(|entry| sent_view(entry, timeline, view, send)) {
        return sent;
    }
    if is_read_only {
        return html! {
            <>
                <div class="pane-head"><h2 id="request-heading">{ "Request" }</h2></div>
                { empty_line("No request was sent at this step.") }
            </>
        };
    }
    let form = Form::of(composer, timeline.simulator());
    let (operation, answers) = (composer.operation, answers(composer, timeline));
    let selected = Mode::ALL.iter().position(|mode| *mode == view.mode).unwrap_or_default();
    let row = Mode::ALL.iter().map(|mode| (mode.label(), Msg::View(ViewChange::Mode(*mode)))).collect();
    html! {
        <>
            { head(operation) }
            if view.layout == Layout::Narrow && timeline.entries().is_empty() {
                <details class="chooser" key="examples">
                    <summary class="start">{ "Start with an example" }</summary>
                    { example_list(send) }
                </details>
            }
            { chooser(operation, view, send) }
            <p>{ operation.summary }</p>
            { caller_fields(timeline, composer, &answers, send) }
            <div class="bar">
                { tabs("draft", "Draft view", row, selected, send) }
                <div class="actions">
                    { named_button("quiet", "Fill in example", format!("Fill in example of {}", operation.name), send, Msg::FillInExample(operation)) }
                    { button("quiet", "Copy as…", send, copy_as()) }
                    { button("quiet", "Reset draft", send, Msg::ResetDraft) }
                </div>
            </div>
            <div class="draft" role="tabpanel" id={panel_id("draft")} aria-labelledby={tab_id("draft", selected)}>
                { match view.mode {
                    Mode::Form => form_view(&form, send),
                    Mode::Json => json_view(&composer.draft().text, &form, send),
                } }
            </div>
            { losses_view(&losses(composer, timeline)) }
            <div class="send">
                <button type="button" class="primary" onclick={press(send, Msg::Send)} aria-keyshortcuts="Control+Enter Meta+Enter">{ "Send" }</button>
                <span class="hint keys">{ "Ctrl or ⌘ + Enter" }</span>
                if !timeline.is_at_end() {
                    <span class="hint strong">{ later(timeline) }</span>
                }
            </div>
            { answers_table(&answers, send) }
            { constraint_table(operation, timeline.simulator().world().vintage) }
        </>
    }
}

/// The pane's heading.
fn head(operation: &Operation) -> Html {
    html! {
        <div class="pane-head">
            <h2 id="request-heading" tabindex="-1">{ "Request" }</h2>
            <code class="operation">{ operation.action() }</code>
        </div>
    }
}

/// The list of operations, where it has no place beside the panes.
fn chooser(operation: &'static Operation, view: &View, send: &Callback<Msg>) -> Html {
    if view.layout == Layout::Wide {
        return Html::default();
    }
    html! {
        <details class="chooser" key={operation.action()}>
            { summary("Choose another operation or an example") }
            <Operations chosen={operation} view={view.clone()} {send} />
        </details>
    }
}

/// What accounts lose if the request is sent.
fn losses_view(losses: &[String]) -> Html {
    if losses.is_empty() {
        return Html::default();
    }
    html! {
        <section class="reason losses" aria-label="Losses">
            <p>{ strong("If you send this request:") }</p>
            <ul>{ for losses.iter().map(|loss| item(prose(loss))) }</ul>
        </section>
    }
}

/// The request of the selected step, if it sent one.
fn sent_view(entry: &Entry, timeline: &Timeline, view: &View, send: &Callback<Msg>) -> Option<Html> {
    let (exchange, operation, text) = (entry.played.exchange()?, entry.operation()?, entry.sent_text()?);
    let number = timeline.point();
    let sender =
        exchange.caller.as_ref().map(|caller| format!("{} in {}", account_label(timeline.simulator(), &caller.account), caller.region));
    Some(html! {
        <>
            { head(operation) }
            { chooser(operation, view, send) }
            <p>{ format!("This request was sent at step {number} of {}.", timeline.entries().len()) }</p>
            if let Some(sender) = sender {
                <p>{ "The caller was " }{ strong(sender) }{ "." }</p>
            }
            { code("Sent request", &readable(&text, Some((operation.input)()))) }
            <div class="send">
                { button("primary", "Edit and resend", send, Msg::EditAndResend(number - 1)) }
                { button("quiet", "Copy as…", send, copy_as()) }
                { hint(later(timeline)) }
            </div>
        </>
    })
}

/// Opens the dialog that copies the request as code.
fn copy_as() -> Msg {
    Msg::View(ViewChange::Dialog(Some(Dialog::Part(Part::Copy))))
}

fn later(timeline: &Timeline) -> String {
    let (point, end) = (timeline.point(), timeline.entries().len());
    let steps = match end - point {
        1 => format!("step {end}"),
        2 => format!("steps {} and {end}", point + 1),
        _ => format!("steps {} to {end}", point + 1),
    };
    let place = if point == 0 { "You are before the first step.".to_owned() } else { format!("You are at step {point} of {end}.") };
    format!("{place} Sending continues from here and replaces {steps}.")
}
