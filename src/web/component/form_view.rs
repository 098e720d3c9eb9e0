//! The draft as a form.

use super::field::FieldView;
use crate::app::form::{Form, Unshowable};
use crate::app::{Look, Mode, Msg};
use yew::prelude::*;

/// Properties of [`FormView`].
#[derive(Properties, PartialEq)]
pub(super) struct FormViewProps {
    /// The form.
    pub(super) form: Form,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The form, or why the text can't be one.
#[component]
pub(super) fn FormView(props: &FormViewProps) -> Html {
    let FormViewProps { form, send } = props;
    match &form.fields {
        Ok(fields) => html! {
            <>
                if fields.is_empty() {
                    <p class="empty">{ "this operation takes no members" }</p>
                }
                { for fields.iter().map(|field| html! { <FieldView key={field.id()} field={field.clone()} {send} /> }) }
                if !form.unknown.is_empty() {
                    <p class="hint">{ format!("kept, and ignored by the service: {}", form.unknown.join(", ")) }</p>
                }
            </>
        },
        Err(reason) => {
            let text = match reason {
                Unshowable::Unreadable(error) => {
                    format!("the text is not JSON: {}, at line {}, column {}", error.message, error.line, error.column)
                }
                Unshowable::NotAnObject => "the text is JSON and not an object, so it has no fields".to_owned(),
            };
            html! {
                <div class="notice bad">
                    <p>{ text }{ "; it is kept as it is, and can be sent as it is" }</p>
                    <button type="button" onclick={send.reform(|_| Msg::Look(Look::Mode(Mode::Json)))}>{ "Show it as JSON" }</button>
                </div>
            }
        }
    }
}
