use crate::Simulator;
use crate::ram::testing::{GET, READ, Session};
use serde_json::{Value, json};

const OPERATION: &str = "PromotePermissionCreatedFromPolicy";

impl Session {
    /// A session with `read` on the share `team`, both as if RAM had created them from a resource policy.
    pub(crate) fn with_policy() -> Self {
        let mut session = Self::with_permission();
        session.share();
        let snapshot = session.0.snapshot();
        let changed = snapshot.replace(r#""origin":"Created""#, r#""origin":"Policy""#);
        let changed = changed.replace(r#""feature_set":"Standard""#, r#""feature_set":"CreatedFromPolicy""#);
        session.0 = Simulator::restore(&changed).unwrap();
        session
    }
}

fn named(name: &str) -> Value {
    json!({ "permissionArn": READ, "name": name })
}

#[test]
fn an_ordinary_permission_comes_of_it_and_the_source_stays() {
    let mut session = Session::with_policy();
    let shown = session.accepted("GetPermission", &json!({ "permissionArn": READ }));
    assert_eq!(shown["permission"]["featureSet"], "CREATED_FROM_POLICY");
    let mut input = named("promoted");
    input["clientToken"] = "t".into();
    let expected = r#"{"clientToken":"t","permission":{"arn":"arn:aws:ram:us-east-1:111122223333:permission/promoted","creationTime":1.700000002E9,"defaultVersion":true,"featureSet":"PROMOTING_TO_STANDARD","isResourceTypeDefault":false,"lastUpdatedTime":1.700000002E9,"name":"promoted","permissionType":"CUSTOMER_MANAGED","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"1"}}"#;
    session.answers(OPERATION, &input, expected);
    session.answers(OPERATION, &input, expected);
    session.0.advance(180);
    let promoted = READ.replace("read", "promoted");
    let shown = session.accepted("GetPermission", &json!({ "permissionArn": promoted }));
    assert_eq!((&shown["permission"]["featureSet"], &shown["permission"]["permission"]), (&json!("STANDARD"), &json!(GET)));
    // The source can be promoted again, and the promoted permission can be deleted.
    session.accepted(OPERATION, &named("again"));
    session.accepted("DeletePermission", &json!({ "permissionArn": promoted }));
    assert_eq!(session.on_share(), [("read".to_owned(), "1".to_owned(), true)]);
}

#[test]
fn another_request_with_the_token_fails_without_a_word() {
    let mut session = Session::with_policy();
    let mut input = named("promoted");
    input["clientToken"] = "t".into();
    session.accepted(OPERATION, &input);
    input["name"] = "other".into();
    session.refused(OPERATION, &input, "InternalFailure", "");
    assert_eq!(session.call(OPERATION, &input).response.body, r#"{"__type":"InternalFailure"}"#);
}

#[test]
fn what_ram_derived_cannot_be_changed_nor_put_on_other_shares() {
    let mut session = Session::with_policy();
    let message = format!("The permission {READ} was created from a policy. You can't change permissions created from a policy.");
    for (operation, others, error) in [
        ("CreatePermissionVersion", json!({ "policyTemplate": "{}" }), "OperationNotPermittedException"),
        ("SetDefaultPermissionVersion", json!({ "permissionVersion": 1 }), "InvalidParameterException"),
        ("DeletePermissionVersion", json!({ "permissionVersion": 1 }), "OperationNotPermittedException"),
        ("DeletePermission", json!({}), "OperationNotPermittedException"),
        ("UpdatePermission", json!({ "status": "DEPRECATED" }), "OperationNotPermittedException"),
    ] {
        let mut input = json!({ "permissionArn": READ });
        input.as_object_mut().unwrap().extend(others.as_object().unwrap().clone());
        session.refused(operation, &input, error, &message);
    }
    let replace = json!({ "fromPermissionArn": READ, "toPermissionArn": READ });
    session.refused("ReplacePermissionAssociations", &replace, "OperationNotPermittedException", &message);
    let share = session.share_arn();
    let message = format!("The resource share {share} was created from a policy. You can't modify it until it is promoted to STANDARD.");
    let managed = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSSMParameterReadOnly";
    let input = json!({ "resourceShareArn": share, "permissionArn": managed, "replace": true });
    session.refused("AssociateResourceSharePermission", &input, "OperationNotPermittedException", &message);
}

#[test]
fn refusals() {
    let bounds = |name: &str| format!("The value {name} for the parameter name is not valid. Verify the value and try again.");
    let long = "n".repeat(37);
    for (input, error, message) in [
        (
            json!({ "name": "n" }),
            "MissingRequiredParameterException",
            "The parameter permissionArn cannot be null. Specify a value for permissionArn and try again.".to_owned(),
        ),
        (
            json!({ "permissionArn": "x", "name": "n" }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (
            json!({ "permissionArn": format!("{READ}er"), "name": "n" }),
            "UnknownResourceException",
            format!("The permission {READ}er does not exist."),
        ),
        (
            json!({ "permissionArn": READ.replace("read", "own"), "name": "n" }),
            "OperationNotPermittedException",
            format!(
                "The permission {} was not created from a policy. You can promote only permissions created from a policy.",
                READ.replace("read", "own")
            ),
        ),
        (named("a b"), "InvalidParameterException", bounds("a b")),
        (named(""), "InvalidParameterException", bounds("")),
        (named(&long), "InvalidParameterException", bounds(&long)),
        (named("own"), "OperationNotPermittedException", format!("The permission {} already exists.", READ.replace("read", "own"))),
    ] {
        let mut session = Session::with_policy();
        session.accepted("CreatePermission", &json!({ "name": "own", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
        session.refused(OPERATION, &input, error, &message);
    }
}

#[test]
fn quotas_hold_here_too() {
    use crate::Intervention;
    let mut session = Session::with_policy();
    let settings = json!({ "permissionsPerResourceType": 1 }).as_object().unwrap().clone();
    session.0.intervene(&Intervention::Settings(settings)).unwrap();
    let message = "The account has reached the limit for the number of customer managed permissions it can have for the resource type ssm:Parameter (1).";
    session.refused(OPERATION, &named("promoted"), "OperationNotPermittedException", message);
}
