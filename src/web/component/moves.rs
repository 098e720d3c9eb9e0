//! The possible transitions of a resource, by state.

use crate::app::badge::Badge;
use crate::app::moves::Standing;
use crate::app::tables::{Cell, Row, Table};
use yew::prelude::*;

/// The states of a table's resources; with a row, its own state is marked.
pub(super) fn moves(table: &Table, row: Option<&Row>) -> Html {
    let Some(moves) = table.moves else { return Html::default() };
    let current = row.and_then(|row| row.state);
    let title = format!("Possible transitions of {}", moves.of);
    let about = row.and_then(|row| row.cells.first()).map(|cell| match cell {
        Cell::Text(text) | Cell::Code(text) => text.clone(),
        Cell::Mark(badge) => badge.text.to_owned(),
    });
    html! {
        <details class="moves" open={current.is_some()}>
            <summary>{ &title }{ for about.map(|name| html! { <>{ ": " }<strong>{ name }</strong></> }) }</summary>
            <ul class="states" aria-label={title.clone()}>{ for moves.standings(current).iter().map(standing_view) }</ul>
            <p class="hint">{ "If an event has several possible results, the request, the settings or the resource determine the result." }</p>
        </details>
    }
}

fn standing_view(standing: &Standing) -> Html {
    let Standing { state, moves, is_current } = standing;
    let moves = moves.iter().map(|(event, to)| {
        let to = if to == state {
            html! { "no change" }
        } else {
            badge_view(*to)
        };
        html! { <li>{ format!("{event} → ") }{ to }</li> }
    });
    let moves: Vec<Html> = moves.collect();
    html! {
        <li aria-current={is_current.then_some("true")}>
            <p>
                { badge_view(*state) }
                if *is_current {
                    <strong>{ " (current)" }</strong>
                }
            </p>
            if moves.is_empty() {
                <p>{ "Terminal state" }</p>
            } else {
                <ul>{ for moves }</ul>
            }
        </li>
    }
}

/// A status.
pub(super) fn badge_view(Badge { text, tone }: Badge) -> Html {
    html! { <span class={classes!("mark", tone.class())}>{ text }</span> }
}
