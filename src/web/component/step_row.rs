//! A step of the timeline.

use super::controls::{named_button, press};
use super::prose::note_text;
use crate::app::Msg;
use crate::app::timeline::{Entry, Outcome, Timeline};
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

/// The step with this number, in a list of that many rows. What it came to is hidden from a student who has not got there.
pub(super) fn step_row(
    timeline: &Timeline,
    number: usize,
    entry: &Entry,
    (count, place): (usize, Place),
    axis: Axis,
    send: &Callback<Msg>,
) -> Html {
    let is_hidden = timeline.is_hidden(number);
    let outcome = entry.outcome();
    let (tone, result) = match (outcome, entry.result()) {
        _ if is_hidden => ("quiet", "?".to_owned()),
        (Outcome::Changed, text) if text.is_empty() => (outcome.tone(), outcome.label().to_owned()),
        (_, text) => (outcome.tone(), text),
    };
    let title = entry.title();
    let name = entry.account().map(|id| timeline.account_name(id)).unwrap_or_default();
    // The strip has room for a sign, but not for the label and the note.
    let resend = if axis == Axis::Across { "✎" } else { "Edit and resend" };
    let shown_note = entry.step.note.as_ref().filter(|_| axis == Axis::Down && !is_hidden);
    html! {
        <li
            key={number}
            class={classes!("step", tone, (place == Place::After).then_some("later"))}
            aria-posinset={(number + 1).to_string()}
            aria-setsize={count.to_string()}
        >
            <button type="button" class="row" aria-current={place.current()} onclick={press(send, Msg::SelectPoint(number))}>
                <span class="number">{ number }</span>
                <span class="name">{ &title }</span>
                <span class={classes!("mark", tone)}>{ result }</span>
                if !name.is_empty() {
                    <span class="line">{ name }</span>
                }
                if !entry.played.differences().is_empty() && !is_hidden {
                    <span class="mark bad">{ "unexpected" }</span>
                }
            </button>
            if entry.operation().is_some() && !is_hidden {
                { named_button("small quiet", resend, format!("Edit and resend {title} of step {number}"), send, Msg::EditAndResend(number - 1)) }
            }
            if let Some(note) = shown_note {
                { note_text("step-note", note) }
            }
        </li>
    }
}
