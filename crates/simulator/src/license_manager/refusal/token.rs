//! Refusals of the operations on tokens.

use super::{Words, error};
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
                "use a license that reads AVAILABLE, within its validity",
            ),
            Self::Days { days } => Words::new(
                validation,
                "The expiration in days must be greater than 0",
                format!("`ExpirationInDays` is {days}"),
                "give a number of days from 1, or leave it out for 365",
            ),
            Self::Quota { quota } => Words::standard(
                &error::RESOURCE_LIMIT_EXCEEDED,
                format!("the account has {quota} tokens for the license that are neither expired nor deleted"),
                "delete a token, or raise the quota",
            ),
            Self::Length { length, most } => Words::new(
                validation,
                format!("The token would be longer than {most} characters"),
                format!("with these roles and properties the token has {length} characters"),
                "name fewer roles, or shorten the properties",
            ),
            Self::UnknownToken { id } => Words::standard(
                &error::NOT_FOUND,
                format!("the caller made no token `{id}`"),
                "send the `TokenId` that CreateToken gave the caller",
            ),
            Self::Deleted { id } => Words::standard(
                &error::NOT_FOUND,
                format!("the token `{id}` is deleted"),
                "nothing is left to do: the token gets no access tokens any more",
            ),
            Self::NotGenuine { finding } => {
                Words::new(authorization, "The token provided is not valid", *finding, "send the `Token` that CreateToken gave, unchanged")
            }
            Self::Expired { id, expiration } => Words::new(
                authorization,
                "The token provided has expired",
                format!("the token `{id}` expired at `{expiration}`"),
                "have the account make another one with CreateToken",
            ),
            Self::Gone { id } => Words::new(
                authorization,
                "The token provided is not valid",
                format!("the token `{id}` was deleted"),
                "have the account make another one with CreateToken",
            ),
            Self::Elsewhere { home, called } => Words::new(
                validation,
                format!("An access token can only be obtained in resource home AWS region: {home}"),
                format!("the license is at home in `{home}`; the request went to `{called}`"),
                format!("send the request to `{home}`"),
            ),
            Self::Property { missing, had } => Words::new(
                validation,
                "The token properties provided don't match the properties of the token",
                format!("the token does not have the property `{missing}`"),
                if had.is_empty() {
                    "leave `TokenProperties` out: the token has none".to_owned()
                } else {
                    format!("name none but: {}", had.join(", "))
                },
            ),
            Self::AccessQuota { quota } => Words::standard(
                &error::RATE_LIMIT_EXCEEDED,
                format!("{quota} access tokens were got for the license within the hour"),
                "wait until the hour is over, or raise the quota",
            ),
        }
    }
}
