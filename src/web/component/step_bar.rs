//! The bar of the layout with one pane: it steps through the session beside every pane.

use super::controls::press;
use crate::app::Msg;
use crate::app::timeline::Timeline;
use yew::prelude::*;

/// The bar; nothing before the first step was run.
pub(super) fn step_bar(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let (point, end) = (timeline.point(), timeline.furthest());
    if end == 0 {
        return Html::default();
    }
    html! {
        <div class="step-bar" role="group" aria-label="Step">
            { step_button("Previous", point > 0, point.saturating_sub(1), send) }
            <span>{ format!("{point} of {}", timeline.entries().len()) }</span>
            { step_button("Next", point < end, point + 1, send) }
        </div>
    }
}

/// A button that selects a point.
pub(super) fn step_button(label: &'static str, is_possible: bool, point: usize, send: &Callback<Msg>) -> Html {
    html! { <button type="button" disabled={!is_possible} onclick={press(send, Msg::SelectPoint(point))}>{ label }</button> }
}
