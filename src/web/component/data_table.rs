//! The tables of the World pane. Each scrolls in its own box, which the keyboard can reach.

use super::controls::create_button;
use super::pager::pager;
use super::resource_panel::resource_panel;
use super::text::{code_text, column};
use super::transitions::{badge_view, transitions};
use crate::app::badge::Badge;
use crate::app::tables::{Cell, Empty, Row, Table, is_changed};
use crate::app::timeline::Timeline;
use crate::app::{Msg, ViewChange};
use yew::prelude::*;

/// The tables that have rows, and a sentence for each table without rows.
pub(super) fn data_tables(tables: &[Table], timeline: &Timeline, selected_row: Option<&str>, send: &Callback<Msg>) -> Html {
    let (filled, empty): (Vec<_>, Vec<_>) = tables.iter().partition(|table| !table.page.rows.is_empty());
    html! {
        <>
            { for filled.into_iter().map(|table| data_table(table, timeline, selected_row, send)) }
            { for empty.iter().filter_map(|table| table.empty).map(|empty| empty_view(empty, send)) }
            { for empty.iter().map(|table| transitions(table, None)) }
        </>
    }
}

/// What is missing, with a button that chooses the operation that creates it.
fn empty_view(empty: Empty, send: &Callback<Msg>) -> Html {
    html! { <p class="empty">{ empty.text }{ " " }{ empty.operation.map(|name| create_button(name, send)).unwrap_or_default() }</p> }
}

/// The table, and below it the possible transitions of the selected row.
fn data_table(table: &Table, timeline: &Timeline, selected_row: Option<&str>, send: &Callback<Msg>) -> Html {
    let Table { columns, page, .. } = table;
    let caption = page.caption;
    let chosen = page.rows.iter().find(|row| Some(row.key.as_str()) == selected_row);
    let body = page.rows.iter().map(|row| {
        let class = (selected_row == Some(row.key.as_str())).then_some("chosen");
        let is_changed = timeline.changes().iter().any(|change| is_changed(&row.key, change));
        let class = classes!(class, is_changed.then_some("changed"));
        html! { <tr key={row.key.clone()} {class}>{ for row.cells.iter().enumerate().map(|(place, cell)| cell_view(place, cell, row, selected_row, is_changed, send)) }</tr> }
    });
    html! {
        <>
            <div class="scroll" tabindex="0" role="region" aria-label={caption}>
                <table>
                    <caption>{ caption }</caption>
                    <thead><tr>{ for columns.iter().map(|name| column(*name)) }</tr></thead>
                    <tbody>{ for body }</tbody>
                </table>
            </div>
            { pager(page, send) }
            { chosen.map(|row| resource_panel(&row.key, timeline, send)).unwrap_or_default() }
            { transitions(table, chosen) }
        </>
    }
}

fn cell_view(place: usize, cell: &Cell, row: &Row, selected_row: Option<&str>, is_changed: bool, send: &Callback<Msg>) -> Html {
    let inside = match cell {
        Cell::Text(text) => html! { text },
        Cell::Code(text) => code_text(text),
        Cell::Mark(badge) if row.state.is_none() => badge_view(*badge),
        Cell::Mark(Badge { text, tone }) => {
            let key = row.key.clone();
            let pressed = selected_row == Some(key.as_str());
            html! {
                <button
                    type="button"
                    class={classes!("mark", tone.class())}
                    title="Show possible transitions"
                    aria-pressed={pressed.to_string()}
                    onclick={send.reform(move |_| Msg::View(ViewChange::SelectRow(key.clone())))}
                >
                    { *text }
                </button>
            }
        }
    };
    if place == 0 {
        html! { <th scope="row">{ inside }if let Some(end) = &row.end { <code class="end">{ end }</code> }if is_changed { <span class="mark warm changed-mark">{ "changed" }</span> }</th> }
    } else {
        html! { <td>{ inside }</td> }
    }
}
