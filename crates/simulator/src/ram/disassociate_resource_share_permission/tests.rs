use crate::ram::testing::shares::resource;
use crate::ram::testing::{OWNER, READ, Session};
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

#[test]
fn resources_of_its_type_keep_a_permission_on_their_share() {
    let mut session = Session::with_permission();
    let parameter = resource(OWNER, "ssm", "parameter/config");
    let share = session.make(OWNER, &json!({ "resourceArns": [parameter], "permissionArns": [READ] }));
    let input = json!({ "resourceShareArn": share, "permissionArn": READ });
    let message = format!(
        "The permission {READ} can't be disassociated, because the resource share {share} includes resources of the type ssm:Parameter. Remove the resources and try again."
    );
    session.0.settle();
    session.refused(OPERATION, &input, "OperationNotPermittedException", &message);
    // Another permission can replace it.
    session.accepted("AssociateResourceSharePermission", &json!({ "resourceShareArn": share, "permissionArn": MANAGED, "replace": true }));
    session.accepted("DisassociateResourceShare", &json!({ "resourceShareArn": share, "resourceArns": [parameter] }));
    session.0.settle();
    session.accepted(OPERATION, &json!({ "resourceShareArn": share, "permissionArn": MANAGED }));
}

#[test]
fn what_is_on_a_share_that_is_being_deleted_stays_until_it_is() {
    let mut session = Session::with_permission();
    let parameter = resource(OWNER, "ssm", "parameter/config");
    let share = session.make(OWNER, &json!({ "resourceArns": [parameter], "permissionArns": [READ] }));
    session.0.settle();
    let settings = json!({ "tickMilliseconds": 1 }).as_object().unwrap().clone();
    session.0.intervene(&crate::Intervention::Settings(settings)).unwrap();
    session.accepted("DeleteResourceShare", &json!({ "resourceShareArn": share }));
    let input = json!({ "resourceShareArn": share, "permissionArn": READ });
    let message = format!("The resource share {share} is in DELETING status. Verify the status of the resource share and try again.");
    session.refused(OPERATION, &input, "InvalidStateTransitionException", &message);
    // The operation that adds permissions does not declare this error.
    let attach = json!({ "resourceShareArn": share, "permissionArn": MANAGED, "replace": true });
    session.refused("AssociateResourceSharePermission", &attach, "OperationNotPermittedException", &message);
    session.0.advance(3);
    session.refused(OPERATION, &input, "UnknownResourceException", &format!("ResourceShare {share} could not be found."));
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
}

/// The default permission of `acm-pca:CertificateAuthority`. Its name is public, its text is not.
const AUTHORITY: &str = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionCertificateAuthority";

#[test]
fn a_default_permission_whose_text_is_not_public_goes_on_and_off_as_others() {
    let mut session = Session::new();
    let authority = resource(OWNER, "acm-pca", "certificate-authority/root");
    let share = session.make(OWNER, &json!({ "resourceArns": [authority] }));
    let on_it = [("AWSRAMDefaultPermissionCertificateAuthority".to_owned(), "1".to_owned(), true)];
    assert_eq!(session.on_share(), on_it);
    session.accepted("DisassociateResourceShare", &json!({ "resourceShareArn": share, "resourceArns": [authority] }));
    let input = json!({ "resourceShareArn": share, "permissionArn": AUTHORITY });
    session.answers(OPERATION, &input, r#"{"returnValue":true}"#);
    assert_eq!(session.on_share(), []);
    let message = format!("The permission {AUTHORITY} has already been disassociated from the resource share {share}.");
    session.refused(OPERATION, &input, "InvalidParameterException", &message);
    session.accepted("AssociateResourceSharePermission", &input);
    assert_eq!(session.on_share(), on_it);
    let template = r#"{"Effect":"Allow","Action":["acm-pca:GetCertificate"]}"#;
    session.accepted(
        "CreatePermission",
        &json!({ "name": "read", "resourceType": "acm-pca:CertificateAuthority", "policyTemplate": template }),
    );
    session.accepted("ReplacePermissionAssociations", &json!({ "fromPermissionArn": AUTHORITY, "toPermissionArn": READ }));
    session.0.settle();
    assert_eq!(session.on_share(), [("read".to_owned(), "1".to_owned(), true)]);
}
