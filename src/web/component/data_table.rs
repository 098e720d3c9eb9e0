//! A table of the world: it scrolls inside its own box, which the keyboard can reach.

use crate::app::tables::{Cell, Table};
use yew::prelude::*;

/// The table.
pub(super) fn data_table(table: &Table) -> Html {
    let Table { caption, columns, rows, empty } = table;
    let body = rows.iter().map(|row| {
        html! { <tr>{ for row.iter().enumerate().map(|(place, cell)| cell_view(place, cell)) }</tr> }
    });
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={*caption}>
            <table>
                <caption>{ *caption }</caption>
                if rows.is_empty() {
                    <tbody><tr><td class="empty">{ *empty }</td></tr></tbody>
                } else {
                    <thead><tr>{ for columns.iter().map(|column| html! { <th scope="col">{ *column }</th> }) }</tr></thead>
                    <tbody>{ for body }</tbody>
                }
            </table>
        </div>
    }
}

fn cell_view(place: usize, cell: &Cell) -> Html {
    let inside = match cell {
        Cell::Text(text) => html! { text },
        Cell::Code(text) => html! { <code>{ text }</code> },
        Cell::Mark { text, tone } => html! { <span class={classes!("mark", *tone)}>{ text }</span> },
    };
    if place == 0 {
        html! { <th scope="row">{ inside }</th> }
    } else {
        html! { <td>{ inside }</td> }
    }
}
