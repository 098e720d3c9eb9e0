//! Licenses on the wire.

use super::{Arn, ISO8601DateTime};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a license.
LicenseStatus {
    /// It can be used and granted.
    Available = "AVAILABLE",
    /// It is being made.
    PendingAvailable = "PENDING_AVAILABLE",
    /// Its issuer switched it off.
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

enumeration!(/// What an entitlement is counted in.
EntitlementUnit {
    /// Pieces.
    Count = "Count",
    /// Nothing: the entitlement is a capability with a value.
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

structure!(/// Who issues a license.
Issuer {
    /// The issuer's name.
    name: String = "Name" [required],
    /// The asymmetric KMS key that signs borrowed licenses.
    sign_key: String = "SignKey",
});

structure!(/// Who issued a license.
IssuerDetails {
    /// The issuer's name.
    name: String = "Name",
    /// The asymmetric KMS key that signs borrowed licenses.
    sign_key: String = "SignKey",
    /// The issuer's key fingerprint, which checkouts name.
    key_fingerprint: String = "KeyFingerprint",
});

structure!(/// A span of time.
DatetimeRange {
    /// When it begins.
    begin: ISO8601DateTime = "Begin" [required],
    /// When it ends; never, when absent.
    end: ISO8601DateTime = "End",
});

structure!(/// Something a license entitles to.
Entitlement {
    /// The entitlement's name.
    name: String = "Name" [required],
    /// The value, where the unit is `None`.
    value: String = "Value",
    /// The most there is, where the unit is any other.
    max_count: i64 = "MaxCount",
    /// Whether more than the most may be used.
    overage: bool = "Overage",
    /// The unit.
    unit: EntitlementUnit = "Unit" [required],
    /// Whether what was checked out can be returned.
    allow_check_in: bool = "AllowCheckIn",
});

list!(/// Entitlements.
EntitlementList of Entitlement {});

structure!(/// How long a seat is held.
ProvisionalConfiguration {
    /// The longest time, in minutes.
    max_time_to_live_in_minutes: i32 = "MaxTimeToLiveInMinutes" [required],
});

structure!(/// How long a license is borrowed.
BorrowConfiguration {
    /// Whether it can be returned before its time.
    allow_early_check_in: bool = "AllowEarlyCheckIn" [required],
    /// The longest time, in minutes.
    max_time_to_live_in_minutes: i32 = "MaxTimeToLiveInMinutes" [required],
});

structure!(/// How a license is consumed.
ConsumptionConfiguration {
    /// How often entitlements are renewed.
    renew_type: RenewType = "RenewType",
    /// For use with a connection.
    provisional_configuration: ProvisionalConfiguration = "ProvisionalConfiguration",
    /// For use without one.
    borrow_configuration: BorrowConfiguration = "BorrowConfiguration",
});

structure!(/// A note on a license.
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
    /// The status.
    status: LicenseStatus = "Status",
    /// When it is valid.
    validity: DatetimeRange = "Validity",
    /// Whom it is for.
    beneficiary: String = "Beneficiary",
    /// What it entitles to.
    entitlements: EntitlementList = "Entitlements",
    /// How it is consumed.
    consumption_configuration: ConsumptionConfiguration = "ConsumptionConfiguration",
    /// Notes on it.
    license_metadata: MetadataList = "LicenseMetadata",
    /// When it was made, in seconds since 1970.
    create_time: ISO8601DateTime = "CreateTime",
    /// The version.
    version: String = "Version",
});

list!(/// Licenses.
LicenseList of License {});
