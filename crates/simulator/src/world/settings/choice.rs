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

choices! { WorkflowPace { NextTick = "next-tick" ("Until the next call"), WhenTold = "when-told" ("Until a step ends it") } }
choices! { WorkflowOutcome { Completes = "completes" ("It succeeds"), Fails = "fails" ("It fails") } }
choices! { OrganizationGrantStatus { WorkflowCompleted = "workflow-completed" ("WORKFLOW_COMPLETED"), AsMembers = "as-members" ("As the accounts' grants") } }
choices! { NewLicenseStatus { Available = "available" ("AVAILABLE"), PendingAvailable = "pending-available" ("PENDING_AVAILABLE") } }
choices! { DeletedLicenseStatus { PendingDelete = "pending-delete" ("PENDING_DELETE"), Deleted = "deleted" ("DELETED") } }
choices! { ValueEcho { Echoed = "echoed" ("Repeated"), Omitted = "omitted" ("Omitted") } }
choices! { UngrantedOperation { Authorization = "authorization" ("AuthorizationException"), AccessDenied = "access-denied" ("AccessDeniedException") } }
choices! { RefusedCheckIn { Conflict = "conflict" ("ConflictException"), Validation = "validation" ("ValidationException") } }
choices! { ConsumptionRegion { Any = "any" ("Every Region"), Home = "home" ("Only the home Region") } }
