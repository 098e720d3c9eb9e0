//! The operations of both services and the examples: a list in groups, with a search field.

use super::controls::{button, on_input, press};
use super::fold::fold;
use super::prose::prose;
use super::text::heading;
use crate::app::{Msg, View, ViewChange, examples, is_found};
use simulator::Operation;
use simulator::index::SERVICES;
use yew::prelude::*;

/// Properties of [`Operations`].
#[derive(Properties, PartialEq)]
pub(super) struct OperationsProps {
    /// The chosen operation.
    pub(super) chosen: &'static Operation,
    /// The view, with the search text and the open groups.
    pub(super) view: View,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// A row of the list.
struct Row {
    title: &'static str,
    line: &'static str,
    is_chosen: bool,
    /// A link to the same thing, for handing on.
    link: Option<String>,
    msg: Msg,
}

/// The list.
#[component]
pub(super) fn Operations(props: &OperationsProps) -> Html {
    let OperationsProps { chosen, view, send } = props;
    let mut number = 0;
    let mut first = None;
    let mut section = |title: &'static str, groups: Vec<(&'static str, Vec<Row>)>| {
        let mut shown = Vec::new();
        for (group, rows) in groups {
            let rows: Vec<_> = rows.into_iter().filter(|row| is_found(&[row.title, row.line, group, title], &view.search)).collect();
            if let Some(row) = rows.first() {
                first.get_or_insert_with(|| row.msg.clone());
                // A group is open after a click on its name, and during a search.
                let open = view.open_groups.has(number) || !view.search.trim().is_empty();
                let content = || html! { <ul>{ for rows.iter().map(|row| row_view(row, send)) }</ul> };
                shown.push(fold(number, group, rows.len().into(), open.then(content), send));
            }
            number += 1;
        }
        (!shown.is_empty()).then(|| html! { <section aria-label={title}>{ heading(title) }{ for shown }</section> })
    };
    let mut sections = Vec::new();
    for service in SERVICES {
        let groups = service.groups.iter().map(|group| {
            let row = |operation: &&'static Operation| Row {
                title: operation.name,
                line: operation.summary,
                is_chosen: operation == chosen,
                link: None,
                msg: Msg::ChooseOperation(operation),
            };
            (group.title, group.operations.iter().map(row).collect())
        });
        sections.extend(section(service.title, groups.collect()));
    }
    let examples = examples::topics().map(|topic| (topic, example_rows(topic)));
    sections.extend(section("Lessons and examples", [("Lessons", lesson_rows())].into_iter().chain(examples).collect()));
    let choose_first = {
        let send = send.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(msg) = first.clone().filter(|_| event.key() == "Enter" && !event.ctrl_key() && !event.meta_key()) {
                send.emit(msg);
            }
        })
    };
    html! {
        <>
            <h2 id="operations-heading">{ "Operations" }</h2>
            <label>
                <span class="visually-hidden">{ "Search operations and examples" }</span>
                <input
                    type="search"
                    placeholder="Search"
                    value={view.search.clone()}
                    oninput={on_input(send, Box::new(|text| Some(Msg::View(ViewChange::Search(text)))))}
                    onkeydown={choose_first}
                />
            </label>
            // The results have their own element, so that the search field keeps its position and the focus.
            <div class="found">
                if sections.is_empty() {
                    <p class="empty">{ prose(&format!("No operation or example matches `{}`. ", view.search.trim())) }{ button("small", "Clear search", send, Msg::View(ViewChange::Search(String::new()))) }</p>
                }
                { for sections }
            </div>
        </>
    }
}

/// The lessons, and all examples, grouped by topic.
pub(super) fn example_list(send: &Callback<Msg>) -> Html {
    let group = |title: &'static str, rows: &[Row]| {
        html! { <><h4>{ title }</h4><ul class="rows">{ for rows.iter().map(|row| row_view(row, send)) }</ul></> }
    };
    let topics = examples::topics().map(|topic| group(topic, &example_rows(topic)));
    [group("Lessons", &lesson_rows())].into_iter().chain(topics).collect()
}

fn lesson_rows() -> Vec<Row> {
    let row = |lesson: &examples::Lesson| Row {
        title: lesson.title,
        line: lesson.look_at,
        is_chosen: false,
        link: Some(format!("#lesson={}", lesson.file)),
        msg: Msg::OpenLesson(lesson.file),
    };
    examples::LESSONS.iter().map(row).collect()
}

fn example_rows(topic: &'static str) -> Vec<Row> {
    let examples = examples::ALL.iter().enumerate().filter(|(_, example)| example.topic == topic);
    let row = |(index, example): (usize, &examples::Example)| Row {
        title: example.title,
        line: example.look_at,
        is_chosen: false,
        link: Some(format!("#example={}", example.file)),
        msg: Msg::OpenExample(index),
    };
    examples.map(row).collect()
}

fn row_view(row: &Row, send: &Callback<Msg>) -> Html {
    let Row { title, line, is_chosen, link, msg } = row;
    let inside = html! { <><span class="name">{ *title }</span><span class="line">{ *line }</span></> };
    html! {
        <li key={*title}>
            if let Some(link) = link {
                <a class="row" href={link.clone()} title={*line} onclick={follow(send, msg.clone())}>{ inside }</a>
            } else {
                <button type="button" class="row" title={*line} aria-current={is_chosen.then_some("true")} onclick={press(send, msg.clone())}>{ inside }</button>
            }
        </li>
    }
}

/// A click opens it here. With Ctrl, Shift or another button of the mouse, the browser follows the link.
fn follow(send: &Callback<Msg>, msg: Msg) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            send.emit(msg.clone());
        }
    })
}
