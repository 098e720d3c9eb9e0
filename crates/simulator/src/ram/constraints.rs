//! RAM's response to a request that violates constraints. It names the first violation.
//!
//! Sentences of recorded responses are used unchanged. The others are worded like them.

use super::error;
use super::rules::CONSTRAINTS;
use crate::error::{DeclaredError, ServiceError};
use crate::operation::Operation;
use crate::schema::{Violation, correction};
use crate::trace::Trace;
use crate::value::excerpt;

/// Passes if nothing is violated; otherwise refuses the request for the first violation. The trace names all of them.
pub(super) fn judge(violations: &[Violation], operation: &Operation, trace: &mut Trace) -> Result<(), ServiceError> {
    let Some(first) = violations.first() else {
        trace.pass(&CONSTRAINTS);
        return Ok(());
    };
    let error = ServiceError::framework(class(first, operation).name, 400, Some(message(first)));
    let findings = violations.iter().map(finding).collect();
    Err(trace.refuse(&CONSTRAINTS, error, findings, correction(violations)))
}

/// The first suitable error that the operation declares. An operation that declares none of them takes only an ARN and a token.
fn class(violation: &Violation, operation: &Operation) -> &'static DeclaredError {
    let missing = violation.value.is_none().then_some(&error::MISSING_REQUIRED_PARAMETER);
    let page = (violation.member == "maxResults").then_some(&error::INVALID_MAX_RESULTS);
    let fitting = missing.into_iter().chain(page).chain([&error::INVALID_PARAMETER, &error::MALFORMED_ARN]);
    fitting.into_iter().find(|error| operation.errors.contains(error)).unwrap_or(&error::INVALID_PARAMETER)
}

/// The messages for a value that is not in an enumeration, without the value at their start. Some were observed in responses.
const NONE_OF: &[(&str, &str)] = &[
    ("permissionType", "is not a valid scope. Must be one of: ALL, AWS, LOCAL."),
    ("resourceOwner", "is not a valid resource owner. Specify either SELF or OTHER-ACCOUNTS and try again."),
    ("resourceRegionScope", "is not a valid resource region scope value. Specify a valid value and try again."),
    ("permissionStatus", "is not a valid permission status. Specify a valid value and try again."),
    ("associationType", "is not a valid association type. Specify either PRINCIPAL or RESOURCE and try again."),
    ("associationStatus", "is not a valid association status."),
    ("resourceShareStatus", "is not a valid resource share status. Specify a valid value and try again."),
    ("status", "is not a valid status. Specify a valid value and try again."),
];

/// RAM's message for a violation.
pub fn message(violation: &Violation) -> String {
    let Violation { member, value, constraint, .. } = violation;
    let Some(value) = value else {
        return format!("The parameter {member} cannot be null. Specify a value for {member} and try again.");
    };
    match NONE_OF.iter().find(|(name, _)| name == member) {
        Some((_, words)) => format!("{value} {words}"),
        None => format!("The value {value} for the parameter {member} is not valid. {constraint}. Verify the value and try again."),
    }
}

fn finding(violation: &Violation) -> String {
    let value = violation.value.as_ref().map_or_else(|| "absent".to_owned(), |value| format!("`{}`", excerpt(value)));
    format!("`{}` is {value}: {}.", violation.member, violation.constraint)
}

#[cfg(test)]
mod tests {
    use crate::ram::testing::Session;
    use serde_json::json;

    #[test]
    fn the_first_violation_is_answered_and_all_are_found() {
        for (operation, input, error, message) in [
            (
                "CreatePermission",
                json!({ "name": "not a name" }),
                "InvalidParameterException",
                r"The value not a name for the parameter name is not valid. Member must satisfy regular expression pattern: [\w.-]*. Verify the value and try again.",
            ),
            (
                "CreatePermissionVersion",
                json!({ "policyTemplate": "{}" }),
                "InvalidParameterException",
                "The parameter permissionArn cannot be null. Specify a value for permissionArn and try again.",
            ),
            (
                "DeletePermission",
                json!({}),
                "MalformedArnException",
                "The parameter permissionArn cannot be null. Specify a value for permissionArn and try again.",
            ),
            (
                "ListPermissions",
                json!({ "permissionType": "XYZ" }),
                "InvalidParameterException",
                "XYZ is not a valid scope. Must be one of: ALL, AWS, LOCAL.",
            ),
            (
                "ListPermissions",
                json!({ "resourceOwner": "me" }),
                "InvalidParameterException",
                "me is not a valid resource owner. Specify either SELF or OTHER-ACCOUNTS and try again.",
            ),
            (
                "ListPermissions",
                json!({ "permissionStatus": "NEW" }),
                "InvalidParameterException",
                "NEW is not a valid permission status. Specify a valid value and try again.",
            ),
            (
                "ListPermissions",
                json!({ "maxResults": 501 }),
                "InvalidParameterException",
                "The value 501 for the parameter maxResults is not valid. Member must have value less than or equal to 500. Verify the value and try again.",
            ),
        ] {
            Session::new().refused(operation, &input, error, message);
        }
        let mut session = Session::new();
        let exchange = session.call("CreatePermission", &json!({ "name": "" }));
        let check = serde_json::to_value(exchange.trace.refusal().unwrap()).unwrap();
        assert_eq!(check["findings"].as_array().unwrap().len(), 3);
        assert_eq!(check["remedy"], "Correct `name`, `resourceType` and `policyTemplate`: see the limits at each field.");
    }
}
