use crate::service::ram::testing::{READ, Session};
use serde_json::{Value, json};

const OPERATION: &str = "DisassociateResourceSharePermission";
const MANAGED: &str = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSSMParameterReadOnly";

fn shared() -> Session {
    let mut session = Session::with_permission();
    session.share();
    session
}

fn with(session: &Session, others: &Value) -> Value {
    let mut input = json!({ "resourceShareArn": session.share_arn(), "permissionArn": READ });
    input.as_object_mut().unwrap().extend(others.as_object().unwrap().clone());
    input
}

#[test]
fn the_permission_is_off_the_share_at_once() {
    let mut session = shared();
    let exchange = session.call(OPERATION, &with(&session, &json!({})));
    assert_eq!((exchange.response.status, exchange.response.body.as_str()), (200, r#"{"returnValue":true}"#));
    assert_eq!((exchange.changes[0].event.as_str(), exchange.changes[0].from.as_deref()), ("permission detached", Some("read:1")));
    assert_eq!(session.on_share(), []);
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
}

#[test]
fn again_it_is_refused_unless_it_is_the_same_call() {
    let mut session = shared();
    let share = session.share_arn();
    let input = with(&session, &json!({ "clientToken": "tok:1" }));
    let body = r#"{"clientToken":"tok:1","returnValue":true}"#;
    session.answers(OPERATION, &input, body);
    session.answers(OPERATION, &input, body);
    let message = format!("The permission {READ} has already been disassociated from the resource share {share}.");
    session.refused(OPERATION, &with(&session, &json!({})), "InvalidParameterException", &message);
    let other = with(&session, &json!({ "clientToken": "tok:1", "permissionArn": MANAGED }));
    session.refused(OPERATION, &other, "InvalidClientTokenException", "tok:1");
}

#[test]
fn refusals() {
    let missing = "arn:aws:ram:us-east-1:111122223333:resource-share/00000000-0000-4000-8000-000000000000";
    let share = shared().share_arn();
    for (others, error, message) in [
        (
            json!({ "clientToken": "" }),
            "InvalidClientTokenException",
            "client token cannot be empty. Specify a value for client token and try again.".to_owned(),
        ),
        (
            json!({ "resourceShareArn": "" }),
            "MalformedArnException",
            "The specified resource share ARN is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (json!({ "resourceShareArn": missing }), "UnknownResourceException", format!("ResourceShare {missing} could not be found.")),
        (
            json!({ "permissionArn": "read" }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (json!({ "permissionArn": format!("{READ}er") }), "UnknownResourceException", format!("The permission {READ}er does not exist.")),
        (
            json!({ "permissionArn": MANAGED }),
            "InvalidParameterException",
            format!("The permission {MANAGED} has already been disassociated from the resource share {share}."),
        ),
    ] {
        let mut session = shared();
        let input = with(&session, &others);
        session.refused(OPERATION, &input, error, &message);
    }
}
