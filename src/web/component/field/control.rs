//! The control that edits a field.

use super::{described_by, field_list, field_view};
use crate::app::Msg;
use crate::app::draft::Edit;
use crate::app::form::moment::from_picker;
use crate::app::form::{Control, Field};
use crate::app::suggestion::Suggestion;
use crate::web::component::controls::{ToMsg, button, check, on_change, on_input};
use crate::web::component::prose::prose;
use crate::web::component::select::Select;
use crate::web::component::suggestions::suggestion_list;
use crate::web::component::text::code_text;
use yew::prelude::*;

const NO_PARTS: &str = "The text is not a JSON object with only `Effect`, `Action` and `Condition`, so only the text can be edited.";

/// The control of a field.
pub(super) fn control(field: &Field, send: &Callback<Msg>) -> Html {
    let edit = |edit: Edit| Msg::EditField(field.path.clone(), edit);
    match &field.control {
        Control::Text { value, multiline: true, suggestions, .. } => html! {
            <>
                { area(field, value, send) }
                { suggestion_list(field, value, suggestions, send, Edit::Text) }
            </>
        },
        Control::Text { value, multiline: false, suggestions, is_token } => html! {
            <>
                <div class="with-button">
                    { line(field, value, suggestions, "text", send, Edit::Text) }
                    if *is_token {
                        { button("", "Generate new token", send, Msg::GenerateToken(field.path.clone())) }
                    }
                </div>
                { suggestion_list(field, value, suggestions, send, Edit::Text) }
            </>
        },
        Control::Moment { value, picked, suggestions } => html! {
            <>
                <div class="with-button">
                    { line(field, value, suggestions, "text", send, Edit::Text) }
                    { picker(field, picked, send) }
                </div>
                { suggestion_list(field, value, suggestions, send, Edit::Text) }
            </>
        },
        Control::Template { value, parts } => html! {
            <>
                <div class="draft template" role="group" aria-label={format!("Parts of {}", field.path)}>
                    { parts.as_ref().map_or_else(|| prose(NO_PARTS), |parts| field_list(parts, send)) }
                </div>
                { area(field, value, send) }
            </>
        },
        Control::Number { value, suggestions } => html! {
            <>
                { line(field, value, suggestions, "numeric", send, Edit::Number) }
                { suggestion_list(field, value, suggestions, send, Edit::Number) }
            </>
        },
        Control::Choice { value, choices } => {
            let unknown = Some(value.as_str()).filter(|value| !value.is_empty() && !choices.contains(value));
            let values = unknown.into_iter().chain(choices.iter().copied());
            selection(field, values, value, send, |text| if text.is_empty() { Edit::Omit } else { Edit::Text(text) })
        }
        Control::Flag { value } => {
            let value = value.map(|value| value.to_string()).unwrap_or_default();
            selection(field, ["true", "false"].into_iter(), &value, send, |text| text.parse().map_or(Edit::Omit, Edit::Flag))
        }
        Control::Choices { choices, others } => {
            let boxes = choices.iter().map(|(choice, chosen)| check(code_text(choice), *chosen, send, edit(Edit::Toggle(choice.clone()))));
            let others = others.iter().map(|other| button("small", &format!("Remove {other}"), send, edit(Edit::Toggle(other.clone()))));
            html! { <div class="checks">{ for boxes }{ for others }</div> }
        }
        Control::List { elements } => html! {
            <>
                { for elements.iter().map(|element| field_view(element, send)) }
                { button("small", &format!("Add to {}", field.label), send, Msg::Add(field.path.clone())) }
            </>
        },
        Control::Group { members } if field.present => field_list(members, send),
        Control::Group { .. } => button("small", &format!("Add {}", field.label), send, Msg::Add(field.path.clone())),
        Control::WrongType { json } => html! {
            <input id={field.id()} type="text" class="code" readonly=true value={json.clone()} aria-describedby={described_by(field)} aria-invalid="true" />
        },
    }
}

/// The message for a new value of the control.
fn to_msg(field: &Field, edit: fn(String) -> Edit) -> ToMsg {
    let path = field.path.clone();
    Box::new(move |text| Some(Msg::EditField(path.clone(), edit(text))))
}

fn invalid(field: &Field) -> Option<&'static str> {
    (!field.violations.is_empty()).then_some("true")
}

fn line(
    field: &Field,
    value: &str,
    suggestions: &[Suggestion],
    mode: &'static str,
    send: &Callback<Msg>,
    edit: fn(String) -> Edit,
) -> Html {
    let id = field.id();
    let list = (!suggestions.is_empty()).then(|| format!("{id}-list"));
    html! {
        <input
            {id} {list} type="text" inputmode={mode} class="code" spellcheck="false" autocomplete="off" autocapitalize="off"
            value={value.to_owned()} aria-describedby={described_by(field)} aria-invalid={invalid(field)}
            oninput={on_input(send, to_msg(field, edit))}
        />
    }
}

/// The browser's picker for a time. What it cannot show leaves it empty.
fn picker(field: &Field, picked: &str, send: &Callback<Msg>) -> Html {
    let path = field.path.clone();
    let to_msg = move |value: String| Some(Msg::EditField(path.clone(), Edit::Text(from_picker(&value)?)));
    html! {
        <input
            type="datetime-local" step="1" aria-label={format!("{} in UTC", field.path)} value={picked.to_owned()}
            oninput={on_input(send, Box::new(to_msg))}
        />
    }
}

fn area(field: &Field, value: &str, send: &Callback<Msg>) -> Html {
    html! {
        <textarea
            id={field.id()} class="code" spellcheck="false" rows={value.lines().count().clamp(3, 16).to_string()}
            value={value.to_owned()} aria-describedby={described_by(field)} aria-invalid={invalid(field)}
            oninput={on_input(send, to_msg(field, Edit::Text))}
        />
    }
}

fn selection<'a>(
    field: &Field,
    values: impl Iterator<Item = &'a str>,
    selected: &str,
    send: &Callback<Msg>,
    edit: fn(String) -> Edit,
) -> Html {
    let absent = (String::new(), "Not sent".to_owned());
    let values: Vec<_> = std::iter::once(absent).chain(values.map(|value| (value.to_owned(), value.to_owned()))).collect();
    html! {
        <Select
            id={field.id()}
            described_by={described_by(field)}
            invalid={invalid(field)}
            options={values}
            selected={selected.to_owned()}
            onchange={on_change(send, to_msg(field, edit))}
        />
    }
}
