use crate::ram::testing::{GET_ALL, OWNER, READ, Session};
use serde_json::{Value, json};

const PARAMETER: &str = "arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings";
const SUBNET: &str = "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0";

/// A session in which `read` is on a share that has the parameter and the owner itself as principal.
fn session() -> Session {
    let mut session = Session::with_permission();
    let input = json!({ "name": "team", "resourceArns": [PARAMETER], "principals": [OWNER], "permissionArns": [READ] });
    session.accepted("CreateResourceShare", &input);
    session.0.settle();
    session
}

fn policies(session: &mut Session, input: &Value) -> Vec<Value> {
    let answer = session.accepted("GetResourcePolicies", input);
    answer["policies"].as_array().unwrap().iter().map(|text| serde_json::from_str(text.as_str().unwrap()).unwrap()).collect()
}

#[test]
fn the_policy_allows_what_the_permission_does() {
    let mut session = session();
    let policy = format!(
        r#"{{\"Version\":\"2008-10-17\",\"Statement\":[{{\"Sid\":\"RamStatement1\",\"Effect\":\"Allow\",\"Principal\":{{\"AWS\":[\"{OWNER}\"]}},\"Action\":[\"ssm:GetParameter\"],\"Resource\":\"{PARAMETER}\"}}]}}"#
    );
    session.answers("GetResourcePolicies", &json!({ "resourceArns": [PARAMETER] }), &format!(r#"{{"policies":["{policy}"]}}"#));
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    let action = |session: &mut Session| policies(session, &json!({ "resourceArns": [PARAMETER] }))[0]["Statement"][0]["Action"].clone();
    assert_eq!(action(&mut session), json!(["ssm:GetParameter"]), "a share keeps its version");
    let share = session.share_arn();
    session.accepted("AssociateResourceSharePermission", &json!({ "resourceShareArn": share, "permissionArn": READ, "replace": true }));
    assert_eq!(action(&mut session), json!(["ssm:GetParameters"]));
}

#[test]
fn every_share_adds_its_statements_and_one_principal_may_be_asked_for() {
    let mut session = session();
    let input = json!({ "name": "second", "resourceArns": [PARAMETER], "principals": ["444455556666"] });
    session.accepted("CreateResourceShare", &input);
    session.0.settle();
    let own = policies(&mut session, &json!({ "resourceArns": [PARAMETER] }));
    let sids: Vec<_> = own[0]["Statement"].as_array().unwrap().iter().map(|row| (&row["Sid"], &row["Principal"]["AWS"])).collect();
    assert_eq!(sids, [(&json!("RamStatement1"), &json!([OWNER])), (&json!("RamStatement2"), &json!([]))], "an invitation is not access");
    let asked = json!({ "resourceArns": [PARAMETER], "principal": OWNER });
    assert_eq!(policies(&mut session, &asked)[0]["Statement"].as_array().unwrap().len(), 1);
    assert_eq!(policies(&mut session, &json!({ "resourceArns": [PARAMETER], "principal": "123456789012" })), Vec::<Value>::new());
}

#[test]
fn what_is_not_shared_has_no_policy_and_pages_go_by_resources() {
    let mut session = session();
    session.answers("GetResourcePolicies", &json!({ "resourceArns": [SUBNET] }), r#"{"policies":[]}"#);
    session.accepted("CreateResourceShare", &json!({ "name": "all", "resourceArns": [PARAMETER.replace("settings", "other")] }));
    session.0.settle();
    let both = json!({ "resourceArns": [PARAMETER, SUBNET, PARAMETER.replace("settings", "other"), PARAMETER], "maxResults": 1 });
    let first = session.accepted("GetResourcePolicies", &both);
    let mut next = both.clone();
    next["nextToken"] = first["nextToken"].clone();
    let second = session.accepted("GetResourcePolicies", &next);
    assert!(second["policies"][0].as_str().unwrap().contains("parameter/shared/other"), "{second}");
    assert_eq!(second.get("nextToken"), None);
    let elsewhere = session.call_as(OWNER, "eu-west-1", "GetResourcePolicies", &json!({ "resourceArns": [PARAMETER] }));
    assert_eq!(elsewhere.response.body, r#"{"policies":[]}"#);
}

#[test]
fn what_is_named_is_judged() {
    let mut session = session();
    let foreign = PARAMETER.replace(OWNER, "123456789012");
    for (input, error, message) in [
        (
            json!({ "resourceArns": ["x"] }),
            "MalformedArnException",
            "The specified resource ARN x is not valid. Verify the ARN and try again.".to_owned(),
        ),
        (
            json!({ "resourceArns": [foreign] }),
            "ResourceArnNotFoundException",
            format!("The specified resource ARN {foreign} was not found. Verify the ARN and try again."),
        ),
        (
            json!({ "resourceArns": [PARAMETER], "principal": "x" }),
            "InvalidParameterException",
            "Principal ID x is malformed. Verify the ID and try again.".to_owned(),
        ),
        (
            json!({}),
            "InvalidParameterException",
            "The parameter resourceArns cannot be null. Specify a value for resourceArns and try again.".to_owned(),
        ),
    ] {
        session.refused("GetResourcePolicies", &input, error, &message);
    }
}
