//! Refusals of the operations on licenses.

use super::{Words, error};
use crate::service::operation::Service;
use crate::service::value::Region;

/// Refusals of the operations on licenses.
#[derive(Debug)]
pub(in crate::service::license_manager) enum LicenseRefusal {
    NotARegion { text: String },
    OtherRegion { home: Region, called: Region },
    Validity { begin: String, end: String },
    EntitlementUnit { name: String, finding: String },
    EntitlementTwice { name: String },
    NoSignKey,
}

impl LicenseRefusal {
    pub(super) fn words(&self) -> Words {
        let validation = &error::VALIDATION;
        match self {
            Self::NotARegion { text } => Words::new(
                &error::INVALID_PARAMETER_VALUE,
                format!("The home region {text} is not a valid AWS region"),
                format!("`{text}` is not a Region code"),
                "use a code such as `us-east-1`",
            ),
            Self::OtherRegion { home, called } => Words {
                location: Some(format!("https://{}", Service::LicenseManager.host(home))),
                ..Words::standard(
                    &error::REDIRECT,
                    format!("`HomeRegion` is `{home}`, and the request went to `{called}`"),
                    format!("send the request to `{home}`, or make `{called}` the home Region"),
                )
            },
            Self::Validity { begin, end } => Words::new(
                validation,
                "The end of the validity period must be after its beginning",
                format!("`{end}` is not after `{begin}`"),
                "choose a later `Validity.End`, or leave it out",
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
        }
    }
}
