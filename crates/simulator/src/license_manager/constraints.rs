//! How License Manager words what breaks a constraint: all violations in one response, ten at most.

use super::error;
use crate::error::{MessageMember, ServiceError};
use crate::schema::{Violation, correction};
use crate::trace::{Trace, rules};
use crate::value::excerpt;
use crate::world::{Settings, ValueEcho};

rules! {
    CONSTRAINTS = "license-manager/constraints", Constraints, Model,
        "the API model; the wording was seen on other services of the same framework",
        "Each member must satisfy the constraints of the API model: required, length, range, pattern, enum.";
    WORDING = "license-manager/constraint-wording", Constraints, Inferred,
        "seen on other services of the same framework, which differ among themselves; License Manager's own habit is \
         not public",
        "The message names at most ten members that break a constraint, in lower camel case, with their values, in the \
         model's order. The session's settings can change this.";
}

/// How many violations a response names.
const MOST: usize = 10;

/// Passes when nothing is violated, or refuses with everything that is.
pub(super) fn judge(violations: &[Violation], settings: &Settings, trace: &mut Trace) -> Result<(), ServiceError> {
    if violations.is_empty() {
        trace.pass(&CONSTRAINTS);
        return Ok(());
    }
    trace.pass(&WORDING);
    let message = message(violations, Voice::of(settings));
    let message_member = if settings.lower_case_message { MessageMember::Lower } else { MessageMember::Upper };
    let error = ServiceError { message_member, ..error::with_message(&error::VALIDATION, message) };
    let findings = violations.iter().map(finding).collect();
    Err(trace.refuse(&CONSTRAINTS, error, findings, correction(violations)))
}

/// A violation's clause, with as much of the value as a person reads.
fn finding(violation: &Violation) -> String {
    let value = violation.value.as_deref().map(|value| excerpt(value).into_owned());
    clause(&Violation { value, ..violation.clone() }, Voice::default())
}

/// How violations are worded.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// Whether values are repeated.
    pub echo: ValueEcho,
    /// Whether members are named as requests spell them.
    pub pascal_case: bool,
}

impl Voice {
    /// As a session's settings have it.
    pub fn of(settings: &Settings) -> Self {
        Self { echo: settings.value_echo, pascal_case: settings.pascal_case_paths }
    }
}

impl Default for Voice {
    fn default() -> Self {
        Self { echo: ValueEcho::Echoed, pascal_case: false }
    }
}

/// `2 validation errors detected: Value … ; Value …`.
pub fn message(violations: &[Violation], voice: Voice) -> String {
    let clauses: Vec<_> = violations.iter().take(MOST).map(|violation| clause(violation, voice)).collect();
    let errors = if clauses.len() == 1 { "error" } else { "errors" };
    format!("{} validation {errors} detected: {}", clauses.len(), clauses.join("; "))
}

/// `Value 'x' at 'y' failed to satisfy constraint: …`.
pub fn clause(violation: &Violation, voice: Voice) -> String {
    let value = match (&violation.value, voice.echo) {
        (None, _) => "Value null".to_owned(),
        (Some(value), ValueEcho::Echoed) => format!("Value '{value}'"),
        (Some(_), ValueEcho::Omitted) => "Value".to_owned(),
    };
    let path = if voice.pascal_case { pascal_case(&violation.path) } else { violation.path.clone() };
    format!("{value} at '{path}' failed to satisfy constraint: {}", violation.constraint)
}

/// A path with its members' names as requests spell them; `member` is the framework's own word.
fn pascal_case(path: &str) -> String {
    let part = |part: &str| match part.split_at_checked(1) {
        Some((first, rest)) if part != "member" => first.to_ascii_uppercase() + rest,
        Some(_) | None => part.to_owned(),
    };
    path.split('.').map(part).collect::<Vec<_>>().join(".")
}
