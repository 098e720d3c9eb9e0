//! A step of the timeline.

use super::controls::{named_button, press};
use super::prose::prose;
use crate::app::Msg;
use crate::app::timeline::{Entry, Outcome};
use crate::web::window::Axis;
use yew::prelude::*;

/// Where a step lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the selected point.
    Before,
    /// Just before it: its answer is shown.
    Selected,
    /// After it.
    After,
}

impl Place {
    /// The value of `aria-current`.
    pub(super) fn current(self) -> Option<&'static str> {
        (self == Self::Selected).then_some("step")
    }
}

/// The step, in a list of that many rows.
pub(super) fn step_row(index: usize, count: usize, entry: &Entry, place: Place, name: &str, axis: Axis, send: &Callback<Msg>) -> Html {
    let outcome = entry.outcome();
    let result = match (outcome, entry.result()) {
        (Outcome::Changed, text) if text.is_empty() => outcome.label().to_owned(),
        (_, text) => text,
    };
    let title = entry.title();
    // The strip has room for a sign, but not for the label and the note.
    let resend = if axis == Axis::Across { "✎" } else { "Edit and resend" };
    let shown_note = entry.step.note.as_ref().filter(|_| axis == Axis::Down);
    html! {
        <li
            key={index}
            class={classes!("step", outcome.tone(), (place == Place::After).then_some("later"))}
            aria-posinset={(index + 2).to_string()}
            aria-setsize={count.to_string()}
        >
            <button type="button" class="row" aria-current={place.current()} onclick={press(send, Msg::SelectPoint(index + 1))}>
                <span class="number">{ index + 1 }</span>
                <span class="name">{ &title }</span>
                <span class={classes!("mark", outcome.tone())}>{ result }</span>
                if !name.is_empty() {
                    <span class="line">{ name.to_owned() }</span>
                }
                if !entry.played.differences().is_empty() {
                    <span class="mark bad">{ "unexpected" }</span>
                }
            </button>
            if entry.operation().is_some() {
                { named_button("small quiet", resend, format!("Edit and resend {title} of step {}", index + 1), send, Msg::EditAndResend(index)) }
            }
            if let Some(note) = shown_note {
                <p class="step-note">{ prose(note) }</p>
            }
        </li>
    }
}
