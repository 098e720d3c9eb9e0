//! A field of the form: its name, control, constraints, help text and violations.

mod control;

use super::controls::{named_button, press};
use super::prose::prose;
use super::text::code_text;
use crate::app::Msg;
use crate::app::form::{Control, Field};
use control::control;
use yew::prelude::*;

/// The fields that the form shows, and a button for each other member.
pub(super) fn field_list(fields: &[Field], send: &Callback<Msg>) -> Html {
    let (shown, others): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.is_shown());
    let add = |field: &Field| {
        let msg = Msg::Add(field.path.clone());
        html! {
            <button type="button" key={field.id()} id={field.id()} class="chip" title={field.doc} aria-label={format!("Add {}", field.path)} onclick={press(send, msg)}>
                { format!("+ {}", field.label) }
            </button>
        }
    };
    html! {
        <>
            { for shown.into_iter().map(|field| field_view(field, send)) }
            if !others.is_empty() {
                <div key="optional-members" class="chips" role="group" aria-label="Optional members">{ for others.into_iter().map(add) }</div>
            }
        </>
    }
}

/// The field.
pub(super) fn field_view(field: &Field, send: &Callback<Msg>) -> Html {
    match &field.control {
        Control::Text { .. }
        | Control::Moment { .. }
        | Control::Template { .. }
        | Control::Choice { .. }
        | Control::Number { .. }
        | Control::Flag { .. }
        | Control::WrongType { .. } => {
            let class = classes!("field", (!field.violations.is_empty()).then_some("violated"));
            html! {
                <div {class} key={field.id()}>
                    <div class="field-head"><label for={field.id()}>{ name(field) }</label>{ marks(field) }</div>
                    { control(field, send) }
                    { remove(field, send) }
                    { below(field) }
                </div>
            }
        }
        Control::Choices { .. } | Control::List { .. } | Control::Group { .. } => {
            let class = classes!("field", "group", (!field.violations.is_empty()).then_some("violated"));
            html! {
                <fieldset {class} key={field.id()} id={field.id()} tabindex="-1" aria-describedby={described_by(field)}>
                    <legend>{ name(field) }</legend>
                    <div class="field-head">{ marks(field) }</div>
                    { control(field, send) }
                    { remove(field, send) }
                    { below(field) }
                </fieldset>
            }
        }
    }
}

fn name(field: &Field) -> Html {
    code_text(&field.label)
}

fn described_by(field: &Field) -> String {
    format!("{}-help", field.id())
}

/// Whether it is required, and whether the request has it.
fn marks(field: &Field) -> Html {
    html! {
        <span class="marks">
            if field.required {
                <span class="mark">{ "required" }</span>
            }
            if !field.present {
                <span class="mark off">{ "not sent" }</span>
            }
        </span>
    }
}

/// The button that removes it from the request. It comes after the control, so that Tab goes from field to field.
fn remove(field: &Field, send: &Callback<Msg>) -> Html {
    if !field.present {
        return Html::default();
    }
    named_button("quiet small remove", "Remove", format!("Remove {}", field.path), send, Msg::RemoveMember(field.path.clone()))
}

/// The violations, the help text and the constraints.
fn below(field: &Field) -> Html {
    html! {
        <div id={described_by(field)} class="below">
            if !field.guidance.is_empty() {
                <p>{ prose(field.guidance) }</p>
            }
            { for field.violations.iter().map(|violation| html! { <p class="violation">{ violation }</p> }) }
            if !field.doc.is_empty() || !field.hints.is_empty() {
                <p class="hint">
                    { prose(field.doc) }
                    { for field.hints.iter().map(|hint| html! { <span class="bound">{ hint }</span> }) }
                </p>
            }
        </div>
    }
}
