//! A received license on the wire.

use super::{
    AllowedOperationList, Arn, ConsumptionConfiguration, DatetimeRange, EntitlementList, GrantType, ISO8601DateTime, IssuerDetails,
    LicenseStatus, MetadataList, StatusReasonMessage,
};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a grant as recipients see it. Only the grantor sees a deletion in progress.
ReceivedStatus {
    /// Asynchronous work is running.
    PendingWorkflow = "PENDING_WORKFLOW",
    /// It is pending acceptance.
    PendingAccept = "PENDING_ACCEPT",
    /// It was rejected; still readable.
    Rejected = "REJECTED",
    /// Accepted and activated.
    Active = "ACTIVE",
    /// Asynchronous work failed.
    FailedWorkflow = "FAILED_WORKFLOW",
    /// Deleted by the grantor; still readable.
    Deleted = "DELETED",
    /// Accepted but not activated, or deactivated.
    Disabled = "DISABLED",
    /// Asynchronous work ended. Each account has its own grant.
    WorkflowCompleted = "WORKFLOW_COMPLETED",
});

structure!(/// The grant with which a license was received.
ReceivedMetadata {
    /// The status of the grant.
    received_status: ReceivedStatus = "ReceivedStatus" as GrantStatus,
    /// The reason for the status.
    received_status_reason: StatusReasonMessage = "ReceivedStatusReason",
    /// The operations that the grantee can use.
    allowed_operations: AllowedOperationList = "AllowedOperations" as AllowedOperations,
    /// The kind of the grant.
    grant_type: GrantType = "GrantType" in SINCE_2026,
});

structure!(/// A received license.
GrantedLicense {
    /// The ARN of the license.
    license_arn: Arn = "LicenseArn" as LicenseArn,
    /// The license's name.
    license_name: String = "LicenseName" as LicenseName,
    /// The product's name.
    product_name: String = "ProductName" as ProductName,
    /// The product's SKU.
    product_sku: String = "ProductSKU" as ProductSku,
    /// The issuer.
    issuer: IssuerDetails = "Issuer" as Issuer,
    /// The home Region, in which changes are made.
    home_region: String = "HomeRegion" as Region,
    /// The status of the license.
    status: LicenseStatus = "Status" as LicenseStatus,
    /// The validity.
    validity: DatetimeRange = "Validity" as Validity,
    /// The beneficiary.
    beneficiary: String = "Beneficiary" as Beneficiary,
    /// The entitlements.
    entitlements: EntitlementList = "Entitlements" as Entitlements,
    /// How it is consumed.
    consumption_configuration: ConsumptionConfiguration = "ConsumptionConfiguration" as ConsumptionConfiguration,
    /// Notes on it. For a license from AWS Marketplace, `grantArn` is the ARN of the grant.
    license_metadata: MetadataList = "LicenseMetadata" as LicenseMetadata,
    /// The time of its creation, in seconds since 1970.
    create_time: ISO8601DateTime = "CreateTime" as Timestamp,
    /// The version.
    version: String = "Version" as LicenseVersion,
    /// The grant with which it was received.
    received_metadata: ReceivedMetadata = "ReceivedMetadata",
});

list!(/// Licenses that were received.
GrantedLicenseList of GrantedLicense {});
