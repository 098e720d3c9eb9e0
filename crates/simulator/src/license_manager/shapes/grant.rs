//! Grants on the wire.

use super::{Arn, StatusReasonMessage};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a grant.
GrantStatus {
    /// Asynchronous work on an organization's grant is running.
    PendingWorkflow = "PENDING_WORKFLOW",
    /// The grantee has not accepted yet.
    PendingAccept = "PENDING_ACCEPT",
    /// The grantee said no.
    Rejected = "REJECTED",
    /// Accepted and activated: the entitlements can be used.
    Active = "ACTIVE",
    /// Asynchronous work on an organization's grant failed.
    FailedWorkflow = "FAILED_WORKFLOW",
    /// Deleted by the grantor; still readable.
    Deleted = "DELETED",
    /// An organization's grant is being taken back.
    PendingDelete = "PENDING_DELETE",
    /// Accepted and not activated, or deactivated.
    Disabled = "DISABLED",
    /// Asynchronous work on an organization's grant ended; each account has a grant of its own.
    WorkflowCompleted = "WORKFLOW_COMPLETED",
});

enumeration!(/// What a grant lets its grantee do.
AllowedOperation {
    /// Grant the license on.
    CreateGrant = "CreateGrant",
    /// Check entitlements out.
    CheckoutLicense = "CheckoutLicense",
    /// Check entitlements out for offline use.
    CheckoutBorrowLicense = "CheckoutBorrowLicense",
    /// Return entitlements.
    CheckInLicense = "CheckInLicense",
    /// Keep entitlements for longer.
    ExtendConsumptionLicense = "ExtendConsumptionLicense",
    /// List what was bought.
    ListPurchasedLicenses = "ListPurchasedLicenses",
    /// Make tokens for use without AWS credentials.
    CreateToken = "CreateToken",
    /// Report usage. In the 2023 edition only.
    BatchCreateLicenseUsageRecords = "BatchCreateLicenseUsageRecords" in ONLY_2023,
    /// List what was received.
    ListReceivedLicenses = "ListReceivedLicenses" in SINCE_2026,
});

// Seven in the early edition: no page of it tells bounds, but the API models that aws-sdk-js and aws-sdk-go carried while
// there were seven values do. (Later references of seven values have a bound of eight.)
list!(/// What a grant lets its grantee do.
AllowedOperationList of AllowedOperation { min_length(1), max_length(7) in EARLY, max_length(8) in SINCE_2023 });

list!(/// Whom a license is granted to: one account, organization or organizational unit.
PrincipalArnList of Arn { min_length(1), max_length(1) });

enumeration!(/// What becomes of the other active grants of a product when one is activated.
ActivationOverrideBehavior {
    /// Nothing: accounts with an active grant keep theirs.
    DistributedGrantsOnly = "DISTRIBUTED_GRANTS_ONLY",
    /// They are disabled, and this one takes their place.
    AllGrantsPermittedByIssuer = "ALL_GRANTS_PERMITTED_BY_ISSUER",
});

enumeration!(/// The kind of a grant.
GrantType {
    /// It conveys entitlements.
    BuyerGrant = "BuyerGrant",
    /// It conveys the right to list received licenses, and no entitlement.
    DelegateGrant = "DelegateGrant",
});

structure!(/// Options of a grant.
Options {
    /// What becomes of the other active grants of the product: for licenses from AWS Marketplace, on a call that activates.
    activation_override_behavior: ActivationOverrideBehavior = "ActivationOverrideBehavior",
    /// `ACTIVE`: activate in the same call. On `CreateGrant` to an organization or an organizational unit only.
    desired_status: GrantStatus = "DesiredStatus" in SINCE_2026,
});

structure!(/// A grant.
Grant {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" [required],
    /// The name of the grant.
    grant_name: String = "GrantName" [required],
    /// The ARN of what it was made from: the license, or the grant of its grantor.
    parent_arn: Arn = "ParentArn" [required],
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" [required],
    /// The ARN of the grantee.
    grantee_principal_arn: Arn = "GranteePrincipalArn" [required],
    /// The Region changes are made in.
    home_region: String = "HomeRegion" [required],
    /// The status.
    grant_status: GrantStatus = "GrantStatus" [required],
    /// Why it has that status.
    status_reason: StatusReasonMessage = "StatusReason",
    /// The version.
    version: String = "Version" [required],
    /// What the grantee may do.
    granted_operations: AllowedOperationList = "GrantedOperations" [required],
    /// The options that were last set.
    options: Options = "Options" in SINCE_2023,
    /// The kind of the grant.
    grant_type: GrantType = "GrantType" in SINCE_2026,
});

impl Options {
    /// These options over those set before: a member that is absent stays as it was. Without any member there are none.
    pub(crate) fn over(self, before: Option<&Self>) -> Option<Self> {
        let merged = Self {
            activation_override_behavior: self
                .activation_override_behavior
                .or(before.and_then(|options| options.activation_override_behavior)),
            desired_status: self.desired_status.or(before.and_then(|options| options.desired_status)),
        };
        (merged.activation_override_behavior.is_some() || merged.desired_status.is_some()).then_some(merged)
    }
}
