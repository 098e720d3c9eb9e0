//! Texts in the browser's local storage: the theme, which is needed before anything else, and what earlier versions of the page
//! stored there.

use crate::app::{Stored, Theme};
use web_sys::Storage;

const THEME: &str = "grant-playground/theme";
const SESSION: &str = "grant-playground/session";
const DRAFTS: &str = "grant-playground/drafts";
const UNDO: &str = "grant-playground/undo";

/// The theme; the system's if none was stored.
pub(super) fn load_theme() -> Theme {
    read(THEME).map_or_else(Theme::default, |name| Theme::named(&name))
}

/// Stores the theme. Where nothing can be stored, the theme lasts until the page is closed.
pub(in crate::web) fn save_theme(theme: Theme) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(THEME, theme.name());
    }
}

/// Reads what an earlier version of the page stored.
pub(super) fn load_earlier(stored: &mut Stored) {
    stored.earlier.session = read(SESSION);
    stored.earlier.undo = read(UNDO);
    if stored.drafts.is_none() {
        stored.drafts = read(DRAFTS);
    }
}

/// Removes what an earlier version of the page stored.
pub(super) fn remove_earlier() {
    if let Some(storage) = storage() {
        for key in [SESSION, DRAFTS, UNDO] {
            let _ = storage.remove_item(key);
        }
    }
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}
