//! restJson1: every operation has a method and a path; deletions carry their members in the query string.

use super::rules::{self, Refusal};
use super::{FrontBody, Outcome, Routed, Stamp, check_length, check_member_types, credentials, front_body, parse_body};
use crate::collection::ascending;
use crate::error::ServiceError;
use crate::http::{Headers, Request, Response};
use crate::operation::{Location, Operation, Service};
use crate::schema::{Kind, prune};
use crate::trace::Trace;
use crate::world::World;
use serde_json::{Map, Value};

/// Whether an operation of the service has this path.
pub(super) fn knows(service: &Service, path: &str) -> bool {
    service.operations().any(|operation| operation.path == path)
}

/// Reads a request. The gateway does the routing and the authentication, and its errors have their own form.
pub(super) fn read(service: &'static Service, request: &Request, world: &World, trace: &mut Trace) -> Result<Routed, Outcome> {
    if request.method == "OPTIONS" && request.headers.get("origin").is_some() {
        return Err(Outcome::Front(ServiceError::framework("", 200, None), FrontBody::Empty));
    }
    let gateway = |error: ServiceError| Outcome::Front(error, FrontBody::Gateway);
    let operation = trace.judge(&rules::ROUTE, route(service, request)).map_err(gateway)?;
    let caller = credentials::authenticate(&rules::REST_JSON, service, request, world, trace).map_err(gateway)?;
    let mut input = match operation.location {
        Location::Body => {
            check_length(request, &rules::REST_BODY_LENGTH, |length| Refusal::RestBodyTooLong { length }, trace).map_err(gateway)?;
            let body = trace.judge(&rules::REST_BODY_JSON, parse_body(&request.body)).map_err(Outcome::Error)?;
            // An empty body has no members.
            body.unwrap_or_else(|| Value::Object(Map::new()))
        }
        Location::Query => trace.judge(&rules::QUERY_VALUES, from_query(operation, request, world)).map_err(Outcome::Error)?,
    };
    let types = check_member_types((operation.input)(), &input, world.vintage);
    trace.judge(&rules::REST_MEMBER_TYPES, types).map_err(Outcome::Error)?;
    prune((operation.input)(), &mut input, world.vintage);
    Ok(Routed { operation, caller: Some(caller), input })
}

fn route(service: &Service, request: &Request) -> Result<&'static Operation, Refusal> {
    let (method, path) = (&request.method, request.path());
    let found = service.operations().find(|operation| operation.method == *method && operation.path == path);
    found.ok_or_else(|| Refusal::UnknownRoute { method: method.clone(), path: path.to_owned() })
}

/// Reads members from the query string, or refuses the first one that must be a number and is not.
fn from_query(operation: &Operation, request: &Request, world: &World) -> Result<Value, Refusal> {
    let mut input = Map::new();
    for (name, text) in request.query() {
        let Some(member) = (operation.input)().members(world.vintage).find(|member| member.name == name) else { continue };
        let value = match (member.shape)().kind {
            Kind::Integer => text.parse::<i32>().map(Value::from).map_err(|_| Refusal::QueryValue { member: name.clone(), text })?,
            Kind::Long => text.parse::<i64>().map(Value::from).map_err(|_| Refusal::QueryValue { member: name.clone(), text })?,
            Kind::Boolean => text.parse::<bool>().map_or_else(|_| Value::from(text.clone()), Value::from),
            Kind::Text | Kind::Enumeration(_) | Kind::Structure(_) | Kind::List(_) | Kind::Timestamp => text.into(),
        };
        input.insert(name, value);
    }
    Ok(Value::Object(input))
}

/// Encodes an outcome: compact, keys sorted at every level, times as Java prints doubles.
pub(super) fn write(operation: Option<&Operation>, outcome: &Outcome, mut stamp: Stamp<'_>) -> Response {
    let (status, content_type, body, error) = match outcome {
        Outcome::Success(output) => (200, "application/json", to_text(output), None),
        Outcome::Error(error) => (error.status, "application/json", error_body(error), Some(error.name.as_str())),
        Outcome::Front(error, form) => {
            let (content_type, body) = front_body(error, *form);
            (error.status, content_type, body, Some(error.name.as_str()).filter(|name| !name.is_empty()))
        }
    };
    let mut headers = Headers::new();
    headers.push("date", stamp.date());
    headers.push("content-type", content_type);
    headers.push("content-length", body.len().to_string());
    headers.push("connection", "keep-alive");
    headers.push("x-amzn-requestid", stamp.ids.uuid().to_string());
    if let Some(name) = error {
        headers.push("x-amzn-errortype", name);
    }
    headers.push("access-control-allow-origin", "*");
    headers.push("access-control-allow-headers", ALLOWED_HEADERS);
    headers.push("access-control-allow-methods", allowed_method(operation, stamp.request));
    headers
        .push("access-control-expose-headers", "x-amzn-errortype,x-amzn-requestid,x-amzn-errormessage,x-amzn-trace-id,x-amz-apigw-id,date");
    headers.push("access-control-max-age", "86400");
    headers.push("x-amz-apigw-id", gateway_id(stamp.ids.bits()));
    let trace = stamp.ids.hex();
    headers.push("x-amzn-trace-id", format!("Root=1-{:08x}-{}", stamp.now.seconds(), trace.get(..24).unwrap_or_default()));
    Response { status, headers, body }
}

const ALLOWED_HEADERS: &str = "Content-Type,X-Amz-Date,Authorization,Date,X-Amz-Target,x-amzn-platform-id,x-amzn-trace-id,X-Api-Key,X-Amz-Security-Token,X-Amz-Content-Sha256,X-Amz-User-Agent,Amz-Sdk-Invocation-Id,Amz-Sdk-Request,Sec-Ch-Ua,Sec-Ch-Ua-Mobile,Sec-Ch-Ua-Platform";

