//! The chosen resource: which account may do what with it from here, what belongs to it, and its history.

use super::controls::{button, press};
use super::relations::relation_tree;
use super::text::{code_text, column, empty_line, heading, hint_line};
use crate::app::Msg;
use crate::app::parts::Part;
use crate::app::relations::relations;
use crate::app::resource::{Right, Rights, history, rights};
use crate::app::timeline::Timeline;
use simulator::Operation;
use yew::prelude::*;

/// The panel of the resource with this ARN.
pub(super) fn resource_panel(arn: &str, timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let events = history(arn, timeline);
    let event = |event: &crate::app::resource::Event| {
        html! { <li>{ button("small", &format!("Step {}", event.step), send, Msg::SelectPoint(event.step)) }{ " " }{ &event.text }</li> }
    };
    html! {
        <section class="resource-panel" aria-label="Resource">
            { for rights(arn, timeline).map(|rights| rights_table(&rights, send)) }
            { for relations(arn, timeline).map(|root| relation_tree(&root, arn, send)) }
            <p>{ button("small", "Reachable states", send, Part::Explore.open(arn)) }</p>
            { heading("History") }
            if events.is_empty() {
                { empty_line("No step has changed this resource.") }
            } else {
                <ol class="history">{ for events.iter().map(event) }</ol>
            }
        </section>
    }
}

fn rights_table(rights: &Rights, send: &Callback<Msg>) -> Html {
    let accounts = rights.accounts.iter().map(column);
    let rows = rights.rows.iter().map(|(operation, row)| {
        html! { <tr><th scope="row">{ code_text(operation.name) }</th>{ for row.iter().map(|right| cell(operation, right, send)) }</tr> }
    });
    html! {
        <>
            <div class="scroll" tabindex="0" role="region" aria-label="Who may do what from here">
                <table>
                    <caption>{ "Who may do what from here" }</caption>
                    <thead><tr>{ column("Operation") }{ for accounts }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            { hint_line("Each call was tried on a copy of the session. Choose a cell to put the call into the form.") }
        </>
    }
}

fn cell(operation: &Operation, right: &Right, send: &Callback<Msg>) -> Html {
    let Right { call, result, detail, succeeds } = right;
    let tone = if *succeeds { "good" } else { "bad" };
    let name = format!("{} as {}: {result}", operation.name, call.account);
    html! {
        <td>
            <button type="button" class={classes!("mark", tone)} title={detail.clone()} aria-label={name} onclick={press(send, Msg::ComposeCall(Box::new(call.clone())))}>
                { result }
            </button>
        </td>
    }
}
