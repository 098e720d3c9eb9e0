//! The settings of a session: behaviour that no public evidence shows, quotas and times, each with a default and a sentence that says
//! what the setting changes.

mod choice;

pub use choice::{
    ConsumptionRegion, DeletedLicenseStatus, NewLicenseStatus, OrganizationGrantStatus, RefusedCheckIn, UngrantedOperation, ValueEcho,
    WorkflowOutcome, WorkflowPace,
};

use crate::json::{Choices, record};
use serde::Serialize;

/// Declares the settings in groups. Each has the field, its type, its name in a session, its default, its label, the operations that
/// show it, and a sentence that says what it changes.
macro_rules! settings {
    ($($group:literal { $($field:ident: $type:ty, $name:literal, $default:expr, $label:literal, $shown_in:literal, $text:literal;)+ })+) => {
        /// The session's choices where the real service's behaviour is not public, its quotas, and its times.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[expect(clippy::doc_markdown, reason = "the page shows the same sentences, without Markdown")]
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
                Setting {
                    group: $group,
                    name: $name,
                    label: $label,
                    shown_in: $shown_in,
                    text: $text,
                    choices: <$type as Choices>::NAMES,
                    choice_labels: <$type as Choices>::LABELS,
                }
            ),+),+];
        }
    };
}

