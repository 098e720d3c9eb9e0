//! A button that copies a text.

use super::controls::named_button;
use crate::app::Msg;
use yew::prelude::*;

/// The button.
pub(super) fn copy_button(what: &'static str, text: &str, send: &Callback<Msg>) -> Html {
    let msg = Msg::Copy { what: what.to_owned(), text: text.to_owned() };
    named_button("small", "Copy", format!("Copy {what}"), send, msg)
}
