use crate::Intervention;
use crate::ram::testing::{READ, Session, assert_refused};
use serde_json::{Value, json};

const OPERATION: &str = "PromoteResourceShareCreatedFromPolicy";
const UNMATCHED: &str = "There isn't an existing managed permission defined in RAM that has the same IAM permissions as the resource-based policy attached to the resource. You should first run PromotePermissionCreatedFromPolicy to create that managed permission.";

fn share(session: &Session) -> Value {
    json!({ "resourceShareArn": session.share_arn() })
}

fn feature_set(session: &Session) -> &'static str {
    session.0.ram().shares().all().next().unwrap().feature_set().name()
}

#[test]
fn the_share_gets_the_ordinary_permission_and_what_ram_derived_is_gone() {
    let mut session = Session::with_policy();
    let input = share(&session);
    session.refused(OPERATION, &input, "UnmatchedPolicyPermissionException", UNMATCHED);
    session.accepted("PromotePermissionCreatedFromPolicy", &json!({ "permissionArn": READ, "name": "promoted" }));
    let exchange = session.call(OPERATION, &input);
    assert_eq!((exchange.response.body.as_str(), exchange.request.body.as_str()), (r#"{"returnValue":true}"#, ""));
    assert_eq!((exchange.request.method.as_str(), feature_set(&session)), ("POST", "PROMOTING_TO_STANDARD"));
    assert!(exchange.request.url.contains("/promoteresourcesharecreatedfrompolicy?resourceShareArn="), "{}", exchange.request.url);
    let changes = session.0.advance(5);
    assert_eq!((changes[0].event.as_str(), changes[0].to.as_str(), feature_set(&session)), ("promoted", "STANDARD", "STANDARD"));
    assert_eq!(session.on_share(), [("promoted".to_owned(), "1".to_owned(), true)]);
    let gone = format!("The permission {READ} does not exist.");
    session.refused("GetPermission", &json!({ "permissionArn": READ }), "UnknownResourceException", &gone);
    // Now it is a standard share.
    let promoted = READ.replace("read", "promoted");
    session.accepted("DisassociateResourceSharePermission", &json!({ "resourceShareArn": session.share_arn(), "permissionArn": promoted }));
}

#[test]
fn a_match_has_the_same_actions_and_condition() {
    for (template, matches) in [
        (r#"{"Effect":"Allow","Action":"ssm:GetParameter"}"#, true),
        (r#"{"Action":["SSM:getParameter","ssm:GetParameter"], "Effect":"Allow"}"#, true),
        (r#"{"Effect":"Allow","Action":["ssm:GetParameter","ssm:GetParameters"]}"#, false),
        (r#"{"Effect":"Allow","Action":"ssm:GetParameter","Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#, false),
    ] {
        let mut session = Session::with_policy();
        session.accepted("CreatePermission", &json!({ "name": "own", "resourceType": "ssm:Parameter", "policyTemplate": template }));
        let status = session.call(OPERATION, &share(&session)).response.status;
        assert_eq!(status == 200, matches, "{template}");
    }
}

#[test]
fn refusals() {
    let mut session = Session::with_policy();
    let settings = json!({ "tickMilliseconds": 1 }).as_object().unwrap().clone();
    session.0.intervene(&Intervention::Settings(settings)).unwrap();
    let message = "The specified resource share ARN is not valid. Verify the ARN and try again.";
    session.refused(OPERATION, &json!({ "resourceShareArn": "team" }), "MalformedArnException", message);
    let input = share(&session);
    let exchange = session.call_as("444455556666", "us-east-1", OPERATION, &input);
    assert_refused(&exchange, "UnknownResourceException", &format!("ResourceShare {} could not be found.", session.share_arn()));
    session.accepted("PromotePermissionCreatedFromPolicy", &json!({ "permissionArn": READ, "name": "promoted" }));
    session.accepted(OPERATION, &input);
    for (seconds, feature_set) in [(0, "PROMOTING_TO_STANDARD"), (5, "STANDARD")] {
        session.0.advance(seconds);
        let message = format!(
            "The resource share {} has the featureSet {feature_set}. You can promote only resource shares with the featureSet CREATED_FROM_POLICY.",
            session.share_arn()
        );
        let exchange = session.call(OPERATION, &input);
        assert_refused(&exchange, "InvalidStateTransitionException", &message);
    }
}
