//! The request pane: who calls, what, with which members.

use super::caller::caller_fields;
use super::constraint_table::constraint_table;
use super::controls::{button, named_button, press};
use super::form_view::form_view;
use super::json_view::json_view;
use super::operations::{Operations, example_list};
use super::tabs::{panel_id, tab_id, tabs};
use crate::app::draft::Composer;
use crate::app::form::Form;
use crate::app::timeline::Timeline;
use crate::app::{Layout, Look, Mode, Msg, View};
use crate::web::shared::Shared;
use crate::web::window::reveal;
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
    let form = Form::of(composer, timeline.simulator());
    use_effect_with(composer.operation.action(), |_| reveal(".request > .pane-head + *"));
    let operation = composer.operation;
    let selected = Mode::ALL.iter().position(|mode| *mode == view.mode).unwrap_or_default();
    let row = Mode::ALL.iter().map(|mode| (mode.label(), Msg::Look(Look::Mode(*mode)))).collect();
    html! {
        <>
            <div class="pane-head">
                <h2 id="request-heading" tabindex="-1">{ "Request" }</h2>
                <code class="operation">{ operation.action() }</code>
            </div>
            if view.layout == Layout::Narrow && timeline.entries().is_empty() {
                <details class="chooser" key="examples">
                    <summary class="start">{ "Start with an example" }</summary>
                    { example_list(send) }
                </details>
            }
            if view.layout != Layout::Wide {
                <details class="chooser" key={operation.action()}>
                    <summary>{ "Choose another operation or an example" }</summary>
                    <Operations chosen={operation} view={view.clone()} {send} />
                </details>
            }
            <p>{ operation.summary }</p>
            { caller_fields(timeline, composer, send) }
            <div class="bar">
                { tabs("draft", "Draft view", row, selected, send) }
                <div class="actions">
                    { named_button("quiet", "Show an example", format!("Show an example of {}", operation.name), send, Msg::ShowExample(operation)) }
                    { button("quiet", "Start over", send, Msg::StartOver) }
                </div>
            </div>
            <div class="draft" role="tabpanel" id={panel_id("draft")} aria-labelledby={tab_id("draft", selected)}>
                { match view.mode {
                    Mode::Form => form_view(&form, send),
                    Mode::Json => json_view(&composer.draft().text, &form, send),
                } }
            </div>
            <div class="send">
                <button type="button" class="primary" onclick={press(send, Msg::Send)} aria-keyshortcuts="Control+Enter Meta+Enter">{ "Send" }</button>
                <span class="hint keys">{ "Ctrl or ⌘ + Enter" }</span>
                if !timeline.is_at_end() {
                    <span class="hint strong">{ later(timeline) }</span>
                }
            </div>
            { constraint_table(operation, timeline.simulator().world().vintage) }
        </>
    }
}

fn later(timeline: &Timeline) -> String {
    let later = timeline.entries().len() - timeline.point();
    let steps = if later == 1 { "1 later step" } else { &format!("{later} later steps") };
    format!("an earlier point is selected: sending sets {steps} aside")
}
