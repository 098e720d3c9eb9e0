//! Refusals of the operations on licenses.

use super::{Words, error};
use crate::error::DeclaredError;
use crate::license_manager::SERVICE;
use crate::license_manager::license::LicenseTransitionError;
use crate::license_manager::shapes::LicenseStatus;
use crate::remedy::Remedy;
use crate::value::Region;

/// Refusals of the operations on licenses.
#[derive(Debug)]
pub(crate) enum LicenseRefusal {
    NotARegion { text: String, error: &'static DeclaredError },
    OtherRegion { home: Region, called: Region },
    Elsewhere { home: Region, called: Region },
    HomeRegion { home: Region, named: String },
    VersionSource { given: String, latest: usize },
    DeletionSource { given: String, latest: usize },
    StatusAsked { status: LicenseStatus },
    NoTransition { attempt: LicenseTransitionError, asked: LicenseStatus },
    Over { status: LicenseStatus },
    Validity { begin: String, end: String },
    NoEntitlements,
    EntitlementUnit { name: String, finding: String },
    EntitlementTwice { name: String },
    NoSignKey,
    TimeToLive { words: &'static str, member: &'static str, minutes: i32 },
    LicenseQuota { quota: u32 },
    EntitlementQuota { kind: &'static str, count: usize, quota: u32 },
}

impl LicenseRefusal {
    pub(super) fn words(&self) -> Words {
        let validation = &error::VALIDATION;
        match self {
            Self::NotARegion { text, error } => Words::new(
                error,
                format!("The home region {text} is not a valid AWS region"),
                format!("`{text}` is not a Region code."),
                "Use a code such as `us-east-1`.",
            ),
            Self::OtherRegion { home, called } => redirect(
                home,
                format!("`HomeRegion` is `{home}`, and the request was sent to `{called}`."),
                Remedy::from(format!("Send the request to `{home}`, or send `HomeRegion` `{called}`.")).in_region(home),
            ),
            Self::Elsewhere { home, called } => redirect(
                home,
                format!("The license's home Region is `{home}`. The request was sent to `{called}`."),
                Remedy::from(format!("Send the request to `{home}`.")).in_region(home),
            ),
            Self::HomeRegion { home, named } => Words::new(
                validation,
                format!("The home region of a license cannot be changed. It is {home}"),
                format!("`HomeRegion` is `{named}`, the license's home Region is `{home}`."),
                Remedy::from(format!("Send `HomeRegion` `{home}`.")).set("HomeRegion", home.as_str()),
            ),
            Self::VersionSource { given, latest } => {
                stale("A license version cannot be created", given, *latest, format!("Send `SourceVersion` `{latest}`, or omit it."))
            }
            Self::DeletionSource { given, latest } => {
                stale("A license cannot be deleted", given, *latest, format!("Send `SourceVersion` `{latest}`."))
            }
            Self::StatusAsked { status } => Words::new(
                validation,
                format!("A license cannot be changed to status {status}. Valid statuses are AVAILABLE, DEACTIVATED and SUSPENDED"),
                format!("`Status` is `{status}`, which only the service sets."),
                "Send `Status` `AVAILABLE`, `DEACTIVATED` or `SUSPENDED`.",
            ),
            Self::NoTransition { attempt, asked } => {
                let status = attempt.state.status();
                Words::new(
                    validation,
                    format!("A license with status {status} cannot be changed to status {asked}"),
                    format!("The license has the status `{status}`, in which it cannot be {}.", attempt.event.participle()),
                    stuck_remedy(status),
                )
            }
            Self::Over { status } => Words::new(
                validation,
                format!("A license with status {status} cannot be deleted"),
                format!("The license has the status `{status}`."),
                "No action is needed: the license no longer allows anything.",
            ),
            Self::Validity { begin, end } => Words::new(
                validation,
                "The end of the validity period must be after its beginning",
                format!("`{end}` is not after `{begin}`."),
                Remedy::from("Use a later `Validity.End`, or omit it.").omit("Validity.End"),
            ),
            Self::NoEntitlements => Words::new(
                validation,
                "A license must have at least one entitlement",
                "`Entitlements` is empty.",
                "Add an entitlement, for example `{\"Name\":\"users\",\"MaxCount\":10,\"Unit\":\"Count\"}`.",
            ),
            Self::EntitlementUnit { name, finding } => Words::new(
                validation,
                format!("The entitlement {name} must have a value if its unit is None, and a maximum count otherwise"),
                finding.clone(),
                "With the unit `None`, send `Value` and omit `MaxCount`. With any other unit, send `MaxCount` and omit `Value`.",
            ),
            Self::EntitlementTwice { name } => Words::new(
                validation,
                format!("The entitlement {name} is provided more than once"),
                format!("Two entitlements have the name `{name}`."),
                "Give each entitlement a different name.",
            ),
            Self::NoSignKey => Words::new(
                validation,
                "A sign key is required for a borrow configuration",
                "The request has `ConsumptionConfiguration.BorrowConfiguration` but no `Issuer.SignKey`.",
                "Add `Issuer.SignKey`, the ARN of an asymmetric KMS key, or remove the borrow configuration.",
            ),
            Self::TimeToLive { words, member, minutes } => Words::new(
                validation,
                format!("The maximum time to live in minutes of the {words} must be greater than 0"),
                format!("`MaxTimeToLiveInMinutes` is {minutes}."),
                Remedy::from("Send a number of 1 or more.").set(format!("ConsumptionConfiguration.{member}.MaxTimeToLiveInMinutes"), 1),
            ),
            Self::LicenseQuota { quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("The account has {quota} licenses that are not deleted."),
                "Delete a license, or raise the quota.",
            ),
            Self::EntitlementQuota { kind, count, quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("The license would have {count} {kind} entitlements, the quota is {quota}."),
                "Remove entitlements, or raise the quota.",
            ),
        }
    }
}

/// Where a request goes that came to another Region than it belongs to.
fn redirect(home: &Region, finding: String, remedy: Remedy) -> Words {
    let location = Some(format!("https://{}", SERVICE.host(home)));
    Words { location, ..Words::standard(&error::REDIRECT, finding, remedy) }
}

/// A source version that is not the latest: the two operations that take one declare a conflict for it.
fn stale(what: &str, given: &str, latest: usize, remedy: String) -> Words {
    Words::new(
        &error::CONFLICT,
        format!("{what} since the source version provided doesn't match the latest version {latest} in our records"),
        format!("`SourceVersion` is `{given}`, the latest version is `{latest}`."),
        Remedy::from(remedy).set("SourceVersion", latest.to_string()),
    )
}

fn stuck_remedy(status: LicenseStatus) -> &'static str {
    match status {
        LicenseStatus::Expired => "Send `Status` `AVAILABLE` with a later `Validity.End`.",
        LicenseStatus::PendingDelete | LicenseStatus::Deleted => {
            "Create a new license with CreateLicense: this license cannot change any more."
        }
        LicenseStatus::PendingAvailable => "Wait until the license is AVAILABLE.",
        LicenseStatus::Available | LicenseStatus::Deactivated | LicenseStatus::Suspended => {
            "Send `Status` `AVAILABLE`, `DEACTIVATED` or `SUSPENDED`."
        }
    }
}
