//! The timeline pane: the clock and every step.

use super::clock::clock;
use super::controls::press;
use super::prose::prose;
use super::step_row::{Place, step_row};
use crate::app::Msg;
use crate::app::timeline::Timeline;
use crate::web::shared::Shared;
use crate::web::window::reveal;
use std::cmp::Ordering;
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
    use_effect_with((point, end), |_| reveal(".steps [aria-current]"));
    let go = |label: &str, possible: bool, to: usize| {
        html! { <button type="button" disabled={!possible} onclick={press(send, Msg::Select(to))}>{ label.to_owned() }</button> }
    };
    let rows = timeline.entries().iter().enumerate().map(|(index, entry)| {
        let place = match (index + 1).cmp(&point) {
            Ordering::Less => Place::Before,
            Ordering::Equal => Place::Selected,
            Ordering::Greater => Place::After,
        };
        step_row(index, entry, place, &entry.account().map(|id| timeline.account_name(id)).unwrap_or_default(), send)
    });
    html! {
        <>
            <div class="pane-head">
                <h2 id="timeline-heading">{ "Timeline" }</h2>
                <div class="actions" role="group" aria-label="Session steps">
                    { go("Back", point > 0, point.saturating_sub(1)) }
                    { go("Forward", point < end, point + 1) }
                    { go("Latest", point < end, end) }
                </div>
            </div>
            { clock(&timeline.simulator().now().to_string(), send) }
            <div class="steps-box">
            if !timeline.note().is_empty() {
                <p class="note">{ prose(timeline.note()) }</p>
            }
            <ol class="steps">
                <li class="step">
                    <button type="button" class="row" aria-current={(point == 0).then_some("step")} onclick={press(send, Msg::Select(0))}>
                        <span class="name">{ "Start" }</span>
                        <span class="line">{ timeline.options().start.to_string() }</span>
                    </button>
                </li>
                { for rows }
            </ol>
            </div>
        </>
    }
}
