use crate::ram::testing::{READ, Session, assert_refused};
use serde_json::json;

#[test]
fn rows_are_as_recorded_in_the_order_of_their_numbers() {
    let mut session = Session::with_versions(2);
    session.accepted("SetDefaultPermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 1 }));
    session.accepted("DeletePermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 2 }));
    session.answers(
        "ListPermissionVersions",
        &json!({ "permissionArn": READ }),
        r#"{"permissions":[{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","creationTime":1.7E9,"defaultVersion":true,"featureSet":"STANDARD","isResourceTypeDefault":false,"lastUpdatedTime":1.700000002E9,"name":"read","permissionType":"CUSTOMER_MANAGED","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"1"},{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","creationTime":1.700000001E9,"defaultVersion":false,"featureSet":"STANDARD","isResourceTypeDefault":false,"lastUpdatedTime":1.700000003E9,"name":"read","permissionType":"CUSTOMER_MANAGED","resourceType":"ssm:Parameter","status":"DELETED","version":"2"}]}"#,
    );
}

#[test]
fn of_an_aws_managed_permission_the_current_version_is_shown() {
    let arn = "arn:aws:ram::aws:permission/AWSRAMPermissionGlueDatabaseReadWrite";
    let body = Session::new().accepted("ListPermissionVersions", &json!({ "permissionArn": arn }));
    assert_eq!((&body["permissions"][0]["version"], body["permissions"].as_array().unwrap().len()), (&json!("3"), 1));
}

#[test]
fn pages() {
    let mut session = Session::with_versions(5);
    let first = session.accepted("ListPermissionVersions", &json!({ "permissionArn": READ, "maxResults": 4 }));
    assert_eq!(first["permissions"][3]["version"], "4");
    let second = session.accepted("ListPermissionVersions", &json!({ "permissionArn": READ, "nextToken": first["nextToken"] }));
    assert_eq!((&second["permissions"][0]["version"], second.get("nextToken")), (&json!("5"), None));
}

#[test]
fn refusals() {
    for (input, error, message) in [
        (
            json!({ "permissionArn": "read" }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.",
        ),
        (
            json!({ "permissionArn": "arn:aws:ram:us-east-1:111122223333:permission/other" }),
            "UnknownResourceException",
            "The permission arn:aws:ram:us-east-1:111122223333:permission/other does not exist.",
        ),
        (
            json!({ "permissionArn": READ, "nextToken": "" }),
            "InvalidNextTokenException",
            "The operation failed because the specified value for NextToken isn't valid. You must specify a value you received in the NextToken response of a previous call to this operation.",
        ),
    ] {
        Session::with_permission().refused("ListPermissionVersions", &input, error, message);
    }
    let mut session = Session::with_permission();
    let exchange = session.call_as("444455556666", "us-east-1", "ListPermissionVersions", &json!({ "permissionArn": READ }));
    let message = "The permission arn:aws:ram:us-east-1:111122223333:permission/read is not available to the account 444455556666.";
    assert_refused(&exchange, "OperationNotPermittedException", message);
}

#[test]
fn a_deleted_permission_s_versions_can_be_read_for_two_hours() {
    let mut session = Session::with_versions(2);
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
    let rows = session.versions();
    assert!(rows.iter().all(|(_, status, ..)| status == "DELETED"));
    assert_eq!(rows.iter().map(|(_, _, default, ..)| *default).collect::<Vec<_>>(), [false, true]);
    session.0.advance(2 * 60 * 60);
    assert_eq!(session.call("ListPermissionVersions", &json!({ "permissionArn": READ })).error_name(), Some("UnknownResourceException"));
}
