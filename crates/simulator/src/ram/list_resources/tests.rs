use crate::ram::testing::{OWNER, READ, Session, assert_refused};
use serde_json::{Value, json};

const PARAMETER: &str = "arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings";
const SUBNET: &str = "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0";
const VAULT: &str = "arn:aws:backup:us-east-1:111122223333:backup-vault:shared-vault";
const NETWORK: &str = "arn:aws:networkmanager::111122223333:core-network/core-network-1";
const OUTSIDER: &str = "444455556666";

/// The owner's shares `one` (a parameter and a vault, for the owner itself and an outsider who accepted) and `two` (a vault and
/// a global network). Returns the ARNs of both.
fn session() -> (Session, String, String) {
    let mut session = Session::new();
    let arn = |answer: &Value| answer["resourceShare"]["resourceShareArn"].as_str().unwrap().to_owned();
    let input = json!({ "name": "one", "resourceArns": [PARAMETER, VAULT], "principals": [OUTSIDER, OWNER] });
    let one = arn(&session.accepted("CreateResourceShare", &input));
    let two = arn(&session.accepted("CreateResourceShare", &json!({ "name": "two", "resourceArns": [VAULT, NETWORK] })));
    let invited = session.call_as(OUTSIDER, "us-east-1", "GetResourceShareInvitations", &json!({}));
    let invitation = invited.body()["resourceShareInvitations"][0]["resourceShareInvitationArn"].clone();
    session.call_as(OUTSIDER, "us-east-1", "AcceptResourceShareInvitation", &json!({ "resourceShareInvitationArn": invitation }));
    session.0.settle();
    (session, one, two)
}

/// The resources of a response and their shares.
fn shown(answer: &Value) -> Vec<(&str, &str)> {
    let rows = answer["resources"].as_array().unwrap().iter();
    rows.map(|row| (row["arn"].as_str().unwrap(), row["resourceShareArn"].as_str().unwrap())).collect()
}

fn listed(session: &mut Session, account: &str, input: &Value) -> Vec<String> {
    let exchange = session.call_as(account, "us-east-1", "ListResources", input);
    let answer = exchange.body();
    assert_eq!(exchange.response.status, 200, "{answer}");
    shown(&answer).into_iter().map(|(arn, _)| arn.to_owned()).collect()
}

