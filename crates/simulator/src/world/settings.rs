//! The uncertain choices: points no public evidence settles, each with a default and a sentence.

mod choice;

pub use choice::{
    ConsumptionRegion, DeletedLicenseStatus, NewLicenseStatus, OrganizationGrantStatus, RefusedCheckIn, UngrantedOperation, ValueEcho,
    WorkflowOutcome, WorkflowPace,
};

use crate::json::record;
use serde::Serialize;

/// Declares the settings by what they are about, one a line: the field, its type, its name in a session, its default, the values it can have
/// where it is no number, and what it chooses in a sentence.
macro_rules! settings {
    ($($group:literal { $($field:ident: $type:ty, $name:literal, $default:expr, [$($choice:literal),*], $text:literal;)+ })+) => {
        /// What the session chose where the real service's behaviour is not public, or where a person wants to hurry it.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(clippy::doc_markdown, reason = "the sentences are the page's too, which shows no marks")]
        pub struct Settings {
            $($(#[doc = $text] pub $field: $type,)+)+
        }

        record! { whole Settings, |_| Self::default(), { $($($field = $name),+),+ } }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($($field: $default),+),+ }
            }
        }

        impl Settings {
            /// Every setting, in the order of a session's `settings`.
            pub const ALL: &'static [Setting] = &[$($(
                Setting { group: $group, name: $name, text: $text, choices: &[$($choice),*] }
            ),+),+];
        }
    };
}

