use crate::Intervention;
use crate::ram::testing::{GET, GET_ALL, READ, Session, assert_refused};
use serde_json::{Value, json};

fn input(status: &str) -> Value {
    json!({ "permissionArn": READ, "status": status })
}

fn with_token(status: &str, token: &str) -> Value {
    json!({ "permissionArn": READ, "status": status, "clientToken": token })
}

fn listed(session: &mut Session, status: &str) -> usize {
    let input = json!({ "permissionType": "CUSTOMER_MANAGED", "permissionStatus": status });
    session.accepted("ListPermissions", &input)["permissions"].as_array().unwrap().len()
}

#[test]
fn it_is_taken_out_of_use_and_brought_back() {
    let mut session = Session::with_versions(2);
    session.answers("UpdatePermission", &input("DEPRECATED"), r#"{"permissionStatus":"DEPRECATED"}"#);
    let row = |number: &str, status: &str, default, created, updated| (number.to_owned(), status.to_owned(), default, created, updated);
    assert_eq!(session.versions(), [row("1", "UNATTACHABLE", false, 0.0, 0.999), row("2", "DEPRECATED", true, 1.0, 2.0)]);
    assert_eq!(session.accepted("GetPermission", &json!({ "permissionArn": READ }))["permission"]["status"], "DEPRECATED");
    assert_eq!((listed(&mut session, "DEPRECATED"), listed(&mut session, "ATTACHABLE")), (1, 0));
    session.answers("UpdatePermission", &with_token("ATTACHABLE", "t"), r#"{"clientToken":"t","permissionStatus":"ATTACHABLE"}"#);
    assert_eq!(session.versions()[1], row("2", "ATTACHABLE", true, 1.0, 7.0));
}

#[test]
fn what_it_is_already_is_no_change() {
    let mut session = Session::with_permission();
    let exchange = session.call("UpdatePermission", &input("ATTACHABLE"));
    assert_eq!((exchange.response.status, exchange.changes.len()), (200, 0));
    session.accepted("UpdatePermission", &input("DEPRECATED"));
    let before = session.versions();
    session.accepted("UpdatePermission", &input("DEPRECATED"));
    assert_eq!(session.versions(), before);
}

#[test]
fn versions_come_and_go_while_it_stays_out_of_use() {
    let mut session = Session::with_permission();
    session.accepted("UpdatePermission", &input("DEPRECATED"));
    let body = session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    assert_eq!((&body["permission"]["status"], &body["permission"]["defaultVersion"]), (&json!("DEPRECATED"), &json!(true)));
    session.accepted("SetDefaultPermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 1 }));
    let statuses: Vec<_> = session.versions().into_iter().map(|(_, status, ..)| status).collect();
    assert_eq!(statuses, ["DEPRECATED", "UNATTACHABLE"]);
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
}

#[test]
fn refusals() {
    let managed = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet";
    for (input, error, message) in [
        (
            with_token("DEPRECATED", ""),
            "InvalidClientTokenException",
            "client token cannot be empty. Specify a value for client token and try again.",
        ),
        (input("UNATTACHABLE"), "InvalidParameterException", "UNATTACHABLE is not a valid status. Specify a valid value and try again."),
        (
            json!({ "permissionArn": READ }),
            "InvalidParameterException",
            "The parameter status cannot be null. Specify a value for status and try again.",
        ),
        (
            json!({ "permissionArn": "x", "status": "DEPRECATED" }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.",
        ),
        (
            json!({ "permissionArn": managed, "status": "DEPRECATED" }),
            "OperationNotPermittedException",
            &*format!("The permission {managed} is an AWS managed permission. You can change only customer managed permissions."),
        ),
        (
            json!({ "permissionArn": format!("{READ}er"), "status": "DEPRECATED" }),
            "UnknownResourceException",
            &*format!("The permission {READ}er does not exist."),
        ),
    ] {
        Session::with_permission().refused("UpdatePermission", &input, error, message);
    }
    let exchange = Session::with_permission().call_as("444455556666", "us-east-1", "UpdatePermission", &input("DEPRECATED"));
    assert_refused(&exchange, "UnknownResourceException", &format!("The permission {READ} does not exist."));
}

#[test]
fn the_token_is_judged_before_the_state() {
    let mut session = Session::with_permission();
    let body = r#"{"clientToken":"t","permissionStatus":"DEPRECATED"}"#;
    session.answers("UpdatePermission", &with_token("DEPRECATED", "t"), body);
    session.answers("UpdatePermission", &with_token("DEPRECATED", "t"), body);
    session.refused(
        "UpdatePermission",
        &with_token("ATTACHABLE", "t"),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
    session.answers("UpdatePermission", &with_token("DEPRECATED", "t"), body);
    let gone = format!("The permission {READ} does not exist.");
    session.refused("UpdatePermission", &with_token("DEPRECATED", "u"), "UnknownResourceException", &gone);
    // A refused request does not use up its token.
    session.accepted("CreatePermission", &json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    session.accepted("UpdatePermission", &with_token("ATTACHABLE", "u"));
}

#[test]
fn bringing_one_back_needs_room_in_the_quotas() {
    for (setting, message) in [
        (
            "permissionsPerRegion",
            "The account has reached the limit for the number of customer managed permissions it can have in a Region (1).",
        ),
        (
            "permissionsPerResourceType",
            "The account has reached the limit for the number of customer managed permissions it can have for the resource type ssm:Parameter (1).",
        ),
    ] {
        let mut session = Session::with_permission();
        let settings = json!({ setting: 1 }).as_object().unwrap().clone();
        session.0.intervene(&Intervention::Settings(settings)).unwrap();
        // The quotas do not matter to a permission that is not deprecated.
        session.accepted("UpdatePermission", &input("ATTACHABLE"));
        session.accepted("UpdatePermission", &input("DEPRECATED"));
        // A deprecated permission does not count against the quotas.
        session.accepted("CreatePermission", &json!({ "name": "other", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
        session.refused("UpdatePermission", &input("ATTACHABLE"), "PermissionLimitExceededException", message);
        session.accepted("DeletePermission", &json!({ "permissionArn": "arn:aws:ram:us-east-1:111122223333:permission/other" }));
        session.accepted("UpdatePermission", &input("ATTACHABLE"));
    }
}
