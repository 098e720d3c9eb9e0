//! What nobody published of License Manager's grants, and what the playground does about it: 31 points, each with the rules
//! that carry it and the settings that choose otherwise. The page shows them, and `docs/uncertain-points.md` is made of them.

mod points;
#[cfg(test)]
mod tests;

pub use points::UNCERTAIN;

use super::{error, rules};
use crate::error::ServiceError;
use crate::trace::{Rule, Trace};
use crate::world::Settings;

/// A point that is not public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its number.
    pub number: u8,
    /// What is not known.
    pub question: &'static str,
    /// What the playground does unless the settings say otherwise.
    pub answer: &'static str,
    /// The names of the rules that carry it: they stand among an answer's checks where it plays a part.
    pub rules: &'static [&'static str],
    /// The names of the settings that choose otherwise.
    pub settings: &'static [&'static str],
}

/// A refusal as the session's settings word it: which error a rule refuses with is in some places as good as unknown.
pub(crate) fn worded(refusal: ServiceError, trace: &mut Trace, settings: &Settings) -> ServiceError {
    let reworded = trace.reword(|rule, error| {
        if let Some(chosen) = chosen(rule, error, settings) {
            chosen.name.clone_into(&mut error.name);
            error.status = chosen.status;
        }
    });
    reworded.unwrap_or(refusal)
}

fn chosen(rule: &Rule, error: &ServiceError, settings: &Settings) -> Option<&'static crate::error::DeclaredError> {
    let is_conflict = (*rule == rules::SOURCE_VERSION && settings.stale_source_version_is_conflict)
        || (*rule == rules::NO_DUPLICATE && settings.duplicate_grant_is_conflict);
    if is_conflict {
        return Some(&error::CONFLICT);
    }
    let is_invalid_value = (*rule == rules::OPERATIONS_HELD && settings.excess_operations_are_invalid_values)
        || (*rule == rules::STATUS_ASKED && settings.other_status_is_invalid_value);
    if is_invalid_value {
        return Some(&error::INVALID_PARAMETER_VALUE);
    }
    let is_invalid = error.name == error::INVALID_PARAMETER_VALUE.name && settings.invalid_values_are_validation;
    is_invalid.then_some(&error::VALIDATION)
}