fn allowed_method(operation: Option<&Operation>, request: &Request) -> String {
    operation.map_or_else(
        || request.headers.get("access-control-request-method").unwrap_or("POST").to_owned(),
        |operation| operation.method.to_owned(),
    )
}

/// Sixteen characters in the form of API Gateway's ids.
fn gateway_id(random: u64) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";
    let letters =
        (0..11).map(|place| LETTERS.get(usize::try_from((random >> (place * 5)) & 31).unwrap_or_default()).copied().unwrap_or(b'A'));
    letters.map(char::from).chain("oAMFQ".chars().take(4)).chain(['=']).collect()
}

fn error_body(error: &ServiceError) -> String {
    let mut body = Map::new();
    body.insert("__type".into(), error.name.clone().into());
    if let Some(message) = &error.message {
        body.insert("message".into(), message.clone().into());
    }
    Value::Object(body).to_string()
}

fn to_text(output: &Value) -> String {
    let mut text = String::new();
    write_value(&mut text, output);
    text
}

fn write_value(text: &mut String, value: &Value) {
    match value {
        Value::Object(members) => {
            let names = ascending(members.keys().map(String::as_str));
            let mut opening = '{';
            for (name, value) in names.into_iter().filter_map(|name| members.get_key_value(name)) {
                text.push(opening);
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write_value(text, value);
                opening = ',';
            }
            text.push_str(if opening == '{' { "{}" } else { "}" });
        }
        Value::Array(values) => {
            let mut opening = '[';
            for value in values {
                text.push(opening);
                write_value(text, value);
                opening = ',';
            }
            text.push_str(if opening == '[' { "[]" } else { "]" });
        }
        Value::Number(number) if number.is_f64() => write_double(text, &number.to_string()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => text.push_str(&value.to_string()),
    }
}

/// Writes a double as Java's `Double.toString` does above ten million: `1.790537481664E9`. `plain` has the shortest digits
/// that denote it, as JSON writes them: `1790537481.664`.
fn write_double(text: &mut String, plain: &str) {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let (Some((first, rest)), 8..) = (whole.split_at_checked(1), whole.len()) else { return text.push_str(plain) };
    let digits = [rest, fraction].concat();
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        digits => digits,
    };
    let exponent = (whole.len() - 1).to_string();
    text.push_str(&[first, ".", digits, "E", &exponent].concat());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::Evidence;
    use crate::{Options, Simulator};
    use serde_json::json;

    const SIGNED: &str = "AWS4-HMAC-SHA256 Credential=111122223333/20231114/us-east-1/ram/aws4_request, SignedHeaders=host, Signature=0";

    fn request(method: &str, path: &str, authorization: Option<&str>, body: &str) -> Request {
        let mut headers = Headers::new();
        headers.push("X-Amz-Date", "20231114T221320Z");
        if let Some(authorization) = authorization {
            headers.push("Authorization", authorization);
        }
        Request { method: method.into(), url: format!("https://ram.us-east-1.amazonaws.com{path}"), headers, body: body.into() }
    }

    #[test]
    fn refusals_are_told_as_answered_and_are_inferred() {
        let unknown = SIGNED.replace("111122223333", "000011112222");
        let deletion = |version: &str| format!("/deletepermissionversion?permissionArn=x&permissionVersion={version}");
        let list = "/listpermissions";
        for (request, rule, status, error) in [
            (request("POST", list, None, "{}"), "protocol/rest-credentials", 403, "MissingAuthenticationTokenException"),
            (
                request("POST", &format!("{list}?X-Amz-Algorithm=x"), Some(SIGNED), "{}"),
                "protocol/rest-credentials-once",
                403,
                "InvalidSignatureException",
            ),
            (request("POST", list, Some("AWS4-HMAC-SHA256"), "{}"), "protocol/rest-signature", 403, "IncompleteSignatureException"),
            (request("POST", list, Some(&unknown), "{}"), "protocol/caller", 403, "UnrecognizedClientException"),
            (request("POST", list, Some(SIGNED), "{"), "protocol/rest-body", 400, "SerializationException"),
            (request("POST", list, Some(SIGNED), r#"{"maxResults":"1"}"#), "protocol/rest-member-types", 400, "SerializationException"),
            (request("DELETE", &deletion("two"), Some(SIGNED), ""), "protocol/query-values", 400, "InvalidParameterException"),
            (request("DELETE", &deletion("1.5"), Some(SIGNED), ""), "protocol/query-values", 400, "InvalidParameterException"),
            (request("DELETE", &deletion("3000000000"), Some(SIGNED), ""), "protocol/query-values", 400, "InvalidParameterException"),
        ] {
            let exchange = Simulator::new(&Options::default()).unwrap().handle(&request);
            let check = exchange.trace.refusal().unwrap();
            assert_eq!((check.rule.name, check.rule.evidence), (rule, Evidence::Inferred));
            let told = exchange.refusal().unwrap();
            assert_eq!((exchange.response.status, told.status, told.name.as_str()), (status, status, error), "{rule}");
            assert_eq!(exchange.error_name(), Some(error));
        }
    }

    #[test]
    fn bodies_are_sorted_compact_and_in_java_notation() {
        let body = json!({ "permission": { "version": "1", "creationTime": 1_790_537_481.664, "arn": "a" }, "clientToken": "t", "z": 1_790_538_703.7 });
        assert_eq!(
            to_text(&body),
            r#"{"clientToken":"t","permission":{"arn":"a","creationTime":1.790537481664E9,"version":"1"},"z":1.7905387037E9}"#
        );
        assert_eq!(to_text(&json!([2e9, 1_790_000_000.0])), "[2.0E9,1.79E9]");
    }
}
