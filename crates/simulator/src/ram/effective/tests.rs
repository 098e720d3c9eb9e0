use super::*;
use crate::operation::Until;
use crate::ram::share::{Association, AssociationEvent, Content, Wait};
use crate::ram::testing::{GET, READ, Session};
use crate::value::Region;
use serde_json::json;

const PARAMETER: &str = "arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings";
const SUBNET: &str = "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0";
const ORGANIZATION: &str = "arn:aws:organizations::123456789012:organization/o-exampleorg1";
const UNIT: &str = "arn:aws:organizations::123456789012:ou/o-exampleorg1/ou-exam-workload1";

/// Adds entities to the newest share and completes the asynchronous work.
fn put(session: &mut Session, things: &[(AssociationKind, &str, &str)]) {
    let number = session.0.ram().shares().all().len() - 1;
    let now = session.0.now();
    for (kind, entity, resource_type) in things {
        let receiver = principal::Principal::parse(entity).map(|found| found.receiver().to_owned()).unwrap_or_default();
        let content = Content {
            kind: *kind,
            entity: (*entity).into(),
            receiver: receiver.into(),
            resource_type: (*resource_type).into(),
            external: false,
        };
        session.0.ram.shares.associate(number, content, Wait::Service, now, &mut Vec::new()).unwrap();
    }
    let world = session.0.world().clone();
    session.0.ram.shares.settle(&world, &|_, _| true, Until::Done, &mut Vec::new());
}

/// The share `team` with the permission `read` and the parameter.
fn shared(principals: &[&str]) -> Session {
    let mut session = Session::with_permission();
    session.share();
    let mut things = vec![(AssociationKind::Resource, PARAMETER, "ssm:Parameter")];
    things.extend(principals.iter().map(|entity| (AssociationKind::Principal, *entity, "")));
    put(&mut session, &things);
    session
}

fn policy(session: &Session, principal: Option<&str>) -> Option<Value> {
    policy_of(session.0.ram(), PARAMETER, &Region::default(), principal).map(|text| serde_json::from_str(&text).unwrap())
}

#[test]
fn a_policy_is_spelled_as_in_the_example() {
    let session = shared(&[]);
    let expected = format!(
        r#"{{"Version":"2008-10-17","Statement":[{{"Sid":"RamStatement1","Effect":"Allow","Principal":{{"AWS":[]}},"Action":["ssm:GetParameter"],"Resource":"{PARAMETER}"}}]}}"#
    );
    assert_eq!(policy_of(session.0.ram(), PARAMETER, &Region::default(), None), Some(expected));
    assert_eq!(policy_of(session.0.ram(), SUBNET, &Region::default(), None), None);
}

