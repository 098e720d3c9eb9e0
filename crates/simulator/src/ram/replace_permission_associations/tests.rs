use crate::Intervention;
use crate::ram::testing::{GET, GET_ALL, READ, Session, assert_refused};
use serde_json::{Value, json};

const OPERATION: &str = "ReplacePermissionAssociations";
const LIST: &str = "ListReplacePermissionAssociationsWork";
const MANAGED: &str = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSSMParameterReadOnly";

/// The share `team` has version 1 of `read`, which also has a version 2. `other` is for the same resource type.
fn shared() -> Session {
    let mut session = Session::with_permission();
    session.share();
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    session.accepted("CreatePermission", &json!({ "name": "other", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    session
}

fn other() -> String {
    READ.replace("read", "other")
}

fn to_other() -> Value {
    json!({ "fromPermissionArn": READ, "toPermissionArn": other() })
}

fn on_it(session: &mut Session) -> String {
    let (name, version, _) = session.on_share().remove(0);
    format!("{name}:{version}")
}

/// The only replacement, as listed.
fn work(session: &mut Session) -> Value {
    session.accepted(LIST, &json!({}))["replacePermissionAssociationsWorks"][0].clone()
}

#[test]
fn the_work_is_as_recorded_and_is_done_half_a_minute_later() {
    let mut session = shared();
    let body = session.accepted(OPERATION, &to_other());
    let id = body["replacePermissionAssociationsWork"]["id"].as_str().unwrap().to_owned();
    assert_eq!(id.len(), 36);
    let expected = |status: &str, updated: f64| {
        json!({
            "creationTime": 1_700_000_003.0, "fromPermissionArn": READ, "id": id, "lastUpdatedTime": updated, "status": status,
            "toPermissionArn": other(), "toPermissionVersion": "1",
        })
    };
    assert_eq!(body, json!({ "replacePermissionAssociationsWork": expected("IN_PROGRESS", 1_700_000_003.0) }));
    session.0.advance(25);
    assert_eq!((on_it(&mut session), work(&mut session)["status"].clone()), ("read:1".to_owned(), json!("IN_PROGRESS")));
    let changes = session.0.advance(10);
    let seen: Vec<_> = changes.iter().map(|change| (change.event.as_str(), change.from.as_deref(), change.to.as_str())).collect();
    assert_eq!(seen, [("permission attached", Some("read:1"), "other:1"), ("completed", Some("IN_PROGRESS"), "COMPLETED")]);
    assert_eq!((on_it(&mut session), work(&mut session)), ("other:1".to_owned(), expected("COMPLETED", 1_700_000_032.0)));
    // No share has the permission any more.
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
}

#[test]
fn the_same_permission_moves_its_shares_to_the_default_version() {
    for version in [json!(null), json!(0), json!(1)] {
        let mut session = shared();
        let input = json!({ "fromPermissionArn": READ, "toPermissionArn": READ, "fromPermissionVersion": version });
        let body = session.accepted(OPERATION, &input);
        let shown = &body["replacePermissionAssociationsWork"];
        assert_eq!((shown.get("fromPermissionVersion").is_some(), &shown["toPermissionVersion"]), (version == 1, &json!("2")));
        session.0.advance(30);
        assert_eq!(on_it(&mut session), "read:2");
    }
}

#[test]
fn only_shares_with_the_version_that_is_named_move() {
    let mut session = shared();
    session.accepted(OPERATION, &json!({ "fromPermissionArn": READ, "toPermissionArn": MANAGED, "fromPermissionVersion": 2 }));
    session.0.advance(30);
    assert_eq!((on_it(&mut session), work(&mut session)["status"].clone()), ("read:1".to_owned(), json!("COMPLETED")));
    assert_eq!(work(&mut session)["fromPermissionVersion"], "2");
}

#[test]
fn it_fails_when_the_target_is_gone_or_no_longer_the_default_version() {
    let version = json!({ "permissionArn": other(), "policyTemplate": GET_ALL });
    for (operation, input) in [
        ("DeletePermission", json!({ "permissionArn": other() })),
        ("UpdatePermission", json!({ "permissionArn": other(), "status": "DEPRECATED" })),
        ("CreatePermissionVersion", version),
    ] {
        let mut session = shared();
        session.accepted(OPERATION, &to_other());
        session.accepted(operation, &input);
        session.0.advance(30);
        let work = work(&mut session);
        assert_eq!(
            (&work["status"], &work["statusMessage"]),
            (&json!("FAILED"), &json!("The desired permission is no longer ATTACHABLE."))
        );
        assert_eq!(on_it(&mut session), "read:1");
    }
}

#[test]
fn a_session_may_have_it_fail_or_wait_otherwise() {
    for (settings, status) in [
        (json!({ "workflowOutcome": "fails" }), "FAILED"),
        (json!({ "replacementSeconds": 0 }), "COMPLETED"),
        (json!({ "replacementSeconds": 60 }), "IN_PROGRESS"),
        (json!({ "workflowPace": "when-told" }), "IN_PROGRESS"),
    ] {
        let mut session = shared();
        session.0.intervene(&Intervention::Settings(settings.as_object().unwrap().clone())).unwrap();
        session.accepted(OPERATION, &to_other());
        session.0.advance(40);
        assert_eq!(work(&mut session)["status"], status, "{settings}");
        session.0.settle();
        assert_ne!(work(&mut session)["status"], "IN_PROGRESS", "{settings}");
    }
}

#[test]
fn a_permission_takes_part_in_one_work_at_a_time() {
    let mut session = shared();
    session.accepted("CreatePermission", &json!({ "name": "third", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    let body = session.accepted(OPERATION, &to_other());
    let message = format!(
        "This request conflicts with existing inflight work {}.",
        body["replacePermissionAssociationsWork"]["id"].as_str().unwrap()
    );
    let third = READ.replace("read", "third");
    for (from, to, rule) in [
        (READ, &*other(), "ram/replacement-not-in-progress"),
        (&*other(), READ, "ram/replacement-not-in-progress"),
        (READ, READ, "ram/replacement-of-either-not-in-progress"),
        (&*third, READ, "ram/replacement-of-either-not-in-progress"),
    ] {
        let input = json!({ "fromPermissionArn": from, "toPermissionArn": to });
        session.refused(OPERATION, &input, "OperationNotPermittedException", &message);
        assert_eq!(session.call(OPERATION, &input).trace.refusal().unwrap().rule.name, rule);
    }
    // Other replacements can start, and the same ones after the first has ended.
    session.accepted(OPERATION, &json!({ "fromPermissionArn": third, "toPermissionArn": MANAGED }));
    session.0.advance(40);
    session.accepted(OPERATION, &to_other());
}

#[test]
fn a_token_shows_the_work_as_it_is() {
    let mut session = shared();
    let mut input = to_other();
    input["clientToken"] = "t".into();
    let first = session.accepted(OPERATION, &input);
    assert_eq!(session.accepted(OPERATION, &input), first);
    session.0.advance(40);
    assert_eq!(session.accepted(OPERATION, &input)["replacePermissionAssociationsWork"]["status"], "COMPLETED");
    input["toPermissionArn"] = READ.into();
    session.refused(
        OPERATION,
        &input,
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
}

#[test]
fn a_refused_call_leaves_its_token_unused() {
    let mut session = shared();
    session.accepted(OPERATION, &to_other());
    let mut input = to_other();
    input["clientToken"] = "t".into();
    let conflict = session.call(OPERATION, &input);
    assert_eq!(conflict.error_name(), Some("OperationNotPermittedException"));
    input["toPermissionArn"] = READ.into();
    assert_eq!(session.call(OPERATION, &input).error_name(), Some("OperationNotPermittedException"), "the conflict, not a mismatch");
}

#[test]
fn refusals() {
    let with = |from: &str, to: &str| json!({ "fromPermissionArn": from, "toPermissionArn": to });
    let malformed = "The specified permission ARN is not valid. Verify the ARN and try again.".to_owned();
    let build = READ.replace("read", "build");
    let unknown = |arn: &str| format!("The permission {arn} does not exist.");
    for (input, error, message) in [
        (with("read", READ), "MalformedArnException", malformed.clone()),
        (with(READ, "read"), "MalformedArnException", malformed),
        (with(&format!("{READ}er"), READ), "UnknownResourceException", unknown(&format!("{READ}er"))),
        (with(READ, &format!("{READ}er")), "UnknownResourceException", unknown(&format!("{READ}er"))),
        (
            with(READ, &build),
            "InvalidParameterException",
            format!(
                "The permission {READ} is for the resource type ssm:Parameter, and not for codebuild:Project. Specify permissions for the same resource type and try again."
            ),
        ),
        (
            json!({ "fromPermissionArn": READ, "toPermissionArn": READ, "fromPermissionVersion": 9 }),
            "UnknownResourceException",
            format!("The version 9 of the permission {READ} does not exist."),
        ),
        (
            json!({ "fromPermissionArn": MANAGED, "toPermissionArn": READ, "fromPermissionVersion": -1 }),
            "InvalidParameterException",
            "The specified permission version -1 is not valid. Verify the version and try again.".to_owned(),
        ),
    ] {
        let mut session = shared();
        let template = r#"{"Effect":"Allow","Action":["codebuild:BatchGetProjects"]}"#;
        session.accepted("CreatePermission", &json!({ "name": "build", "resourceType": "codebuild:Project", "policyTemplate": template }));
        session.refused(OPERATION, &input, error, &message);
    }
    let exchange = shared().call_as("444455556666", "us-east-1", OPERATION, &to_other());
    assert_refused(&exchange, "UnknownResourceException", &format!("The permission {READ} does not exist."));
}
