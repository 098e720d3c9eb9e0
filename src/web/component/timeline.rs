//! The timeline pane: every step, and the clock. It is a strip along the bottom edge, or a column on a phone.

use super::clock::clock;
use super::prose::note_text;
use super::step_bar::step_button;
use super::step_list::StepList;
use crate::app::timeline::Timeline;
use crate::app::{Layout, Msg};
use crate::web::shared::Shared;
use crate::web::window::Axis;
use yew::prelude::*;

/// Properties of [`TimelinePane`].
#[derive(Properties, PartialEq)]
pub(super) struct TimelinePaneProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The layout.
    pub(super) layout: Layout,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The pane.
#[component]
pub(super) fn TimelinePane(props: &TimelinePaneProps) -> Html {
    let TimelinePaneProps { timeline, layout, send } = props;
    let (point, end) = (timeline.point(), timeline.furthest());
    let (axis, key) = match layout {
        Layout::Narrow => (Axis::Down, "down"),
        Layout::Medium | Layout::Wide => (Axis::Across, "across"),
    };
    html! {
        <>
            <div class="pane-head">
                <h2 id="timeline-heading" tabindex="-1">{ "Timeline" }</h2>
                <div class="actions" role="group" aria-label="Session steps">
                    { step_button("First", point > 0, 0, send) }
                    // On a phone, the bar below every pane has these two.
                    if axis == Axis::Across {
                        { step_button("Previous", point > 0, point.saturating_sub(1), send) }
                        { step_button("Next", point < end, point + 1, send) }
                    }
                    { step_button("Latest", point < end, end, send) }
                </div>
            </div>
            { clock(&timeline.simulator().now().to_string(), send) }
            <div class="steps-box">
                // A strip has no room for the session's note.
                if axis == Axis::Down && !timeline.note().is_empty() {
                    { note_text("note", timeline.note()) }
                }
                <StepList {key} {timeline} {axis} {send} />
            </div>
        </>
    }
}
