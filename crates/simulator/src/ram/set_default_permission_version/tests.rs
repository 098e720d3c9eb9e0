use crate::ram::testing::{READ, Session};
use serde_json::{Value, json};

fn input(number: i32) -> Value {
    json!({ "permissionArn": READ, "permissionVersion": number })
}

fn with_token(number: i32, token: &str) -> Value {
    json!({ "permissionArn": READ, "permissionVersion": number, "clientToken": token })
}

#[test]
fn the_default_moves() {
    let mut session = Session::with_versions(2);
    session.answers("SetDefaultPermissionVersion", &input(1), r#"{"returnValue":true}"#);
    let row = |number: &str, status: &str, default, created, updated| (number.to_owned(), status.to_owned(), default, created, updated);
    assert_eq!(session.versions(), [row("1", "ATTACHABLE", true, 0.0, 2.0), row("2", "UNATTACHABLE", false, 1.0, 2.0)]);
}

#[test]
fn the_default_version_can_be_made_it_again() {
    let mut session = Session::with_versions(2);
    let exchange = session.call("SetDefaultPermissionVersion", &input(2));
    assert_eq!((exchange.response.status, exchange.changes.len()), (200, 0));
}

#[test]
fn refusals() {
    let invalid = "InvalidParameterException";
    for (input, error, message) in [
        (with_token(1, ""), "InvalidClientTokenException", "client token cannot be empty. Specify a value for client token and try again."),
        (
            json!({ "permissionArn": "x", "permissionVersion": 1 }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.",
        ),
        (
            json!({ "permissionArn": "arn:aws:ram:us-east-1:111122223333:permission/other", "permissionVersion": 1 }),
            "UnknownResourceException",
            "The permission arn:aws:ram:us-east-1:111122223333:permission/other does not exist.",
        ),
        (
            json!({ "permissionArn": "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet", "permissionVersion": 1 }),
            invalid,
            "The permission arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet is an AWS managed permission. You can change only customer managed permissions.",
        ),
        (input(0), invalid, "The specified permission version 0 is not valid. Verify the version and try again."),
        (
            input(9),
            "UnknownResourceException",
            "The version 9 of the permission arn:aws:ram:us-east-1:111122223333:permission/read does not exist.",
        ),
        (
            input(1),
            invalid,
            "The version 1 of the permission arn:aws:ram:us-east-1:111122223333:permission/read is deleted. Specify a version that is not deleted and try again.",
        ),
    ] {
        let mut session = Session::with_versions(2);
        session.accepted("DeletePermissionVersion", &self::input(1));
        session.refused("SetDefaultPermissionVersion", &input, error, message);
    }
}

#[test]
fn a_token_answers_the_same_call_again_without_doing_it() {
    let mut session = Session::with_versions(3);
    session.answers("SetDefaultPermissionVersion", &with_token(1, "t"), r#"{"clientToken":"t","returnValue":true}"#);
    session.accepted("SetDefaultPermissionVersion", &input(2));
    session.answers("SetDefaultPermissionVersion", &with_token(1, "t"), r#"{"clientToken":"t","returnValue":true}"#);
    assert_eq!(session.accepted("GetPermission", &json!({ "permissionArn": READ }))["permission"]["version"], "2");
    session.refused(
        "SetDefaultPermissionVersion",
        &with_token(3, "t"),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
    let other = json!({ "permissionArn": READ, "permissionVersion": 1, "clientToken": "t" });
    session.accepted("DeletePermissionVersion", &other);
}
