//! The possible transitions of a resource, by state.

use super::text::{hint_line, strong};
use crate::app::badge::Badge;
use crate::app::tables::{Cell, Row, Table};
use crate::app::transitions::State;
use yew::prelude::*;

/// The states of a table's resources. If a row is given, its state is marked.
pub(super) fn transitions(table: &Table, row: Option<&Row>) -> Html {
    let Some(machine) = table.machine else { return Html::default() };
    let current = row.and_then(|row| row.state);
    let title = format!("Possible transitions of {}", machine.of);
    let about = row.and_then(|row| row.cells.first()).map(|cell| match cell {
        Cell::Text(text) | Cell::Code(text) => text.clone(),
        Cell::Mark(badge) => badge.text.to_owned(),
    });
    html! {
        <details class="transitions" open={current.is_some()}>
            <summary>{ &title }{ for about.map(|name| html! { <>{ ": " }{ strong(name) }</> }) }</summary>
            <state-diagram label={format!("State diagram of {}", machine.of)} machine={machine.drawing(current)} />
            <ul class="states" aria-label={title.clone()}>{ for machine.states(current).iter().map(state_view) }</ul>
            { hint_line("If an event has several possible results, the request, the settings or the resource determine the result.") }
        </details>
    }
}

fn state_view(state: &State) -> Html {
    let State { badge, transitions, is_current } = state;
    let transitions = transitions.iter().map(|(event, to)| {
        let to = if to == badge {
            html! { "no change" }
        } else {
            badge_view(*to)
        };
        html! { <li>{ format!("{event} → ") }{ to }</li> }
    });
    let transitions: Vec<Html> = transitions.collect();
    html! {
        <li aria-current={is_current.then_some("true")}>
            <p>
                { badge_view(*badge) }
                if *is_current {
                    { strong(" (current)") }
                }
            </p>
            if transitions.is_empty() {
                <p>{ "Terminal state" }</p>
            } else {
                <ul>{ for transitions }</ul>
            }
        </li>
    }
}

/// A status.
pub(super) fn badge_view(Badge { text, tone }: Badge) -> Html {
    html! { <span class={classes!("mark", tone.class())}>{ text }</span> }
}
