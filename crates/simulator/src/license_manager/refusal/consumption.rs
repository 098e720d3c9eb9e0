//! Refusals of checkouts, check-ins and extensions.

use super::{Words, error};
use crate::error::DeclaredError;
use crate::license_manager::consumption::ConsumptionTransitionError;
use crate::license_manager::shapes::{AllowedOperation, EntitlementUnit};
use crate::remedy::Remedy;
use crate::value::AccountId;

/// The published text, whatever the reason.
const NO_ENTITLEMENTS: &str = "No Entitlements Allowed";

/// Refusals of checkouts, check-ins and extensions.
#[derive(Debug)]
pub(crate) enum ConsumptionRefusal {
    Amount { name: String, value: Option<String>, unit: EntitlementUnit },
    NoLicense { finding: String, remedy: &'static str },
    Unusable { arn: String, finding: String },
    NotGranted { operation: AllowedOperation, caller: AccountId, has_grant: bool, error: &'static DeclaredError },
    NotHeldAbove { operation: AllowedOperation, caller: AccountId, error: &'static DeclaredError },
    Left { operation: AllowedOperation, caller: AccountId, error: &'static DeclaredError },
    NoConfiguration { member: &'static str, remedy: &'static str },
    NotEntitled { finding: String, remedy: String },
    NotAllowed { finding: String, remedy: String },
    Exhausted { name: String, wanted: i64, used: i64, most: i64 },
    Quota { count: usize, quota: u32 },
    UnknownConsumption { token: String },
    OtherBeneficiary { named: String, whose: String },
    NotOut { attempt: ConsumptionTransitionError, error: &'static DeclaredError },
    NotReturnable { name: String, error: &'static DeclaredError },
    NotEarly { error: &'static DeclaredError },
    NotExtendable { attempt: ConsumptionTransitionError },
    ExtendedLicense { finding: String },
}

impl ConsumptionRefusal {
    pub(super) fn words(&self) -> Words {
        let nothing = |finding: &str, remedy: &str| Words::new(&error::NO_ENTITLEMENTS_ALLOWED, NO_ENTITLEMENTS, finding, remedy);
        match self {
            Self::Amount { name, value: Some(value), unit } => Words::new(
                &error::VALIDATION,
                format!("The value {value} of the entitlement {name} is not valid"),
                format!("The request asks for `{name}` in `{unit}` with the value `{value}`, which is not a whole number of 1 or more."),
                "Send `Value` as a string with a whole number, such as \"1\".",
            ),
            Self::Amount { name, value: None, unit } => Words::new(
                &error::VALIDATION,
                format!("A value is required for the entitlement {name}"),
                format!("The request asks for `{name}` in `{unit}` without a `Value`."),
                "Add `Value`, a string with a whole number, such as \"1\".",
            ),
            Self::NoLicense { finding, remedy } => nothing(finding, remedy),
            Self::Unusable { arn, finding } => {
                nothing(&format!("{finding} Its ARN is `{arn}`."), "Use a license that is AVAILABLE and valid now.")
            }
            Self::NotGranted { operation, caller, has_grant, error } => Words::new(
                error,
                format!("Caller {} is not allowed to perform {operation} on this license.", caller.root_arn()),
                if *has_grant {
                    format!("No active grant of the license allows the caller `{operation}`.")
                } else {
                    "The caller has no active grant of the license.".to_owned()
                },
                format!("Have the grantor allow `{operation}` in a new version of the grant, then activate the grant."),
            ),
            Self::NotHeldAbove { operation, caller, error } => Words::new(
                error,
                format!("Caller {} is not allowed to perform {operation} on this license.", caller.root_arn()),
                format!("A grant above the caller's grant is disabled or does not allow `{operation}`."),
                "Have that grant activated, or have the operation allowed in a new version of it.",
            ),
            Self::Left { operation, caller, error } => Words::new(
                error,
                format!("Caller {} is not allowed to perform {operation} on this license.", caller.root_arn()),
                format!("`{caller}` received its grant through an organization and has left this organization."),
                "Bring the account back into the organization, or grant the license to the account itself.",
            ),
            Self::NoConfiguration { member, remedy } => nothing(&format!("The license has no `{member}`."), remedy),
            Self::NotEntitled { finding, remedy } => nothing(finding, remedy),
            Self::NotAllowed { finding, remedy } => Words::standard(&error::ENTITLEMENT_NOT_ALLOWED, finding.clone(), remedy.clone()),
            Self::Exhausted { name, wanted, used, most } => nothing(
                &format!("{used} of {most} `{name}` are in use, and the request asks for {wanted} more."),
                "Check in entitlements that are not used, wait until they expire, or have the issuer raise `MaxCount` or allow `Overage`.",
            ),
            Self::Quota { count, quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("The request asks for {count} counted entitlements, and the quota is {quota}."),
                "Check out fewer entitlements at once, or raise the quota.",
            ),
            Self::UnknownConsumption { token } => Words::standard(
                &error::NOT_FOUND,
                format!("The caller has no checkout with the token `{token}`."),
                "Send the `LicenseConsumptionToken` of a checkout of the caller.",
            ),
            Self::OtherBeneficiary { named, whose } => Words::standard(
                &error::NOT_FOUND,
                format!("The license is for `{whose}`, not for `{named}`."),
                Remedy::from(format!("Send `Beneficiary` `{whose}`.")).set("Beneficiary", &**whose),
            ),
            Self::NotOut { attempt, error } => Words::new(
                error,
                "The license consumption cannot be checked in",
                format!("The entitlements are {}.", attempt.state.name()),
                "No action is possible: these entitlements are not returned.",
            ),
            Self::NotReturnable { name, error } => Words::new(
                error,
                format!("The entitlement {name} does not allow check-in"),
                format!("`AllowCheckIn` of `{name}` is not `true` in the license."),
                "Wait until the checkout expires, or have the issuer allow check-in in a new version of the license.",
            ),
            Self::NotEarly { error } => Words::new(
                error,
                "The license does not allow early check-in",
                "`BorrowConfiguration.AllowEarlyCheckIn` is not `true` in the license.",
                "Wait until the borrowed entitlements expire, or have the issuer allow early check-in in a new version of the license.",
            ),
            Self::NotExtendable { attempt } => Words::new(
                &error::VALIDATION,
                "The license consumption cannot be extended",
                format!("The entitlements are {}.", attempt.state.name()),
                "Check out the entitlements again.",
            ),
            Self::ExtendedLicense { finding } => Words::new(
                &error::VALIDATION,
                "The license consumption cannot be extended",
                finding.clone(),
                "Check out a license that is AVAILABLE and valid now.",
            ),
        }
    }
}
