//! How RAM answers what breaks a constraint: the first one, in a sentence of its own.

use crate::service::error::{MessageMember, ServiceError};
use crate::service::operation::Operation;
use crate::service::schema::Violation;
use crate::service::trace::{Evidence, Rule, Stage, Trace};

static CONSTRAINTS: Rule = Rule {
    name: "ram/constraints",
    stage: Stage::Constraints,
    text: "Each member is within the bounds of the API model: required, length, range, pattern.",
    evidence: Evidence::Model,
    source: "the API model; the wording of the refusal is not public",
};

/// Passes when nothing is violated, or refuses for the first violation.
pub(in crate::service) fn judge(violations: &[Violation], operation: &Operation, trace: &mut Trace) -> Result<(), ServiceError> {
    let _ = operation;
    let Some(first) = violations.first() else {
        trace.pass(&CONSTRAINTS);
        return Ok(());
    };
    let error = ServiceError {
        name: "InvalidParameterException".to_owned(),
        status: 400,
        message: Some(first.constraint.clone()),
        message_member: MessageMember::Lower,
    };
    Err(trace.refuse(&CONSTRAINTS, error, Vec::new(), String::new()))
}
