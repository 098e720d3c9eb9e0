//! The protocols: from an HTTP request to an operation and its input, and from an outcome to an HTTP response.
//!
//! There are two: awsJson1_1 and restJson1. Each protocol refuses what its framework refuses before an operation runs.

mod aws_json;
mod compose;
mod credentials;
mod rest_json;
mod rules;
#[cfg(test)]
mod tests;

pub use compose::{Draft, FAULT_HEADER, compose};
pub use credentials::Scope;

use super::error::ServiceError;
use super::http::{Request, Response};
use super::operation::{Caller, Operation, Protocol, Service};
use super::schema::{Shape, Vintage, check_types};
use super::trace::{Rule, Sourced, Trace};
use super::value::{Timestamp, excerpt};
use super::world::{Ids, World};
use serde_json::Value;

/// The rules of the protocols, with their sources.
pub fn sources() -> impl Iterator<Item = Sourced> {
    rules::SOURCES.iter().copied()
}

/// A request whose operation is known.
pub struct Routed {
    /// The operation.
    pub operation: &'static Operation,
    /// The caller; `None` if the request has no credentials and the operation needs none.
    pub caller: Option<Caller>,
    /// The members, of the right JSON types.
    pub input: Value,
}

/// A response before it is encoded.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The operation's output.
    Success(Value),
    /// An error in the service's usual form.
    Error(ServiceError),
    /// An error of the layer in front of the service, which has its own form.
    Front(ServiceError, FrontBody),
}

/// How the layer in front of a service writes an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontBody {
    /// `<Name/>`, or `<Name><Message>…</Message></Name>`.
    Xml,
    /// `{"Output":{"__type":"com.amazon.coral.service#Name"},"Version":"1.0"}`.
    Coral,
    /// `{"message":"…"}` alone; the name is in a header only.
    Gateway,
    /// Nothing: the response to a browser's preflight request.
    Empty,
}

/// The values from which the response's headers are made.
pub struct Stamp<'a> {
    /// The session's time.
    pub now: Timestamp,
    /// The ids of this exchange.
    pub ids: Ids,
    /// The request.
    pub request: &'a Request,
}

/// The maximum length of a request's body, in bytes. The services' own limits are not public; the largest request that their
/// shapes allow is shorter than this.
pub const MOST_BYTES: usize = 262_144;

impl Stamp<'_> {
    /// The `Date` header: the moment the request was signed, where it says so. SDKs compare this header with their own
    /// clock, and sign and send a refused request again when the two are minutes apart, as a session's clock mostly is.
    fn date(&self) -> String {
        let signed = self.request.headers.get("x-amz-date").map(str::to_owned).or_else(|| self.request.query_value("X-Amz-Date"));
        signed.and_then(|text| Timestamp::from_basic(&text)).unwrap_or(self.now).http_date()
    }
}

/// Refuses a body that is too long. The check is recorded only if it fails, because nearly every request passes it.
fn check_length(
    request: &Request,
    rule: &'static Rule,
    refusal: fn(usize) -> rules::Refusal,
    trace: &mut Trace,
) -> Result<(), ServiceError> {
    let length = request.body.len();
    if length > MOST_BYTES { Err(trace.refuse_as(rule, &refusal(length))) } else { Ok(()) }
}

/// The service of a request, by its host, or else its credential scope, or else its target header or its path.
pub fn service_of(request: &Request, services: &[&'static Service]) -> Option<&'static Service> {
    let find = |is_it: &dyn Fn(&Service) -> bool| services.iter().copied().find(|service| is_it(service));
    let host = request.host();
    let by_host = find(&|service| host.split('.').next() == Some(service.prefix));
    let by_scope = || {
        let scope = Scope::of(request)?;
        find(&|service| service.prefix == scope.service)
    };
    let by_address = || {
        find(&|service| match service.protocol {
            Protocol::AwsJson { target_prefix } => {
                request.headers.get("x-amz-target").is_some_and(|target| target.starts_with(target_prefix))
            }
            Protocol::RestJson => rest_json::knows(service, request.path()),
        })
    };
    by_host.or_else(by_scope).or_else(by_address)
}

/// Reads a request: routing, authentication, decoding.
pub fn read(service: &'static Service, request: &Request, world: &World, trace: &mut Trace) -> Result<Routed, Outcome> {
    match service.protocol {
        Protocol::AwsJson { target_prefix } => aws_json::read(service, target_prefix, request, world, trace),
        Protocol::RestJson => rest_json::read(service, request, world, trace),
    }
}

/// Encodes an outcome.
pub fn write(service: &Service, operation: Option<&Operation>, outcome: &Outcome, stamp: Stamp<'_>) -> Response {
    match service.protocol {
        Protocol::AwsJson { .. } => aws_json::write(outcome, stamp),
        Protocol::RestJson => rest_json::write(operation, outcome, stamp),
    }
}

/// Parses a body; `None` for an empty one.
fn parse_body(body: &str) -> Result<Option<Value>, rules::Refusal> {
    if body.is_empty() {
        return Ok(None);
    }
    let refuse = |message, found: String| Err(rules::Refusal::Body { message, found });
    match serde_json::from_str(body) {
        Ok(Value::Object(object)) => Ok(Some(Value::Object(object))),
        Ok(Value::Array(_)) => refuse(Some("Start of list found where not expected"), "The body is a list.".into()),
        Ok(other) => refuse(None, format!("The body is `{}`, which is not an object.", excerpt(&other.to_string()))),
        Err(error) => refuse(None, format!("The body is not JSON: {error}.")),
    }
}

/// Checks the JSON types of the members.
fn check_member_types(shape: &'static Shape, input: &Value, vintage: Vintage) -> Result<(), rules::Refusal> {
    check_types(shape, input, vintage).map_err(rules::Refusal::MemberType)
}

/// The body of an error of the layer in front of a service: content type and text.
fn front_body(error: &ServiceError, form: FrontBody) -> (&'static str, String) {
    let message = error.message.as_deref().unwrap_or_default();
    match form {
        FrontBody::Xml if message.is_empty() => ("application/xml", format!("<{}/>\n", error.name)),
        FrontBody::Xml => ("application/xml", format!("<{0}>\n  <Message>{message}</Message>\n</{0}>\n", error.name)),
        FrontBody::Coral => {
            ("application/json", format!(r#"{{"Output":{{"__type":"com.amazon.coral.service#{}"}},"Version":"1.0"}}"#, error.name))
        }
        FrontBody::Gateway => ("application/json", serde_json::json!({ "message": message }).to_string()),
        FrontBody::Empty => ("text/plain", String::new()),
    }
}