settings! {
    "Time and asynchronous work" {
        workflow_pace: WorkflowPace, "workflowPace", WorkflowPace::NextTick, ["next-tick", "when-told"], "When asynchronous work ends: an organization grant's distribution, activation or recall before the next call, what is on its way into or out of a resource share a second later; or both when told.";
        workflow_outcome: WorkflowOutcome, "workflowOutcome", WorkflowOutcome::Completes, ["completes", "fails"], "How asynchronous work ends. Real causes of a failed workflow are not public.";
        failed_workflow_reason: bool, "failedWorkflowReason", false, ["true", "false"], "Whether a grant whose workflow failed has a StatusReason. What the real one says is not public; ours is invented.";
        organization_grant_status: OrganizationGrantStatus, "organizationGrantStatus", OrganizationGrantStatus::WorkflowCompleted, ["workflow-completed", "as-members"], "What an organization grant reads once distributed: WORKFLOW_COMPLETED, or the status of its accounts' grants. Published accounts differ.";
        shares_begin_pending: bool, "sharesBeginPending", false, ["true", "false"], "Whether a new resource share that brings principals or resources begins as PENDING, and is ACTIVE a second later. New shares were recorded ACTIVE; tools wait for PENDING to end.";
        replacement_seconds: u32, "replacementSeconds", 29, [], "How long RAM waits before it replaces a permission on the shares that have it, in seconds. Recorded: 28 and 30.";
        tick_milliseconds: u32, "tickMilliseconds", 1000, [], "How far the session's clock moves with every call, in milliseconds.";
    }
    "How answers are worded" {
        value_echo: ValueEcho, "valueEcho", ValueEcho::Echoed, ["echoed", "omitted"], "Whether a constraint message repeats the offending value. AWS services differ; License Manager's habit is not public.";
        pascal_case_paths: bool, "pascalCasePaths", false, ["true", "false"], "Whether a constraint message names members as requests spell them (GrantArn), not in lower camel case (grantArn), as most AWS services do.";
        lower_case_message: bool, "lowerCaseMessage", false, ["true", "false"], "Whether the text of License Manager's constraint errors stands in `message`, as in Kinesis, not in `Message`.";
        invalid_values_are_validation: bool, "invalidValuesAreValidation", false, ["true", "false"], "Whether an unknown ARN or version, a filter or a page token that License Manager does not know is a ValidationException, not an InvalidParameterValueException. Published programs expect either.";
        deny_foreign_resources: bool, "denyForeignResources", false, ["true", "false"], "Whether a license or grant of others is answered with AccessDeniedException, not as one that does not exist.";
        stale_source_version_is_conflict: bool, "staleSourceVersionIsConflict", false, ["true", "false"], "Whether CreateGrantVersion with an old SourceVersion is a ConflictException, which the model does not declare there, not a ValidationException.";
        duplicate_grant_is_conflict: bool, "duplicateGrantIsConflict", false, ["true", "false"], "Whether a second live grant to the same principal is refused with a ConflictException, as in a published test, not a ValidationException. The model does not declare the former.";
        excess_operations_are_invalid_values: bool, "excessOperationsAreInvalidValues", false, ["true", "false"], "Whether AllowedOperations beyond what the grantor holds is an InvalidParameterValueException, not a ValidationException. Both are declared.";
        other_status_is_invalid_value: bool, "otherStatusIsInvalidValue", false, ["true", "false"], "Whether CreateGrantVersion with a Status other than ACTIVE and DISABLED is an InvalidParameterValueException, not a ValidationException. Both are declared.";
        other_beneficiary_is_not_found: bool, "otherBeneficiaryIsNotFound", false, ["true", "false"], "Whether CheckoutLicense for another beneficiary than the license's is a ResourceNotFoundException, which it declares, not a NoEntitlementsAllowedException.";
        ungranted_operation: UngrantedOperation, "ungrantedOperation", UngrantedOperation::Authorization, ["authorization", "access-denied"], "The error for an operation that no active grant allows the caller: AuthorizationException or AccessDeniedException. Which comes is not public.";
        refused_check_in: RefusedCheckIn, "refusedCheckIn", RefusedCheckIn::Conflict, ["conflict", "validation"], "The error for a check-in of what does not come back: ConflictException or ValidationException. Both are declared; which comes is not public.";
    }
    "Client tokens and lists" {
        client_token_minutes: u32, "clientTokenMinutes", 10, [], "For how many minutes License Manager remembers a client token. The ten are documented for CreateToken alone.";
        default_page_size: u32, "defaultPageSize", 100, [], "How many rows a page of License Manager's lists holds when the request does not say.";
    }
    "Licenses" {
        new_license_status: NewLicenseStatus, "newLicenseStatus", NewLicenseStatus::Available, ["available", "pending-available"], "What a new license reads: AVAILABLE at once, or PENDING_AVAILABLE until asynchronous work has ended. Both statuses exist; which one CreateLicense answers is not public.";
        deleted_license_status: DeletedLicenseStatus, "deletedLicenseStatus", DeletedLicenseStatus::PendingDelete, ["pending-delete", "deleted"], "What a deleted license reads in the six months it is kept: PENDING_DELETE or DELETED. The answer's shape allows both; which one comes is not public.";
        delete_grants_with_license: bool, "deleteGrantsWithLicense", false, ["true", "false"], "Whether deleting a license deletes its grants. Otherwise they stay as they are, and convey nothing.";
        consumption_region: ConsumptionRegion, "consumptionRegion", ConsumptionRegion::Any, ["any", "home"], "Where a license is checked out: in every Region, as the user guide says, or in its home Region alone, as the declared RedirectException suggests.";
        check_capability_values: bool, "checkCapabilityValues", true, ["true", "false"], "Whether a checkout of an entitlement of the unit None is refused when its Value is not the license's. Otherwise it is granted, and the value asked for comes back.";
        renew_usage: bool, "renewUsage", true, ["true", "false"], "Whether RenewType Weekly or Monthly lets what was drawn down begin anew. What renewal does is not public.";
    }
    "Grants" {
        check_named_home_region: bool, "checkNamedHomeRegion", true, ["true", "false"], "Whether CreateGrant refuses a HomeRegion that is not the license's, where the request went to the right Region.";
        refuse_duplicate_grants: bool, "refuseDuplicateGrants", true, ["true", "false"], "Whether a second live grant of a license to the same principal is refused. The rule is known, its exact answer is not.";
        collapse_repeated_operations: bool, "collapseRepeatedOperations", false, ["true", "false"], "Whether an operation that AllowedOperations repeats is kept once. The API model allows repetition.";
        accept_activates: bool, "acceptActivates", false, ["true", "false"], "Whether AcceptGrant leaves a grant ACTIVE, not DISABLED. Published tests tolerate both.";
        accept_again: bool, "acceptAgain", false, ["true", "false"], "Whether AcceptGrant on an accepted grant succeeds without a change, not refused.";
        reject_accepted: bool, "rejectAccepted", true, ["true", "false"], "Whether RejectGrant is allowed on an accepted or active grant. A published program does it.";
        acceptance_makes_version: bool, "acceptanceMakesVersion", true, ["true", "false"], "Whether accepting or rejecting makes a new version of a grant.";
        activate_unaccepted: bool, "activateUnaccepted", true, ["true", "false"], "Whether activating a grant that waits for acceptance accepts it too.";
        second_active_grant_replaces: bool, "secondActiveGrantReplaces", false, ["true", "false"], "Whether activating a second grant of an AWS Marketplace product without an override takes the place of the first, not refused.";
        refuse_grants_to_owner: bool, "refuseGrantsToOwner", true, ["true", "false"], "Whether CreateGrant refuses the account that owns the license as principal. Otherwise a grantee can grant it back.";
        capabilities_need_check_in: bool, "capabilitiesNeedCheckIn", false, ["true", "false"], "Whether a capability without AllowCheckIn keeps the seats that were checked out together with it from being checked in.";
        leaving_ends_grants: bool, "leavingEndsGrants", false, ["true", "false"], "Whether an account that left an organization can no longer use the grant it received through it.";
        sub_grants_need_parent: bool, "subGrantsNeedParent", true, ["true", "false"], "Whether what a grantee granted on allows nothing while its own grant is disabled, and no operation that its own grant lost. Otherwise it goes on as it was made.";
        delete_sub_grants: bool, "deleteSubGrants", true, ["true", "false"], "Whether what a grantee granted on ends when its own grant is deleted or rejected.";
    }
    "Permissions" {
        effect_in_any_case: bool, "effectInAnyCase", false, ["true", "false"], "Whether the Effect of a policy template may have another letter case than Allow. AWS's documentation writes ALLOW, published templates write Allow.";
    }
    "Shares" {
        rejected_invitation_fails: bool, "rejectedInvitationFails", false, ["true", "false"], "Whether the association of a rejected invitation reads FAILED, not DISASSOCIATED as that of an expired one.";
        resources_must_exist: bool, "resourcesMustExist", false, ["true", "false"], "Whether RAM looks for a resource that is shared: the call is accepted, and a second later the association of one that nobody has made reads FAILED, as a published report says. Otherwise any ARN can be shared.";
        suspend_on_leave: bool, "suspendOnLeave", true, ["true", "false"], "Whether an account that leaves the organization is SUSPENDED in its resource shares until it is back, not taken out of them. That it loses access is documented; SUSPENDED is in the API model alone.";
    }
    "Quotas" {
        grants_per_license: u32, "grantsPerLicense", 2000, [], "How many grants a license can have (AWS: 2,000).";
        licenses_per_account: u32, "licensesPerAccount", 10_000, [], "How many licenses that are not deleted an account can own. The quota exists, its value is not public.";
        received_licenses_per_product: u32, "receivedLicensesPerProduct", 1_000, [], "How many licenses of a product an account can have accepted. The quota exists, its value is not public.";
        counted_entitlements_per_license: u32, "countedEntitlementsPerLicense", 50, [], "How many entitlements of a unit other than None a license can have. The quota exists, its value is not public.";
        uncounted_entitlements_per_license: u32, "uncountedEntitlementsPerLicense", 50, [], "How many entitlements of the unit None a license can have. The quota exists, its value is not public.";
        counted_entitlements_per_checkout: u32, "countedEntitlementsPerCheckout", 50, [], "How many entitlements of a unit other than None can be checked out at once. The quota exists, its value is not public.";
        tokens_per_license: u32, "tokensPerLicense", 10, [], "How many tokens an account can have for a license. The quota exists, its value is not public.";
        access_tokens_per_hour: u32, "accessTokensPerHour", 10, [], "How many access tokens can be got for a license within an hour. The quota exists; a published script says 10.";
        concurrent_organization_grants: u32, "concurrentOrganizationGrants", 10, [], "How many organization grants of an account can be in progress at once. The quota exists, its value is not public.";
        permissions_per_region: u32, "permissionsPerRegion", 1500, [], "How many customer managed permissions an account can have in a Region (AWS: 1,500).";
        permissions_per_resource_type: u32, "permissionsPerResourceType", 10, [], "How many customer managed permissions an account can have for one resource type (AWS: 10).";
        shares_per_region: u32, "sharesPerRegion", 25_000, [], "How many resource shares an account can have in a Region (AWS: 25,000).";
        associations_per_share: u32, "associationsPerShare", 5_000, [], "How many principals, and how many resources, a resource share can have (AWS: 5,000 each).";
        associations_per_region: u32, "associationsPerRegion", 25_000, [], "How many principals, and how many resources, the resource shares of an account can have in a Region (AWS: 25,000 each).";
        resources_per_call: u32, "resourcesPerCall", 100, [], "How many resources a call can add to a resource share (AWS: 100).";
        pending_invitations: u32, "pendingInvitations", 20, [], "How many invitations of an account can wait for an answer in a Region (AWS: 20).";
    }
}

