//! The state machine of a grant. It decides every transition of every grant.
//!
//! A grant to an account is pending acceptance, accepted (disabled), activated or deactivated. A grant to an organization is
//! distributed by workflows, which create a grant for each account.

use crate::license_manager::shapes::GrantStatus;
use crate::world::OrganizationGrantStatus;
use serde::{Deserialize, Serialize};

/// The state of a grant: its status, and data that the status alone does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GrantState {
    /// An account has not accepted yet.
    PendingAccept(Acceptance),
    /// The account rejected it. Terminal.
    Rejected,
    /// Accepted, not activated.
    Disabled(Reach),
    /// Accepted and activated.
    Active(Reach),
    /// A workflow is running on an organization's grant.
    PendingWorkflow(Work),
    /// The workflow ended, and gave each account's grant this status.
    WorkflowCompleted(Settled),
    /// The workflow failed.
    FailedWorkflow(FailedWork),
    /// A grant to an organization is being deleted.
    PendingDelete,
    /// Deleted by its grantor. Terminal.
    Deleted,
}

/// Who accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Acceptance {
    /// The grantee.
    ByGrantee,
    /// License Manager, on the next tick. The grant then gets this status.
    Automatic(Settled),
}

/// The accounts to which a status applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// One account.
    Account,
    /// All accounts of an organization or unit together.
    Organization,
}

/// The two statuses of accepted grants.
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
    /// Creates a grant with this status for each account.
    Distribution(Settled),
    /// Changes each account's grant to this status.
    StatusChange(Settled),
}

/// What a failed workflow tried to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FailedWork {
    /// Distribute the grant.
    Distribution,
    /// Change the status of each account's grant.
    StatusChange,
    /// Delete the grant.
    Recall,
}

/// The events of a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GrantEvent {
    /// The grantee accepts, or License Manager does so automatically. The grant then gets this status.
    Accept(Settled),
    /// The grantee rejects.
    Reject,
    /// `CreateGrantVersion` with the status `ACTIVE`.
    Activate,
    /// `CreateGrantVersion` with the status `DISABLED`.
    Deactivate,
    /// `CreateGrantVersion` without a status.
    Revise,
    /// The grantor deletes it.
    Delete,
    /// Its workflow succeeds. The session's settings choose the status of a grant to an organization.
    Complete(OrganizationGrantStatus),
    /// Its workflow fails.
    Fail,
}

/// The event is not allowed in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrantTransitionError {
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
    pub fn next(self, event: GrantEvent) -> Result<Self, GrantTransitionError> {
        use GrantEvent::{Accept, Activate, Complete, Deactivate, Delete, Fail, Reject, Revise};
        let impossible = Err(GrantTransitionError { state: self, event });
        match self {
            Self::PendingAccept(_) => match event {
                Accept(Settled::Disabled) => Ok(Self::Disabled(Reach::Account)),
                Accept(Settled::Active) | Activate => Ok(Self::Active(Reach::Account)),
                Reject => Ok(Self::Rejected),
                Revise => Ok(self),
                Delete => Ok(Self::Deleted),
                Deactivate | Complete(_) | Fail => impossible,
            },
            Self::Disabled(Reach::Account) => match event {
                Activate => Ok(Self::Active(Reach::Account)),
                Reject => Ok(Self::Rejected),
                Revise => Ok(self),
                Delete => Ok(Self::Deleted),
                Accept(_) | Deactivate | Complete(_) | Fail => impossible,
            },
            Self::Active(Reach::Account) => match event {
                Deactivate => Ok(Self::Disabled(Reach::Account)),
                Reject => Ok(Self::Rejected),
                Revise => Ok(self),
                Delete => Ok(Self::Deleted),
                Accept(_) | Activate | Complete(_) | Fail => impossible,
            },
            Self::Disabled(Reach::Organization) => match event {
                Activate => Ok(Self::PendingWorkflow(Work::StatusChange(Settled::Active))),
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Accept(_) | Reject | Deactivate | Complete(_) | Fail => impossible,
            },
            Self::Active(Reach::Organization) => match event {
                Deactivate => Ok(Self::PendingWorkflow(Work::StatusChange(Settled::Disabled))),
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Accept(_) | Reject | Activate | Complete(_) | Fail => impossible,
            },
            Self::PendingWorkflow(work) => match event {
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Complete(reading) => Ok(work.result(reading)),
                Fail => Ok(Self::FailedWorkflow(work.failed())),
                Accept(_) | Reject | Activate | Deactivate => impossible,
            },
            // Accounts can have changed their own grants since then, so both statuses can be requested.
            Self::WorkflowCompleted(_) | Self::FailedWorkflow(FailedWork::StatusChange) => match event {
                Activate => Ok(Self::PendingWorkflow(Work::StatusChange(Settled::Active))),
                Deactivate => Ok(Self::PendingWorkflow(Work::StatusChange(Settled::Disabled))),
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Accept(_) | Reject | Complete(_) | Fail => impossible,
            },
            Self::FailedWorkflow(FailedWork::Distribution | FailedWork::Recall) => match event {
                Revise => Ok(self),
                Delete => Ok(Self::PendingDelete),
                Accept(_) | Reject | Activate | Deactivate | Complete(_) | Fail => impossible,
            },
            Self::PendingDelete => match event {
                Complete(_) => Ok(Self::Deleted),
                Fail => Ok(Self::FailedWorkflow(FailedWork::Recall)),
                Accept(_) | Reject | Activate | Deactivate | Revise | Delete => impossible,
            },
            Self::Rejected | Self::Deleted => match event {
                Accept(_) | Reject | Activate | Deactivate | Revise | Delete | Complete(_) | Fail => impossible,
            },
        }
    }

    /// The status in responses.
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

    /// Whether the state is not terminal.
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

    /// Whether asynchronous work is pending.
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

    /// The event as a past participle.
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
