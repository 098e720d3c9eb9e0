//! Refusals of the operations on licenses.

use super::{Words, error};
use crate::error::DeclaredError;
use crate::license_manager::license::LicenseStuck;
use crate::license_manager::shapes::LicenseStatus;
use crate::operation::Service;
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
    Stuck { stuck: LicenseStuck, asked: LicenseStatus },
    Over { status: LicenseStatus },
    Validity { begin: String, end: String },
    NoEntitlements,
    EntitlementUnit { name: String, finding: String },
    EntitlementTwice { name: String },
    NoSignKey,
    TimeToLive { member: &'static str, minutes: i32 },
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
                format!("`{text}` is not a Region code"),
                "use a code such as `us-east-1`",
            ),
            Self::OtherRegion { home, called } => redirect(
                home,
                format!("`HomeRegion` is `{home}`, and the request went to `{called}`"),
                format!("send the request to `{home}`, or make `{called}` the home Region"),
            ),
            Self::Elsewhere { home, called } => redirect(
                home,
                format!("the license is at home in `{home}`; the request went to `{called}`"),
                format!("send the request to `{home}`"),
            ),
            Self::HomeRegion { home, named } => Words::new(
                validation,
                format!("The home region of a license cannot be changed. It is {home}"),
                format!("`HomeRegion` is `{named}`, and the license is at home in `{home}`"),
                format!("send `HomeRegion` `{home}`"),
            ),
            Self::VersionSource { given, latest } => {
                stale("A license version cannot be created", given, *latest, format!("send `SourceVersion` `{latest}`, or leave it out"))
            }
            Self::DeletionSource { given, latest } => {
                stale("A license cannot be deleted", given, *latest, format!("send `SourceVersion` `{latest}`"))
            }
            Self::StatusAsked { status } => Words::new(
                validation,
                format!("A license cannot be changed to status {status}. Valid statuses are AVAILABLE, DEACTIVATED and SUSPENDED"),
                format!("`Status` is `{status}`, which the service alone gives"),
                "ask for `AVAILABLE`, `DEACTIVATED` or `SUSPENDED`",
            ),
            Self::Stuck { stuck, asked } => {
                let status = stuck.state.status();
                Words::new(
                    validation,
                    format!("A license with status {status} cannot be changed to status {asked}"),
                    format!("the license reads `{status}`, and cannot be {} there", stuck.event.participle()),
                    stuck_remedy(status),
                )
            }
            Self::Over { status } => Words::new(
                validation,
                format!("A license with status {status} cannot be deleted"),
                format!("the license reads `{status}`"),
                "nothing is left to do: the license gives no rights any more",
            ),
            Self::Validity { begin, end } => Words::new(
                validation,
                "The end of the validity period must be after its beginning",
                format!("`{end}` is not after `{begin}`"),
                "choose a later `Validity.End`, or leave it out",
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
                "give `Value` with the unit `None`, `MaxCount` with any other, and leave the other member out",
            ),
            Self::EntitlementTwice { name } => Words::new(
                validation,
                format!("The entitlement {name} is provided more than once"),
                format!("two entitlements are called `{name}`"),
                "give each entitlement a name of its own",
            ),
            Self::NoSignKey => Words::new(
                validation,
                "A sign key is required for a borrow configuration",
                "`ConsumptionConfiguration.BorrowConfiguration` is there and `Issuer.SignKey` is not",
                "add `Issuer.SignKey`, the ARN of an asymmetric KMS key, or leave the borrow configuration out",
            ),
            Self::TimeToLive { member, minutes } => Words::new(
                validation,
                format!("The maximum time to live in minutes of the {member} must be greater than 0"),
                format!("`MaxTimeToLiveInMinutes` is {minutes}"),
                "give a number of minutes from 1",
            ),
            Self::LicenseQuota { quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("the account has {quota} licenses that are not deleted"),
                "delete a license, or raise the quota",
            ),
            Self::EntitlementQuota { kind, count, quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("the license would have {count} {kind} entitlements, and the quota is {quota}"),
                "leave entitlements out, or raise the quota",
            ),
        }
    }
}

/// Where a request goes that came to another Region than it belongs to.
fn redirect(home: &Region, finding: String, remedy: String) -> Words {
    let location = Some(format!("https://{}", Service::LicenseManager.host(home)));
    Words { location, ..Words::standard(&error::REDIRECT, finding, remedy) }
}

/// A source version that is not the latest: the two operations that take one declare a conflict for it.
fn stale(what: &str, given: &str, latest: usize, remedy: String) -> Words {
    Words::new(
        &error::CONFLICT,
        format!("{what} since the source version provided doesn't match the latest version {latest} in our records"),
        format!("`SourceVersion` is `{given}`, and the latest version is `{latest}`"),
        remedy,
    )
}

fn stuck_remedy(status: LicenseStatus) -> &'static str {
    match status {
        LicenseStatus::Expired => "ask for `AVAILABLE`, with a later `Validity.End`",
        LicenseStatus::PendingDelete | LicenseStatus::Deleted => "nothing changes this license any more; make a new one with CreateLicense",
        LicenseStatus::PendingAvailable => "wait until the license reads AVAILABLE",
        LicenseStatus::Available | LicenseStatus::Deactivated | LicenseStatus::Suspended => {
            "ask for `AVAILABLE`, `DEACTIVATED` or `SUSPENDED`"
        }
    }
}