settings! {
    "Time and asynchronous work" {
        workflow_pace: WorkflowPace, "workflowPace", WorkflowPace::NextTick,
            "Length of asynchronous work", "CreateLicense, CreateGrant, CreateGrantVersion, DeleteGrant, AssociateResourceShare",
            "When asynchronous work ends. Until the next call (next-tick): the distribution, activation or deletion of an \
             organization grant ends before the next call, and a change of a resource share ends one second later. Until \
             a step ends it (when-told): both end only at a step that settles them.";
        workflow_outcome: WorkflowOutcome, "workflowOutcome", WorkflowOutcome::Completes,
            "Result of asynchronous work", "GetGrant, GetResourceShareAssociations",
            "How asynchronous work ends: it succeeds or it fails. Why a real workflow fails is not public.";
        failed_workflow_reason: bool, "failedWorkflowReason", false,
            "Reason in failed grants", "GetGrant, ListDistributedGrants",
            "A grant whose workflow failed has a StatusReason. The real text is not public; the playground's text is \
             invented.";
        organization_grant_status: OrganizationGrantStatus, "organizationGrantStatus", OrganizationGrantStatus::WorkflowCompleted,
            "Status of a distributed organization grant", "GetGrant, ListDistributedGrants",
            "Status of an organization grant after its distribution: WORKFLOW_COMPLETED, or the status of its \
             accounts' grants. Published reports differ.";
        shares_begin_pending: bool, "sharesBeginPending", false,
            "New shares start as PENDING", "CreateResourceShare, GetResourceShares",
            "A new resource share that has principals or resources starts as PENDING and becomes ACTIVE one second \
             later. Recorded responses show ACTIVE at once, but published tools wait for PENDING to end.";
        replacement_seconds: u32, "replacementSeconds", 29,
            "Seconds to replace a permission", "ReplacePermissionAssociations, ListReplacePermissionAssociationsWork",
            "Seconds until RAM replaces a permission on the shares that use it. Recorded: 28 and 30.";
        tick_milliseconds: u32, "tickMilliseconds", 1000,
            "Milliseconds per call", "every operation",
            "Milliseconds by which each call moves the session's clock forward.";
    }
    "Errors and their wording" {
        value_echo: ValueEcho, "valueEcho", ValueEcho::Echoed,
            "Invalid values in error messages", "every operation of License Manager",
            "Constraint messages repeat the invalid value or omit it. AWS services differ; what License Manager does \
             is not public.";
        pascal_case_paths: bool, "pascalCasePaths", false,
            "Capitals in the names of members", "every operation of License Manager",
            "Constraint messages name members as requests do (GrantArn) instead of in lower camel case (grantArn), \
             which most AWS services use.";
        lower_case_message: bool, "lowerCaseMessage", false,
            "Lower-case name of the message member", "every operation of License Manager",
            "License Manager's constraint errors have their text in the member message, as in Kinesis, instead of \
             Message.";
        invalid_values_are_validation: bool, "invalidValuesAreValidation", false,
            "ValidationException for invalid values", "GetLicense, GetGrant, ListLicenses, ListDistributedGrants",
            "An unknown ARN, version, filter or page token gets a ValidationException instead of an \
             InvalidParameterValueException. Some published programs expect the first error, some the second.";
        deny_foreign_resources: bool, "denyForeignResources", false,
            "AccessDeniedException for resources of other accounts", "GetLicense, GetGrant, DeleteLicense",
            "A request for a license or grant of another account gets an AccessDeniedException instead of the error \
             for a resource that does not exist.";
        stale_source_version_is_conflict: bool, "staleSourceVersionIsConflict", false,
            "ConflictException for an old SourceVersion", "CreateGrantVersion",
            "CreateGrantVersion with an old SourceVersion gets a ConflictException instead of a ValidationException. \
             The API model does not declare ConflictException for this operation.";
        duplicate_grant_is_conflict: bool, "duplicateGrantIsConflict", false,
            "ConflictException for a second grant", "CreateGrant",
            "A second live grant to the same principal gets a ConflictException, as in a published test, instead of a \
             ValidationException. The API model does not declare ConflictException for this operation.";
        excess_operations_are_invalid_values: bool, "excessOperationsAreInvalidValues", false,
            "InvalidParameterValueException for excess operations", "CreateGrant, CreateGrantVersion",
            "AllowedOperations with an operation that the grantor does not have gets an InvalidParameterValueException \
             instead of a ValidationException. The API model declares both.";
        other_status_is_invalid_value: bool, "otherStatusIsInvalidValue", false,
            "InvalidParameterValueException for other statuses", "CreateGrantVersion",
            "CreateGrantVersion with a Status other than ACTIVE or DISABLED gets an InvalidParameterValueException \
             instead of a ValidationException. The API model declares both.";
        other_beneficiary_is_not_found: bool, "otherBeneficiaryIsNotFound", false,
            "ResourceNotFoundException for another beneficiary", "CheckoutLicense",
            "CheckoutLicense with a Beneficiary other than the license's gets a ResourceNotFoundException instead of a \
             NoEntitlementsAllowedException. The API model declares both.";
        ungranted_operation: UngrantedOperation, "ungrantedOperation", UngrantedOperation::Authorization,
            "Error for an operation that no grant allows", "CheckoutLicense, CreateGrant, CreateToken",
            "Error for an operation that no active grant of the caller allows: AuthorizationException or \
             AccessDeniedException. Which one AWS returns is not public.";
        refused_check_in: RefusedCheckIn, "refusedCheckIn", RefusedCheckIn::Conflict,
            "Error for a refused check-in", "CheckInLicense",
            "Error for checked-out entitlements that cannot be checked in: ConflictException or ValidationException. \
             The API model declares both; which one AWS returns is not public.";
    }
    "Client tokens and lists" {
        client_token_minutes: u32, "clientTokenMinutes", 10,
            "Minutes to remember a client token", "CreateLicense, CreateGrant, CreateToken, CheckoutLicense",
            "Minutes for which License Manager remembers a client token. The 10 minutes are documented only for \
             CreateToken.";
        default_page_size: u32, "defaultPageSize", 100,
            "Rows on a page", "ListLicenses, ListDistributedGrants, ListTokens",
            "Rows on a page of License Manager's lists if the request does not set MaxResults.";
    }
    "Licenses" {
        new_license_status: NewLicenseStatus, "newLicenseStatus", NewLicenseStatus::Available,
            "Status of a new license", "CreateLicense, GetLicense",
            "Status of a new license: AVAILABLE at once, or PENDING_AVAILABLE until asynchronous work has ended. Both \
             statuses exist; which one CreateLicense returns is not public.";
        deleted_license_status: DeletedLicenseStatus, "deletedLicenseStatus", DeletedLicenseStatus::PendingDelete,
            "Status of a deleted license", "DeleteLicense, GetLicense",
            "Status of a deleted license in the six months in which it can be read: PENDING_DELETE or DELETED. The \
             shape of the response allows both; which one AWS returns is not public.";
        delete_grants_with_license: bool, "deleteGrantsWithLicense", false,
            "Deleting a license deletes its grants", "DeleteLicense, GetGrant",
            "Deleting a license also deletes its grants. Otherwise the grants keep their status but allow nothing.";
        consumption_region: ConsumptionRegion, "consumptionRegion", ConsumptionRegion::Any,
            "Regions for checkouts", "CheckoutLicense, CheckoutBorrowLicense",
            "Regions in which a license can be checked out: every Region, as the user guide says, or only its home \
             Region, as the declared RedirectException suggests.";
        check_capability_values: bool, "checkCapabilityValues", true,
            "Check the values of capabilities", "CheckoutLicense, CheckoutBorrowLicense",
            "A checkout of an entitlement of the unit None is refused if the requested Value differs from the \
             license's. Otherwise it succeeds, and the response repeats the requested Value.";
        renew_usage: bool, "renewUsage", true,
            "Renewal resets the usage", "GetLicenseUsage, CheckoutLicense",
            "RenewType Weekly or Monthly resets the quantity that was drawn down. What renewal does is not public.";
    }
    "Grants" {
        check_named_home_region: bool, "checkNamedHomeRegion", true,
            "Check HomeRegion", "CreateGrant",
            "CreateGrant is refused if HomeRegion is not the license's home Region, even if the request was sent to \
             the home Region.";
        refuse_duplicate_grants: bool, "refuseDuplicateGrants", true,
            "Refuse a second grant to a principal", "CreateGrant",
            "A second live grant of a license to the same principal is refused. The rule is known, its exact response \
             is not.";
        collapse_repeated_operations: bool, "collapseRepeatedOperations", false,
            "Store repeated operations once", "CreateGrant, CreateGrantVersion, GetGrant",
            "An operation that AllowedOperations repeats is stored once. The API model allows repetitions.";
        accept_activates: bool, "acceptActivates", false,
            "Accepting activates a grant", "AcceptGrant",
            "AcceptGrant makes a grant ACTIVE instead of DISABLED. Published tests accept both.";
        accept_again: bool, "acceptAgain", false,
            "Accept a grant again", "AcceptGrant",
            "Accepting an already accepted grant succeeds and changes nothing. Otherwise it is refused.";
        reject_accepted: bool, "rejectAccepted", true,
            "Reject an accepted grant", "RejectGrant",
            "RejectGrant is allowed on an accepted or active grant. A published program does this.";
        acceptance_makes_version: bool, "acceptanceMakesVersion", true,
            "Accepting creates a version", "AcceptGrant, RejectGrant",
            "Accepting or rejecting a grant creates a new version of it.";
        activate_unaccepted: bool, "activateUnaccepted", true,
            "Activating accepts a grant", "CreateGrantVersion",
            "Activating a grant that is pending acceptance also accepts it. Otherwise it is refused.";
        second_active_grant_replaces: bool, "secondActiveGrantReplaces", false,
            "A second active grant replaces the first", "CreateGrantVersion",
            "Activating a second grant of an AWS Marketplace product without an override replaces the first grant \
             instead of being refused.";
        refuse_grants_to_owner: bool, "refuseGrantsToOwner", true,
            "Refuse grants to the license's owner", "CreateGrant",
            "CreateGrant is refused if the principal is the account that owns the license. Otherwise a grantee can \
             grant the license back to its owner.";
        capabilities_need_check_in: bool, "capabilitiesNeedCheckIn", false,
            "Capabilities can prevent a check-in", "CheckInLicense",
            "Seats cannot be checked in if a capability without AllowCheckIn was checked out together with them.";
        leaving_ends_grants: bool, "leavingEndsGrants", false,
            "Leaving an organization ends grants", "CheckoutLicense, CreateGrant, CreateToken",
            "An account that left an organization can no longer use the grant that it received through the \
             organization.";
        sub_grants_need_parent: bool, "subGrantsNeedParent", true,
            "Sub-grants depend on their parent", "CheckoutLicense, CreateGrant, CreateToken",
            "A sub-grant allows nothing while its parent is disabled, and only operations that its parent still \
             allows. Otherwise a later change of the parent does not affect the sub-grant.";
        delete_sub_grants: bool, "deleteSubGrants", true,
            "Deleting a grant deletes its sub-grants", "DeleteGrant, RejectGrant",
            "Deleting or rejecting a grant also deletes its sub-grants.";
    }
    "Permissions" {
        effect_in_any_case: bool, "effectInAnyCase", false,
            "Effect in any letter case", "CreatePermission, CreatePermissionVersion",
            "The Effect of a policy template can be Allow in any letter case. AWS's documentation writes ALLOW, \
             published templates write Allow.";
    }
    "Shares" {
        rejected_invitation_fails: bool, "rejectedInvitationFails", false,
            "A rejected invitation makes the association FAILED", "RejectResourceShareInvitation, GetResourceShareAssociations",
            "When an invitation is rejected, its association becomes FAILED instead of DISASSOCIATED. When an \
             invitation expires, its association always becomes DISASSOCIATED.";
        resources_must_exist: bool, "resourcesMustExist", false,
            "Shared resources must exist", "CreateResourceShare, AssociateResourceShare",
            "RAM looks for each resource that is added to a share. The call succeeds, and one second later the \
             association of a resource that does not exist becomes FAILED, as a published report says. Otherwise any \
             ARN can be shared.";
        suspend_on_leave: bool, "suspendOnLeave", true,
            "Leaving an organization suspends associations", "GetResourceShareAssociations",
            "When an account leaves the organization, its associations with resource shares become SUSPENDED until it \
             returns, instead of being removed. That the account loses access is documented; the status SUSPENDED is \
             only in the API model.";
    }
    "Quotas" {
        grants_per_license: u32, "grantsPerLicense", 2000,
            "Grants per license", "CreateGrant",
            "Grants that a license can have (AWS: 2,000).";
        licenses_per_account: u32, "licensesPerAccount", 10_000,
            "Licenses per account", "CreateLicense",
            "Licenses that an account can own, without deleted ones. The quota exists, its value is not public.";
        received_licenses_per_product: u32, "receivedLicensesPerProduct", 1_000,
            "Received licenses per product", "AcceptGrant",
            "Licenses of one product that an account can accept. The quota exists, its value is not public.";
        counted_entitlements_per_license: u32, "countedEntitlementsPerLicense", 50,
            "Counted entitlements per license", "CreateLicense, CreateLicenseVersion",
            "Entitlements of a unit other than None that a license can have. The quota exists, its value is not \
             public.";
        uncounted_entitlements_per_license: u32, "uncountedEntitlementsPerLicense", 50,
            "Capabilities per license", "CreateLicense, CreateLicenseVersion",
            "Entitlements of the unit None that a license can have. The quota exists, its value is not public.";
        counted_entitlements_per_checkout: u32, "countedEntitlementsPerCheckout", 50,
            "Counted entitlements per checkout", "CheckoutLicense, CheckoutBorrowLicense",
            "Entitlements of a unit other than None that one request can check out. The quota exists, its value is not \
             public.";
        tokens_per_license: u32, "tokensPerLicense", 10,
            "Tokens per license", "CreateToken",
            "Tokens that an account can have for one license. The quota exists, its value is not public.";
        access_tokens_per_hour: u32, "accessTokensPerHour", 10,
            "Access tokens per hour", "GetAccessToken",
            "Access tokens that can be issued for one license within an hour. The quota exists; a published script \
             says 10.";
        concurrent_organization_grants: u32, "concurrentOrganizationGrants", 10,
            "Organization grants in progress", "CreateGrant",
            "Organization grants of an account that can be in progress at the same time. The quota exists, its value \
             is not public.";
        permissions_per_region: u32, "permissionsPerRegion", 1500,
            "Permissions per Region", "CreatePermission",
            "Customer managed permissions that an account can have in a Region (AWS: 1,500).";
        permissions_per_resource_type: u32, "permissionsPerResourceType", 10,
            "Permissions per resource type", "CreatePermission",
            "Customer managed permissions that an account can have for one resource type (AWS: 10).";
        shares_per_region: u32, "sharesPerRegion", 25_000,
            "Resource shares per Region", "CreateResourceShare",
            "Resource shares that an account can have in a Region (AWS: 25,000).";
        associations_per_share: u32, "associationsPerShare", 5_000,
            "Principals and resources per share", "CreateResourceShare, AssociateResourceShare",
            "Principals that a resource share can have, and resources that it can have (AWS: 5,000 of each).";
        associations_per_region: u32, "associationsPerRegion", 25_000,
            "Principals and resources per Region", "CreateResourceShare, AssociateResourceShare",
            "Principals that an account's resource shares in a Region can have together, and resources that they can \
             have together (AWS: 25,000 of each).";
        resources_per_call: u32, "resourcesPerCall", 100,
            "Resources per call", "CreateResourceShare, AssociateResourceShare",
            "Resources that one call can add to a resource share (AWS: 100).";
        pending_invitations: u32, "pendingInvitations", 20,
            "Pending invitations", "CreateResourceShare, AssociateResourceShare",
            "Invitations from an account that can be pending in a Region (AWS: 20).";
    }
}

/// A setting as the page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// The heading it is listed under.
    pub group: &'static str,
    /// Its name in a session.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// The operations that show its effect first, or `every operation …`.
    pub shown_in: &'static str,
    /// What it changes, in a sentence.
    pub text: &'static str,
    /// Its possible values; empty if it is a number.
    pub choices: &'static [&'static str],
    /// The same for people, in the same order.
    pub choice_labels: &'static [&'static str],
}

#[cfg(test)]
mod tests;
