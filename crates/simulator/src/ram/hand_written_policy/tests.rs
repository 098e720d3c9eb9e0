use super::*;
use crate::Intervention;
use crate::ram::effective;
use crate::ram::testing::{OWNER, Session};
use serde_json::json;

const PARAMETER: &str = "arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings";

fn policy(principal: &Value, action: &Value) -> Value {
    json!({ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": principal, "Action": action, "Resource": PARAMETER }] })
}

fn write(session: &mut Session, policy: Value) -> Result<Vec<Change>, String> {
    session.0.intervene(&Intervention::ResourcePolicy(ResourcePolicy { resource_arn: PARAMETER.into(), policy }))
}

/// The newest share: its name, its feature set, and the permission's name, version and template.
fn newest(session: &Session) -> (String, &'static str, String, Option<String>) {
    let store = session.0.ram();
    let share = store.shares().all().next_back().unwrap();
    let attached = share.permission_for("ssm:Parameter").unwrap();
    let template = match &attached.permission {
        PermissionRef::Customer(arn) => store.permission(arn).map(|found| found.default_version().unwrap().template().to_owned()),
        PermissionRef::AwsManaged(_) => None,
    };
    (share.name().to_owned(), share.feature_set().name(), attached.label(), template)
}

#[test]
fn a_share_appears_with_a_permission_of_its_own() {
    let mut session = Session::new();
    let changes = write(&mut session, policy(&json!({ "AWS": "arn:aws:iam::444455556666:root" }), &json!("ssm:GetParameter"))).unwrap();
    assert!(changes.iter().any(|change| change.event == "created" && change.resource.contains("resource-share/")));
    let (name, feature_set, label, template) = newest(&session);
    assert_eq!((name.as_str(), feature_set), ("Resource Share From Policy Created by RAM", "CREATED_FROM_POLICY"));
    assert_eq!(template.as_deref(), Some(r#"{"Effect":"Allow","Action":["ssm:GetParameter"]}"#));
    let uuid = label.strip_suffix(":1").unwrap();
    assert_eq!((uuid.len(), uuid.as_bytes()[14]), (36, b'4'));
    let arn = format!("arn:aws:ram:us-east-1:{OWNER}:permission/{uuid}");
    let read = session.accepted("GetPermission", &json!({ "permissionArn": arn }));
    assert_eq!(read["permission"]["featureSet"], "CREATED_FROM_POLICY");
    session.0.settle();
    let store = session.0.ram();
    let share = store.shares().all().next().unwrap();
    assert!(share.content().allow_external);
    let within =
        |kind| store.shares().within(0, kind, None).map(|(_, found)| (found.entity().to_owned(), found.state().name(), found.external()));
    assert_eq!(within(AssociationKind::Resource).collect::<Vec<_>>(), [(PARAMETER.to_owned(), "ASSOCIATED", false)]);
    assert_eq!(within(AssociationKind::Principal).collect::<Vec<_>>(), [("444455556666".to_owned(), "ASSOCIATED", true)]);
}

#[test]
fn an_existing_permission_of_exactly_those_actions_is_taken() {
    let mut session = Session::with_permission();
    let them = json!({ "AWS": ["444455556666"] });
    write(&mut session, policy(&them, &json!("ssm:GetParameter"))).unwrap();
    assert_eq!(newest(&session).2, "read:1");
    let aws = json!(["ssm:DescribeParameters", "ssm:GetParameters", "SSM:getparameter"]);
    write(&mut session, policy(&them, &aws)).unwrap();
    assert_eq!(newest(&session).2, "AWSRAMDefaultPermissionSSMParameterReadOnly:1");
    let narrower = json!({ "Effect": "Allow", "Principal": them, "Action": "ssm:GetParameter", "Condition": { "Bool": { "aws:SecureTransport": "true" } } });
    write(&mut session, json!({ "Statement": narrower })).unwrap();
    let template = r#"{"Effect":"Allow","Action":["ssm:GetParameter"],"Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#;
    assert_eq!(newest(&session).3.as_deref(), Some(template));
}

#[test]
fn another_policy_takes_back_what_was_made_for_the_former() {
    let mut session = Session::new();
    let first = policy(&json!({ "AWS": "444455556666" }), &json!("ssm:GetParameter"));
    write(&mut session, first.clone()).unwrap();
    assert_eq!(write(&mut session, first).unwrap(), Vec::new(), "the same policy changes nothing");
    write(&mut session, policy(&json!({ "AWS": "444455556666" }), &json!("ssm:GetParameters"))).unwrap();
    session.0.settle();
    let states = |session: &Session| session.0.ram().shares().all().map(|share| share.state().name()).collect::<Vec<_>>();
    assert_eq!(states(&session), ["DELETED", "ACTIVE"]);
    let now = session.0.now();
    assert_eq!(session.0.ram().permissions(now).count(), 1, "the derived permission went with its share");
    write(&mut session, Value::Null).unwrap();
    session.0.settle();
    assert_eq!((states(&session), session.0.ram().permissions(now).count()), (vec!["DELETED", "DELETED"], 0));
    assert_eq!(session.0.ram().resource(PARAMETER).unwrap().policy, None);
    let snapshot = session.0.snapshot();
    assert_eq!(crate::Simulator::restore(&snapshot).unwrap(), session.0);
}

#[test]
fn each_statement_makes_a_share_and_a_consumer_gets_what_it_allows() {
    let mut session = Session::new();
    let statement = |who: &str, action: &str| json!({ "Effect": "Allow", "Principal": { "AWS": who }, "Action": action });
    let role = "arn:aws:iam::444455556666:role/reader";
    write(&mut session, json!({ "Statement": [statement("210987654321", "ssm:GetParameter"), statement(role, "ssm:GetParameters")] }))
        .unwrap();
    session.0.settle();
    let actions = |account: &str| -> Vec<String> {
        let found = effective::for_account(session.0.ram(), session.0.world(), PARAMETER, &account.parse().unwrap());
        found.flat_map(|allowance| allowance.actions().into_iter().map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    assert_eq!(actions("210987654321"), ["ssm:GetParameter"]);
    assert_eq!(actions("444455556666"), ["ssm:GetParameters"]);
    assert_eq!(actions("123456789012"), Vec::<String>::new());
}

#[test]
fn what_ram_refuses_is_said_in_its_words_and_changes_nothing() {
    let mut session = Session::new();
    let them = json!({ "AWS": "444455556666" });
    let statement = |extra: Value| {
        let mut statement = json!({ "Effect": "Allow", "Principal": them, "Action": "ssm:GetParameter" });
        statement.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        json!({ "Statement": [statement] })
    };
    let before = session.0.clone();
    for (policy, sentence) in [
        (json!("{"), "the policy is not JSON: EOF while parsing an object at line 1 column 1"),
        (json!({ "Version": "2012-10-17" }), "the policy has no `Statement`"),
        (statement(json!({ "Effect": "Deny" })), "InvalidPolicy: Only the Allow effect is supported"),
        (
            statement(json!({ "Action": "ssm:PutParameter" })),
            "InvalidPolicy: Input policy containing action that is not allowed for resource type ssm:Parameter",
        ),
        (
            statement(json!({ "Condition": { "StringEquals": { "aws:PrincipalAccount": "1" } } })),
            "InvalidPolicy: Invalid condition block aws:PrincipalAccount",
        ),
        (statement(json!({ "Principal": "*" })), "`*` is none that RAM shares with: name accounts, roles, users or services"),
        (statement(json!({ "Principal": {} })), "the statement has no `Principal`"),
        (
            statement(json!({ "Resource": "arn:aws:s3:::bucket" })),
            "the statement's `Resource` is not `arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings`",
        ),
    ] {
        assert_eq!(write(&mut session, policy).unwrap_err(), sentence);
    }
    assert_eq!(session.0, before);
}
