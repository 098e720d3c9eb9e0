//! Why an operation refuses, and how the service says so. All of License Manager's wording is here.
//!
//! Texts that were published are given letter for letter; the others are ours, in the service's voice.

pub(super) mod chosen_error;
mod consumption;
mod grant;
mod license;
mod token;

pub(super) use consumption::ConsumptionRefusal;
pub(super) use grant::GrantRefusal;
pub(super) use license::LicenseRefusal;
pub(super) use token::TokenRefusal;

use super::error;
use crate::error::{DeclaredError, ServiceError};
use crate::trace::Refuse;
use crate::value::AccountId;

/// What is said of a refusal.
pub(super) struct Words {
    error: &'static DeclaredError,
    message: String,
    location: Option<String>,
    finding: String,
    remedy: String,
}

impl Words {
    /// A refusal with the service's message; the finding and the remedy are the page's.
    fn new(error: &'static DeclaredError, message: impl Into<String>, finding: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { error, message: message.into(), location: None, finding: finding.into(), remedy: remedy.into() }
    }

    /// A refusal for which no text was published and none need be invented: the model's sentence.
    fn standard(error: &'static DeclaredError, finding: impl Into<String>, remedy: impl Into<String>) -> Self {
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

            fn remedy(&self) -> String {
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

/// What an account may not do to a grant or a license.
#[derive(Clone, Copy, Debug)]
pub(super) enum Deed {
    Accept,
    Reject,
    Delete,
    Revise,
    SetStatus,
    VersionLicense,
    DeleteLicense,
    Tag,
}

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
    NotAllowed { deed: Deed, caller: AccountId, why: String },
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
                format!("`{arn}` is not the ARN of a license"),
                "use an ARN that CreateLicense gave: `arn:aws:license-manager::<account>:license:l-…`",
            ),
            Self::NotAGrant { arn, error } => Words::new(
                error,
                format!("The value {arn} is not a valid grant ARN"),
                format!("`{arn}` is not the ARN of a grant"),
                "use an ARN that CreateGrant gave: `arn:aws:license-manager::<account>:grant:g-…`",
            ),
            Self::NotAPrincipal { arn, error } => Words::new(
                error,
                format!("The principal {arn} is not an AWS account, an organization, or an organizational unit"),
                format!("`{arn}` is none of the three kinds of principal"),
                "use `arn:aws:iam::<account>:root`, or the ARN of the organization or of one of its units",
            ),
            Self::TokenReused { token, error } => Words::new(
                error,
                "The client token provided was already used with different parameters",
                format!("`{token}` was used for another request, and is not forgotten yet"),
                "use a new `ClientToken`, or repeat the first request unchanged",
            ),
            Self::UnknownLicense { arn, error } => Words::new(
                error,
                format!("The license {arn} doesn't exist in our records"),
                format!("there is no license `{arn}` that the caller can see"),
                "use the ARN of a license the caller owns or has a grant of",
            ),
            Self::UnknownGrant { arn, error } => Words::new(
                error,
                format!("The grant {arn} doesn't exist in our records"),
                format!("there is no grant `{arn}` that the caller can see"),
                "use the ARN of a grant the caller made or received",
            ),
            Self::Foreign { arn } => Words::standard(
                &error::ACCESS_DENIED,
                format!("`{arn}` is not the caller's to see"),
                "use the ARN of a resource the caller made, owns or received",
            ),
            Self::NotAnAdministrator { account } => Words::standard(
                &error::ACCESS_DENIED,
                format!("account `{account}` administers no linked organization with all features"),
                "call as the management account, or as the delegated administrator",
            ),
            Self::UnknownVersion { resource, version, latest, error } => Words::new(
                error,
                format!("The version {version} of the {resource} doesn't exist in our records"),
                format!("`{version}` is not one of the versions `1` to `{latest}`"),
                format!("ask for a version from `1` to `{latest}`, or leave `Version` out for the latest"),
            ),
            Self::NotAllowed { deed, caller, why } => {
                let root = caller.root_arn();
                Words::new(&error::VALIDATION, format!("Caller {root} is not allowed to {}", deed.text()), why.clone(), deed.remedy())
            }
            Self::Tags { finding } => {
                Words::new(&error::VALIDATION, "The tags provided are not valid", finding.clone(), "correct or leave out the tag")
            }
            Self::NotTaggable { arn, error } => Words::new(
                error,
                format!("The value {arn} is not the ARN of a resource that supports tagging"),
                format!("`{arn}` is the ARN of neither a license nor a grant; no other resources are simulated"),
                "use an ARN that CreateLicense or CreateGrant gave",
            ),
            Self::TagsKept { status } => Words::new(
                &error::VALIDATION,
                format!("The tags of a resource with status {status} cannot be changed"),
                format!("the resource reads `{status}`"),
                "nothing is left to do: what is deleted can only be read",
            ),
            Self::Filter { finding, supported, error } => Words::new(
                error,
                "The filters provided are not valid",
                finding.clone(),
                format!("use one value each for: {}", supported.join(", ")),
            ),
            Self::NextToken { error } => Words::new(
                error,
                "The NextToken provided is not valid",
                "this list gave no such token, or gave it to another account or with other filters",
                "send the `NextToken` of the answer before, with the same filters, or leave it out to begin again",
            ),
        }
    }
}

impl Deed {
    /// What the caller is not allowed to do. Only the first text was published.
    fn text(self) -> &'static str {
        match self {
            Self::Accept => "accept this grant.",
            Self::Reject => "reject this grant.",
            Self::Delete => "delete this grant.",
            Self::Revise => "change the name or the allowed operations of this grant.",
            Self::SetStatus => "change the status of this grant.",
            Self::VersionLicense => "create a version of this license.",
            Self::DeleteLicense => "delete this license.",
            Self::Tag => "see or change the tags of this resource.",
        }
    }

    fn remedy(self) -> &'static str {
        match self {
            Self::Accept => {
                "call as the grantee while the grant reads PENDING_ACCEPT; an accepted grant is activated with CreateGrantVersion"
            }
            Self::Reject => "call as the grantee, before the grant is rejected or deleted",
            Self::Delete => "call as the account that made the grant: its id is in the grant's ARN",
            Self::Revise => "call as the grantor, or change only `Status`",
            Self::SetStatus => "call as the grantee, or as the management account of the grantee's organization",
            Self::VersionLicense | Self::DeleteLicense => "call as the account that owns the license: its id is in the license's ARN",
            Self::Tag => "call as the account whose id is in the resource's ARN",
        }
    }
}
