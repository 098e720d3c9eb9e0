use crate::ram::testing::shares::*;
use crate::ram::testing::{OWNER, READ, Session};
use crate::trace::Evidence;
use serde_json::json;

const DELETE: &str = "DeleteResourceShare";

#[test]
fn a_deleted_share_is_read_for_two_hours() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    let input = json!({ "resourceShareArn": share });
    session.answers(DELETE, &input, r#"{"returnValue":true}"#);
    let listed =
        |session: &mut Session| session.ok(OWNER, "GetResourceShares", &json!({ "resourceOwner": "SELF" }))["resourceShares"].clone();
    let first = listed(&mut session);
    assert_eq!((&first[0]["status"], &first[0]["lastUpdatedTime"]), (&json!("DELETED"), &json!(1_700_000_001.0)));
    // The same request without a token changes nothing.
    session.answers(DELETE, &input, r#"{"returnValue":true}"#);
    assert_eq!(listed(&mut session), first);
    session.0.advance(2 * 60 * 60);
    assert_eq!(listed(&mut session), json!([]));
    let exists = ("ram/share-exists", Evidence::Observed);
    session.no(OWNER, DELETE, &input, exists, "UnknownResourceException", &format!("ResourceShare {share} could not be found."));
}

#[test]
fn what_is_in_it_leaves_first() {
    let mut session = Session::with_permission();
    session.0.intervene(&serde_json::from_value(json!({ "settings": { "workflowPace": "when-told" } })).unwrap()).unwrap();
    let parameter = resource(OWNER, "ssm", "parameter/db");
    let share = session.make(OWNER, &json!({ "resourceArns": [parameter], "permissionArns": [READ] }));
    session.0.settle();
    session.ok(OWNER, DELETE, &json!({ "resourceShareArn": share }));
    assert_eq!(session.status(&share), "DELETING");
    assert_eq!(session.within(OWNER, "RESOURCE"), [(parameter.clone(), "DISASSOCIATING".to_owned())]);
    // Until then, its permission is in use.
    let not_on_share = ("ram/permission-not-on-share", Evidence::Observed);
    session.refused_by("DeletePermission", &json!({ "permissionArn": READ }), not_on_share.0, not_on_share.1);
    let changes = session.0.settle();
    let moves: Vec<_> = changes.iter().map(|change| (change.from.as_deref(), change.to.as_str())).collect();
    assert_eq!(moves, [(Some("DISASSOCIATING"), "DISASSOCIATED"), (Some("DELETING"), "DELETED")]);
    assert_eq!(session.status(&share), "DELETED");
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
}

#[test]
fn a_share_with_an_invitation_waiting_stays() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({ "principals": [OUTSIDER] }));
    let associating = ("ram/share-not-associating", Evidence::Observed);
    let message = "At least one of the associations in the resource share is in ASSOCIATING status.";
    let input = json!({ "resourceShareArn": share, "clientToken": "t" });
    session.no(OWNER, DELETE, &input, associating, "InvalidStateTransitionException", message);
    session.principals(OWNER, "DisassociateResourceShare", &share, &[OUTSIDER]);
    // A refused request does not use up its token.
    session.answers(DELETE, &input, r#"{"clientToken":"t","returnValue":true}"#);
}

#[test]
fn a_token_answers_the_same_share_again() {
    let mut session = Session::new();
    let shares = ["one", "two"].map(|name| session.make(OWNER, &json!({ "name": name })));
    let input = |share: &str| json!({ "resourceShareArn": share, "clientToken": "t" });
    for _ in 0..2 {
        session.answers(DELETE, &input(&shares[0]), r#"{"clientToken":"t","returnValue":true}"#);
    }
    session.no(
        OWNER,
        DELETE,
        &input(&shares[1]),
        ("ram/token-unused", Evidence::Observed),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
}

#[test]
fn only_the_owner_deletes() {
    let mut session = Session::new();
    let share = session.make(OWNER, &json!({}));
    let own = ("ram/own-share", Evidence::Inferred);
    let message = format!("ResourceShare {share} could not be found.");
    session.no(OUTSIDER, DELETE, &json!({ "resourceShareArn": share }), own, "UnknownResourceException", &message);
}
