use crate::Intervention;
use crate::ram::SharePlacement;
use crate::ram::testing::shares::{OUTSIDER, resource};
use crate::ram::testing::{GET_ALL, OWNER, READ, Session};
use serde_json::{Value, json};

const OPERATION: &str = "ListPermissionAssociations";

impl Session {
    /// Adds the default version of a permission to the share with this name.
    fn place(&mut self, share: &str, permission_arn: &str) {
        let (account, region) = ("111122223333".parse().unwrap(), "us-east-1".parse().unwrap());
        let placement = SharePlacement { account, region, name: share.into(), permission_arn: permission_arn.into() };
        self.0.intervene(&Intervention::Share(placement)).unwrap();
    }

    /// The listed associations: share, permission, version.
    fn associations(&mut self, filters: &Value) -> Vec<String> {
        let listed = self.accepted(OPERATION, filters);
        let rows = listed["permissions"].as_array().unwrap().clone();
        let names: std::collections::BTreeMap<_, _> =
            self.0.ram().shares().all().map(|share| (share.arn().to_owned(), share.name().to_owned())).collect();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let row = |row: &Value| {
            let name = text(&row["arn"]).rsplit('/').next().unwrap().to_owned();
            format!("{} {name}:{}", names[&text(&row["resourceShareArn"])], text(&row["permissionVersion"]))
        };
        rows.iter().map(row).collect()
    }
}

/// The shares `one` and `two` have version 1 of `read`, `three` has version 2, and `two` also has `build`.
fn shared() -> Session {
    let mut session = Session::with_permission();
    session.place("one", READ);
    session.place("two", READ);
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    session.place("three", READ);
    let template = r#"{"Effect":"Allow","Action":["codebuild:BatchGetProjects"]}"#;
    session.accepted("CreatePermission", &json!({ "name": "build", "resourceType": "codebuild:Project", "policyTemplate": template }));
    session.place("two", &READ.replace("read", "build"));
    session
}

#[test]
fn a_row_is_a_share_and_a_permission() {
    let mut session = Session::with_permission();
    session.share();
    let share = session.share_arn();
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    session.answers(
        OPERATION,
        &json!({}),
        &format!(
            r#"{{"permissions":[{{"arn":"{READ}","defaultVersion":false,"featureSet":"STANDARD","lastUpdatedTime":1.700000001E9,"permissionVersion":"1","resourceShareArn":"{share}","resourceType":"ssm:Parameter","status":"UNATTACHABLE"}}]}}"#
        ),
    );
}

#[test]
fn filters() {
    let mut session = shared();
    let three = session.0.ram().shares().all().find(|share| share.name() == "three").unwrap().arn().to_owned();
    let build = READ.replace("read", "build");
    for (filters, expected) in [
        (json!({}), &["one read:1", "two build:1", "two read:1", "three read:2"][..]),
        (json!({ "resourceOwner": "SELF" }), &["one read:1", "two build:1", "two read:1", "three read:2"]),
        (json!({ "resourceOwner": "OTHER-ACCOUNTS" }), &[]),
        (json!({ "permissionArn": READ }), &["one read:1", "two read:1", "three read:2"]),
        (json!({ "permissionArn": READ, "permissionVersion": 1 }), &["one read:1", "two read:1"]),
        (json!({ "permissionArn": READ, "permissionVersion": 0 }), &["one read:1", "two read:1", "three read:2"]),
        (json!({ "permissionArn": READ, "permissionVersion": 3 }), &[]),
        (json!({ "permissionVersion": 2 }), &["three read:2"]),
        (json!({ "permissionArn": READ, "defaultVersion": true }), &["three read:2"]),
        (json!({ "defaultVersion": true }), &["two build:1", "three read:2"]),
        (json!({ "permissionArn": READ, "defaultVersion": false }), &["one read:1", "two read:1", "three read:2"]),
        (json!({ "permissionArn": build }), &["two build:1"]),
        (json!({ "permissionArn": READ.replace("read", "none") }), &[]),
        (json!({ "resourceShareArn": three }), &["three read:2"]),
        (json!({ "resourceShareArn": three, "permissionArn": build }), &[]),
        (json!({ "resourceShareArn": three.replace("111122223333", "444455556666") }), &[]),
        (json!({ "associationStatus": "ASSOCIATED", "permissionArn": build }), &["two build:1"]),
        (json!({ "associationStatus": "DISASSOCIATED" }), &[]),
        (json!({ "featureSet": "STANDARD", "permissionArn": build }), &["two build:1"]),
        (json!({ "featureSet": "CREATED_FROM_POLICY" }), &[]),
        // No share has a resource.
        (json!({ "resourceType": "ssm:Parameter" }), &[]),
    ] {
        assert_eq!(session.associations(&filters), expected, "{filters}");
    }
}

