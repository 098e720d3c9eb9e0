//! The possible values of settings.

use crate::json::choices;

/// When asynchronous work ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkflowPace {
    /// Before the next call is handled.
    NextTick,
    /// When a step of the session settles it.
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

/// The status of an organization grant when its workflow has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationGrantStatus {
    /// `WORKFLOW_COMPLETED`; the grant of each account has `DISABLED` or `ACTIVE`.
    WorkflowCompleted,
    /// `DISABLED` or `ACTIVE`, like the grants of its accounts.
    AsMembers,
}

/// The status of a new license.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewLicenseStatus {
    /// `AVAILABLE` at once.
    Available,
    /// `PENDING_AVAILABLE` until asynchronous work has ended.
    PendingAvailable,
}

/// The status of a deleted license while it can still be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeletedLicenseStatus {
    /// `PENDING_DELETE`, until its data are deleted.
    PendingDelete,
    /// `DELETED`, from the deletion on.
    Deleted,
}

/// Whether a constraint message repeats the invalid value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueEcho {
    /// `Value 'x' at 'y' failed …`, as in DynamoDB and Lambda.
    Echoed,
    /// `Value at 'y' failed …`, as in Athena.
    Omitted,
}

/// The error for an operation that no active grant of the caller allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UngrantedOperation {
    /// `AuthorizationException`, as for an action that IAM denies.
    Authorization,
    /// `AccessDeniedException`.
    AccessDenied,
}

/// The error for entitlements that cannot be checked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedCheckIn {
    /// `ConflictException`.
    Conflict,
    /// `ValidationException`.
    Validation,
}

/// The Regions in which a license can be checked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsumptionRegion {
    /// Every Region.
    Any,
    /// Only its home Region; checkouts in other Regions are redirected to it.
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
