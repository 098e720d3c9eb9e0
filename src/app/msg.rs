//! The messages of the page.

use super::draft::{Edit, Path};
use super::palette::PaletteChange;
use super::{Pane, SessionId, StoredSession, ViewChange, WorldTab};
use simulator::session::CallStep;
use simulator::value::{AccountId, Region};
use simulator::world::Account;
use simulator::{Intervention, Operation, Options};

/// An action of the person, or a report of the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Choose an operation.
    ChooseOperation(&'static Operation),
    /// Choose the caller's account.
    SetCaller(AccountId),
    /// Choose the Region.
    SetRegion(Region),
    /// Choose the error to inject, or none.
    SetFault(Option<String>),
    /// Edit the JSON text.
    SetText(String),
    /// Edit a field of the form.
    EditField(Path, Edit),
    /// Add a missing member or the next element of a list to the draft, and move the focus to its field.
    Add(Path),
    /// Remove a value from the draft, and move the focus to the button that adds it again.
    RemoveMember(Path),
    /// Generate a new client token.
    GenerateToken(Path),
    /// Reset the draft to the proposed one.
    ResetDraft,
    /// Move the focus to the field of a member.
    GoToField(String),
    /// Send the draft.
    Send,
    /// Put the request of a step into the draft.
    EditAndResend(usize),
    /// Put a call into the form.
    ComposeCall(Box<CallStep>),
    /// Send the refused request of the selected point again, with the changes of its remedy.
    ApplyFix,
    /// Put the corrected request into the draft.
    EditFix,
    /// Take back the last change of the session.
    Undo,
    /// Repeat the change that was undone.
    Redo,
    /// Use the search over everything.
    Palette(PaletteChange),
    /// Show a setting, by its name.
    GoToSetting(&'static str),
    /// Set settings to their defaults, and move the focus to an element, because the pressed button disappears.
    ResetSettings {
        /// The change.
        change: Intervention,
        /// The element's id.
        focus: String,
    },
    /// Show a resource in its table.
    ShowResource {
        /// The tab of the World pane.
        tab: WorldTab,
        /// The key of its row.
        key: String,
    },
    /// Choose an operation, and an error to inject into it.
    InjectError(&'static Operation, String),
    /// Show a pane and move the focus to its heading.
    GoToPane(Pane),
    /// Select the next step, or the previous one.
    Step {
        /// Whether it is the next one.
        is_forward: bool,
    },
    /// Select a point of the timeline.
    SelectPoint(usize),
    /// Advance the clock by seconds.
    AdvanceClock(u32),
    /// Complete all asynchronous work.
    FinishWork,
    /// Change the world.
    ChangeWorld(Intervention),
    /// Add an account to the world.
    AddAccount(Account),
    /// Start a new session.
    StartSession(Options),
    /// Open an example, by its index.
    OpenExample(usize),
    /// Open a lesson, by the name of its file.
    OpenLesson(&'static str),
    /// The text of the examples' file, or why it cannot be read.
    ExamplesLoaded(Result<String, String>),
    /// Put a new client token into the draft, in place of the token of a step, by the step's index.
    ReplaceToken(usize),
    /// Another tab of the page stored this session.
    OtherTabSaved(SessionId),
    /// The stored session that was asked for, or why it cannot be read.
    Loaded(Result<StoredSession, String>),
    /// The next step of the session that is being opened can run.
    PlayOn,
    /// Asked to stop opening.
    CancelOpening,
    /// Fill the form with the input of an example, or of the next example if it has one already.
    FillInExample(&'static Operation),
    /// Import a session from a text.
    Import(String),
    /// Do what an element of a static file asks for, as JSON.
    Ask(String),
    /// Give the session a title.
    SetTitle(String),
    /// Copy a text.
    Copy {
        /// What it is.
        what: String,
        /// The text.
        text: String,
    },
    /// A text was copied.
    Copied(String),
    /// The browser could not store something.
    NotStored {
        /// The reason.
        reason: String,
        /// If these were steps: the session and the number of the first one.
        steps: Option<(SessionId, usize)>,
    },
    /// An effect failed.
    Failed(String),
    /// Do what the button of a notice offers.
    NoticeAction(u32),
    /// Dismiss a notice.
    Dismiss(u32),
    /// Change the view.
    View(ViewChange),
}

impl Msg {
    /// Whether it changes the session or the draft, and not only what is shown of them.
    pub(super) fn changes_session(&self) -> bool {
        matches!(
            self,
            Self::Send
                | Self::ApplyFix
                | Self::EditFix
                | Self::EditAndResend(_)
                | Self::ReplaceToken(_)
                | Self::ComposeCall(_)
                | Self::ChooseOperation(_)
                | Self::AdvanceClock(_)
                | Self::FinishWork
                | Self::ChangeWorld(_)
                | Self::AddAccount(_)
                | Self::ResetSettings { .. }
                | Self::SetTitle(_)
        )
    }
}
