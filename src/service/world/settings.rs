//! The uncertain choices: points no public evidence settles, each with a default and a sentence.

mod choice;

pub use choice::{
    ConsumptionRegion, DeletedLicenseStatus, NewLicenseStatus, OrganizationGrantStatus, RefusedCheckIn, UngrantedOperation, ValueEcho,
    WorkflowOutcome, WorkflowPace,
};

use crate::service::json::record;
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
    /// Where a license is consumed.
    pub consumption_region: ConsumptionRegion,
    /// Whether a license's renew type lets what was drawn down begin anew.
    pub renew_usage: bool,
    /// The error for an operation that no active grant allows the caller.
    pub ungranted_operation: UngrantedOperation,
    /// The error for a check-in of what does not come back.
    pub refused_check_in: RefusedCheckIn,
    /// How many tokens that get access tokens an account can have for a license.
    pub tokens_per_license: u32,
    /// How many access tokens can be got for a license within an hour.
    pub access_tokens_per_hour: u32,
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
    consumption_region = "consumptionRegion",
    renew_usage = "renewUsage",
    ungranted_operation = "ungrantedOperation",
    refused_check_in = "refusedCheckIn",
    tokens_per_license = "tokensPerLicense",
    access_tokens_per_hour = "accessTokensPerHour",
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
            consumption_region: ConsumptionRegion::Any,
            renew_usage: true,
            ungranted_operation: UngrantedOperation::Authorization,
            refused_check_in: RefusedCheckIn::Conflict,
            tokens_per_license: 10,
            access_tokens_per_hour: 10,
            concurrent_organization_grants: 10,
            permissions_per_region: 1500,
            permissions_per_resource_type: 10,
            tick_milliseconds: 1000,
        }
    }
}

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
            name: "consumptionRegion",
            text: "Where a license is checked out: in every Region, as the user guide says, or in its home Region alone, as the declared RedirectException suggests.",
            choices: &["any", "home"],
        },
        Setting {
            name: "renewUsage",
            text: "Whether RenewType Weekly or Monthly lets what was drawn down begin anew. What renewal does is not public.",
            choices: &["true", "false"],
        },
        Setting {
            name: "ungrantedOperation",
            text: "The error for an operation that no active grant allows the caller: AuthorizationException or AccessDeniedException. Which comes is not public.",
            choices: &["authorization", "access-denied"],
        },
        Setting {
            name: "refusedCheckIn",
            text: "The error for a check-in of what does not come back: ConflictException or ValidationException. Both are declared; which comes is not public.",
            choices: &["conflict", "validation"],
        },
        Setting {
            name: "tokensPerLicense",
            text: "How many tokens an account can have for a license. The quota exists, its value is not public.",
            choices: &[],
        },
        Setting {
            name: "accessTokensPerHour",
            text: "How many access tokens can be got for a license within an hour. The quota exists; a published script says 10.",
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
