//! The state machine of a grant. Every move of every grant is decided here.
//!
//! An account's grant waits for acceptance, is accepted (disabled), activated, deactivated. An organization's grant is
//! carried out by workflows, which leave each account a grant of its own.

use crate::license_manager::shapes::GrantStatus;
use crate::world::OrganizationGrantStatus;
use serde::{Deserialize, Serialize};

/// The state of a grant: its status, and what the status alone does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GrantState {
    /// An account has not accepted yet.
    PendingAccept(Acceptance),
    /// The account said no. Terminal.
    Rejected,
    /// Accepted, not activated.
    Disabled(Reach),
    /// Accepted and activated.
    Active(Reach),
    /// A workflow is running on an organization's grant.
    PendingWorkflow(Work),
    /// The workflow ended; each account's grant was last left in this status.
    WorkflowCompleted(Settled),
    /// The workflow failed.
    FailedWorkflow(FailedWork),
    /// An organization's grant is being taken back.
    PendingDelete,
    /// Deleted by its grantor. Terminal.
    Deleted,
}

/// Who accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Acceptance {
    /// The grantee.
    ByGrantee,
    /// License Manager, on the next tick, and leaves the grant in this status.
    Automatic(Settled),
}

/// Whom a status is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// One account.
    Account,
    /// All accounts of an organization or unit together.
    Organization,
}

/// The two statuses accepted grants have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Settled {
    /// `DISABLED`.
    Disabled,
    /// `ACTIVE`.
    Active,
}

/// What a running workflow does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Work {
    /// Gives each account a grant of its own, in this status.
    Distribution(Settled),
    /// Brings each account's grant into this status.
    StatusChange(Settled),
}

/// What a failed workflow was to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FailedWork {
    /// Distribute the grant.
    Distribution,
    /// Change the status of each account's grant.
    StatusChange,
    /// Take the grant back.
    Recall,
}

/// What can happen to a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GrantEvent {
    /// The grantee accepts, or License Manager does in its place; the grant is then left in this status.
    Accept(Settled),
    /// The grantee says no.
    Reject,
    /// `CreateGrantVersion` with the status `ACTIVE`.
    Activate,
    /// `CreateGrantVersion` with the status `DISABLED`.
    Deactivate,
    /// `CreateGrantVersion` without a status.
    Revise,
    /// The grantor deletes it.
    Delete,
    /// Its workflow ends well; an organization's grant then reads as the session's settings say.
    Complete(OrganizationGrantStatus),
    /// Its workflow fails.
    Fail,
}

/// The event is not allowed in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// The state.
    pub state: GrantState,
    /// The event.
    pub event: GrantEvent,
}

impl GrantState {
    /// Every state, for tables and diagrams.
    pub const ALL: [Self; 19] = [
        Self::PendingAccept(Acceptance::ByGrantee),
        Self::PendingAccept(Acceptance::Automatic(Settled::Disabled)),
        Self::PendingAccept(Acceptance::Automatic(Settled::Active)),
        Self::Rejected,
        Self::Disabled(Reach::Account),
        Self::Disabled(Reach::Organization),
        Self::Active(Reach::Account),
        Self::Active(Reach::Organization),
        Self::PendingWorkflow(Work::Distribution(Settled::Disabled)),
        Self::PendingWorkflow(Work::Distribution(Settled::Active)),
        Self::PendingWorkflow(Work::StatusChange(Settled::Disabled)),
        Self::PendingWorkflow(Work::StatusChange(Settled::Active)),
        Self::WorkflowCompleted(Settled::Disabled),
        Self::WorkflowCompleted(Settled::Active),
        Self::FailedWorkflow(FailedWork::Distribution),
        Self::FailedWorkflow(FailedWork::StatusChange),
        Self::FailedWorkflow(FailedWork::Recall),
        Self::PendingDelete,
        Self::Deleted,
    ];

