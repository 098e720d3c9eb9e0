use crate::ram::testing::{GET, READ, Session};
use serde_json::{Value, json};

const OPERATION: &str = "ListReplacePermissionAssociationsWork";

/// Two replacements: one has ended, one is in progress.
fn session() -> (Session, [String; 2]) {
    let mut session = Session::with_permission();
    session.accepted("CreatePermission", &json!({ "name": "other", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    let mut replace = || {
        let input = json!({ "fromPermissionArn": READ, "toPermissionArn": READ.replace("read", "other") });
        let body = session.accepted("ReplacePermissionAssociations", &input);
        session.0.advance(20);
        body["replacePermissionAssociationsWork"]["id"].as_str().unwrap().to_owned()
    };
    let first = replace();
    (0..15).for_each(|_| drop(session.0.advance(1)));
    let mut session = session;
    let input = json!({ "fromPermissionArn": READ, "toPermissionArn": READ.replace("read", "other") });
    let body = session.accepted("ReplacePermissionAssociations", &input);
    let second = body["replacePermissionAssociationsWork"]["id"].as_str().unwrap().to_owned();
    (session, [first, second])
}

fn ids(body: &Value) -> Vec<String> {
    let rows = body["replacePermissionAssociationsWorks"].as_array().unwrap();
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn filters_and_pages() {
    let (mut session, [first, second]) = session();
    for (input, expected) in [
        (json!({}), vec![&first, &second]),
        (json!({ "status": "COMPLETED" }), vec![&first]),
        (json!({ "status": "IN_PROGRESS" }), vec![&second]),
        (json!({ "status": "FAILED" }), vec![]),
        (json!({ "workIds": [second, first, second] }), vec![&first, &second]),
        (json!({ "workIds": [second], "status": "COMPLETED" }), vec![]),
        (json!({ "workIds": ["none"] }), vec![]),
    ] {
        assert_eq!(ids(&session.accepted(OPERATION, &input)).iter().collect::<Vec<_>>(), expected, "{input}");
    }
    let page = session.accepted(OPERATION, &json!({ "maxResults": 1 }));
    assert_eq!(ids(&page), std::slice::from_ref(&first));
    let next = session.accepted(OPERATION, &json!({ "maxResults": 1, "nextToken": page["nextToken"] }));
    assert_eq!((ids(&next), next.get("nextToken")), (vec![second], None));
    let message = "SOON is not a valid status. Specify a valid value and try again.";
    session.refused(OPERATION, &json!({ "status": "SOON" }), "InvalidParameterException", message);
    let message = "The operation failed because the specified value for NextToken isn't valid. You must specify a value you received in the NextToken response of a previous call to this operation.";
    session.refused(OPERATION, &json!({ "nextToken": "x" }), "InvalidNextTokenException", message);
    for (account, region) in [("444455556666", "us-east-1"), ("111122223333", "eu-west-1")] {
        let body = session.call_as(account, region, OPERATION, &json!({ "workIds": [first] })).response.body;
        assert_eq!(body, r#"{"replacePermissionAssociationsWorks":[]}"#);
    }
}
