//! Notices: messages to the person beside the response, and what the person can do about each.

use super::draft::Draft;
use super::store::SessionId;

/// A notice. A problem, or a notice with a button, is on screen until it is dismissed; others go after some seconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its number, for dismissing it.
    pub id: u32,
    /// Its tone.
    pub tone: Tone,
    /// Its text.
    pub text: String,
    /// What the person can do about it.
    pub action: Option<NoticeAction>,
}

/// The tone of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Note,
    /// Something went wrong.
    Problem,
}

impl Tone {
    /// The notice's first word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Note => "Note",
            Self::Problem => "Problem",
        }
    }

    /// The tone, as the styles name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "quiet",
            Self::Problem => "bad",
        }
    }
}

/// What a person can do about a notice.
#[derive(Clone, Debug, PartialEq)]
pub enum NoticeAction {
    /// Opens a copy of a stored session: that of another tab, or that of the last visit after all.
    Open(SessionId),
    /// Restores a draft, and offers to restore the current one.
    RestoreDraft {
        /// The operation's IAM action.
        action: String,
        /// The draft.
        draft: Draft,
    },
    /// Saves a text as a file.
    Download {
        /// The file's name.
        name: String,
        /// The text.
        text: String,
    },
}

impl Notice {
    /// Whether it goes by itself: a note without a button.
    pub fn is_brief(&self) -> bool {
        self.tone == Tone::Note && self.action.is_none()
    }
}

impl NoticeAction {
    /// The button's text.
    pub fn label(&self) -> &'static str {
        match self {
            Self::RestoreDraft { .. } => "Restore draft",
            Self::Open(_) => "Open the other session",
            Self::Download { .. } => "Download",
        }
    }
}

/// A message of the simulator as a sentence of the page: with a capital letter and a full stop.
pub(super) fn sentence(message: &str) -> String {
    let mut letters = message.trim_end_matches('.').chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}

/// What happened, and the reason for it, as a sentence.
pub(super) fn because(what: &str, reason: &str) -> String {
    sentence(&format!("{what}: {reason}"))
}

/// What a notice is about: its text up to the reason, without what a person wrote. A newer notice about the same replaces
/// an older one.
pub(super) fn topic(text: &str) -> String {
    let fixed: String = text.split('`').step_by(2).collect();
    fixed.split(": ").next().unwrap_or_default().to_owned()
}
