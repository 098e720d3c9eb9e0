//! What the services' frameworks check before an operation runs, and how they word a refusal.

use crate::error::ServiceError;
use crate::operation::Service;
use crate::remedy::Remedy;
use crate::schema::TypeError;
use crate::trace::{Refuse, Rule, rules};
use crate::value::excerpt;

const CORAL: &str = "seen in responses of other services of the same framework";
const GATEWAY: &str = "the behaviour of API Gateway, which receives RAM's requests";
const BY_ANALOGY: &str = "seen only in responses of services with another protocol, not of RAM";

rules! {
    ADDRESS = "protocol/address", Routing, Observed, CORAL,
        "The request must be a POST to `/` with the content type `application/x-amz-json-1.1`.";
    TARGET = "protocol/target", Routing, Observed, CORAL,
        "`X-Amz-Target` must name an operation of the service.";
    SIMULATED = "protocol/simulated", Routing, Inferred, "a limit of the playground, not of AWS",
        "The playground must simulate the operation.";
    ROUTE = "protocol/route", Routing, Inferred, GATEWAY,
        "The method and the path must be those of an operation.";
    QUERY_VALUES = "protocol/query-values", Decoding, Inferred, "not public",
        "Each number in the query string must be a whole number that fits the type of its member.";
    BODY_JSON = "protocol/body", Decoding, Observed, CORAL,
        "The body must be a JSON object.";
    BODY_LENGTH = "protocol/body-length", Decoding, Inferred,
        "not public; the error is the one of other services of the same framework",
        "The body must not be longer than 262,144 bytes.";
    MEMBER_TYPES = "protocol/member-types", Decoding, Observed, CORAL,
        "Each member must have the JSON type of its shape.";
    CREDENTIALS_GIVEN = "protocol/credentials", Authentication, Observed, CORAL,
        "The request must be signed.";
    CREDENTIALS_NEEDLESS = "protocol/credentials-needless", Authentication, Observed,
        "AWS's License Manager samples call GetAccessToken without credentials",
        "The operation needs no credentials: its token is the credential.";
    CREDENTIALS_ONCE = "protocol/credentials-once", Authentication, Observed, CORAL,
        "The signature must be in the header or in the query, not in both.";
    SIGNATURE_COMPLETE = "protocol/signature", Authentication, Observed, CORAL,
        "The `Authorization` header must be complete. The playground has no secrets and does not verify the signature \
         itself.";
    REST_BODY_JSON = "protocol/rest-body", Decoding, Inferred, BY_ANALOGY,
        "The body must be a JSON object.";
    REST_BODY_LENGTH = "protocol/rest-body-length", Decoding, Inferred,
        "the response of API Gateway; RAM's own limit is not public",
        "The body must not be longer than 262,144 bytes.";
    REST_MEMBER_TYPES = "protocol/rest-member-types", Decoding, Inferred, BY_ANALOGY,
        "Each member must have the JSON type of its shape.";
    REST_CREDENTIALS_GIVEN = "protocol/rest-credentials", Authentication, Inferred, BY_ANALOGY,
        "The request must be signed.";
    REST_CREDENTIALS_ONCE = "protocol/rest-credentials-once", Authentication, Inferred, BY_ANALOGY,
        "The signature must be in the header or in the query, not in both.";
    REST_SIGNATURE_COMPLETE = "protocol/rest-signature", Authentication, Inferred, BY_ANALOGY,
        "The `Authorization` header must be complete. The playground has no secrets and does not verify the signature \
         itself.";
    CALLER_KNOWN = "protocol/caller", Authentication, Inferred, "common AWS behaviour",
        "The access key must belong to an account of this session, and the Region must be one that AWS has.";
}

/// How a protocol authenticates: the rules with the evidence there is for it, and the status of its refusals.
pub(super) struct Authentication {
    pub(super) given: &'static Rule,
    pub(super) once: &'static Rule,
    pub(super) complete: &'static Rule,
    pub(super) status: u16,
}

/// The framework that speaks awsJson1_1.
pub(super) static AWS_JSON: Authentication =
    Authentication { given: &CREDENTIALS_GIVEN, once: &CREDENTIALS_ONCE, complete: &SIGNATURE_COMPLETE, status: 400 };
/// The gateway in front of what speaks restJson1.
pub(super) static REST_JSON: Authentication =
    Authentication { given: &REST_CREDENTIALS_GIVEN, once: &REST_CREDENTIALS_ONCE, complete: &REST_SIGNATURE_COMPLETE, status: 403 };

/// A refusal to authenticate, with its protocol's status.
pub(super) struct Unauthenticated {
    pub(super) refusal: Refusal,
    pub(super) status: u16,
}

impl Refuse for Unauthenticated {
    fn error(&self) -> ServiceError {
        ServiceError { status: self.status, ..self.refusal.error() }
    }

    fn finding(&self) -> String {
        self.refusal.finding()
    }

    fn remedy(&self) -> Remedy {
        self.refusal.remedy()
    }
}

