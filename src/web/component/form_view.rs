//! The draft as a form.

use super::controls::button;
use super::field::field_view;
use crate::app::form::Form;
use crate::app::{Look, Mode, Msg};
use yew::prelude::*;

/// The form, or why the text can't be one.
pub(super) fn form_view(form: &Form, send: &Callback<Msg>) -> Html {
    match &form.fields {
        Ok(fields) => html! {
            <>
                if fields.is_empty() {
                    <p class="empty">{ "this operation takes no members" }</p>
                }
                { for fields.iter().map(|field| field_view(field, send)) }
                if !form.unknown.is_empty() {
                    <p class="hint">{ format!("kept, and ignored by the service: {}", form.unknown.join(", ")) }</p>
                }
            </>
        },
        Err(reason) => html! {
            <div class="notice bad">
                <p>{ format!("the text is {}; it is kept as it is, and can be sent as it is", reason.problem()) }</p>
                { button("", "Show it as JSON", send, Msg::Look(Look::Mode(Mode::Json))) }
            </div>
        },
    }
}
