//! The rules of tokens.

use crate::trace::rules;

const ORDER: &str = "our choice; nothing public shows it";

rules! {
    TOKEN_LICENSE = "license-manager/token-license", Operation, Inferred, ORDER,
        "The license must be available, and the current time must be within its validity.";
    TOKEN_DAYS = "license-manager/token-days", Operation, Inferred, ORDER,
        "The token must be valid for at least one day.";
    TOKEN_QUOTA = "license-manager/tokens-per-license", Operation, Inferred,
        "the quota L-992B7443 exists, its number is a setting",
        "The account must have fewer tokens for the license than its quota. Expired and deleted tokens do not count.";
    TOKEN_LENGTH = "license-manager/token-length", Operation, Model, "the shape TokenString; the refusal is our choice",
        "The token must have at most 4,096 characters.";
    TOKEN_SEEN = "license-manager/token-exists", Operation, Model, "the declared errors",
        "The caller must have created a token with this ID.";
    TOKEN_DELETION = "license-manager/token-deletion", Operation, Inferred, ORDER,
        "The token must not be deleted already.";
    TOKEN_GENUINE = "license-manager/token-genuine", Operation, Inferred,
        "according to its notes, the operation takes a refresh token; the error is our choice",
        "The token must be a refresh token that License Manager signed.";
    TOKEN_LIVE = "license-manager/token-live", Operation, Inferred,
        "the token's expiration and status are documented; the error is our choice",
        "The token must not be expired or deleted.";
    TOKEN_REGION = "license-manager/token-region", Operation, Documented,
        "License Manager User Guide, getting temporary credentials; the error is our choice, because this operation \
         does not declare RedirectException",
        "The request must be sent to the license's home Region.";
    TOKEN_PROPERTIES = "license-manager/token-properties", Operation, Model,
        "the member's notes; the refusal is our choice",
        "The token must have the requested properties.";
    ACCESS_QUOTA = "license-manager/access-tokens-per-hour", Operation, Inferred,
        "a comment in a published script of Solodev says ten per hour and license; the number is a setting",
        "The number of access tokens issued for the license within the last hour must be below the quota.";
}
