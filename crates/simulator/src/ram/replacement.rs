//! A replacement gives shares one permission instead of another. Only this file changes its state.

use super::permission_arn::PermissionRef;
use super::shapes::PermissionTemplateParameterInputList;
use super::share::Attached;
use crate::operation::Change;
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Serialize};

/// The state of a replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReplacementState {
    /// It has not started; the shares still have their permission.
    InProgress,
    /// The shares have the new permission. Terminal.
    Completed,
    /// Nothing was replaced. Terminal.
    Failed,
}

/// What can happen to a replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplacementEvent {
    /// It is carried out.
    Complete,
    /// It cannot be carried out.
    Fail,
}

/// The replacement has ended, and no event is possible any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended;

impl ReplacementState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::InProgress, Self::Completed, Self::Failed];

    /// The state after an event, or that the replacement has ended.
    pub fn next(self, event: ReplacementEvent) -> Result<Self, Ended> {
        match (self, event) {
            (Self::InProgress, ReplacementEvent::Complete) => Ok(Self::Completed),
            (Self::InProgress, ReplacementEvent::Fail) => Ok(Self::Failed),
            (Self::Completed | Self::Failed, ReplacementEvent::Complete | ReplacementEvent::Fail) => Err(Ended),
        }
    }

    /// The status on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::InProgress => "IN_PROGRESS",
            Self::Completed => "COMPLETED",
            Self::Failed => "FAILED",
        }
    }

    /// Whether it has not ended yet.
    pub fn is_pending(self) -> bool {
        match self {
            Self::InProgress => true,
            Self::Completed | Self::Failed => false,
        }
    }
}

impl ReplacementEvent {
    /// Every event.
    pub const ALL: [Self; 2] = [Self::Complete, Self::Fail];

    /// What happened: a past participle.
    pub fn name(self) -> &'static str {
        match self {
            Self::Complete => "completed",
            Self::Fail => "failed",
        }
    }
}

/// The task of a replacement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// The owner of the shares.
    pub account: AccountId,
    /// The Region.
    pub region: Region,
    /// The resource type of both permissions.
    pub resource_type: String,
    /// The permission to replace.
    pub from: PermissionRef,
    /// The version to replace. `None` means every version.
    pub from_version: Option<u32>,
    /// The replacement permission.
    pub to: PermissionRef,
    /// The default version of the replacement permission at the time of the request.
    pub to_version: u32,
    /// The values for the placeholders of its template.
    pub parameters: Option<PermissionTemplateParameterInputList>,
}

/// A replacement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replacement {
    id: String,
    task: Task,
    state: ReplacementState,
    created: Timestamp,
    updated: Timestamp,
    due: Timestamp,
}

impl Replacement {
    /// A new replacement that is carried out at the time `due`.
    pub(super) fn new(id: String, task: Task, now: Timestamp, due: Timestamp) -> Self {
        Self { id, task, state: ReplacementState::InProgress, created: now, updated: now, due }
    }

    /// The ID.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The task.
    pub fn task(&self) -> &Task {
        &self.task
    }

    /// The state.
    pub fn state(&self) -> ReplacementState {
        self.state
    }

    /// The time of the request.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// The time of the last change of state.
    pub fn updated(&self) -> Timestamp {
        self.updated
    }

    /// The time at which it is carried out.
    pub fn due(&self) -> Timestamp {
        self.due
    }

    /// The permission that the shares get.
    pub(super) fn attached(&self, at: Timestamp) -> Attached {
        let Task { to, to_version, parameters, .. } = &self.task;
        Attached { permission: to.clone(), version: *to_version, at, parameters: parameters.clone() }
    }

    /// Applies an event, or returns that the replacement has ended.
    pub(super) fn happen(&mut self, event: ReplacementEvent, at: Timestamp) -> Result<Change, Ended> {
        let from = self.state;
        self.state = from.next(event)?;
        self.updated = at;
        Ok(self.change(event.name(), Some(from)))
    }

    pub(super) fn creation(&self) -> Change {
        self.change("created", None)
    }

    fn change(&self, event: &str, from: Option<ReplacementState>) -> Change {
        let from = from.map(|state| state.name().to_owned());
        Change { resource: ["replacement ", &self.id].concat(), event: event.to_owned(), from, to: self.state.name().to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReplacementState::{Completed, Failed, InProgress};

    #[test]
    fn every_state_and_event() {
        let table = [(InProgress, [Ok(Completed), Ok(Failed)]), (Completed, [Err(Ended); 2]), (Failed, [Err(Ended); 2])];
        assert_eq!(table.map(|(state, _)| state), ReplacementState::ALL);
        for (state, expected) in table {
            assert_eq!(ReplacementEvent::ALL.map(|event| state.next(event)), expected, "{state:?}");
            assert_eq!(state.is_pending(), state.next(ReplacementEvent::Complete).is_ok());
        }
    }
}