#[test]
fn principals_of_each_kind_have_their_statement() {
    let role = "arn:aws:iam::444455556666:role/reader";
    let session = shared(&["210987654321", ORGANIZATION, UNIT, role, "acm-pca.amazonaws.com"]);
    let policy = policy(&session, None).unwrap();
    let rows: Vec<_> = policy["Statement"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["Sid"].as_str().unwrap(), row["Principal"].clone(), row.get("Condition").cloned()))
        .collect();
    assert_eq!(
        rows,
        [
            ("RamStatement1", json!({ "AWS": ["210987654321", role] }), None),
            ("RamStatement2", json!("*"), Some(json!({ "StringEquals": { "aws:PrincipalOrgID": "o-exampleorg1" } }))),
            (
                "RamStatement3",
                json!("*"),
                Some(json!({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-exampleorg1/*/ou-exam-workload1/*"] } }))
            ),
            (
                "RamStatement4",
                json!({ "Service": "acm-pca.amazonaws.com" }),
                Some(json!({ "StringEquals": { "aws:SourceAccount": ["111122223333"] } }))
            ),
        ]
    );
}

#[test]
fn one_principal_may_be_asked_for() {
    let session = shared(&["210987654321", "444455556666"]);
    let found = policy(&session, Some("444455556666")).unwrap();
    assert_eq!(found["Statement"][0]["Principal"], json!({ "AWS": ["444455556666"] }));
    assert_eq!(policy(&session, Some("123456789012")), None);
}

#[test]
fn sources_narrow_what_a_service_may_come_from() {
    let mut session = shared(&["acm-pca.amazonaws.com"]);
    let sources = ["123456789012", "arn:aws:pca-connector-ad:us-east-1:123456789012:connector/x", "o-exampleorg1", "o-exampleorg1/r-1"];
    put(&mut session, &sources.map(|source| (AssociationKind::Source, source, "")));
    assert_eq!(
        policy(&session, None).unwrap()["Statement"][0]["Condition"],
        json!({
            "StringEquals": { "aws:SourceAccount": [sources[0]], "aws:SourceOrgID": [sources[2]] },
            "ArnLike": { "aws:SourceArn": [sources[1]] },
            "ForAnyValue:StringLike": { "aws:SourceOrgPaths": [sources[3]] },
        })
    );
}

#[test]
fn a_share_keeps_the_version_it_has() {
    let mut session = shared(&["444455556666"]);
    let template = r#"{"Effect":"Allow","Action":"ssm:GetParameters","Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#;
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": template }));
    let actions = |session: &Session| {
        let account = "444455556666".parse().unwrap();
        let found: Vec<_> = for_account(session.0.ram(), session.0.world(), PARAMETER, &account).collect();
        assert_eq!(found.len(), 1);
        (found[0].attached.unwrap().version, found[0].actions().join(" "), found[0].condition().cloned())
    };
    assert_eq!(actions(&session), (1, "ssm:GetParameter".to_owned(), None));
    session.share();
    assert_eq!(actions(&session), (2, "ssm:GetParameters".to_owned(), Some(json!({ "Bool": { "aws:SecureTransport": "true" } }))));
}

#[test]
fn parameters_stand_in_the_statement_with_their_values() {
    let mut session = Session::new();
    let template =
        r#"{"Effect":"Allow","Action":["ssm:GetParameter"],"Condition":{"StringEquals":{"aws:ResourceTag/@{key}":"@{values}"}}}"#;
    let parameters = json!([{ "name": "key", "type": "STRING" }, { "name": "values", "type": "STRING_LIST" }]);
    session.accepted(
        "CreatePermission",
        &json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": template, "permissionTemplateParameters": parameters }),
    );
    session.share();
    put(&mut session, &[(AssociationKind::Resource, PARAMETER, "ssm:Parameter")]);
    let given = serde_json::from_value(json!([{ "name": "key", "values": ["team"] }, { "name": "values", "values": ["a", "b"] }])).unwrap();
    session.0.ram.shares.change(0, |share| {
        let attached = share.permission_for("ssm:Parameter").unwrap().clone();
        share.attach("ssm:Parameter", Attached { parameters: Some(given), ..attached })
    });
    let statement = &policy(&session, None).unwrap()["Statement"][0];
    assert_eq!(statement["Condition"], json!({ "StringEquals": { "aws:ResourceTag/team": ["a", "b"] } }));
}

#[test]
fn only_who_is_reached_gets_anything_and_only_while_it_is_so() {
    let mut session = shared(&[ORGANIZATION]);
    let count =
        |session: &Session, account: &str| for_account(session.0.ram(), session.0.world(), PARAMETER, &account.parse().unwrap()).count();
    assert_eq!(["123456789012", "210987654321", "444455556666"].map(|account| count(&session, account)), [1, 1, 0]);
    let now = session.0.now();
    let (number, _): (usize, &Association) = session.0.ram().shares().entity(0, AssociationKind::Principal, ORGANIZATION).unwrap();
    session.0.ram.shares.take_out(number, AssociationEvent::Disassociate, now, &mut Vec::new());
    session.0.settle();
    assert_eq!((count(&session, "210987654321"), policy(&session, None).is_some()), (0, true));
    session.0.ram.shares.delete(0, now, &mut Vec::new());
    session.0.settle();
    assert_eq!(policy(&session, None), None);
}

#[test]
fn a_permission_without_a_published_text_says_nothing() {
    let mut session = Session::new();
    let vault = "arn:aws:backup:us-east-1:111122223333:backup-vault:shared-vault";
    session.accepted("CreatePermission", &json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    session.share();
    put(&mut session, &[(AssociationKind::Resource, vault, "backup:BackupVault")]);
    let found: Vec<_> = of_resource(session.0.ram(), vault).map(|allowance| (allowance.attached.is_some(), allowance.statement)).collect();
    assert_eq!(found, [(false, None)]);
    assert_eq!(policy_of(session.0.ram(), vault, &Region::default(), None), None);
}
