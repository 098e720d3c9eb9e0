use crate::ram::testing::{GET_ALL, READ, Session, assert_refused};
use serde_json::json;

const OPERATION: &str = "ListResourceSharePermissions";

#[test]
fn a_row_has_seven_members() {
    let mut session = Session::with_permission();
    session.share();
    let input = json!({ "resourceShareArn": session.share_arn() });
    session.answers(
        OPERATION,
        &input,
        r#"{"permissions":[{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","defaultVersion":true,"featureSet":"STANDARD","lastUpdatedTime":1.700000001E9,"resourceType":"ssm:Parameter","status":"ASSOCIATED","version":"1"}]}"#,
    );
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    let row = &session.accepted(OPERATION, &input)["permissions"][0];
    assert_eq!((&row["version"], &row["defaultVersion"]), (&json!("1"), &json!(false)), "the share keeps its version");
}

#[test]
fn pages() {
    let mut session = Session::with_permission();
    session.share();
    let share = session.share_arn();
    let managed = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionCodeBuildProject";
    session.accepted("AssociateResourceSharePermission", &json!({ "resourceShareArn": share, "permissionArn": managed }));
    let first = session.accepted(OPERATION, &json!({ "resourceShareArn": share, "maxResults": 1 }));
    assert_eq!((&first["permissions"][0]["arn"], first["permissions"].as_array().unwrap().len()), (&json!(managed), 1));
    let next = json!({ "resourceShareArn": share, "maxResults": 1, "nextToken": first["nextToken"] });
    let second = session.accepted(OPERATION, &next);
    assert_eq!((&second["permissions"][0]["arn"], second.get("nextToken")), (&json!(READ), None));
}

#[test]
fn refusals() {
    let mut session = Session::with_permission();
    session.share();
    let message = "The specified resource share ARN is not valid. Verify the ARN and try again.";
    session.refused(OPERATION, &json!({ "resourceShareArn": "team" }), "MalformedArnException", message);
    let share = session.share_arn();
    let token = "The operation failed because the specified value for NextToken isn't valid. You must specify a value you received in the NextToken response of a previous call to this operation.";
    session.refused(OPERATION, &json!({ "resourceShareArn": share, "nextToken": "AAMA-" }), "InvalidNextTokenException", token);
    let exchange = session.call_as("444455556666", "us-east-1", OPERATION, &json!({ "resourceShareArn": share }));
    assert_refused(&exchange, "UnknownResourceException", &format!("ResourceShare {share} could not be found."));
}
