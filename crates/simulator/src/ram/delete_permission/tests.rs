use crate::ram::testing::{GET, READ, Session, assert_refused};
use serde_json::{Value, json};

fn input() -> Value {
    json!({ "permissionArn": READ })
}

#[test]
fn the_permission_is_deleted_with_its_versions() {
    let mut session = Session::with_versions(2);
    session.answers("DeletePermission", &input(), r#"{"permissionStatus":"DELETING","returnValue":true}"#);
    let row = |number: &str, default, created| (number.to_owned(), "DELETED".to_owned(), default, created, 2.0);
    assert_eq!(session.versions(), [row("1", false, 0.0), row("2", true, 1.0)]);
    let body = session.accepted("GetPermission", &input());
    let shown = &body["permission"];
    assert_eq!((&shown["version"], &shown["status"], &shown["defaultVersion"]), (&json!("2"), &json!("DELETED"), &json!(true)));
}

#[test]
fn again_without_a_token_it_does_not_exist_though_it_can_be_read() {
    let mut session = Session::with_permission();
    session.accepted("DeletePermission", &input());
    let message = "The permission arn:aws:ram:us-east-1:111122223333:permission/read does not exist.";
    session.refused("DeletePermission", &input(), "UnknownResourceException", message);
    for (operation, input) in [
        ("CreatePermissionVersion", json!({ "permissionArn": READ, "policyTemplate": GET })),
        ("SetDefaultPermissionVersion", json!({ "permissionArn": READ, "permissionVersion": 1 })),
        ("DeletePermissionVersion", json!({ "permissionArn": READ, "permissionVersion": 1 })),
    ] {
        session.refused(operation, &input, "UnknownResourceException", message);
    }
    session.accepted("GetPermission", &input());
}

#[test]
fn a_token_answers_the_same_call_again() {
    let mut session = Session::with_permission();
    let input = json!({ "permissionArn": READ, "clientToken": "t" });
    let body = r#"{"clientToken":"t","permissionStatus":"DELETING","returnValue":true}"#;
    session.answers("DeletePermission", &input, body);
    session.answers("DeletePermission", &input, body);
    session.refused(
        "DeletePermission",
        &json!({ "permissionArn": "arn:aws:ram:us-east-1:111122223333:permission/other", "clientToken": "t" }),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
}

#[test]
fn refusals() {
    for (input, error, message) in [
        (
            json!({ "permissionArn": READ, "clientToken": "" }),
            "InvalidClientTokenException",
            "client token cannot be empty. Specify a value for client token and try again.",
        ),
        (
            json!({ "permissionArn": "x" }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.",
        ),
        (
            json!({ "permissionArn": "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet" }),
            "OperationNotPermittedException",
            "The permission arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet is an AWS managed permission. You can change only customer managed permissions.",
        ),
        (
            input(),
            "OperationNotPermittedException",
            "The customer-managed permission has a version associated to resource shares. Remove all associations of this permission and try again.",
        ),
    ] {
        let mut session = Session::with_permission();
        session.share();
        session.refused("DeletePermission", &input, error, message);
    }
}

#[test]
fn the_owner_deletes_it_and_nobody_else() {
    let exchange = Session::with_permission().call_as("444455556666", "us-east-1", "DeletePermission", &input());
    assert_refused(&exchange, "UnknownResourceException", &format!("The permission {READ} does not exist."));
}
