//! Licenses on the wire.

use super::{Arn, ISO8601DateTime};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a license.
LicenseStatus {
    /// It can be used and granted.
    Available = "AVAILABLE",
    /// It is being created.
    PendingAvailable = "PENDING_AVAILABLE",
    /// Its issuer deactivated it.
    Deactivated = "DEACTIVATED",
    /// It is suspended.
    Suspended = "SUSPENDED",
    /// Its validity has ended.
    Expired = "EXPIRED",
    /// It is being deleted.
    PendingDelete = "PENDING_DELETE",
    /// It is deleted; still readable.
    Deleted = "DELETED",
});

enumeration!(/// The unit of an entitlement.
EntitlementUnit {
    /// Pieces.
    Count = "Count",
    /// Not counted: the entitlement is a capability with a value.
    None = "None",
    /// Seconds.
    Seconds = "Seconds",
    /// Microseconds.
    Microseconds = "Microseconds",
    /// Milliseconds.
    Milliseconds = "Milliseconds",
    /// Bytes.
    Bytes = "Bytes",
    /// Kilobytes.
    Kilobytes = "Kilobytes",
    /// Megabytes.
    Megabytes = "Megabytes",
    /// Gigabytes.
    Gigabytes = "Gigabytes",
    /// Terabytes.
    Terabytes = "Terabytes",
    /// Bits.
    Bits = "Bits",
    /// Kilobits.
    Kilobits = "Kilobits",
    /// Megabits.
    Megabits = "Megabits",
    /// Gigabits.
    Gigabits = "Gigabits",
    /// Terabits.
    Terabits = "Terabits",
    /// Per cent.
    Percent = "Percent",
    /// Bytes per second.
    BytesPerSecond = "Bytes/Second",
    /// Kilobytes per second.
    KilobytesPerSecond = "Kilobytes/Second",
    /// Megabytes per second.
    MegabytesPerSecond = "Megabytes/Second",
    /// Gigabytes per second.
    GigabytesPerSecond = "Gigabytes/Second",
    /// Terabytes per second.
    TerabytesPerSecond = "Terabytes/Second",
    /// Bits per second.
    BitsPerSecond = "Bits/Second",
    /// Kilobits per second.
    KilobitsPerSecond = "Kilobits/Second",
    /// Megabits per second.
    MegabitsPerSecond = "Megabits/Second",
    /// Gigabits per second.
    GigabitsPerSecond = "Gigabits/Second",
    /// Terabits per second.
    TerabitsPerSecond = "Terabits/Second",
    /// Pieces per second.
    CountPerSecond = "Count/Second",
});

enumeration!(/// How often entitlements are renewed.
RenewType {
    /// Never.
    None = "None",
    /// Every week.
    Weekly = "Weekly",
    /// Every month.
    Monthly = "Monthly",
});

structure!(/// The issuer of a license.
Issuer {
    /// The issuer's name.
    name: String = "Name" [required],
    /// The asymmetric KMS key that signs borrowed licenses.
    sign_key: String = "SignKey" as KeyArn,
});

structure!(/// The issuer of a license, with its key fingerprint.
IssuerDetails {
    /// The issuer's name.
    name: String = "Name",
    /// The asymmetric KMS key that signs borrowed licenses.
    sign_key: String = "SignKey" as KeyArn,
    /// The issuer's key fingerprint, which checkouts send.
    key_fingerprint: String = "KeyFingerprint" as KeyFingerprint,
});

structure!(/// A span of time.
DatetimeRange {
    /// The start.
    begin: ISO8601DateTime = "Begin" as Timestamp [required],
    /// The end. Without it, the validity does not end.
    end: ISO8601DateTime = "End" as Timestamp,
});

structure!(/// An entitlement of a license.
Entitlement {
    /// The entitlement's name.
    name: String = "Name" [required],
    /// The value, if the unit is `None`.
    value: String = "Value",
    /// The maximum amount, if the unit is not `None`.
    max_count: i64 = "MaxCount",
    /// Whether more than `MaxCount` can be used.
    overage: bool = "Overage",
    /// The unit.
    unit: EntitlementUnit = "Unit" [required],
    /// Whether checked-out entitlements can be checked in.
    allow_check_in: bool = "AllowCheckIn",
});

list!(/// Entitlements.
EntitlementList of Entitlement {});

structure!(/// The configuration of checkouts for a time.
ProvisionalConfiguration {
    /// The maximum time, in minutes.
    max_time_to_live_in_minutes: i32 = "MaxTimeToLiveInMinutes" [required],
});

structure!(/// The configuration of borrowing.
BorrowConfiguration {
    /// Whether a borrowed license can be checked in before it expires.
    allow_early_check_in: bool = "AllowEarlyCheckIn" [required],
    /// The maximum time, in minutes.
    max_time_to_live_in_minutes: i32 = "MaxTimeToLiveInMinutes" [required],
});

structure!(/// How a license is consumed.
ConsumptionConfiguration {
    /// How often entitlements are renewed.
    renew_type: RenewType = "RenewType",
    /// The settings of checkouts, which need a connection.
    provisional_configuration: ProvisionalConfiguration = "ProvisionalConfiguration",
    /// The settings of borrowing, which needs a connection only at the start.
    borrow_configuration: BorrowConfiguration = "BorrowConfiguration",
});

structure!(/// A note on a license: a name and a value.
Metadata {
    /// Its name.
    name: String = "Name",
    /// Its value.
    value: String = "Value",
});

list!(/// Notes on a license.
MetadataList of Metadata {});

structure!(/// A license.
License {
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
    /// The status.
    status: LicenseStatus = "Status" as LicenseStatus,
    /// The validity.
    validity: DatetimeRange = "Validity" as Validity,
    /// The beneficiary.
    beneficiary: String = "Beneficiary" as Beneficiary,
    /// The entitlements.
    entitlements: EntitlementList = "Entitlements" as Entitlements,
    /// How it is consumed.
    consumption_configuration: ConsumptionConfiguration = "ConsumptionConfiguration" as ConsumptionConfiguration,
    /// Notes on it.
    license_metadata: MetadataList = "LicenseMetadata" as LicenseMetadata,
    /// The time of its creation, in seconds since 1970.
    create_time: ISO8601DateTime = "CreateTime" as Timestamp,
    /// The version.
    version: String = "Version" as LicenseVersion,
});

list!(/// Licenses.
LicenseList of License {});
