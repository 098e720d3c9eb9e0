//! A license as those see it who received it.

use super::{
    AllowedOperationList, Arn, ConsumptionConfiguration, DatetimeRange, EntitlementList, GrantType, ISO8601DateTime, IssuerDetails,
    LicenseStatus, MetadataList, StatusReasonMessage,
};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a grant, as those see it who received it: a recall is its grantor's alone.
ReceivedStatus {
    /// Asynchronous work is running.
    PendingWorkflow = "PENDING_WORKFLOW",
    /// It waits for acceptance.
    PendingAccept = "PENDING_ACCEPT",
    /// It was rejected; still readable.
    Rejected = "REJECTED",
    /// Accepted and activated.
    Active = "ACTIVE",
    /// Asynchronous work failed.
    FailedWorkflow = "FAILED_WORKFLOW",
    /// Deleted by the grantor; still readable.
    Deleted = "DELETED",
    /// Accepted and not activated, or deactivated.
    Disabled = "DISABLED",
    /// Asynchronous work ended; each account has a grant of its own.
    WorkflowCompleted = "WORKFLOW_COMPLETED",
});

structure!(/// How a license was received.
ReceivedMetadata {
    /// The status of the grant.
    received_status: ReceivedStatus = "ReceivedStatus",
    /// Why it has that status.
    received_status_reason: StatusReasonMessage = "ReceivedStatusReason",
    /// What the grantee may do.
    allowed_operations: AllowedOperationList = "AllowedOperations",
    /// The kind of the grant.
    grant_type: GrantType = "GrantType" in SINCE_2026,
});

structure!(/// A license that was received.
GrantedLicense {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn",
    /// The license's name.
    license_name: String = "LicenseName",
    /// The product's name.
    product_name: String = "ProductName",
    /// The product's SKU.
    product_sku: String = "ProductSKU",
    /// Who issued it.
    issuer: IssuerDetails = "Issuer",
    /// The Region changes are made in.
    home_region: String = "HomeRegion",
    /// The status of the license.
    status: LicenseStatus = "Status",
    /// When it is valid.
    validity: DatetimeRange = "Validity",
    /// Whom it is for.
    beneficiary: String = "Beneficiary",
    /// What it entitles to.
    entitlements: EntitlementList = "Entitlements",
    /// How it is consumed.
    consumption_configuration: ConsumptionConfiguration = "ConsumptionConfiguration",
    /// Notes on it. Of a license from AWS Marketplace, `grantArn` names the grant it was received with.
    license_metadata: MetadataList = "LicenseMetadata",
    /// When it was made, in seconds since 1970.
    create_time: ISO8601DateTime = "CreateTime",
    /// The version.
    version: String = "Version",
    /// How it was received.
    received_metadata: ReceivedMetadata = "ReceivedMetadata",
});

list!(/// Licenses that were received.
GrantedLicenseList of GrantedLicense {});
