//! A field of the form: its name, control, constraints, help text and violations.

mod control;

use super::controls::named_button;
use super::prose::prose;
use crate::app::Msg;
use crate::app::draft::Edit;
use crate::app::form::{Control, Field};
use control::control;
use yew::prelude::*;

/// The field.
pub(super) fn field_view(field: &Field, send: &Callback<Msg>) -> Html {
    match &field.control {
        Control::Text { .. } | Control::Choice { .. } | Control::Number { .. } | Control::Flag { .. } | Control::WrongType { .. } => {
            let class = classes!("field", (!field.violations.is_empty()).then_some("violated"));
            html! {
                <div {class} key={field.id()}>
                    <div class="field-head"><label for={field.id()}>{ name(field) }</label>{ marks(field, send) }</div>
                    { control(field, send) }
                    { below(field) }
                </div>
            }
        }
        Control::Choices { .. } | Control::List { .. } | Control::Group { .. } => {
            let class = classes!("field", "group", (!field.violations.is_empty()).then_some("violated"));
            html! {
                <fieldset {class} key={field.id()} id={field.id()} tabindex="-1" aria-describedby={described_by(field)}>
                    <legend>{ name(field) }</legend>
                    <div class="field-head">{ marks(field, send) }</div>
                    { control(field, send) }
                    { below(field) }
                </fieldset>
            }
        }
    }
}

fn name(field: &Field) -> Html {
    html! { <code>{ &field.label }</code> }
}

fn described_by(field: &Field) -> String {
    format!("{}-help", field.id())
}

/// Whether it is required, and a button that removes it from the request.
fn marks(field: &Field, send: &Callback<Msg>) -> Html {
    html! {
        <span class="marks">
            if field.required {
                <span class="mark">{ "required" }</span>
            }
            if field.present {
                { named_button("quiet small", "Remove", format!("Remove {}", field.path), send, Msg::EditField(field.path.clone(), Edit::Omit)) }
            } else {
                <span class="mark off">{ "not sent" }</span>
            }
        </span>
    }
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
