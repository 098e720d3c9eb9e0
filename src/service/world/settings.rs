//! The uncertain choices: points no public evidence settles, each with a default and a sentence.

use crate::service::json::{choices, record};
use serde::Serialize;

/// What the session chose where the real service's behaviour is not public, or where a person wants to hurry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// When asynchronous work ends.
    pub workflow_pace: WorkflowPace,
    /// How asynchronous work ends.
    pub workflow_outcome: WorkflowOutcome,
    /// What an organization grant reads once its workflow has ended.
    pub organization_grant_status: OrganizationGrantStatus,
    /// Whether a constraint message repeats the offending value.
    pub value_echo: ValueEcho,
    /// Whether License Manager refuses a second live grant of a license to one principal.
    pub refuse_duplicate_grants: bool,
    /// How many grants a license can have. AWS's default is 2,000.
    pub grants_per_license: u32,
    /// What a new license reads at first.
    pub new_license_status: NewLicenseStatus,
    /// What a deleted license reads for as long as it is kept.
    pub deleted_license_status: DeletedLicenseStatus,
    /// How many licenses that are not deleted an account can own.
    pub licenses_per_account: u32,
    /// How many entitlements of a unit other than `None` a license can have.
    pub counted_entitlements_per_license: u32,
    /// How many entitlements of the unit `None` a license can have.
    pub uncounted_entitlements_per_license: u32,
    /// How many organization grants can be in progress at once.
    pub concurrent_organization_grants: u32,
    /// How many customer managed permissions an account has in a Region. AWS's default is 1,500.
    pub permissions_per_region: u32,
    /// How many customer managed permissions an account has for one resource type. AWS's default is 10.
    pub permissions_per_resource_type: u32,
    /// How far the clock moves with every call, in milliseconds.
    pub tick_milliseconds: u32,
}

record! { whole Settings, |_| Self::default(), {
    workflow_pace = "workflowPace",
    workflow_outcome = "workflowOutcome",
    organization_grant_status = "organizationGrantStatus",
    value_echo = "valueEcho",
    refuse_duplicate_grants = "refuseDuplicateGrants",
    grants_per_license = "grantsPerLicense",
    new_license_status = "newLicenseStatus",
    deleted_license_status = "deletedLicenseStatus",
    licenses_per_account = "licensesPerAccount",
    counted_entitlements_per_license = "countedEntitlementsPerLicense",
    uncounted_entitlements_per_license = "uncountedEntitlementsPerLicense",
    concurrent_organization_grants = "concurrentOrganizationGrants",
    permissions_per_region = "permissionsPerRegion",
    permissions_per_resource_type = "permissionsPerResourceType",
    tick_milliseconds = "tickMilliseconds",
} }

impl Default for Settings {
    fn default() -> Self {
        Self {
            workflow_pace: WorkflowPace::NextTick,
            workflow_outcome: WorkflowOutcome::Completes,
            organization_grant_status: OrganizationGrantStatus::WorkflowCompleted,
            value_echo: ValueEcho::Echoed,
            refuse_duplicate_grants: true,
            grants_per_license: 2000,
            new_license_status: NewLicenseStatus::Available,
            deleted_license_status: DeletedLicenseStatus::PendingDelete,
            licenses_per_account: 10_000,
            counted_entitlements_per_license: 50,
            uncounted_entitlements_per_license: 50,
            concurrent_organization_grants: 10,
            permissions_per_region: 1500,
            permissions_per_resource_type: 10,
            tick_milliseconds: 1000,
        }
    }
}

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

choices! { WorkflowPace { NextTick = "next-tick", WhenTold = "when-told" } }
choices! { WorkflowOutcome { Completes = "completes", Fails = "fails" } }
choices! { OrganizationGrantStatus { WorkflowCompleted = "workflow-completed", AsMembers = "as-members" } }
choices! { NewLicenseStatus { Available = "available", PendingAvailable = "pending-available" } }
choices! { DeletedLicenseStatus { PendingDelete = "pending-delete", Deleted = "deleted" } }
choices! { ValueEcho { Echoed = "echoed", Omitted = "omitted" } }

