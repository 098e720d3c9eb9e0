//! Refusals of the operations on tokens.

use super::{Words, error};
use crate::remedy::Remedy;
use crate::value::{Region, Timestamp};

/// Refusals of the operations on tokens.
#[derive(Debug)]
pub(crate) enum TokenRefusal {
    License { finding: String },
    Days { days: i32 },
    Quota { quota: u32 },
    Length { length: usize, most: usize },
    UnknownToken { id: String },
    Deleted { id: String },
    NotGenuine { finding: &'static str },
    Expired { id: String, expiration: Timestamp },
    Gone { id: String },
    Elsewhere { home: Region, called: Region },
    Property { missing: String, had: Vec<String> },
    AccessQuota { quota: u32 },
}

impl TokenRefusal {
    pub(super) fn words(&self) -> Words {
        let (validation, authorization) = (&error::VALIDATION, &error::AUTHORIZATION);
        match self {
            Self::License { finding } => Words::new(
                validation,
                "A token cannot be created for a license that is not available",
                finding.clone(),
                "Use a license that is AVAILABLE and valid now.",
            ),
            Self::Days { days } => Words::new(
                validation,
                "The expiration in days must be greater than 0",
                format!("`ExpirationInDays` is {days}."),
                Remedy::from("Send a number of 1 or more, or omit `ExpirationInDays` for 365 days.").omit("ExpirationInDays"),
            ),
            Self::Quota { quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("The account has {quota} tokens for the license that are not expired or deleted."),
                "Delete a token, or raise the quota.",
            ),
            Self::Length { length, most } => Words::new(
                validation,
                format!("The token would be longer than {most} characters"),
                format!("With these roles and properties, the token has {length} characters."),
                "Use fewer roles or shorter properties.",
            ),
            Self::UnknownToken { id } => Words::standard(
                &error::NOT_FOUND,
                format!("The caller created no token `{id}`."),
                "Send a `TokenId` that CreateToken returned to the caller.",
            ),
            Self::Deleted { id } => Words::standard(
                &error::NOT_FOUND,
                format!("The token `{id}` is deleted."),
                "No action is needed: the token can no longer be used.",
            ),
            Self::NotGenuine { finding } => Words::new(
                authorization,
                "The token provided is not valid",
                *finding,
                "Send the `Token` that CreateToken returned, unchanged.",
            ),
            Self::Expired { id, expiration } => Words::new(
                authorization,
                "The token provided has expired",
                format!("The token `{id}` expired at `{expiration}`."),
                "Have the account create a new token with CreateToken.",
            ),
            Self::Gone { id } => Words::new(
                authorization,
                "The token provided is not valid",
                format!("The token `{id}` was deleted."),
                "Have the account create a new token with CreateToken.",
            ),
            Self::Elsewhere { home, called } => Words::new(
                validation,
                format!("An access token can only be obtained in resource home AWS region: {home}"),
                format!("The license's home Region is `{home}`. The request was sent to `{called}`."),
                Remedy::from(format!("Send the request to `{home}`.")).in_region(home),
            ),
            Self::Property { missing, had } => Words::new(
                validation,
                "The token properties provided don't match the properties of the token",
                format!("The token does not have the property `{missing}`."),
                if had.is_empty() {
                    Remedy::from("Omit `TokenProperties`: the token has none.").omit("TokenProperties")
                } else {
                    Remedy::from(format!("Use only these properties: {}.", had.join(", "))).set("TokenProperties", had.clone())
                },
            ),
            Self::AccessQuota { quota } => Words::standard(
                &error::RATE_LIMIT_EXCEEDED,
                format!("{quota} access tokens were issued for the license within the last hour."),
                "Wait until the hour is over, or raise the quota.",
            ),
        }
    }
}