/// A refusal of the framework.
pub(super) enum Refusal {
    Address { name: &'static str, status: u16, message: Option<&'static str>, found: String },
    UnknownTarget { target: Option<String> },
    NotSimulated { service: &'static Service, name: &'static str },
    UnknownRoute { method: String, path: String },
    Body { message: Option<&'static str>, found: String },
    MemberType(TypeError),
    QueryValue { member: String, text: String },
    NoCredentials,
    CredentialsTwice,
    IncompleteSignature { message: String },
    UnknownCaller { access_key: String },
    UnknownRegion { service: &'static Service, region: String },
    BodyTooLong { length: usize },
    RestBodyTooLong { length: usize },
}

impl Refuse for Refusal {
    fn error(&self) -> ServiceError {
        let error = |name, message: Option<&str>| ServiceError::framework(name, 400, message.map(str::to_owned));
        match self {
            Self::Address { name, status, message, .. } => ServiceError::framework(name, *status, message.map(str::to_owned)),
            Self::UnknownTarget { .. } => error("UnknownOperationException", None),
            Self::NotSimulated { service, name } => {
                let simulated: Vec<_> = service.operations().map(|operation| operation.name).collect();
                let (title, simulated) = (service.title, simulated.join(", "));
                let message = format!("{name} is an operation of AWS {title} that is not simulated here. Simulated are: {simulated}.");
                error("NotSimulatedByGrantPlayground", Some(&message))
            }
            Self::UnknownRoute { .. } => {
                ServiceError { status: 403, ..error("MissingAuthenticationTokenException", Some("Missing Authentication Token")) }
            }
            Self::Body { message, .. } => serialization(message.map(str::to_owned)),
            Self::MemberType(found) => serialization(Some(found.message.clone())),
            Self::QueryValue { member, text } => {
                let message = format!("The value {text} for the parameter {member} is not valid. Verify the value and try again.");
                error("InvalidParameterException", Some(&message))
            }
            Self::NoCredentials => error("MissingAuthenticationTokenException", Some("Missing Authentication Token")),
            Self::CredentialsTwice => error(
                "InvalidSignatureException",
                Some("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."),
            ),
            Self::UnknownRegion { region, .. } => {
                let message = format!("Credential should be scoped to a valid region, not '{region}'. ");
                error("InvalidSignatureException", Some(&message))
            }
            Self::BodyTooLong { .. } => {
                ServiceError { status: 413, ..error("RequestEntityTooLargeException", Some("Request entity too large")) }
            }
            Self::RestBodyTooLong { .. } => ServiceError { status: 413, ..error("RequestTooLargeException", Some("Request Too Long")) },
            Self::IncompleteSignature { message } => error("IncompleteSignatureException", Some(message)),
            Self::UnknownCaller { .. } => {
                error("UnrecognizedClientException", Some("The security token included in the request is invalid."))
            }
        }
    }

    fn finding(&self) -> String {
        match self {
            Self::Address { found, .. } | Self::Body { found, .. } => excerpt(found).into_owned(),
            Self::UnknownTarget { target: None } => "The request has no `X-Amz-Target` header.".into(),
            Self::UnknownTarget { target: Some(target) } => format!("`X-Amz-Target` is `{}`.", excerpt(target)),
            Self::NotSimulated { service, name } => {
                format!("AWS {} has the operation `{name}`, but the playground does not simulate it.", service.title)
            }
            Self::UnknownRoute { method, path } => format!("No operation has the method and path `{} {}`.", excerpt(method), excerpt(path)),
            Self::MemberType(found) => format!("`{}`: {}.", found.path, found.message.trim_end_matches('.')),
            Self::QueryValue { member, text } => {
                format!("`{member}` is `{}`, which is not a whole number that fits its type.", excerpt(text))
            }
            Self::NoCredentials => "The request has no `Authorization` header.".into(),
            Self::CredentialsTwice => "Both the header and the query have a signature.".into(),
            Self::IncompleteSignature { .. } => "The `Authorization` header is incomplete.".into(),
            Self::UnknownRegion { service, region } => {
                format!("The credential scope has the Region `{}`, in which {} has no endpoint.", excerpt(region), service.title)
            }

            Self::BodyTooLong { length } | Self::RestBodyTooLong { length } => format!("The body has {length} bytes."),
            Self::UnknownCaller { access_key } => format!("The access key ID is `{}`.", excerpt(access_key)),
        }
    }

    fn remedy(&self) -> Remedy {
        match self {
            Self::Address { .. } => "Send a POST to `/` with the header `Content-Type: application/x-amz-json-1.1`.".into(),
            Self::UnknownTarget { .. } => {
                "Set `X-Amz-Target` to `AWSLicenseManager.` and the operation's name, for example `AWSLicenseManager.CreateGrant`.".into()
            }
            Self::NotSimulated { .. } => "Use one of the operations in the response, or send this request to AWS.".into(),
            Self::UnknownRoute { .. } => {
                "Use the method and the path of the operation, for example `POST /createpermissionversion`.".into()
            }
            Self::Body { .. } => "Send a JSON object, for example `{}`.".into(),
            Self::MemberType(found) => format!("Send a value of the right JSON type for `{}`.", found.path).into(),
            Self::QueryValue { member, .. } => format!("Send a whole number for `{member}`, for example `2`.").into(),
            Self::NoCredentials | Self::IncompleteSignature { .. } => "Sign the request with Signature Version 4. Any secret works.".into(),
            Self::UnknownRegion { service, .. } => {
                format!("Use one of these Regions: {}.", service.regions().collect::<Vec<_>>().join(", ")).into()
            }
            Self::BodyTooLong { .. } | Self::RestBodyTooLong { .. } => "Send at most 262,144 bytes.".into(),
            Self::CredentialsTwice => "Remove one of the two signatures.".into(),
            Self::UnknownCaller { .. } => {
                "Use the twelve digits of one of the session's accounts as the access key ID, and a Region in the credential scope.".into()
            }
        }
    }
}

/// The framework's error for a body it cannot read: its message member is `Message`, as seen on Athena.
fn serialization(message: Option<String>) -> ServiceError {
    ServiceError { message_member: crate::error::MessageMember::Upper, ..ServiceError::framework("SerializationException", 400, message) }
}
