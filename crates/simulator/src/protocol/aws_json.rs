//! awsJson1_1: every request is a POST to `/`, and `X-Amz-Target` has the operation.

use super::rules::{self, Refusal};
use super::{FrontBody, Outcome, Routed, Stamp, check_length, check_member_types, credentials, front_body, parse_body};
use crate::error::{MessageMember, ServiceError};
use crate::http::{Headers, Request, Response};
use crate::operation::{Caller, Operation, Service};
use crate::schema::prune;
use crate::trace::Trace;
use crate::world::World;
use serde_json::{Map, Value};

/// The content type of requests and responses.
pub(super) const CONTENT_TYPE: &str = "application/x-amz-json-1.1";

/// Reads a request. The order is the framework's: body, target, authentication, member types.
pub(super) fn read(
    service: &'static Service,
    target_prefix: &str,
    request: &Request,
    world: &World,
    trace: &mut Trace,
) -> Result<Routed, Outcome> {
    if request.method == "OPTIONS" && request.headers.get("origin").is_some() {
        return Err(Outcome::Front(ServiceError::framework("", 200, None), FrontBody::Empty));
    }
    check_address(request, trace)?;
    check_length(request, &rules::BODY_LENGTH, |length| Refusal::BodyTooLong { length }, trace).map_err(Outcome::Error)?;
    let body = trace.judge(&rules::BODY_JSON, parse_body(&request.body)).map_err(Outcome::Error)?;
    let name = request.headers.get("x-amz-target").and_then(|target| target.strip_prefix(target_prefix));
    if let Some(name) = service.not_simulated.iter().copied().find(|missing| Some(*missing) == name) {
        return Err(Outcome::Error(trace.refuse_as(&rules::SIMULATED, &Refusal::NotSimulated { service, name })));
    }
    let operation = trace.judge(&rules::TARGET, target(service, name, request)).map_err(Outcome::Error)?;
    let Some(mut input) = body else { return Err(Outcome::Error(refuse_empty(trace))) };
    let caller = caller(operation, request, world, trace).map_err(Outcome::Error)?;
    let types = check_member_types((operation.input)(), &input, world.vintage);
    trace.judge(&rules::MEMBER_TYPES, types).map_err(Outcome::Error)?;
    prune((operation.input)(), &mut input, world.vintage);
    Ok(Routed { operation, caller, input })
}

fn caller(operation: &Operation, request: &Request, world: &World, trace: &mut Trace) -> Result<Option<Caller>, ServiceError> {
    if operation.unsigned && !credentials::are_given(request) {
        trace.pass(&rules::CREDENTIALS_NEEDLESS);
        return Ok(None);
    }
    credentials::authenticate(&rules::AWS_JSON, operation.service, request, world, trace).map(Some)
}

fn check_address(request: &Request, trace: &mut Trace) -> Result<(), Outcome> {
    let content_type = request.headers.get("content-type").unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default().trim();
    let unknown = |found, form| Some((Refusal::Address { name: "UnknownOperationException", status: 404, message: None, found }, form));
    let wrong = if request.method != "POST" || request.path() != "/" {
        let message = Some("Unable to determine service/operation name to be authorized");
        let found = format!("The request is `{} {}`.", request.method, request.path());
        Some((Refusal::Address { name: "AccessDeniedException", status: 403, message, found }, FrontBody::Xml))
    } else if media_type == "application/json" {
        unknown("The content type is `application/json`.".to_owned(), FrontBody::Coral)
    } else if media_type != CONTENT_TYPE {
        unknown(format!("The content type is `{content_type}`."), FrontBody::Xml)
    } else {
        None
    };
    match wrong {
        None => {
            trace.pass(&rules::ADDRESS);
            Ok(())
        }
        Some((refusal, form)) => {
            let error = trace.refuse_as(&rules::ADDRESS, &refusal);
            Err(Outcome::Front(error, form))
        }
    }
}

fn refuse_empty(trace: &mut Trace) -> ServiceError {
    let refusal = Refusal::Body { message: None, found: "The body is empty.".into() };
    trace.refuse_as(&rules::BODY_JSON, &refusal)
}

fn target(service: &Service, name: Option<&str>, request: &Request) -> Result<&'static Operation, Refusal> {
    let found = service.operations().find(|operation| Some(operation.name) == name);
    found.ok_or_else(|| Refusal::UnknownTarget { target: request.headers.get("x-amz-target").map(str::to_owned) })
}

/// Encodes an outcome.
pub(super) fn write(outcome: &Outcome, mut stamp: Stamp<'_>) -> Response {
    let (status, content_type, body) = match outcome {
        Outcome::Success(output) => (200, CONTENT_TYPE, output.to_string()),
        Outcome::Error(error) => (error.status, CONTENT_TYPE, error_body(error)),
        Outcome::Front(error, form) => {
            let (content_type, body) = front_body(error, *form);
            (error.status, content_type, body)
        }
    };
    let mut headers = Headers::new();
    headers.push("x-amzn-RequestId", stamp.ids.uuid().to_string());
    if stamp.request.headers.get("origin").is_some() {
        allow_origin(&mut headers, stamp.request);
    }
    headers.push("Content-Type", content_type);
    headers.push("Content-Length", body.len().to_string());
    headers.push("Date", stamp.date());
    Response { status, headers, body }
}

fn error_body(error: &ServiceError) -> String {
    let mut body = Map::new();
    body.insert("__type".into(), error.name.clone().into());
    if let Some(location) = &error.location {
        body.insert("Location".into(), location.clone().into());
    }
    if let Some(message) = &error.message {
        let member = match error.message_member {
            MessageMember::Upper => "Message",
            MessageMember::Lower => "message",
        };
        body.insert(member.into(), message.clone().into());
    }
    Value::Object(body).to_string()
}

/// The headers that a browser needs to read the response, as in responses of another service of the same framework.
fn allow_origin(headers: &mut Headers, request: &Request) {
    headers.push("Access-Control-Allow-Origin", "*");
    if request.method == "OPTIONS" {
        for asked in ["headers", "method"] {
            if let Some(value) = request.headers.get(&format!("access-control-request-{asked}")) {
                let name = if asked == "method" { "methods" } else { asked };
                headers.push(format!("Access-Control-Allow-{name}"), value);
            }
        }
        headers.push("Access-Control-Max-Age", "172800");
    } else {
        headers.push(
            "Access-Control-Expose-Headers",
            "x-amzn-RequestId,x-amzn-ErrorType,x-amz-request-id,x-amz-id-2,x-amzn-ErrorMessage,Date",
        );
    }
}
