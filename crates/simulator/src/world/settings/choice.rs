//! What settings choose between.

use crate::json::choices;

/// When asynchronous work ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkflowPace {
    /// Before the next call is looked at.
    NextTick,
    /// When the session says so.
    WhenTold,
}

/// How asynchronous work ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkflowOutcome {
    /// It succeeds.
    Completes,
    /// It fails.
    Fails,
}

/// What an organization grant reads once its workflow has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationGrantStatus {
    /// `WORKFLOW_COMPLETED`; each account's own grant carries `DISABLED` or `ACTIVE`.
    WorkflowCompleted,
    /// `DISABLED` or `ACTIVE`, as its accounts' grants.
    AsMembers,
}

/// What a new license reads at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewLicenseStatus {
    /// `AVAILABLE` at once.
    Available,
    /// `PENDING_AVAILABLE`, until asynchronous work has made it ready.
    PendingAvailable,
}

/// What a deleted license reads for as long as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeletedLicenseStatus {
    /// `PENDING_DELETE`, until its data go.
    PendingDelete,
    /// `DELETED`, from the deletion on.
    Deleted,
}

/// Whether a constraint message repeats the offending value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueEcho {
    /// `Value 'x' at 'y' failed …`, as in DynamoDB and Lambda.
    Echoed,
    /// `Value at 'y' failed …`, as in Athena.
    Omitted,
}

/// The error for an operation that no active grant allows the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UngrantedOperation {
    /// `AuthorizationException`, as for what IAM denies.
    Authorization,
    /// `AccessDeniedException`.
    AccessDenied,
}

/// The error for a check-in of what does not come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedCheckIn {
    /// `ConflictException`.
    Conflict,
    /// `ValidationException`.
    Validation,
}

/// Where a license is consumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsumptionRegion {
    /// In every Region.
    Any,
    /// In its home Region; elsewhere a checkout is redirected there.
    Home,
}

choices! { WorkflowPace { NextTick = "next-tick", WhenTold = "when-told" } }
choices! { WorkflowOutcome { Completes = "completes", Fails = "fails" } }
choices! { OrganizationGrantStatus { WorkflowCompleted = "workflow-completed", AsMembers = "as-members" } }
choices! { NewLicenseStatus { Available = "available", PendingAvailable = "pending-available" } }
choices! { DeletedLicenseStatus { PendingDelete = "pending-delete", Deleted = "deleted" } }
choices! { ValueEcho { Echoed = "echoed", Omitted = "omitted" } }
choices! { UngrantedOperation { Authorization = "authorization", AccessDenied = "access-denied" } }
choices! { RefusedCheckIn { Conflict = "conflict", Validation = "validation" } }
choices! { ConsumptionRegion { Any = "any", Home = "home" } }
