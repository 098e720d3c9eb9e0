//! Notices: what the page has to say beside an answer, and what can be done about it.

use super::draft::Draft;
use super::timeline::Timeline;
use std::rc::Rc;

/// A notice on screen until it is dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Its number, for dismissing it.
    pub id: u32,
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// What can be done about it.
    pub remedy: Option<Remedy>,
}

/// How a notice is meant.
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

/// What can be done about a notice.
#[derive(Clone, Debug, PartialEq)]
pub enum Remedy {
    /// Puts a timeline back; the present one is offered in turn.
    Restore(Rc<Timeline>),
    /// Puts a draft's text back; the present one is offered in turn.
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

impl Remedy {
    /// The button's text.
    pub fn label(&self) -> &'static str {
        match self {
            Self::Restore(_) | Self::RestoreDraft { .. } => "Undo",
            Self::Download { .. } => "Download it",
        }
    }
}
