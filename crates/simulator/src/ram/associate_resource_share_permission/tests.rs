use crate::ram::testing::{GET, GET_ALL, READ, Session, assert_refused};
use serde_json::{Value, json};

const OPERATION: &str = "AssociateResourceSharePermission";
const MANAGED: &str = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSSMParameterReadOnly";
const MISSING: &str = "arn:aws:ram:us-east-1:111122223333:resource-share/00000000-0000-4000-8000-000000000000";

/// The share has version 1 of `read`. Version 2 is the default version.
fn outdated() -> Session {
    let mut session = Session::with_permission();
    session.share();
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    session
}

fn with(session: &Session, others: &Value) -> Value {
    let mut input = json!({ "resourceShareArn": session.share_arn(), "permissionArn": READ });
    input.as_object_mut().unwrap().extend(others.as_object().unwrap().clone());
    input
}

fn row(name: &str, version: &str, default: bool) -> (String, String, bool) {
    (name.to_owned(), version.to_owned(), default)
}

#[test]
fn replacing_moves_the_share_to_the_default_version() {
    let mut session = outdated();
    assert_eq!(session.on_share(), [row("read", "1", false)]);
    let exchange = session.call(OPERATION, &with(&session, &json!({ "replace": true })));
    assert_eq!((exchange.response.status, exchange.response.body.as_str()), (200, r#"{"returnValue":true}"#));
    let change = &exchange.changes[0];
    assert_eq!((change.event.as_str(), change.from.as_deref(), change.to.as_str()), ("permission attached", Some("read:1"), "read:2"));
    assert_eq!(session.on_share(), [row("read", "2", true)]);
    // No share has version 1 any more.
    session.accepted("DeletePermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 1 }));
    session.answers(OPERATION, &with(&session, &json!({ "replace": true, "permissionVersion": 2 })), r#"{"returnValue":true}"#);
}

#[test]
fn replacing_swaps_permissions_too() {
    let mut session = outdated();
    let shares = |session: &mut Session| session.on_share();
    session.accepted(OPERATION, &with(&session, &json!({ "permissionArn": MANAGED, "replace": true, "permissionVersion": 1 })));
    assert_eq!(shares(&mut session), [row("AWSRAMDefaultPermissionSSMParameterReadOnly", "1", true)]);
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
}

#[test]
fn each_type_has_a_permission_of_its_own() {
    let mut session = outdated();
    let template = r#"{"Effect":"Allow","Action":["codebuild:BatchGetProjects"]}"#;
    let created =
        session.accepted("CreatePermission", &json!({ "name": "build", "resourceType": "codebuild:Project", "policyTemplate": template }));
    let input = with(&session, &json!({ "permissionArn": created["permission"]["arn"], "permissionVersion": 0 }));
    session.accepted(OPERATION, &input);
    assert_eq!(session.on_share(), [row("build", "1", true), row("read", "1", false)]);
    let share = session.share_arn();
    let message = format!(
        "The resource share {share} already has a permission for the resource type codebuild:Project. Set replace to true to replace it and try again."
    );
    session.refused(OPERATION, &input, "InvalidParameterException", &message);
    let mut not_replaced = input;
    not_replaced["replace"] = false.into();
    session.refused(OPERATION, &not_replaced, "InvalidParameterException", &message);
}

#[test]
fn refusals() {
    let unknown = "UnknownResourceException";
    for (others, error, message) in [
        (
            json!({ "clientToken": "" }),
            "InvalidClientTokenException",
            "client token cannot be empty. Specify a value for client token and try again.".to_owned(),
        ),
        (
            json!({ "resourceShareArn": "team" }),
            "MalformedArnException",
            "The specified resource share ARN is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (json!({ "resourceShareArn": MISSING }), unknown, format!("ResourceShare {MISSING} could not be found.")),
        (
            json!({ "permissionArn": "read" }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (json!({ "permissionArn": format!("{READ}er") }), unknown, format!("The permission {READ}er does not exist.")),
        (
            json!({ "permissionArn": "arn:aws:ram::aws:permission/AWSRAMNone" }),
            unknown,
            "The permission arn:aws:ram::aws:permission/AWSRAMNone does not exist.".to_owned(),
        ),
        (
            json!({ "permissionArn": READ.replace("us-east-1", "eu-west-1") }),
            unknown,
            format!("The permission {} does not exist.", READ.replace("us-east-1", "eu-west-1")),
        ),
        (
            json!({ "permissionVersion": 1, "replace": true }),
            "OperationNotPermittedException",
            "Only the default version of permission can be associated to resource shares.".to_owned(),
        ),
        (
            json!({ "permissionArn": MANAGED, "permissionVersion": 2, "replace": true }),
            "OperationNotPermittedException",
            "Only the default version of permission can be associated to resource shares.".to_owned(),
        ),
        (
            json!({ "permissionVersion": -2, "replace": true }),
            "OperationNotPermittedException",
            "Only the default version of permission can be associated to resource shares.".to_owned(),
        ),
        (
            json!({ "permissionTemplateParameters": [{ "name": "x", "values": ["y"] }], "replace": true }),
            "InvalidParameterException",
            "The specified permission template parameters are not valid. Verify the parameters and try again.".to_owned(),
        ),
    ] {
        let mut session = outdated();
        let input = with(&session, &others);
        session.refused(OPERATION, &input, error, &message);
    }
}

#[test]
fn a_permission_out_of_use_gets_on_no_other_share_and_stays_where_it_is() {
    let mut session = outdated();
    session.accepted("UpdatePermission", &json!({ "permissionArn": READ, "status": "DEPRECATED" }));
    let message = format!("The permission {READ} is not ATTACHABLE. Specify a permission that is ATTACHABLE and try again.");
    session.refused(OPERATION, &with(&session, &json!({ "replace": true })), "OperationNotPermittedException", &message);
    assert_eq!(session.on_share(), [row("read", "1", false)]);
}

#[test]
fn the_owner_of_the_share_attaches_and_nobody_else() {
    let mut session = outdated();
    let input = with(&session, &json!({ "replace": true }));
    let exchange = session.call_as("444455556666", "us-east-1", OPERATION, &input);
    assert_refused(&exchange, "UnknownResourceException", &format!("ResourceShare {} could not be found.", session.share_arn()));
    let exchange = session.call_as("111122223333", "eu-west-1", OPERATION, &input);
    assert_refused(&exchange, "UnknownResourceException", &format!("ResourceShare {} could not be found.", session.share_arn()));
}

#[test]
fn a_token_answers_the_same_call_again_and_says_nothing_else_to_another() {
    let mut session = outdated();
    let input = with(&session, &json!({ "replace": true, "clientToken": "tok:1" }));
    let body = r#"{"clientToken":"tok:1","returnValue":true}"#;
    session.answers(OPERATION, &input, body);
    session.answers(OPERATION, &input, body);
    for others in [json!({ "replace": false }), json!({ "replace": true, "permissionArn": MANAGED })] {
        let mut other = with(&session, &others);
        other["clientToken"] = "tok:1".into();
        session.refused(OPERATION, &other, "InvalidClientTokenException", "tok:1");
    }
}

#[test]
fn a_share_keeps_the_values_it_was_given() {
    let mut session = Session::new();
    let template =
        r#"{"Effect":"Allow","Action":"ssm:GetParameter","Condition":{"StringEquals":{"aws:@{key}":"@{one}","aws:SourceVpce":"@{all}"}}}"#;
    let declared = json!([
        { "name": "key", "type": "STRING", "description": "a key" }, { "name": "one", "type": "STRING" }, { "name": "all", "type": "STRING_LIST" },
    ]);
    let create = |name: &str, template: &str, declared: &Value| json!({ "name": name, "resourceType": "ssm:Parameter", "policyTemplate": template, "permissionTemplateParameters": declared });
    session.accepted("CreatePermission", &json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    session.share();
    session.accepted("CreatePermission", &create("bound", template, &declared));
    let bound = READ.replace("read", "bound");
    let values = |key: &str| json!([{ "name": "key", "values": [key] }, { "name": "one", "values": ["1"] }, { "name": "all", "values": ["a", "b"] }]);
    let wrong = "The specified permission template parameters are not valid. Verify the parameters and try again.";
    let input = |values: &Value| json!({ "permissionArn": bound, "replace": true, "permissionTemplateParameters": values });
    for given in [json!(null), json!([]), json!([{ "name": "key", "values": ["x"] }, { "name": "one", "values": ["1"] }])] {
        session.refused(OPERATION, &with(&session, &input(&given)), "InvalidParameterException", wrong);
    }
    session.refused(OPERATION, &with(&session, &input(&values("SourceArn"))), "InvalidParameterException", wrong);
    session.accepted(OPERATION, &with(&session, &input(&values("SourceVpc"))));
    let share = session.share_arn();
    let expected = json!([
        { "name": "key", "type": "STRING", "description": "a key", "values": ["SourceVpc"] },
        { "name": "one", "type": "STRING", "values": ["1"] },
        { "name": "all", "type": "STRING_LIST", "values": ["a", "b"] },
    ]);
    let listed = session.accepted("ListResourceSharePermissions", &json!({ "resourceShareArn": share }));
    assert_eq!(listed["permissions"][0]["permissionTemplateParameters"], expected);
}
