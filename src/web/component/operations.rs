//! The operations of both services, searchable, and the examples.

use super::controls::{on_input, press};
use crate::app::{Look, Msg, examples};
use crate::service::{Operation, Service};
use yew::prelude::*;

/// Properties of [`Operations`].
#[derive(Properties, PartialEq)]
pub(super) struct OperationsProps {
    /// The chosen operation.
    pub(super) chosen: &'static Operation,
    /// The text that is searched for.
    pub(super) search: String,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The list.
#[component]
pub(super) fn Operations(props: &OperationsProps) -> Html {
    let OperationsProps { chosen, search, send } = props;
    let fits = |texts: [&str; 2]| is_found(texts, search);
    let services = Service::ALL.into_iter().filter_map(|service| {
        let found: Vec<_> = service.operations().filter(|operation| fits([operation.name, operation.summary])).collect();
        (!found.is_empty()).then(|| {
            html! {
                <section key={service.prefix()} aria-label={service.title()}>
                    <h3>{ service.title() }</h3>
                    <ul>{ for found.into_iter().map(|operation| operation_row(operation, operation == *chosen, send)) }</ul>
                </section>
            }
        })
    });
    let services: Vec<Html> = services.collect();
    let examples = example_rows(search, send);
    let nothing = services.is_empty() && examples.is_empty();
    html! {
        <>
            <h2 id="operations-heading">{ "Operations" }</h2>
            <label class="search">
                <span class="visually-hidden">{ "Search operations and examples" }</span>
                <input
                    type="search"
                    placeholder="Search"
                    value={search.clone()}
                    oninput={on_input(send, Box::new(|text| Some(Msg::Look(Look::Search(text)))))}
                />
            </label>
            { for services }
            if !examples.is_empty() {
                <section aria-label="Examples">
                    <h3>{ "Examples" }</h3>
                    <ul>{ for examples }</ul>
                </section>
            }
            if nothing {
                <p class="empty">{ format!("nothing matches `{}`", search.trim()) }</p>
            }
        </>
    }
}

/// The examples that match a text.
pub(super) fn example_rows(search: &str, send: &Callback<Msg>) -> Vec<Html> {
    let found = examples::ALL.iter().enumerate().filter(|(_, example)| is_found([example.title, example.look_at], search));
    found.map(|(index, example)| row(example.title, example.look_at, false, press(send, Msg::LoadExample(index)))).collect()
}

fn is_found(texts: [&str; 2], search: &str) -> bool {
    let wanted = search.trim().to_ascii_lowercase();
    texts.iter().any(|text| text.to_ascii_lowercase().contains(&wanted))
}

fn operation_row(operation: &'static Operation, is_chosen: bool, send: &Callback<Msg>) -> Html {
    row(operation.name, operation.summary, is_chosen, press(send, Msg::Choose(operation)))
}

fn row(title: &'static str, line: &'static str, is_chosen: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <li key={title}>
            <button type="button" class="row" title={line} aria-current={is_chosen.then_some("true")} {onclick}>
                <span class="name">{ title }</span>
                <span class="line">{ line }</span>
            </button>
        </li>
    }
}
