//! An exchange in readable form: the status line, the body, the reasons and the HTTP messages.

use super::timeline::{Entry, Timeline};
use serde_json::Value;
use simulator::Exchange;
use simulator::http::{Headers, Request, Response};
use simulator::json;
use simulator::license_manager::UNCERTAIN;
use simulator::operation::Location;
use simulator::schema::{Vintage, check, check_types};
use simulator::trace::{Check, Evidence, Stage, Verdict};

/// `400 Bad Request`.
pub fn status_line(status: u16) -> String {
    let reason = match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "",
    };
    format!("{status} {reason}").trim_end().to_owned()
}

/// `200`, `400 ValidationException`.
pub fn result(exchange: &Exchange) -> String {
    let status = exchange.response.status;
    exchange.error_name().map_or_else(|| status.to_string(), |name| format!("{status} {name}"))
}

/// `CreateGrant as Vendor, us-east-1, at 2023-11-14T22:13:20Z`.
pub fn context_line(entry: &Entry, exchange: &Exchange, timeline: &Timeline) -> String {
    let account = entry.account().map(|id| format!(" as {}", timeline.account_name(id))).unwrap_or_default();
    let region = exchange.caller.as_ref().map(|caller| format!(", {}", caller.region)).unwrap_or_default();
    format!("{}{account}{region}, at {}", entry.title(), exchange.at)
}

/// The body, indented when it is JSON.
pub fn indented(body: &str) -> String {
    serde_json::from_str(body).map_or_else(|_| body.to_owned(), |value| json::indented(&value))
}

/// The line that boto3 and the AWS CLI print for a refusal.
pub fn client_line(exchange: &Exchange) -> Option<String> {
    let error = exchange.refusal()?;
    let operation = exchange.operation?.name;
    let message = error.message.as_deref().unwrap_or_default();
    Some(format!("An error occurred ({}) when calling the {operation} operation: {message}", error.name))
}

/// The checks that passed, in order and grouped by stage.
pub fn stages(exchange: &Exchange) -> Vec<(Stage, Vec<&Check>)> {
    let mut stages: Vec<(Stage, Vec<&Check>)> = Vec::new();
    for check in exchange.trace.checks().iter().filter(|check| check.verdict == Verdict::Passed) {
        match stages.last_mut() {
            Some((stage, checks)) if *stage == check.rule.stage => checks.push(check),
            _ => stages.push((check.rule.stage, vec![check])),
        }
    }
    stages
}

/// The short form of the reason for a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason<'a> {
    /// The first finding, unless the error message contains it.
    pub finding: Option<&'a str>,
    /// What to change so that the request passes, or an empty text.
    pub remedy: &'a str,
    /// The evidence for the rule.
    pub evidence: Evidence,
}

/// Why the request was refused, or `None` if it was not.
pub fn reason(exchange: &Exchange) -> Option<Reason<'_>> {
    let check = exchange.trace.refusal()?;
    match &check.verdict {
        Verdict::Passed => None,
        Verdict::Refused { error, findings, remedy } => {
            let said = error.message.as_deref().unwrap_or_default();
            let finding = findings.first().map(String::as_str).filter(|finding| !said.contains(finding));
            Some(Reason { finding, remedy: &remedy.sentence, evidence: check.rule.evidence })
        }
    }
}

/// How the checks went, and how many of them rest on inferred rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// How many checks passed.
    pub passed: usize,
    /// How many of all checks belong to an inferred rule.
    pub inferred: usize,
}

/// What a response rests on.
pub fn grounds(exchange: &Exchange) -> Grounds {
    let count = |holds: fn(&&Check) -> bool| exchange.trace.checks().iter().filter(holds).count();
    Grounds { passed: count(|check| check.verdict == Verdict::Passed), inferred: count(|check| check.rule.evidence == Evidence::Inferred) }
}

impl Grounds {
    /// `All 12 checks passed.` It is for a request that no check refused.
    pub fn success(self) -> String {
        match self.passed {
            0 => "No check was necessary.".to_owned(),
            1 => "The only check passed.".to_owned(),
            many => format!("All {many} checks passed."),
        }
    }

    /// `Rests on 2 inferred rules`, if it does.
    pub fn certainty(self) -> Option<String> {
        match self.inferred {
            0 => None,
            1 => Some("Rests on 1 inferred rule".to_owned()),
            many => Some(format!("Rests on {many} inferred rules")),
        }
    }
}

/// The member that a refused request has to change, if it violates a constraint of the model: `Options.ActivationOverrideBehavior`.
pub fn offending_member(exchange: &Exchange, vintage: Vintage) -> Option<String> {
    let operation = exchange.operation?;
    exchange.refusal()?;
    if operation.location == Location::Query {
        return None;
    }
    let input: Value = serde_json::from_str(&exchange.request.body).ok()?;
    let shape = (operation.input)();
    match check_types(shape, &input, vintage) {
        Err(error) => Some(error.path),
        Ok(()) => check(shape, &input, vintage).into_iter().next().map(|violation| violation.member),
    }
}

/// The number of the uncertain point that a rule belongs to.
pub fn point_of(rule: &str) -> Option<u8> {
    UNCERTAIN.iter().find(|point| point.rules.contains(&rule)).map(|point| point.number)
}

/// A request as text.
pub fn request_text(request: &Request) -> String {
    let address = request.url.split_once("://").map_or(request.url.as_str(), |(_, rest)| rest);
    let target = address.find('/').and_then(|at| address.get(at..)).unwrap_or("/");
    message(&format!("{} {target} HTTP/1.1", request.method), &request.headers, &request.body)
}

/// A response as text.
pub fn response_text(response: &Response) -> String {
    message(&format!("HTTP/1.1 {}", status_line(response.status)), &response.headers, &response.body)
}

fn message(first: &str, headers: &Headers, body: &str) -> String {
    let mut text = first.to_owned();
    for (name, value) in headers.iter() {
        text.extend(["\n", name, ": ", value]);
    }
    text.push('\n');
    if !body.is_empty() {
        text.push('\n');
        text.push_str(body);
    }
    text
}
