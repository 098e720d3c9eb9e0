//! What an event's element holds. An event without one holds nothing.

use crate::app::Msg;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The text in the input that was typed in.
pub(super) fn input_text(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// The text in the text area that was typed in.
pub(super) fn area_text(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default()
}

/// The value of the input or select that was changed.
pub(super) fn changed_value(event: &Event) -> String {
    let of_select = || event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).or_else(of_select).unwrap_or_default()
}

/// Whether the checkbox that was changed is checked.
pub(super) fn is_checked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// The text in an input that a component holds on to.
pub(super) fn text_in(input: &NodeRef) -> String {
    input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// A callback that sends a message for some events only.
pub(super) fn send_some<E: 'static>(send: &Callback<Msg>, message: impl Fn(E) -> Option<Msg> + 'static) -> Callback<E> {
    let send = send.clone();
    Callback::from(move |event| {
        if let Some(message) = message(event) {
            send.emit(message);
        }
    })
}
