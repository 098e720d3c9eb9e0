//! A step of the timeline.

use crate::app::Msg;
use crate::app::timeline::{Entry, Outcome};
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`StepRow`].
#[derive(Properties, PartialEq)]
pub(super) struct StepRowProps {
    /// Its place, from 0.
    pub(super) index: usize,
    /// The step.
    pub(super) entry: Shared<Entry>,
    /// Whether it is the one just before the selected point.
    pub(super) current: bool,
    /// Whether it lies after the selected point.
    pub(super) later: bool,
    /// Who acted.
    pub(super) name: String,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The step.
#[component]
pub(super) fn StepRow(props: &StepRowProps) -> Html {
    let StepRowProps { index, entry, current, later, name, send } = props;
    let index = *index;
    let outcome = entry.outcome();
    let result = match (outcome, entry.result()) {
        (Outcome::Changed, text) if text.is_empty() => outcome.label().to_owned(),
        (_, text) => text,
    };
    let title = entry.title();
    html! {
        <li class={classes!("step", later.then_some("later"))}>
            <button type="button" class="row" aria-current={current.then_some("step")} onclick={send.reform(move |_| Msg::Select(index + 1))}>
                <span class="number">{ index + 1 }</span>
                <span class="name">{ &title }</span>
                <span class={classes!("mark", outcome.tone())}>{ result }</span>
                if !name.is_empty() {
                    <span class="line">{ name }</span>
                }
                if !entry.played.differences().is_empty() {
                    <span class="mark bad">{ "not as expected" }</span>
                }
            </button>
            if entry.operation().is_some() {
                <button type="button" class="small quiet" aria-label={format!("Reuse {title} of step {}", index + 1)} onclick={send.reform(move |_| Msg::Reuse(index))}>
                    { "Reuse" }
                </button>
            }
            if let Some(note) = &entry.step.note {
                <p class="step-note">{ note }</p>
            }
        </li>
    }
}
