//! The table of every member's constraints, with the differences between the editions of the API model.

use super::text::{code_text, column, summary};
use crate::app::constraint_table::rows;
use simulator::schema::Vintage;
use simulator::{Operation, license_manager};
use yew::prelude::*;

/// The table.
pub(super) fn constraint_table(operation: &'static Operation, vintage: Vintage) -> Html {
    // RAM's model has one edition.
    let editions = operation.service == &license_manager::SERVICE;
    let lines = |texts: &[String]| texts.iter().map(|text| html! { <div>{ text }</div> }).collect::<Html>();
    let rows = rows(operation, vintage).into_iter().map(|row| {
        html! {
            <tr key={row.member.clone()}>
                <th scope="row">{ code_text(&row.member) }</th>
                <td>{ &row.kind }</td>
                <td>{ if row.required { "Yes" } else { "No" } }</td>
                <td class="code">{ lines(&row.bounds) }</td>
                if editions {
                    <td class="code">{ lines(&row.differences) }</td>
                }
            </tr>
        }
    });
    let caption = if editions {
        format!("Members of {} in the {} edition of the API model", operation.name, vintage.name())
    } else {
        format!("Members of {}", operation.name)
    };
    html! {
        <details class="constraints">
            { summary(format!("Constraints of {}", operation.name)) }
            <div class="scroll" tabindex="0" role="region" aria-label={format!("Constraints of {}", operation.name)}>
                <table>
                    <caption>{ caption }</caption>
                    <thead><tr>
                        { column("Member") }{ column("Type") }{ column("Required") }{ column("Constraints") }
                        if editions {
                            { column("Other editions") }
                        }
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </details>
    }
}