/// A setting as the page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// Its name in a session.
    pub name: &'static str,
    /// What it chooses, in a sentence.
    pub text: &'static str,
    /// The values it can have; none when it is a number.
    pub choices: &'static [&'static str],
}

impl Settings {
    /// Every setting, in the order of a session's `settings`.
    pub const ALL: &'static [Setting] = &[
        Setting {
            name: "workflowPace",
            text: "When asynchronous work (an organization grant's distribution, activation or recall) ends: before the next call, or when told.",
            choices: &["next-tick", "when-told"],
        },
        Setting {
            name: "workflowOutcome",
            text: "How asynchronous work ends. Real causes of a failed workflow are not public.",
            choices: &["completes", "fails"],
        },
        Setting {
            name: "organizationGrantStatus",
            text: "What an organization grant reads once distributed: WORKFLOW_COMPLETED, or the status of its accounts' grants. Published accounts differ.",
            choices: &["workflow-completed", "as-members"],
        },
        Setting {
            name: "valueEcho",
            text: "Whether a constraint message repeats the offending value. AWS services differ; License Manager's habit is not public.",
            choices: &["echoed", "omitted"],
        },
        Setting {
            name: "refuseDuplicateGrants",
            text: "Whether a second live grant of a license to the same principal is refused. The rule is known, its exact answer is not.",
            choices: &["true", "false"],
        },
        Setting { name: "grantsPerLicense", text: "How many grants a license can have (AWS: 2,000).", choices: &[] },
        Setting {
            name: "newLicenseStatus",
            text: "What a new license reads: AVAILABLE at once, or PENDING_AVAILABLE until asynchronous work has ended. Both statuses exist; which one CreateLicense answers is not public.",
            choices: &["available", "pending-available"],
        },
        Setting {
            name: "deletedLicenseStatus",
            text: "What a deleted license reads in the six months it is kept: PENDING_DELETE or DELETED. The answer's shape allows both; which one comes is not public.",
            choices: &["pending-delete", "deleted"],
        },
        Setting {
            name: "licensesPerAccount",
            text: "How many licenses that are not deleted an account can own. The quota exists, its value is not public.",
            choices: &[],
        },
        Setting {
            name: "countedEntitlementsPerLicense",
            text: "How many entitlements of a unit other than None a license can have. The quota exists, its value is not public.",
            choices: &[],
        },
        Setting {
            name: "uncountedEntitlementsPerLicense",
            text: "How many entitlements of the unit None a license can have. The quota exists, its value is not public.",
            choices: &[],
        },
        Setting {
            name: "concurrentOrganizationGrants",
            text: "How many organization grants of an account can be in progress at once. The quota exists, its value is not public.",
            choices: &[],
        },
        Setting {
            name: "permissionsPerRegion",
            text: "How many customer managed permissions an account can have in a Region (AWS: 1,500).",
            choices: &[],
        },
        Setting {
            name: "permissionsPerResourceType",
            text: "How many customer managed permissions an account can have for one resource type (AWS: 10).",
            choices: &[],
        },
        Setting { name: "tickMilliseconds", text: "How far the session's clock moves with every call, in milliseconds.", choices: &[] },
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_described_and_every_choice_is_one() {
        let settings = serde_json::to_value(Settings::default()).unwrap();
        let names: Vec<_> = settings.as_object().unwrap().keys().cloned().collect();
        assert_eq!(names, Settings::ALL.iter().map(|setting| setting.name).collect::<Vec<_>>());
        for setting in Settings::ALL {
            for choice in setting.choices {
                let mut changed = settings.clone();
                changed[setting.name] = choice.parse::<bool>().map_or_else(|_| (*choice).into(), Into::into);
                assert!(serde_json::from_value::<Settings>(changed).is_ok(), "{} {choice}", setting.name);
            }
        }
    }
}
