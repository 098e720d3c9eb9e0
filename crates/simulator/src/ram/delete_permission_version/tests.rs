use crate::ram::testing::{READ, Session};
use serde_json::{Value, json};

fn input(number: i32) -> Value {
    json!({ "permissionArn": READ, "permissionVersion": number })
}

fn with_token(number: i32, token: &str) -> Value {
    json!({ "permissionArn": READ, "permissionVersion": number, "clientToken": token })
}

#[test]
fn the_version_is_deleted_and_the_others_stay() {
    let mut session = Session::with_versions(2);
    session.answers("DeletePermissionVersion", &input(1), r#"{"permissionStatus":"DELETING","returnValue":true}"#);
    let row = |number: &str, status: &str, default, created, updated| (number.to_owned(), status.to_owned(), default, created, updated);
    assert_eq!(session.versions(), [row("1", "DELETED", false, 0.0, 2.0), row("2", "ATTACHABLE", true, 1.0, 1.0)]);
}

#[test]
fn refusals() {
    let unknown = "UnknownResourceException";
    for (input, error, message) in [
        (with_token(1, ""), "InvalidClientTokenException", "client token cannot be empty. Specify a value for client token and try again."),
        (input(0), "InternalFailure", ""),
        (input(-1), "InvalidParameterException", "The specified permission version -1 is not valid. Verify the version and try again."),
        (
            json!({ "permissionArn": "x", "permissionVersion": 1 }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.",
        ),
        (
            json!({ "permissionArn": "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet", "permissionVersion": 1 }),
            "OperationNotPermittedException",
            "The permission arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet is an AWS managed permission. You can change only customer managed permissions.",
        ),
        (input(9), unknown, "The version 9 of the permission arn:aws:ram:us-east-1:111122223333:permission/read does not exist."),
        (input(2), unknown, "The version 2 of the permission arn:aws:ram:us-east-1:111122223333:permission/read does not exist."),
        (
            input(3),
            "OperationNotPermittedException",
            "The version 3 is the default version of the permission arn:aws:ram:us-east-1:111122223333:permission/read. Set another version as the default version and try again.",
        ),
        (
            input(1),
            "OperationNotPermittedException",
            "The customer-managed permission version is associated to resource shares. Remove all associations of this permission version and try again.",
        ),
    ] {
        let mut session = Session::with_permission();
        session.share();
        for number in 2..=3 {
            let template = crate::ram::testing::template(number);
            session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": template }));
        }
        session.accepted("DeletePermissionVersion", &self::input(2));
        session.refused("DeletePermissionVersion", &input, error, message);
    }
}

#[test]
fn version_0_fails_without_a_word() {
    let exchange = Session::with_permission().call("DeletePermissionVersion", &input(0));
    assert_eq!((exchange.response.status, exchange.response.body.as_str()), (500, r#"{"__type":"InternalFailure"}"#));
}

#[test]
fn the_token_is_judged_before_the_state() {
    let mut session = Session::with_versions(3);
    let body = r#"{"clientToken":"t","permissionStatus":"DELETING","returnValue":true}"#;
    session.answers("DeletePermissionVersion", &with_token(1, "t"), body);
    session.answers("DeletePermissionVersion", &with_token(1, "t"), body);
    // This is checked even for the default version.
    session.refused(
        "DeletePermissionVersion",
        &with_token(3, "t"),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
    session.answers("DeletePermissionVersion", &with_token(1, "t"), body);
}

#[test]
fn members_travel_in_the_query() {
    let exchange = Session::with_versions(2).call("DeletePermissionVersion", &input(1));
    assert_eq!(exchange.request.method, "DELETE");
    assert!(exchange.request.url.ends_with("permission%2Fread&permissionVersion=1"), "{}", exchange.request.url);
}