    /// The state after an event, or that the event is not allowed.
    pub fn next(self, event: GrantEvent) -> Result<Self, Stuck> {
        use GrantEvent::{Accept, Activate, Complete, Deactivate, Delete, Fail, Reject, Revise};
        let stuck = Err(Stuck { state: self, event });
        match self {
            Self::PendingAccept(_) => match event {
                Accept(Settled::Disabled) => Ok(Self::Disabled(Reach::Account)),
                Accept(Settled::Active) | Activate => Ok(Self::Active(Reach::Account)),
                Reject => Ok(Self::Rejected),
                Revise => Ok(self),
                Delete => Ok(Self::Deleted),
                Deactivate | Complete(_) | Fail => stuck,
            },
            Self::Disabled(Reach::Account) => match event {
                Activate => Ok(Self::Active(Reach::Account)),
                Reject => Ok(Self::Rejected),
                Revise => Ok(self),
                Delete => Ok(Self::Deleted),
                Accept(_) | Deactivate | Complete(_) | Fail => stuck,
            },
            Self::Active(Reach::Account) => match event {
                Deactivate => Ok(Self::Disabled(Reach::Account)),
                Reject => Ok(Self::Rejected),
                Revise => Ok(self),
                Delete => Ok(Self::Deleted),
                Accept(_) | Activate | Complete(_) | Fail => stuck,
            },
            Self::Disabled(Reach::Organization) => match event {
                Activate => Ok(Self::PendingWorkflow(Work::StatusChange(Settled::Active))),
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Accept(_) | Reject | Deactivate | Complete(_) | Fail => stuck,
            },
            Self::Active(Reach::Organization) => match event {
                Deactivate => Ok(Self::PendingWorkflow(Work::StatusChange(Settled::Disabled))),
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Accept(_) | Reject | Activate | Complete(_) | Fail => stuck,
            },
            Self::PendingWorkflow(work) => match event {
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Complete(reading) => Ok(work.result(reading)),
                Fail => Ok(Self::FailedWorkflow(work.failed())),
                Accept(_) | Reject | Activate | Deactivate => stuck,
            },
            // Each account may have changed its own grant since: either status can be asked for.
            Self::WorkflowCompleted(_) | Self::FailedWorkflow(FailedWork::StatusChange) => match event {
                Activate => Ok(Self::PendingWorkflow(Work::StatusChange(Settled::Active))),
                Deactivate => Ok(Self::PendingWorkflow(Work::StatusChange(Settled::Disabled))),
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Accept(_) | Reject | Complete(_) | Fail => stuck,
            },
            Self::FailedWorkflow(FailedWork::Distribution | FailedWork::Recall) => match event {
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Accept(_) | Reject | Activate | Deactivate | Complete(_) | Fail => stuck,
            },
            Self::PendingDelete => match event {
                Complete(_) => Ok(Self::Deleted),
                Fail => Ok(Self::FailedWorkflow(FailedWork::Recall)),
                Accept(_) | Reject | Activate | Deactivate | Revise | Delete => stuck,
            },
            Self::Rejected | Self::Deleted => match event {
                Accept(_) | Reject | Activate | Deactivate | Revise | Delete | Complete(_) | Fail => stuck,
            },
        }
    }

    /// The status answers show.
    pub fn status(self) -> GrantStatus {
        match self {
            Self::PendingAccept(_) => GrantStatus::PendingAccept,
            Self::Rejected => GrantStatus::Rejected,
            Self::Disabled(_) => GrantStatus::Disabled,
            Self::Active(_) => GrantStatus::Active,
            Self::PendingWorkflow(_) => GrantStatus::PendingWorkflow,
            Self::WorkflowCompleted(_) => GrantStatus::WorkflowCompleted,
            Self::FailedWorkflow(_) => GrantStatus::FailedWorkflow,
            Self::PendingDelete => GrantStatus::PendingDelete,
            Self::Deleted => GrantStatus::Deleted,
        }
    }

    /// Whether anything can still happen to it.
    pub fn is_live(self) -> bool {
        match self {
            Self::Rejected | Self::Deleted => false,
            Self::PendingAccept(_)
            | Self::Disabled(_)
            | Self::Active(_)
            | Self::PendingWorkflow(_)
            | Self::WorkflowCompleted(_)
            | Self::FailedWorkflow(_)
            | Self::PendingDelete => true,
        }
    }

    /// Whether asynchronous work waits to be settled.
    pub fn is_pending(self) -> bool {
        match self {
            Self::PendingAccept(Acceptance::Automatic(_)) | Self::PendingWorkflow(_) | Self::PendingDelete => true,
            Self::PendingAccept(Acceptance::ByGrantee)
            | Self::Rejected
            | Self::Deleted
            | Self::Disabled(_)
            | Self::Active(_)
            | Self::WorkflowCompleted(_)
            | Self::FailedWorkflow(_) => false,
        }
    }
}

impl Work {
    fn result(self, reading: OrganizationGrantStatus) -> GrantState {
        let (Self::Distribution(settled) | Self::StatusChange(settled)) = self;
        match (reading, settled) {
            (OrganizationGrantStatus::WorkflowCompleted, settled) => GrantState::WorkflowCompleted(settled),
            (OrganizationGrantStatus::AsMembers, Settled::Disabled) => GrantState::Disabled(Reach::Organization),
            (OrganizationGrantStatus::AsMembers, Settled::Active) => GrantState::Active(Reach::Organization),
        }
    }

    fn failed(self) -> FailedWork {
        match self {
            Self::Distribution(_) => FailedWork::Distribution,
            Self::StatusChange(_) => FailedWork::StatusChange,
        }
    }
}

impl GrantEvent {
    /// Every event, for tables and diagrams.
    pub const ALL: [Self; 10] = [
        Self::Accept(Settled::Disabled),
        Self::Accept(Settled::Active),
        Self::Reject,
        Self::Activate,
        Self::Deactivate,
        Self::Revise,
        Self::Delete,
        Self::Complete(OrganizationGrantStatus::WorkflowCompleted),
        Self::Complete(OrganizationGrantStatus::AsMembers),
        Self::Fail,
    ];

    /// What has happened, as a past participle.
    pub fn participle(self) -> &'static str {
        match self {
            Self::Accept(_) => "accepted",
            Self::Reject => "rejected",
            Self::Activate => "activated",
            Self::Deactivate => "deactivated",
            Self::Revise => "revised",
            Self::Delete => "deleted",
            Self::Complete(_) => "completed",
            Self::Fail => "failed",
        }
    }
}
