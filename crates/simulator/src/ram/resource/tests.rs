use super::*;
use crate::Intervention;
use crate::Options;
use crate::ram::Store;
use crate::ram::testing::shares::{MANAGEMENT, OUTSIDER};
use crate::ram::testing::{OWNER, Session};
use crate::world::World;
use serde_json::json;

fn world() -> World {
    Options::default().world().unwrap()
}

fn placement(json: &str) -> ResourcePlacement {
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_world_begins_with_something_to_share() {
    let store = Store::beginning(&world());
    let region = Region::default();
    let of =
        |account: &str| -> Vec<String> { store.resources_of(&account.parse().unwrap(), &region).map(|owned| owned.arn.clone()).collect() };
    assert_eq!(
        of(OWNER),
        [
            "arn:aws:backup:us-east-1:111122223333:backup-vault:shared-vault",
            "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0",
            "arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings",
        ]
    );
    assert_eq!((of("123456789012").len(), of("444455556666").len(), store.resources().len()), (3, 0, 6));
    let mut empty = world();
    empty.accounts = crate::collection::Map::new();
    assert_eq!(Store::beginning(&empty).resources().len(), 0);
}

#[test]
fn a_resource_is_made_by_its_arn_or_by_its_type_and_name() {
    let mut store = Store::default();
    for (json, arn) in [
        (
            r#"{"account":"111122223333","arn":"arn:aws:ssm:eu-west-1:111122223333:parameter/a/b"}"#,
            "arn:aws:ssm:eu-west-1:111122223333:parameter/a/b",
        ),
        (
            r#"{"account":"111122223333","region":"eu-west-1","type":"ec2:Subnet","name":"subnet-1"}"#,
            "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1",
        ),
        (
            r#"{"account":"111122223333","region":"eu-west-1","type":"ec2:IpamPool","name":"ipam-pool-1"}"#,
            "arn:aws:ec2::111122223333:ipam-pool/ipam-pool-1",
        ),
    ] {
        let changes = store.put_resource(&placement(json), &world()).unwrap();
        assert_eq!((changes.len(), changes[0].resource.as_str(), changes[0].to.as_str()), (1, arn, "AVAILABLE"));
        assert_eq!(store.put_resource(&placement(json), &world()).unwrap(), Vec::new());
        assert_eq!(store.resource(arn).unwrap().region.as_str(), "eu-west-1");
    }
    let text = serde_json::to_string(&store).unwrap();
    assert_eq!(serde_json::from_str::<Store>(&text).unwrap(), store);
}

#[test]
fn what_cannot_be_is_said_in_a_sentence() {
    for (json, sentence) in [
        (r#"{"account":"111122223333"}"#, "name the resource by `arn`, or by `type` and `name`"),
        (r#"{"account":"111122223333","type":"ssm:Parameter"}"#, "name the resource by `arn`, or by `type` and `name`"),
        (
            r#"{"account":"111122223333","type":"ssm:Secret","name":"x"}"#,
            "`ssm:Secret` is no type that can be shared; name one that ListResourceTypes shows",
        ),
        (
            r#"{"account":"111122223333","arn":"arn:aws:ec2:us-east-1:111122223333:instance/i-1"}"#,
            "`arn:aws:ec2:us-east-1:111122223333:instance/i-1` is no resource of a type that can be shared",
        ),
        (
            r#"{"account":"444455556666","arn":"arn:aws:ssm:us-east-1:111122223333:parameter/a"}"#,
            "`arn:aws:ssm:us-east-1:111122223333:parameter/a` is not in account `444455556666`",
        ),
        (
            r#"{"account":"111122223333","region":"eu-west-1","arn":"arn:aws:ssm:us-east-1:111122223333:parameter/a"}"#,
            "`arn:aws:ssm:us-east-1:111122223333:parameter/a` is not in Region `eu-west-1`",
        ),
        (
            r#"{"account":"111122223333","arn":"arn:aws:ssm:us-east-1:111122223333:parameter/a","deleted":true}"#,
            "there is no resource `arn:aws:ssm:us-east-1:111122223333:parameter/a`",
        ),
    ] {
        assert_eq!(Store::default().put_resource(&placement(json), &world()).unwrap_err(), sentence);
    }
    assert!(serde_json::from_str::<ResourcePlacement>(r#"{"arn":"x"}"#).is_err());
}

const SETTINGS: &str = "arn:aws:ssm:us-east-1:111122223333:parameter/shared/settings";
const VAULT: &str = "arn:aws:backup:us-east-1:111122223333:backup-vault:shared-vault";

fn delete(session: &mut Session, arn: &str) -> Vec<String> {
    let deletion =
        Intervention::Resource(ResourcePlacement { deleted: Some(true), ..ResourcePlacement::of_arn(OWNER.parse().unwrap(), arn) });
    assert_eq!(serde_json::to_value(&deletion).unwrap(), json!({ "resource": { "account": OWNER, "arn": arn, "deleted": true } }));
    let changes = session.0.intervene(&deletion).unwrap();
    changes.iter().map(|change| format!("{} {}", change.event, change.to)).collect()
}

#[test]
fn a_resource_that_is_deleted_leaves_its_shares() {
    let mut session = Session::new();
    session.make(OWNER, &json!({ "resourceArns": [SETTINGS, VAULT] }));
    session.0.settle();
    session.make(OWNER, &json!({ "name": "late", "resourceArns": [SETTINGS] }));
    let changes = delete(&mut session, SETTINGS);
    assert_eq!(changes, ["deleted DELETED", "disassociated DISASSOCIATING", "disassociated DISASSOCIATED"]);
    let status = |status: &str, arn: &str| (arn.to_owned(), status.to_owned());
    let within = session.within(OWNER, "RESOURCE");
    assert_eq!(within, [status("DISASSOCIATING", SETTINGS), status("ASSOCIATED", VAULT), status("DISASSOCIATED", SETTINGS)]);
    session.0.settle();
    assert_eq!(session.within(OWNER, "RESOURCE")[0], status("DISASSOCIATED", SETTINGS));
    let (ram, region) = (session.0.ram(), Region::default());
    assert!(ram.resource(SETTINGS).is_none() && ram.resource(VAULT).is_some());
    let left: Vec<_> = ram.resources_of(&OWNER.parse().unwrap(), &region).map(|owned| owned.arn.as_str()).collect();
    assert_eq!(left, [VAULT, "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-0123456789abcdef0"]);
    assert_eq!(ram.resources_of(&MANAGEMENT.parse().unwrap(), &region).count(), 3);
    assert_eq!(crate::Simulator::restore(&session.0.snapshot()).unwrap(), session.0);
}

#[test]
fn what_was_made_for_the_policy_of_a_deleted_resource_is_taken_back() {
    let mut session = Session::new();
    let statement = json!({ "Effect": "Allow", "Principal": { "AWS": OUTSIDER }, "Action": "ssm:GetParameter" });
    let policy = json!({ "resourcePolicy": { "resourceArn": SETTINGS, "policy": { "Statement": statement } } });
    session.0.intervene(&serde_json::from_value(policy).unwrap()).unwrap();
    session.0.settle();
    delete(&mut session, SETTINGS);
    session.0.settle();
    assert_eq!(session.0.ram().shares().all().map(|share| share.state().name()).collect::<Vec<_>>(), ["DELETED"]);
    let nothing = json!({ "resourcePolicy": { "resourceArn": SETTINGS, "policy": null } });
    assert_eq!(session.0.intervene(&serde_json::from_value(nothing).unwrap()).unwrap(), []);
    assert!(session.0.ram().resource(SETTINGS).is_none(), "taking a policy away makes no resource");
}
