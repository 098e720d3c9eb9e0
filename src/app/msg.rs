//! What can happen on the page.

use super::draft::{Edit, Path};
use super::{Look, SessionId, StoredSession};
use simulator::value::{AccountId, Region};
use simulator::world::Account;
use simulator::{Intervention, Operation, Options};

/// Something a person did, or the browser reported.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// Chose an operation.
    Choose(&'static Operation),
    /// Chose the acting account.
    ActAs(AccountId),
    /// Chose the Region.
    Enter(Region),
    /// Chose the error to inject, or none.
    Inject(Option<String>),
    /// Typed in the JSON text.
    Type(String),
    /// Changed a field of the form.
    Edit(Path, Edit),
    /// Asked for a fresh client token.
    RenewToken(Path),
    /// Asked for the draft as the page would begin it.
    StartOver,
    /// Asked for the field of a member.
    JumpTo(String),
    /// Sent the draft.
    Send,
    /// Took a request of the timeline back into the draft.
    Reuse(usize),
    /// Selected a point of the timeline.
    Select(usize),
    /// Moved the clock forward by seconds.
    Advance(u32),
    /// Ended all asynchronous work.
    Settle,
    /// Changed the world.
    Change(Intervention),
    /// Add an account to the world.
    AddAccount(Account),
    /// Began a new session.
    NewSession(Options),
    /// Loaded an example, by its place in the list.
    LoadExample(usize),
    /// Asked for a fresh client token in place of the one that a step used, by the step's index.
    Freshen(usize),
    /// Another tab of the page stored this session.
    OtherTab(SessionId),
    /// The stored session that was asked for, or why it cannot be read.
    Loaded(Result<StoredSession, String>),
    /// The next step of the session that is being opened can run.
    PlayOn,
    /// Asked to stop opening.
    CancelOpening,
    /// Asked to fill the form with what an example sends; asked again, with what another one sends.
    ShowExample(&'static Operation),
    /// Took in a session from a file or from the clipboard.
    Import(String),
    /// Gave the session out.
    Export(Export),
    /// Copied a text.
    Copy {
        /// What it is.
        what: String,
        /// The text.
        text: String,
    },
    /// The copy arrived on the clipboard.
    Copied(String),
    /// The browser could not store something.
    NotStored {
        /// The reason.
        reason: String,
        /// If these were steps: the session and the number of the first one.
        steps: Option<(SessionId, usize)>,
    },
    /// Something the browser was asked for failed.
    Failed(String),
    /// Did what a notice offers.
    Remedy(u32),
    /// Dismissed a notice.
    Dismiss(u32),
    /// Looked at something else.
    Look(Look),
}

/// How a session is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// As a file.
    File,
    /// On the clipboard.
    Clipboard,
}
