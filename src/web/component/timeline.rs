//! The timeline pane: the clock and every step.

use super::clock::clock;
use super::controls::press;
use super::prose::prose;
use super::step_list::StepList;
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
    let go = |label: &str, possible: bool, to: usize| {
        html! { <button type="button" disabled={!possible} onclick={press(send, Msg::SelectPoint(to))}>{ label.to_owned() }</button> }
    };
    html! {
        <>
            <div class="pane-head">
                <h2 id="timeline-heading" tabindex="-1">{ "Timeline" }</h2>
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
            <StepList {timeline} {send} />
            </div>
        </>
    }
}
