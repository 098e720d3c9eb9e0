//! The effects that `update` returns.

use super::{Divider, Pane, SessionId, Theme, Write};

/// Something only the browser can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Give the panes at a divider their parts of the page, in thousandths.
    ShowPosition(Divider, u32),
    /// Store something for the next visit: all of it, or nothing.
    Store(Vec<Write>),
    /// Read a stored session.
    Load(SessionId),
    /// Load the file with the sessions of the examples.
    LoadExamples,
    /// Load the file of a lesson, by its name.
    LoadLesson(&'static str),
    /// Go on with the session that is being opened, as soon as the browser had its turn.
    PlayOn,
    /// Copy a text to the clipboard. `what` names it for the announcement.
    Copy {
        /// What it is, for example `the response`.
        what: String,
        /// The text.
        text: String,
    },
    /// Download a text as a file.
    Download {
        /// The file's name.
        name: String,
        /// The text.
        text: String,
    },
    /// Show and save a theme.
    SetTheme(Theme),
    /// Move the focus to the heading of the response.
    FocusResponse,
    /// Move the focus to a field of the form, by its member (`Options.ActivationOverrideBehavior`).
    FocusField(String),
    /// Move the focus to an uncertain point, by its number.
    FocusPoint(u8),
    /// Move the focus to a setting, by the id of its control.
    FocusSetting(String),
    /// Bring the row of the chosen resource into view, and move the focus to it.
    FocusRow,
    /// Move the focus to the heading of a pane.
    FocusPane(Pane),
    /// Move the focus to the JSON text.
    FocusJson,
}
