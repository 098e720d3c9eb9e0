use crate::ram::testing::{READ, Session};
use serde_json::{Value, json};

fn names(body: &Value) -> Vec<&str> {
    body["permissions"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[test]
fn rows_are_as_recorded() {
    let mut session = Session::with_permission();
    session.answers(
        "ListPermissions",
        &json!({ "resourceType": "ssm:parameter" }),
        r#"{"permissions":[{"arn":"arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSSMParameterReadOnly","creationTime":1.699983692973E9,"defaultVersion":true,"isResourceTypeDefault":true,"lastUpdatedTime":1.699983692973E9,"name":"AWSRAMDefaultPermissionSSMParameterReadOnly","permissionType":"AWS_MANAGED","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"1"},{"arn":"arn:aws:ram::aws:permission/AWSRAMPermissionSSMParameterReadOnlyWithHistory","creationTime":1.699983694473E9,"defaultVersion":true,"isResourceTypeDefault":false,"lastUpdatedTime":1.699983694473E9,"name":"AWSRAMPermissionSSMParameterReadOnlyWithHistory","permissionType":"AWS_MANAGED","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"1"},{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","creationTime":1.7E9,"defaultVersion":true,"featureSet":"STANDARD","isResourceTypeDefault":false,"lastUpdatedTime":1.7E9,"name":"read","permissionType":"CUSTOMER_MANAGED","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"1"}]}"#,
    );
}

#[test]
fn filters() {
    let mut session = Session::with_permission();
    for (input, count) in [
        (json!({}), 27),
        (json!({ "permissionType": "ALL" }), 27),
        (json!({ "permissionType": "AWS_MANAGED" }), 26),
        (json!({ "permissionType": "AWS" }), 26),
        (json!({ "permissionType": "CUSTOMER_MANAGED" }), 1),
        (json!({ "permissionType": "LOCAL" }), 1),
        (json!({ "resourceOwner": "SELF" }), 1),
        (json!({ "resourceOwner": "SELF", "permissionType": "AWS" }), 0),
        (json!({ "resourceOwner": "OTHER-ACCOUNTS" }), 0),
        (json!({ "permissionStatus": "ATTACHABLE" }), 27),
        (json!({ "permissionStatus": "DELETED" }), 0),
        (json!({ "resourceType": "glue:catalog" }), 6),
        (json!({ "resourceType": "ec2:VOLUME" }), 0),
    ] {
        assert_eq!(names(&session.accepted("ListPermissions", &input)).len(), count, "{input}");
    }
}

#[test]
fn refusals() {
    for (input, error, message) in [
        (json!({ "resourceType": "gluE:catalog" }), "InvalidParameterException", "Invalid resource type: gluE:catalog"),
        (json!({ "resourceType": "ec2:Instance" }), "InvalidParameterException", "Invalid resource type: ec2:Instance"),
        (
            json!({ "nextToken": "AAMA-x" }),
            "InvalidNextTokenException",
            "The operation failed because the specified value for NextToken isn't valid. You must specify a value you received in the NextToken response of a previous call to this operation.",
        ),
    ] {
        Session::new().refused("ListPermissions", &input, error, message);
    }
}

#[test]
fn pages_are_alphabetical_and_bound_to_their_list() {
    let mut session = Session::with_permission();
    let (mut seen, mut token) = (Vec::new(), Value::Null);
    loop {
        let body = session.accepted("ListPermissions", &json!({ "maxResults": 10, "nextToken": token }));
        seen.extend(names(&body).into_iter().map(str::to_owned));
        token = body["nextToken"].clone();
        if token.is_null() {
            break;
        }
        let other = session.call("ListPermissions", &json!({ "nextToken": token, "permissionType": "AWS" }));
        assert_eq!(other.error_name(), Some("InvalidNextTokenException"));
        let foreign = session.call_as("444455556666", "us-east-1", "ListPermissions", &json!({ "nextToken": token }));
        assert_eq!(foreign.error_name(), Some("InvalidNextTokenException"));
    }
    assert_eq!(seen.len(), 27);
    assert!(seen.is_sorted());
}

#[test]
fn each_permission_stands_once_in_its_default_version_and_deleted_ones_stay_a_while() {
    let mut session = Session::with_versions(3);
    session.accepted("SetDefaultPermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 2 }));
    let own = json!({ "resourceOwner": "SELF" });
    let body = session.accepted("ListPermissions", &own);
    assert_eq!((names(&body).len(), &body["permissions"][0]["version"]), (1, &json!("2")));
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
    let body = session.accepted("ListPermissions", &own);
    assert_eq!((&body["permissions"][0]["version"], &body["permissions"][0]["status"]), (&json!("2"), &json!("DELETED")));
    session.0.advance(2 * 60 * 60);
    session.answers("ListPermissions", &own, r#"{"permissions":[]}"#);
}

#[test]
fn other_accounts_and_regions_do_not_see_it() {
    let mut session = Session::with_permission();
    for (account, region) in [("444455556666", "us-east-1"), ("111122223333", "eu-west-1")] {
        let exchange = session.call_as(account, region, "ListPermissions", &json!({ "permissionType": "LOCAL" }));
        assert_eq!(names(&exchange.body()).len(), 0, "{account} {region}");
    }
}
