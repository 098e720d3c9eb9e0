//! Grants on the wire.

use super::{Arn, StatusReasonMessage};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a grant.
GrantStatus {
    /// Asynchronous work on an organization's grant is running.
    PendingWorkflow = "PENDING_WORKFLOW",
    /// The grantee has not accepted yet.
    PendingAccept = "PENDING_ACCEPT",
    /// The grantee rejected it.
    Rejected = "REJECTED",
    /// Accepted and activated: the entitlements can be used.
    Active = "ACTIVE",
    /// Asynchronous work on an organization's grant failed.
    FailedWorkflow = "FAILED_WORKFLOW",
    /// Deleted by the grantor; still readable.
    Deleted = "DELETED",
    /// A grant to an organization is being deleted.
    PendingDelete = "PENDING_DELETE",
    /// Accepted but not activated, or deactivated.
    Disabled = "DISABLED",
    /// Asynchronous work on a grant to an organization ended. Each account has its own grant.
    WorkflowCompleted = "WORKFLOW_COMPLETED",
});

enumeration!(/// An operation that a grant allows.
AllowedOperation {
    /// Create sub-grants.
    CreateGrant = "CreateGrant",
    /// Check out entitlements.
    CheckoutLicense = "CheckoutLicense",
    /// Check out entitlements for offline use.
    CheckoutBorrowLicense = "CheckoutBorrowLicense",
    /// Return entitlements.
    CheckInLicense = "CheckInLicense",
    /// Extend the time of entitlements.
    ExtendConsumptionLicense = "ExtendConsumptionLicense",
    /// List purchased licenses.
    ListPurchasedLicenses = "ListPurchasedLicenses",
    /// Create tokens for use without AWS credentials.
    CreateToken = "CreateToken",
    /// Report usage. Only in the 2023 edition.
    BatchCreateLicenseUsageRecords = "BatchCreateLicenseUsageRecords" in ONLY_2023,
    /// List received licenses.
    ListReceivedLicenses = "ListReceivedLicenses" in SINCE_2026,
});

// Seven in the early edition: no page of it has bounds, but the API models that aws-sdk-js and aws-sdk-go had while
// there were seven values do. (Later references of seven values have a bound of eight.)
list!(/// What a grant lets its grantee do.
AllowedOperationList of AllowedOperation { min_length(1), max_length(7) in EARLY, max_length(8) in SINCE_2023 });

list!(/// Whom a license is granted to: one account, organization or organizational unit.
PrincipalArnList of Arn { min_length(1), max_length(1) });

enumeration!(/// What happens to the other active grants of a product when one is activated.
ActivationOverrideBehavior {
    /// Nothing: accounts with an active grant keep theirs.
    DistributedGrantsOnly = "DISTRIBUTED_GRANTS_ONLY",
    /// They are disabled, and this grant replaces them.
    AllGrantsPermittedByIssuer = "ALL_GRANTS_PERMITTED_BY_ISSUER",
});

enumeration!(/// The kind of a grant.
GrantType {
    /// It gives entitlements.
    BuyerGrant = "BuyerGrant",
    /// It gives the right to list received licenses, and no entitlements.
    DelegateGrant = "DelegateGrant",
});

structure!(/// Options of a grant.
Options {
    /// What happens to the other active grants of the product. Only for AWS Marketplace licenses, in a request that activates the grant.
    activation_override_behavior: ActivationOverrideBehavior = "ActivationOverrideBehavior",
    /// `ACTIVE` activates the grant at once. Only on `CreateGrant` to an organization or an organizational unit.
    desired_status: GrantStatus = "DesiredStatus" as GrantStatus in SINCE_2026,
});

structure!(/// A grant.
Grant {
    /// The ARN of the grant.
    grant_arn: Arn = "GrantArn" as GrantArn [required],
    /// The name of the grant.
    grant_name: String = "GrantName" as GrantName [required],
    /// The ARN of its parent: the license, or the grant of its grantor.
    parent_arn: Arn = "ParentArn" as LicenseOrGrantArn [required],
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn [required],
    /// The ARN of the grantee.
    grantee_principal_arn: Arn = "GranteePrincipalArn" as PrincipalArn [required],
    /// The home Region, in which changes are made.
    home_region: String = "HomeRegion" as Region [required],
    /// The status.
    grant_status: GrantStatus = "GrantStatus" as GrantStatus [required],
    /// The reason for the status.
    status_reason: StatusReasonMessage = "StatusReason",
    /// The version.
    version: String = "Version" as GrantVersion [required],
    /// The operations that the grantee can use.
    granted_operations: AllowedOperationList = "GrantedOperations" as AllowedOperations [required],
    /// The options that were last set.
    options: Options = "Options" in SINCE_2023,
    /// The kind of the grant.
    grant_type: GrantType = "GrantType" in SINCE_2026,
});

impl Options {
    /// Merges these options into earlier ones. Absent members keep their earlier value. `None` if no member has a value.
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
