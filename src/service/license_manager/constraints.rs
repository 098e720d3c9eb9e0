//! How License Manager words what breaks a constraint: all violations in one answer, ten at most.

use super::error;
use crate::service::error::ServiceError;
use crate::service::schema::Violation;
use crate::service::trace::{Evidence, Rule, Stage, Trace};
use crate::service::world::{Settings, ValueEcho};

static CONSTRAINTS: Rule = Rule {
    name: "license-manager/constraints",
    stage: Stage::Constraints,
    text: "Each member is within the bounds of the API model: required, length, range, pattern, enum.",
    evidence: Evidence::Model,
    source: "the API model; the wording was seen on other services of the same framework",
};

/// How many violations an answer names.
const MOST: usize = 10;

/// Passes when nothing is violated, or refuses with everything that is.
pub(in crate::service) fn judge(violations: &[Violation], settings: &Settings, trace: &mut Trace) -> Result<(), ServiceError> {
    if violations.is_empty() {
        trace.pass(&CONSTRAINTS);
        return Ok(());
    }
    let error = error::with_message(&error::VALIDATION, message(violations, settings.value_echo));
    let findings = violations.iter().map(|violation| clause(violation, ValueEcho::Echoed)).collect();
    let members: Vec<_> = violations.iter().map(|violation| format!("`{}`", violation.member)).collect();
    let remedy = format!("bring {} within the bounds named", members.join(", "));
    Err(trace.refuse(&CONSTRAINTS, error, findings, remedy))
}

/// `2 validation errors detected: Value … ; Value …`.
pub fn message(violations: &[Violation], echo: ValueEcho) -> String {
    let clauses: Vec<_> = violations.iter().take(MOST).map(|violation| clause(violation, echo)).collect();
    let errors = if clauses.len() == 1 { "error" } else { "errors" };
    format!("{} validation {errors} detected: {}", clauses.len(), clauses.join("; "))
}

/// `Value 'x' at 'y' failed to satisfy constraint: …`.
pub fn clause(violation: &Violation, echo: ValueEcho) -> String {
    let value = match (&violation.value, echo) {
        (None, _) => "Value null".to_owned(),
        (Some(value), ValueEcho::Echoed) => format!("Value '{value}'"),
        (Some(_), ValueEcho::Omitted) => "Value".to_owned(),
    };
    format!("{value} at '{}' failed to satisfy constraint: {}", violation.path, violation.constraint)
}
