//! What `update` asks the page to do.

use super::Theme;

/// Something only the browser can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Keep a text for the next visit.
    Save(Slot, String),
    /// Put a text on the clipboard. `what` names it for the notice.
    Copy {
        /// What it is, for example `the response`.
        what: String,
        /// The text.
        text: String,
    },
    /// Offer a text as a file.
    Download {
        /// The file's name.
        name: String,
        /// The text.
        text: String,
    },
    /// Show and keep a theme.
    SetTheme(Theme),
    /// Move the focus to the answer's heading.
    FocusAnswer,
    /// Move the focus to a field of the form, by its member (`Options.ActivationOverrideBehavior`).
    FocusField(String),
    /// Move the focus to an uncertain point, by its number.
    FocusPoint(u8),
    /// Move the focus to the JSON text.
    FocusJson,
}

/// Where a text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The session.
    Session,
    /// What is being composed.
    Drafts,
    /// The session that was last replaced, and can be brought back.
    Undo,
}

impl Slot {
    /// The key in the browser's storage.
    pub fn key(self) -> &'static str {
        match self {
            Self::Session => "grant-playground/session",
            Self::Drafts => "grant-playground/drafts",
            Self::Undo => "grant-playground/undo",
        }
    }
}
