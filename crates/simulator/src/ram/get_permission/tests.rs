use crate::ram::testing::{GET, READ, Session, assert_refused};
use serde_json::{Value, json};

fn version(number: i32) -> Value {
    json!({ "permissionArn": READ, "permissionVersion": number })
}

#[test]
fn the_body_is_as_recorded() {
    let expected = r#"{"permission":{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","creationTime":1.7E9,"defaultVersion":true,"featureSet":"STANDARD","isResourceTypeDefault":false,"lastUpdatedTime":1.7E9,"name":"read","permission":"{\"Effect\":\"Allow\",\"Action\":[\"ssm:GetParameter\"]}","permissionType":"CUSTOMER_MANAGED","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"1"}}"#;
    let mut session = Session::with_permission();
    session.answers("GetPermission", &json!({ "permissionArn": READ }), expected);
    session.answers("GetPermission", &version(0), expected);
    session.answers("GetPermission", &version(1), expected);
}

#[test]
fn an_aws_managed_permission_is_shown_to_everybody() {
    let arn = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSSMParameterReadOnly";
    let expected = r#"{"permission":{"arn":"arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSSMParameterReadOnly","creationTime":1.699983692973E9,"defaultVersion":true,"featureSet":"STANDARD","isResourceTypeDefault":true,"lastUpdatedTime":1.699983692973E9,"name":"AWSRAMDefaultPermissionSSMParameterReadOnly","permission":"{\"Effect\":\"Allow\",\"Action\":[\"ssm:GetParameter\", \"ssm:GetParameters\", \"ssm:DescribeParameters\"]}","permissionType":"AWS_MANAGED","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"1"}}"#;
    let mut session = Session::new();
    session.answers("GetPermission", &json!({ "permissionArn": arn }), expected);
    session.answers("GetPermission", &json!({ "permissionArn": arn, "permissionVersion": 0 }), expected);
    session.refused(
        "GetPermission",
        &json!({ "permissionArn": arn, "permissionVersion": 2 }),
        "UnknownResourceException",
        &format!("The version 2 of the permission {arn} does not exist."),
    );
}

#[test]
fn refusals() {
    for (input, error, message) in [
        (
            json!({ "permissionArn": "" }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.",
        ),
        (
            json!({ "permissionArn": "arn:aws:ram::aws:permission/AWSRAMNone" }),
            "UnknownResourceException",
            "The permission arn:aws:ram::aws:permission/AWSRAMNone does not exist.",
        ),
        (
            json!({ "permissionArn": "arn:aws:ram:us-east-1:111122223333:permission/other" }),
            "UnknownResourceException",
            "The permission arn:aws:ram:us-east-1:111122223333:permission/other does not exist.",
        ),
        (
            json!({ "permissionArn": "arn:aws:ram:eu-west-1:111122223333:permission/read" }),
            "UnknownResourceException",
            "The permission arn:aws:ram:eu-west-1:111122223333:permission/read does not exist.",
        ),
        (
            version(2),
            "UnknownResourceException",
            "The version 2 of the permission arn:aws:ram:us-east-1:111122223333:permission/read does not exist.",
        ),
        (version(-1), "InvalidParameterException", "The specified permission version -1 is not valid. Verify the version and try again."),
        (
            json!({ "permissionArn": READ, "permissionTemplateParameters": [{ "name": "x", "values": ["y"] }] }),
            "InvalidParameterException",
            "The specified permission template parameters are not valid. Verify the parameters and try again.",
        ),
    ] {
        Session::with_permission().refused("GetPermission", &input, error, message);
    }
}

#[test]
fn another_account_may_not_look() {
    let exchange = Session::with_permission().call_as("444455556666", "us-east-1", "GetPermission", &json!({ "permissionArn": READ }));
    let message = "The permission arn:aws:ram:us-east-1:111122223333:permission/read is not available to the account 444455556666.";
    assert_refused(&exchange, "OperationNotPermittedException", message);
}

#[test]
fn a_deleted_version_can_be_read_for_two_hours() {
    let mut session = Session::with_versions(2);
    session.accepted("DeletePermissionVersion", &version(1));
    session.0.advance(2 * 60 * 60 - 2);
    let body = session.accepted("GetPermission", &version(1));
    let row = &body["permission"];
    assert_eq!((&row["status"], &row["defaultVersion"], &row["permission"]), (&json!("DELETED"), &json!(false), &json!(GET)));
    assert_eq!(row["lastUpdatedTime"], 1_700_000_002.0);
    session.0.advance(1);
    assert_eq!(session.call("GetPermission", &version(1)).error_name(), Some("UnknownResourceException"));
    assert_eq!(session.accepted("GetPermission", &json!({ "permissionArn": READ }))["permission"]["version"], "2");
}

#[test]
fn the_template_is_given_back_letter_for_letter_or_with_values() {
    let template = "{\n\t\"Effect\": \"Allow\", \"Action\": \"ssm:getparameter\",\n\t\"Condition\": {\"StringEquals\": {\"aws:SourceVpce\": \"@{v}\"}}}";
    let declared = json!([{ "name": "v", "type": "STRING_LIST", "description": "endpoints" }]);
    let mut session = Session::new();
    let input =
        json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": template, "permissionTemplateParameters": declared });
    session.accepted("CreatePermission", &input);
    let body = session.accepted("GetPermission", &json!({ "permissionArn": READ }));
    assert_eq!((&body["permission"]["permission"], &body["permission"]["permissionTemplateParameters"]), (&json!(template), &declared));
    let values = json!({ "permissionArn": READ, "permissionTemplateParameters": [{ "name": "v", "values": ["a"] }] });
    assert_eq!(
        session.accepted("GetPermission", &values)["permission"]["permission"],
        r#"{"Effect":"Allow","Action":"ssm:getparameter","Condition":{"StringEquals":{"aws:SourceVpce":["a"]}}}"#
    );
    let plain = "{ \"Action\": \"ssm:GetParameter\", \"Effect\": \"Allow\" }";
    session.accepted("CreatePermission", &json!({ "name": "plain", "resourceType": "ssm:Parameter", "policyTemplate": plain }));
    let no_values = json!({ "permissionArn": READ.replace("read", "plain"), "permissionTemplateParameters": [] });
    assert_eq!(session.accepted("GetPermission", &no_values)["permission"]["permission"], plain, "no values change nothing");
}