#[test]
fn a_row_has_six_members_and_the_last_page_a_token() {
    let (mut session, one, two) = session();
    let answer = session.accepted("ListResources", &json!({ "resourceOwner": "SELF" }));
    assert_eq!(shown(&answer), [(PARAMETER, one.as_str()), (VAULT, &one), (VAULT, &two), (NETWORK, &two)]);
    let keys: Vec<_> = answer["resources"][0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["arn", "creationTime", "lastUpdatedTime", "resourceRegionScope", "resourceShareArn", "type"]);
    assert_eq!(
        (&answer["resources"][0]["type"], &answer["resources"][3]["resourceRegionScope"]),
        (&json!("ssm:Parameter"), &json!("GLOBAL"))
    );
    let token = answer["nextToken"].as_str().unwrap();
    assert!(token.starts_with("AAMA-"));
    session.answers("ListResources", &json!({ "resourceOwner": "SELF", "nextToken": token }), r#"{"resources":[]}"#);
}

#[test]
fn pages_go_through_all_shares() {
    let (mut session, ..) = session();
    let mut found = Vec::new();
    let mut input = json!({ "resourceOwner": "SELF", "maxResults": 1 });
    for _ in 0..5 {
        let answer = session.accepted("ListResources", &input);
        found.extend(shown(&answer).into_iter().map(|(arn, _)| arn.to_owned()));
        input["nextToken"] = answer["nextToken"].clone();
    }
    assert_eq!((found, input["nextToken"].is_null()), ([PARAMETER, VAULT, VAULT, NETWORK].map(str::to_owned).to_vec(), true));
}

#[test]
fn filters_narrow_the_own_list() {
    let (mut session, one, two) = session();
    for (filter, expected) in [
        (json!({ "principal": OUTSIDER }), &[PARAMETER, VAULT][..]),
        (json!({ "principal": "210987654321" }), &[]),
        (json!({ "resourceType": "backup:backupvault" }), &[VAULT, VAULT]),
        (json!({ "resourceArns": [VAULT, SUBNET] }), &[VAULT, VAULT]),
        (json!({ "resourceArns": [SUBNET] }), &[]),
        (json!({ "resourceShareArns": [two, one] }), &[PARAMETER, VAULT, VAULT, NETWORK]),
        (json!({ "resourceShareArns": [two], "resourceArns": [PARAMETER] }), &[]),
        (json!({ "resourceRegionScope": "GLOBAL" }), &[NETWORK]),
        (json!({ "resourceRegionScope": "REGIONAL", "resourceShareArns": [two] }), &[VAULT]),
        (json!({ "resourceRegionScope": "GLOBAL", "resourceType": "ssm:Parameter" }), &[]),
        (json!({ "resourceType": "backup:BackupVault", "principal": OUTSIDER, "resourceArns": [VAULT] }), &[VAULT]),
    ] {
        let mut input = filter.clone();
        input["resourceOwner"] = json!("SELF");
        assert_eq!(listed(&mut session, OWNER, &input), expected, "{filter}");
    }
}

#[test]
fn others_see_what_reaches_them_once_they_have_accepted() {
    let (mut session, one, two) = session();
    let others = json!({ "resourceOwner": "OTHER-ACCOUNTS" });
    assert_eq!(listed(&mut session, OUTSIDER, &others), [PARAMETER, VAULT]);
    assert_eq!(listed(&mut session, "210987654321", &others), Vec::<String>::new());
    assert_eq!(listed(&mut session, OWNER, &others), Vec::<String>::new(), "what is one's own is not of others");
    let typed = json!({ "resourceOwner": "OTHER-ACCOUNTS", "resourceType": "ssm:Parameter", "resourceShareArns": [one] });
    assert_eq!(listed(&mut session, OUTSIDER, &typed), [PARAMETER]);
    let hidden = json!({ "resourceOwner": "OTHER-ACCOUNTS", "resourceShareArns": [two] });
    let exchange = session.call_as(OUTSIDER, "us-east-1", "ListResources", &hidden);
    assert_refused(&exchange, "UnknownResourceException", &format!("ResourceShare {two} could not be found."));
    let elsewhere = session.call_as(OUTSIDER, "eu-west-1", "ListResources", &others);
    assert_eq!(elsewhere.response.body, r#"{"resources":[]}"#);
    session.accepted("DisassociateResourceShare", &json!({ "resourceShareArn": one, "principals": [OUTSIDER] }));
    session.0.settle();
    assert_eq!(listed(&mut session, OUTSIDER, &others), Vec::<String>::new());
}

#[test]
fn what_is_not_in_yet_or_out_again_is_not_listed() {
    let mut session = Session::new();
    let answer = session.accepted("CreateResourceShare", &json!({ "name": "one", "resourceArns": [PARAMETER] }));
    let own = json!({ "resourceOwner": "SELF" });
    session.0.settle();
    assert_eq!(listed(&mut session, OWNER, &own), [PARAMETER]);
    let share = &answer["resourceShare"]["resourceShareArn"];
    session.accepted("DisassociateResourceShare", &json!({ "resourceShareArn": share, "resourceArns": [PARAMETER] }));
    session.0.settle();
    assert_eq!(listed(&mut session, OWNER, &own), Vec::<String>::new());
    let restored = crate::Simulator::restore(&session.0.snapshot()).unwrap();
    assert_eq!(restored, session.0, "the index follows from the records");
}

#[test]
fn what_is_named_is_judged() {
    let (mut session, ..) = session();
    for (filter, error, message) in [
        (json!({ "resourceType": "ec2:Instance" }), "InvalidResourceTypeException", "Invalid resource type: ec2:Instance".to_owned()),
        (
            json!({ "resourceShareArns": [READ] }),
            "MalformedArnException",
            "The specified resource share ARN is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (
            json!({ "resourceArns": ["subnet-1"] }),
            "MalformedArnException",
            "The specified resource ARN subnet-1 is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (
            json!({ "principal": "o-1" }),
            "InvalidParameterException",
            "Principal ID o-1 is malformed. Verify the ID and try again.".to_owned(),
        ),
        (
            json!({ "resourceRegionScope": "LOCAL" }),
            "InvalidParameterException",
            "LOCAL is not a valid resource region scope value. Specify a valid value and try again.".to_owned(),
        ),
        (
            json!({ "resourceOwner": "invalid" }),
            "InvalidParameterException",
            "invalid is not a valid resource owner. Specify either SELF or OTHER-ACCOUNTS and try again.".to_owned(),
        ),
    ] {
        let mut input = json!({ "resourceOwner": "SELF" });
        input.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
        session.refused("ListResources", &input, error, &message);
    }
}

#[test]
fn a_consumer_sees_a_status_and_the_owner_does_not() {
    let (mut session, ..) = session();
    for (account, owner, status) in [(OWNER, "SELF", Value::Null), (OUTSIDER, "OTHER-ACCOUNTS", json!("AVAILABLE"))] {
        let answer = session.call_as(account, "us-east-1", "ListResources", &json!({ "resourceOwner": owner })).body();
        let rows = answer["resources"].as_array().unwrap();
        assert!(!rows.is_empty() && rows.iter().all(|row| row["status"] == status), "{answer}");
    }
}