/// A setting as the page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// What it is about.
    pub group: &'static str,
    /// Its name in a session.
    pub name: &'static str,
    /// What it chooses, in a sentence.
    pub text: &'static str,
    /// The values it can have; none when it is a number.
    pub choices: &'static [&'static str],
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_described_and_every_choice_is_one() {
        let settings = serde_json::to_value(Settings::default()).unwrap();
        let names: Vec<_> = settings.as_object().unwrap().keys().cloned().collect();
        assert_eq!(names, Settings::ALL.iter().map(|setting| setting.name).collect::<Vec<_>>());
        let mut groups: Vec<_> = Settings::ALL.iter().map(|setting| setting.group).collect();
        groups.dedup();
        assert_eq!(groups.len(), groups.iter().collect::<std::collections::BTreeSet<_>>().len(), "each group stands together");
        for setting in Settings::ALL {
            let documented = [
                (include_str!("../../../../www/session.schema.json"), format!("\"{}\": {{", setting.name)),
                (include_str!("../../../../package/index.d.ts"), format!("  {}?: ", setting.name)),
            ];
            assert!(documented.iter().all(|(file, name)| file.contains(name)), "{} is in the schema and in the types", setting.name);
            for choice in setting.choices {
                let mut changed = settings.clone();
                changed[setting.name] = choice.parse::<bool>().map_or_else(|_| (*choice).into(), Into::into);
                assert!(serde_json::from_value::<Settings>(changed).is_ok(), "{} {choice}", setting.name);
            }
        }
    }
}
