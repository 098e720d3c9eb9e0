//! Runs the effects that `app::update` returns.

use super::storage::{self, Store};
use super::window;
use crate::app::{Effect, Msg, form, point_id};
use gloo::timers::callback::Timeout;
use yew::Callback;
use yew::platform::spawn_local;

/// The id of the response's heading, which gets the focus for a new response.
pub(super) const RESPONSE_HEADING: &str = "response-heading";
/// The id of the JSON text, which gets the focus if it is not valid JSON.
pub(super) const JSON_TEXT: &str = "json-text";

/// The row of the chosen resource.
const CHOSEN_ROW: &str = ".world tr.chosen";

/// How long a session that is opened waits at least for the browser, in milliseconds.
const PAUSE: u32 = 1;

/// Runs an effect. A failure is sent as a message.
pub(super) fn run(effect: Effect, store: &Store, send: &Callback<Msg>) {
    match effect {
        Effect::Store(writes) => store.write(writes, send.reform(|(reason, steps)| Msg::NotStored { reason, steps })),
        Effect::Load(id) => store.load(id, send.reform(Msg::Loaded)),
        Effect::LoadExamples => {
            let done = send.reform(Msg::ExamplesLoaded);
            spawn_local(async move { done.emit(window::fetch("examples.json").await) });
        }
        Effect::LoadLesson(file) => {
            let failed = |error| Msg::Failed(format!("The lesson could not be loaded: {error}."));
            let done = send.reform(move |text: Result<String, String>| text.map_or_else(failed, Msg::Import));
            spawn_local(async move { done.emit(window::fetch(&format!("lessons/{file}.json")).await) });
        }
        Effect::PlayOn => {
            let send = send.clone();
            Timeout::new(PAUSE, move || send.emit(Msg::PlayOn)).forget();
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
        Effect::ShowPosition(divider, position) => window::show_position(divider, position),
        Effect::FocusResponse => window::focus(RESPONSE_HEADING),
        Effect::FocusField(member) => window::focus(&form::id_of(&member)),
        Effect::FocusPoint(number) => window::focus(&point_id(number)),
        Effect::FocusSetting(id) => window::focus(&id),
        Effect::FocusRow => {
            window::scroll_to(CHOSEN_ROW);
            window::focus_on(&format!("{CHOSEN_ROW} button"));
        }
        Effect::FocusPane(pane) => window::focus(&format!("{}-heading", pane.label().to_ascii_lowercase())),
        Effect::FocusJson => window::focus(JSON_TEXT),
    }
}
