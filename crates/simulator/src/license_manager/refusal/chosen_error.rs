//! Which error a rule refuses with where nobody published it: the session's settings choose.

use super::error;
use crate::error::DeclaredError;
use crate::operation::Operation;
use crate::world::{RefusedCheckIn, Settings, UngrantedOperation};

/// For a value that names nothing the service knows.
pub(crate) fn invalid_value(settings: &Settings) -> &'static DeclaredError {
    if settings.invalid_values_are_validation { &error::VALIDATION } else { &error::INVALID_PARAMETER_VALUE }
}

/// The same in an operation that may not declare that error.
pub(crate) fn declared_invalid_value(operation: &Operation, settings: &Settings) -> &'static DeclaredError {
    if operation.errors.contains(&&error::INVALID_PARAMETER_VALUE) { invalid_value(settings) } else { &error::VALIDATION }
}

/// For a source version that is not the grant's latest.
pub(crate) fn stale_source_version(settings: &Settings) -> &'static DeclaredError {
    if settings.stale_source_version_is_conflict { &error::CONFLICT } else { &error::VALIDATION }
}

/// For a second live grant to one principal.
pub(crate) fn duplicate_grant(settings: &Settings) -> &'static DeclaredError {
    if settings.duplicate_grant_is_conflict { &error::CONFLICT } else { &error::VALIDATION }
}

/// For operations that the grantor does not have.
pub(crate) fn excess_operations(settings: &Settings) -> &'static DeclaredError {
    if settings.excess_operations_are_invalid_values { &error::INVALID_PARAMETER_VALUE } else { &error::VALIDATION }
}

/// For a status that no request can ask for.
pub(crate) fn other_status(settings: &Settings) -> &'static DeclaredError {
    if settings.other_status_is_invalid_value { &error::INVALID_PARAMETER_VALUE } else { &error::VALIDATION }
}

/// For an operation that no active grant allows the caller.
pub(crate) fn ungranted_operation(settings: &Settings) -> &'static DeclaredError {
    match settings.ungranted_operation {
        UngrantedOperation::Authorization => &error::AUTHORIZATION,
        UngrantedOperation::AccessDenied => &error::ACCESS_DENIED,
    }
}

/// For a check-in of what cannot be checked in.
pub(crate) fn refused_check_in(settings: &Settings) -> &'static DeclaredError {
    match settings.refused_check_in {
        RefusedCheckIn::Conflict => &error::CONFLICT,
        RefusedCheckIn::Validation => &error::VALIDATION,
    }
}
