//! The draft as text.

use super::event::area_text;
use crate::app::Msg;
use crate::app::form::{Complaint, Form, Unshowable};
use crate::web::effects::JSON_TEXT;
use yew::prelude::*;

/// Properties of [`JsonView`].
#[derive(Properties, PartialEq)]
pub(super) struct JsonViewProps {
    /// The text.
    pub(super) text: String,
    /// What it is as a form.
    pub(super) form: Form,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The text, and what is wrong with it.
#[component]
pub(super) fn JsonView(props: &JsonViewProps) -> Html {
    let JsonViewProps { text, form, send } = props;
    let problem = match &form.fields {
        Ok(_) => None,
        Err(Unshowable::Unreadable(error)) => Some(format!("not JSON: {}, at line {}, column {}", error.message, error.line, error.column)),
        Err(Unshowable::NotAnObject) => Some("JSON, and not an object".to_owned()),
    };
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
                value={text.clone()}
                aria-describedby="json-problems"
                oninput={send.reform(|event: InputEvent| Msg::Type(area_text(&event)))}
            />
            <div id="json-problems">
                if let Some(problem) = problem {
                    <p class="violation">{ problem }</p>
                }
                <ComplaintList complaints={form.complaints.clone()} />
            </div>
        </>
    }
}

/// Properties of [`ComplaintList`].
#[derive(Properties, PartialEq)]
struct ComplaintListProps {
    complaints: Vec<Complaint>,
}

#[component]
fn ComplaintList(props: &ComplaintListProps) -> Html {
    let rows = props.complaints.iter().map(|complaint| html! { <li><code>{ &complaint.member }</code>{ ": " }{ &complaint.text }</li> });
    if props.complaints.is_empty() { Html::default() } else { html! { <ul class="violation">{ for rows }</ul> } }
}
