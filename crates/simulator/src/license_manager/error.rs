//! The errors License Manager declares, with the model's sentences.

use crate::error::{DeclaredError, MessageMember, ServiceError};

/// Declares errors: a constant, the shape's name, the HTTP status, the sentence.
macro_rules! errors {
    ($($(#[doc = $doc:literal])+ $name:ident = $shape:literal, $status:literal, $sentence:literal;)+) => {
        $($(#[doc = $doc])+ pub static $name: DeclaredError = DeclaredError { name: $shape, status: $status, sentence: $sentence };)+
    };
}

errors! {
    /// The request violates a rule of the service or a constraint of the model.
    VALIDATION = "ValidationException", 400, "The provided input is not valid. Try your request again.";
    /// A value names something that does not exist.
    INVALID_PARAMETER_VALUE = "InvalidParameterValueException", 400, "One or more parameter values are not valid.";
    /// A quota is used up.
    RESOURCE_LIMIT_EXCEEDED = "ResourceLimitExceededException", 400, "Your resource limits have been exceeded.";
    /// The service failed.
    SERVER_INTERNAL = "ServerInternalException", 500, "The server experienced an internal error. Try again.";
    /// IAM denies the action.
    AUTHORIZATION = "AuthorizationException", 400, "The AWS user account does not have permission to perform the action. Check the IAM policy associated with this account.";
    /// The account is not set up for the service.
    ACCESS_DENIED = "AccessDeniedException", 400, "Access to resource denied.";
    /// There were too many requests.
    RATE_LIMIT_EXCEEDED = "RateLimitExceededException", 400, "Too many requests have been submitted. Try again after a brief wait.";
    /// There is no such resource.
    NOT_FOUND = "ResourceNotFoundException", 400, "The resource cannot be found.";
    /// The request conflicts with an earlier change.
    CONFLICT = "ConflictException", 400, "There was a conflict processing the request. Try your request again.";
    /// The resource has another home Region.
    REDIRECT = "RedirectException", 400, "This is not the correct Region for the resource. Try again.";
    /// Nothing can be checked out. The response does not say which of many reasons applies.
    NO_ENTITLEMENTS_ALLOWED = "NoEntitlementsAllowedException", 400, "There are no entitlements found for this license, or the entitlement maximum count is reached.";
    /// The license does not have the entitlement.
    ENTITLEMENT_NOT_ALLOWED = "EntitlementNotAllowedException", 400, "The entitlement is not allowed.";
    /// The signature method is not supported.
    UNSUPPORTED_SIGNATURE_METHOD = "UnsupportedDigitalSignatureMethodException", 400, "The digital signature method is unsupported. Try your request again.";
}

/// A declared error with a specific message.
pub(super) fn with_message(error: &DeclaredError, message: String) -> ServiceError {
    ServiceError {
        name: error.name.to_owned(),
        status: error.status,
        message: Some(message),
        message_member: MessageMember::Upper,
        location: None,
    }
}
