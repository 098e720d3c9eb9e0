//! The timeline pane: the clock and every step.

use super::clock::Clock;
use super::step_row::StepRow;
use crate::app::Msg;
use crate::app::timeline::Timeline;
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`TimelinePane`].
#[derive(Properties, PartialEq)]
pub(super) struct TimelinePaneProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The pane.
#[component]
pub(super) fn TimelinePane(props: &TimelinePaneProps) -> Html {
    let TimelinePaneProps { timeline, send } = props;
    let (point, end) = (timeline.point(), timeline.entries().len());
    let go = |to: usize| send.reform(move |_| Msg::Select(to));
    let rows = timeline.entries().iter().enumerate().map(|(index, entry)| {
        html! {
            <StepRow
                key={index} {index} entry={Shared::from(entry)} current={index + 1 == point} later={index >= point}
                name={account_name(timeline, index)} {send}
            />
        }
    });
    html! {
        <>
            <div class="pane-head">
                <h2 id="timeline-heading">{ "Timeline" }</h2>
                <div class="actions" role="group" aria-label="Step through the session">
                    <button type="button" disabled={point == 0} onclick={go(point.saturating_sub(1))}>{ "Back" }</button>
                    <button type="button" disabled={point == end} onclick={go(point + 1)}>{ "Forward" }</button>
                    <button type="button" disabled={point == end} onclick={go(end)}>{ "Latest" }</button>
                </div>
            </div>
            if !timeline.note().is_empty() {
                <p class="note">{ timeline.note() }</p>
            }
            <Clock now={timeline.simulator().now().to_string()} {send} />
            <ol class="steps">
                <li class="step">
                    <button type="button" class="row" aria-current={(point == 0).then_some("step")} onclick={go(0)}>
                        <span class="name">{ "Beginning" }</span>
                        <span class="line">{ timeline.options().start.to_string() }</span>
                    </button>
                </li>
                { for rows }
            </ol>
        </>
    }
}

fn account_name(timeline: &Timeline, index: usize) -> String {
    let account = timeline.entries().get(index).and_then(|entry| entry.account());
    let Some(id) = account else { return String::new() };
    let account = timeline.simulator().world().accounts.get(id);
    account.map(|account| account.name.clone()).filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string())
}
