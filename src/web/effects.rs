//! Carrying out what `app::update` asks for.

use super::{storage, window};
use crate::app::{Effect, Msg, Slot, form, point_id};
use yew::Callback;

/// The id of the response's heading, which gets the focus for a new response.
pub(super) const RESPONSE_HEADING: &str = "response-heading";
/// The id of the JSON text, which gets the focus if it is not valid JSON.
pub(super) const JSON_TEXT: &str = "json-text";

/// Carries an effect out. What fails comes back as a message.
pub(super) fn carry_out(effect: Effect, send: &Callback<Msg>) {
    match effect {
        Effect::Save(slot, text) => {
            // Where there is room for the session alone, that is what counts.
            if let Err(reason) = storage::save(slot, &text)
                && slot != Slot::Undo
            {
                send.emit(Msg::NotKept(reason));
            }
        }
        Effect::Copy { what, text } => {
            let done = send.reform(move |result: Result<(), String>| match result {
                Ok(()) => Msg::Copied(what.clone()),
                Err(problem) => Msg::Failed(problem),
            });
            window::copy(&text, done);
        }
        Effect::Download { name, text } => {
            if let Err(problem) = window::download(&name, &text) {
                send.emit(Msg::Failed(problem));
            }
        }
        Effect::SetTheme(theme) => {
            window::show_theme(theme);
            storage::save_theme(theme);
        }
        Effect::FocusAnswer => window::focus(RESPONSE_HEADING),
        Effect::FocusField(member) => window::focus(&form::id_of(&member)),
        Effect::FocusPoint(number) => window::focus(&point_id(number)),
        Effect::FocusJson => window::focus(JSON_TEXT),
    }
}
