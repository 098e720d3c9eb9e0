//! The draft as JSON text.

use super::controls::on_input;
use super::text::code_text;
use crate::app::Msg;
use crate::app::form::{FieldViolation, Form};
use crate::web::effects::JSON_TEXT;
use yew::prelude::*;

/// The text and its violations.
pub(super) fn json_view(text: &str, form: &Form, send: &Callback<Msg>) -> Html {
    let rows = text.lines().count().clamp(10, 30).to_string();
    html! {
        <>
            <label class="json" for={JSON_TEXT}>{ "Members as JSON" }</label>
            <textarea
                id={JSON_TEXT}
                class="code"
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                {rows}
                value={text.to_owned()}
                aria-describedby="json-problems"
                oninput={on_input(send, Box::new(|text| Some(Msg::SetText(text))))}
            />
            <div id="json-problems">
                if let Some(problem) = &form.problem {
                    <p class="violation">{ problem }</p>
                }
                { violation_list(&form.violations) }
            </div>
        </>
    }
}

fn violation_list(violations: &[FieldViolation]) -> Html {
    let rows = violations.iter().map(|violation| html! { <li>{ code_text(&violation.member) }{ ": " }{ &violation.text }</li> });
    if violations.is_empty() {
        Html::default()
    } else {
        html! { <ul class="violation">{ for rows }</ul> }
    }
}
