//! What the browser keeps for the next visit. It may be full, blocked or absent: each is a sentence, never an exception.

use crate::app::{Slot, Stored, Theme};
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, StorageEvent};
use yew::Callback;

const THEME: &str = "grant-playground/theme";

/// Reads everything that was kept.
pub(super) fn load() -> Stored {
    let storage = match storage() {
        Ok(storage) => storage,
        Err(problem) => return Stored { problem: Some(problem), ..Stored::default() },
    };
    let read = |key: &str| storage.get_item(key).ok().flatten();
    Stored {
        session: read(Slot::Session.key()),
        drafts: read(Slot::Drafts.key()),
        undo: read(Slot::Undo.key()),
        theme: read(THEME).map_or_else(Theme::default, |name| Theme::named(&name)),
        problem: None,
    }
}

/// Keeps a text, or says why it can't be kept.
pub(super) fn save(slot: Slot, text: &str) -> Result<(), String> {
    storage()?.set_item(slot.key(), text).map_err(|error| reason(&error))
}

/// Keeps the theme. Where nothing can be kept, the theme lasts until the page is closed.
pub(super) fn save_theme(theme: Theme) {
    if let Ok(storage) = storage() {
        let _ = storage.set_item(THEME, theme.name());
    }
}

/// Reports the session whenever another tab of this page keeps one, as long as the listener is held.
pub(super) fn watch(kept: Callback<String>) -> EventListener {
    EventListener::new(&gloo::utils::window(), "storage", move |event| {
        let event = event.dyn_ref::<StorageEvent>();
        let session = event.filter(|event| event.key().as_deref() == Some(Slot::Session.key())).and_then(StorageEvent::new_value);
        if let Some(session) = session {
            kept.emit(session);
        }
    })
}

fn storage() -> Result<Storage, String> {
    let blocked = || "storage is blocked for this page".to_owned();
    gloo::utils::window().local_storage().map_err(|error| format!("{} ({})", blocked(), reason(&error)))?.ok_or_else(blocked)
}

fn reason(error: &JsValue) -> String {
    match error.dyn_ref::<DomException>() {
        Some(exception) if exception.name() == "QuotaExceededError" => "the storage for this page is full".to_owned(),
        Some(exception) => exception.message(),
        None => "the browser gave no reason".to_owned(),
    }
}
