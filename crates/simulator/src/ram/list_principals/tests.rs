use crate::ram::testing::{OWNER, Session};
use serde_json::{Value, json};

const PARAMETER: &str = "arn:aws:ssm:us-east-1:123456789012:parameter/team/settings";
const MANAGEMENT: &str = "123456789012";
const MEMBER: &str = "210987654321";
const OUTSIDER: &str = "444455556666";
const ORGANIZATION: &str = "arn:aws:organizations::123456789012:organization/o-exampleorg1";

/// The management account shares a parameter with its organization and, in a second share, with an outsider who accepted.
/// Returns the ARNs of both shares.
fn session() -> (Session, [String; 2]) {
    let mut session = Session::new();
    let mut call = |account: &str, operation: &str, input: &Value| session.call_as(account, "us-east-1", operation, input).body();
    call(MANAGEMENT, "EnableSharingWithAwsOrganization", &json!({}));
    let shares = [json!([ORGANIZATION, MEMBER]), json!([OUTSIDER])].map(|principals| {
        let input = json!({ "name": "team", "resourceArns": [PARAMETER], "principals": principals });
        let answer = call(MANAGEMENT, "CreateResourceShare", &input);
        answer["resourceShare"]["resourceShareArn"].as_str().unwrap().to_owned()
    });
    let invitation =
        call(OUTSIDER, "GetResourceShareInvitations", &json!({}))["resourceShareInvitations"][0]["resourceShareInvitationArn"].clone();
    call(OUTSIDER, "AcceptResourceShareInvitation", &json!({ "resourceShareInvitationArn": invitation }));
    session.0.settle();
    (session, shares)
}

fn listed(session: &mut Session, account: &str, filter: &Value) -> Vec<(String, String, bool)> {
    let exchange = session.call_as(account, "us-east-1", "ListPrincipals", filter);
    let answer = exchange.body();
    assert_eq!(exchange.response.status, 200, "{answer}");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = answer["principals"].as_array().unwrap().iter();
    rows.map(|row| (text(&row["id"]), text(&row["resourceShareArn"]), row["external"].as_bool().unwrap())).collect()
}

fn row(id: &str, share: &str, external: bool) -> (String, String, bool) {
    (id.to_owned(), share.to_owned(), external)
}

#[test]
fn the_owner_sees_with_whom_it_shares() {
    let (mut session, [one, two]) = session();
    let all = [row(ORGANIZATION, &one, false), row(MEMBER, &one, false), row(OUTSIDER, &two, true)];
    assert_eq!(listed(&mut session, MANAGEMENT, &json!({ "resourceOwner": "SELF" })), all);
    for (filter, expected) in [
        (json!({ "principals": [OUTSIDER, MEMBER] }), &all[1..]),
        (json!({ "principals": [OWNER] }), &[]),
        (json!({ "resourceArn": PARAMETER }), &all[..]),
        (json!({ "resourceArn": PARAMETER.replace("settings", "other") }), &[]),
        (json!({ "resourceType": "ssm:parameter" }), &all[..]),
        (json!({ "resourceType": "ec2:Subnet" }), &[]),
        (json!({ "resourceShareArns": [two] }), &all[2..]),
    ] {
        let mut input = filter.clone();
        input["resourceOwner"] = json!("SELF");
        assert_eq!(listed(&mut session, MANAGEMENT, &input), expected, "{filter}");
    }
}

#[test]
fn a_row_has_five_members_and_pages_follow_each_other() {
    let (mut session, [_, two]) = session();
    let exchange = session.call_as(MANAGEMENT, "us-east-1", "ListPrincipals", &json!({ "resourceOwner": "SELF", "maxResults": 2 }));
    let answer = exchange.body();
    let keys: Vec<_> = answer["principals"][0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["creationTime", "external", "id", "lastUpdatedTime", "resourceShareArn"]);
    let next = json!({ "resourceOwner": "SELF", "maxResults": 2, "nextToken": answer["nextToken"] });
    assert_eq!(listed(&mut session, MANAGEMENT, &next), [row(OUTSIDER, &two, true)]);
    let last = session.call_as(MANAGEMENT, "us-east-1", "ListPrincipals", &next).body();
    assert_eq!(last.get("nextToken"), None);
}

#[test]
fn a_consumer_sees_the_owners_of_what_reaches_it() {
    let (mut session, [one, two]) = session();
    let others = json!({ "resourceOwner": "OTHER-ACCOUNTS" });
    assert_eq!(listed(&mut session, MEMBER, &others), [row(MANAGEMENT, &one, false)], "reached twice, listed once");
    assert_eq!(listed(&mut session, OUTSIDER, &others), [row(MANAGEMENT, &two, true)]);
    assert_eq!(listed(&mut session, OWNER, &others), []);
    for (principal, count) in [(MANAGEMENT, 1), (OWNER, 0), (ORGANIZATION, 0)] {
        let input = json!({ "resourceOwner": "OTHER-ACCOUNTS", "principals": [principal] });
        assert_eq!(listed(&mut session, MEMBER, &input).len(), count, "{principal}");
    }
    let input = json!({ "resourceOwner": "OTHER-ACCOUNTS", "resourceShareArns": [one], "principals": [ORGANIZATION] });
    assert_eq!(listed(&mut session, MEMBER, &input), [], "who is no account owns no share, named or not");
    let input = json!({ "resourceOwner": "OTHER-ACCOUNTS", "resourceArn": PARAMETER, "resourceType": "ssm:Parameter" });
    assert_eq!(listed(&mut session, MEMBER, &input).len(), 1);
}

#[test]
fn what_is_named_is_judged() {
    let mut session = Session::new();
    for (filter, error, message) in [
        (json!({ "resourceType": "ec2:Instance" }), "InvalidParameterException", "Invalid resource type: ec2:Instance"),
        (json!({ "principals": ["x"] }), "InvalidParameterException", "Principal ID x is malformed. Verify the ID and try again."),
        (
            json!({ "resourceArn": "x" }),
            "MalformedArnException",
            "The specified resource ARN x is not valid. Verify the ARN and try again.",
        ),
    ] {
        let mut input = filter;
        input["resourceOwner"] = json!("SELF");
        session.refused("ListPrincipals", &input, error, message);
    }
    let message = "The parameter resourceOwner cannot be null. Specify a value for resourceOwner and try again.";
    session.refused("ListPrincipals", &json!({}), "InvalidParameterException", message);
}
