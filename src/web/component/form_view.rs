//! The draft as a form.

use super::controls::button;
use super::field::field_list;
use super::text::empty_line;
use crate::app::form::Form;
use crate::app::{Mode, Msg, ViewChange};
use yew::prelude::*;

/// The form, or why the text can't be one.
pub(super) fn form_view(form: &Form, send: &Callback<Msg>) -> Html {
    match &form.fields {
        Ok(fields) => html! {
            <>
                if fields.is_empty() {
                    { empty_line("This operation has no input members.") }
                }
                { field_list(fields, send) }
                if !form.unknown.is_empty() {
                    <p class="hint">{ format!("The service ignores these members: {}. They stay in the draft.", form.unknown.join(", ")) }{ for form.nearest.iter().map(|(unknown, known)| format!(" Did you mean {known} instead of {unknown}?")) }</p>
                }
            </>
        },
        Err(reason) => html! {
            <div class="notice bad">
                <p>{ format!("{} You can correct it in the JSON view, or send it as it is.", reason.problem()) }</p>
                { button("", "Show JSON", send, Msg::View(ViewChange::Mode(Mode::Json))) }
            </div>
        },
    }
}
