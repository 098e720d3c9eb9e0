//! Why an operation refuses, and how the service says so. All of License Manager's wording is here.
//!
//! Texts that were published are given letter for letter; the others are ours, in the service's voice.

pub(super) mod chosen_error;
mod consumption;
mod grant;
mod license;
mod not_allowed;
mod token;

pub(super) use consumption::ConsumptionRefusal;
pub(super) use grant::GrantRefusal;
pub(super) use license::LicenseRefusal;
pub(super) use not_allowed::{Action, Cause};
pub(super) use token::TokenRefusal;

use super::error;
use crate::error::{DeclaredError, ServiceError};
use crate::remedy::Remedy;
use crate::trace::Refuse;
use crate::value::AccountId;

/// What is said of a refusal.
pub(super) struct Words {
    error: &'static DeclaredError,
    message: String,
    location: Option<String>,
    finding: String,
    remedy: Remedy,
}

impl Words {
    /// A refusal with the service's message; the finding and the remedy are the page's.
    fn new(error: &'static DeclaredError, message: impl Into<String>, finding: impl Into<String>, remedy: impl Into<Remedy>) -> Self {
        Self { error, message: message.into(), location: None, finding: finding.into(), remedy: remedy.into() }
    }

    /// A refusal for which no text was published and none need be invented: the model's sentence.
    fn standard(error: &'static DeclaredError, finding: impl Into<String>, remedy: impl Into<Remedy>) -> Self {
        Self::new(error, error.sentence, finding, remedy)
    }

    fn error(self) -> ServiceError {
        ServiceError { location: self.location, ..error::with_message(self.error, self.message) }
    }
}

/// Lets refusals that have words refuse.
macro_rules! refuse_in_words {
    ($refusal:ty) => {
        impl Refuse for $refusal {
            fn error(&self) -> ServiceError {
                self.words().error()
            }

            fn finding(&self) -> String {
                self.words().finding
            }

            fn remedy(&self) -> Remedy {
                self.words().remedy
            }
        }
    };
}

refuse_in_words!(Refusal);
refuse_in_words!(GrantRefusal);
refuse_in_words!(LicenseRefusal);
refuse_in_words!(ConsumptionRefusal);
refuse_in_words!(TokenRefusal);

/// Refusals of more than one operation.
#[derive(Debug)]
pub(super) enum Refusal {
    NotALicense { arn: String, error: &'static DeclaredError },
    NotAGrant { arn: String, error: &'static DeclaredError },
    NotAPrincipal { arn: String, error: &'static DeclaredError },
    TokenReused { token: String, error: &'static DeclaredError },
    UnknownLicense { arn: String, error: &'static DeclaredError },
    UnknownGrant { arn: String, error: &'static DeclaredError },
    Foreign { arn: String },
    NotAnAdministrator { account: AccountId },
    UnknownVersion { resource: &'static str, version: String, latest: usize, error: &'static DeclaredError },
    NotAllowed { action: Action, caller: AccountId, cause: Cause },
    Tags { finding: String },
    NotTaggable { arn: String, error: &'static DeclaredError },
    TagsKept { status: String },
    Filter { finding: String, supported: Vec<&'static str>, error: &'static DeclaredError },
    NextToken { error: &'static DeclaredError },
}

impl Refusal {
    fn words(&self) -> Words {
        match self {
            Self::NotALicense { arn, error } => Words::new(
                error,
                format!("The value {arn} is not a valid license ARN"),
                format!("`{arn}` is not the ARN of a license."),
                "Use an ARN that CreateLicense returned: `arn:aws:license-manager::<account>:license:l-…`.",
            ),
            Self::NotAGrant { arn, error } => Words::new(
                error,
                format!("The value {arn} is not a valid grant ARN"),
                format!("`{arn}` is not the ARN of a grant."),
                "Use an ARN that CreateGrant returned: `arn:aws:license-manager::<account>:grant:g-…`.",
            ),
            Self::NotAPrincipal { arn, error } => Words::new(
                error,
                format!("The principal {arn} is not an AWS account, an organization, or an organizational unit"),
                format!("`{arn}` is not the ARN of an account, an organization or an organizational unit."),
                "Use `arn:aws:iam::<account>:root`, or the ARN of the organization or of one of its units.",
            ),
            Self::TokenReused { token, error } => Words::new(
                error,
                "The client token provided was already used with different parameters",
                format!("`{token}` was used for a different request, and License Manager still remembers it."),
                "Use a new `ClientToken`, or repeat the first request unchanged.",
            ),
            Self::UnknownLicense { arn, error } => Words::new(
                error,
                format!("The license {arn} doesn't exist in our records"),
                format!("There is no license `{arn}` that the caller can see."),
                "Use the ARN of a license that the caller owns or has a grant of.",
            ),
            Self::UnknownGrant { arn, error } => Words::new(
                error,
                format!("The grant {arn} doesn't exist in our records"),
                format!("There is no grant `{arn}` that the caller can see."),
                "Use the ARN of a grant that the caller created or received.",
            ),
            Self::Foreign { arn } => Words::standard(
                &error::ACCESS_DENIED,
                format!("The caller cannot see `{arn}`."),
                "Use the ARN of a resource that the caller created, owns or received.",
            ),
            Self::NotAnAdministrator { account } => Words::standard(
                &error::ACCESS_DENIED,
                format!("The account `{account}` does not administer a linked organization that has all features."),
                "Send the request as the management account or as the delegated administrator.",
            ),
            Self::UnknownVersion { resource, version, latest, error } => Words::new(
                error,
                format!("The version {version} of the {resource} doesn't exist in our records"),
                format!("The {resource} has the versions `1` to `{latest}`, not `{version}`."),
                Remedy::from(format!("Request a version from `1` to `{latest}`, or omit `Version` to get the latest one."))
                    .set("Version", latest.to_string()),
            ),
            Self::NotAllowed { action, caller, cause } => action.words(caller, cause),
            Self::Tags { finding } => {
                Words::new(&error::VALIDATION, "The tags provided are not valid", finding.clone(), "Correct or remove the tag.")
            }
            Self::NotTaggable { arn, error } => Words::new(
                error,
                format!("The value {arn} is not the ARN of a resource that supports tagging"),
                format!("`{arn}` is not the ARN of a license or a grant. Other resources are not simulated."),
                "Use an ARN that CreateLicense or CreateGrant returned.",
            ),
            Self::TagsKept { status } => Words::new(
                &error::VALIDATION,
                format!("The tags of a resource with status {status} cannot be changed"),
                format!("The resource has the status `{status}`."),
                "No action is possible: a deleted resource can only be read.",
            ),
            Self::Filter { finding, supported, error } => Words::new(
                error,
                "The filters provided are not valid",
                finding.clone(),
                format!("Use only these filters, each with one value: {}.", supported.join(", ")),
            ),
            Self::NextToken { error } => Words::new(
                error,
                "The NextToken provided is not valid",
                "This list did not return the token, or returned it to another account or with other filters.",
                Remedy::from(
                    "Send the `NextToken` of the previous response with the same filters, or omit it to start from the first page.",
                )
                .omit("NextToken"),
            ),
        }
    }
}