#[test]
fn pages_follow_each_other() {
    let mut session = shared();
    let (mut seen, mut token) = (Vec::new(), Value::Null);
    loop {
        let listed = session.accepted(OPERATION, &json!({ "maxResults": 1, "nextToken": token }));
        let row = &listed["permissions"][0];
        seen.push(format!("{} {}", row["resourceType"].as_str().unwrap(), row["permissionVersion"].as_str().unwrap()));
        match listed.get("nextToken") {
            Some(next) => token = next.clone(),
            None => break,
        }
    }
    assert_eq!(seen, ["ssm:Parameter 1", "codebuild:Project 1", "ssm:Parameter 1", "ssm:Parameter 2"]);
}

#[test]
fn a_deprecated_permission_stays_on_its_shares() {
    let mut session = shared();
    session.accepted("UpdatePermission", &json!({ "permissionArn": READ, "status": "DEPRECATED" }));
    let listed = session.accepted(OPERATION, &json!({ "permissionArn": READ }));
    let statuses: Vec<_> = listed["permissions"].as_array().unwrap().iter().map(|row| row["status"].as_str().unwrap()).collect();
    assert_eq!(statuses, ["UNATTACHABLE", "UNATTACHABLE", "DEPRECATED"]);
}

#[test]
fn nobody_else_sees_them() {
    let mut session = shared();
    for (account, region) in [("444455556666", "us-east-1"), ("111122223333", "eu-west-1")] {
        for owner in ["SELF", "OTHER-ACCOUNTS"] {
            let exchange = session.call_as(account, region, OPERATION, &json!({ "permissionArn": READ, "resourceOwner": owner }));
            assert_eq!(exchange.response.body, r#"{"permissions":[]}"#);
        }
    }
}

#[test]
fn refusals() {
    for (input, error, message) in [
        (
            json!({ "permissionArn": "read" }),
            "MalformedArnException",
            "The specified permission ARN is not valid. Verify the ARN and try again.",
        ),
        (
            json!({ "resourceShareArn": "one" }),
            "MalformedArnException",
            "The specified resource share ARN is not valid. Verify the ARN and try again.",
        ),
        (
            json!({ "permissionVersion": -1 }),
            "InvalidParameterException",
            "The specified permission version -1 is not valid. Verify the version and try again.",
        ),
        (json!({ "resourceType": "ec2:Instance" }), "InvalidParameterException", "Invalid resource type: ec2:Instance"),
        (
            json!({ "resourceOwner": "me" }),
            "InvalidParameterException",
            "me is not a valid resource owner. Specify either SELF or OTHER-ACCOUNTS and try again.",
        ),
        (json!({ "associationStatus": "GONE" }), "InvalidParameterException", "GONE is not a valid association status."),
        (
            json!({ "nextToken": "x" }),
            "InvalidNextTokenException",
            "The operation failed because the specified value for NextToken isn't valid. You must specify a value you received in the NextToken response of a previous call to this operation.",
        ),
    ] {
        Session::with_permission().refused(OPERATION, &input, error, message);
    }
}

#[test]
fn whom_a_share_reaches_sees_what_is_on_it() {
    let mut session = Session::with_permission();
    let parameter = resource(OWNER, "ssm", "parameter/config");
    let share = session.make(OWNER, &json!({ "resourceArns": [parameter], "permissionArns": [READ], "principals": [OUTSIDER] }));
    let others = json!({ "resourceOwner": "OTHER-ACCOUNTS", "permissionArn": READ });
    let on_share = json!({ "resourceShareArn": share });
    assert_eq!(session.ok(OUTSIDER, OPERATION, &others), json!({ "permissions": [] }), "not before the invitation is accepted");
    let invitation = session.0.ram().shares().invitations().next().unwrap().arn().to_owned();
    session.ok(OUTSIDER, "AcceptResourceShareInvitation", &json!({ "resourceShareInvitationArn": invitation }));
    session.0.settle();
    for listed in [session.ok(OUTSIDER, OPERATION, &others), session.ok(OUTSIDER, "ListResourceSharePermissions", &on_share)] {
        assert_eq!(listed["permissions"][0]["arn"], READ);
    }
    assert_eq!(session.ok(OUTSIDER, OPERATION, &json!({})), json!({ "permissions": [] }), "none is the outsider's own");
    // Now the share has a resource of the type.
    assert_eq!(session.associations(&json!({ "resourceType": "ssm:parameter" })), ["team read:1"]);
    assert_eq!(session.associations(&json!({ "resourceType": "codebuild:Project" })), [""; 0]);
}
