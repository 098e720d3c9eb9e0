use super::*;
use crate::service::Options;
use crate::service::ram::testing::OWNER;

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
    empty.accounts = crate::service::table::Table::new();
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
        let changes = store.put_resource(&placement(json), Timestamp::DEFAULT_START).unwrap();
        assert_eq!((changes.len(), changes[0].resource.as_str(), changes[0].to.as_str()), (1, arn, "AVAILABLE"));
        assert_eq!(store.put_resource(&placement(json), Timestamp::DEFAULT_START).unwrap(), Vec::new());
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
    ] {
        assert_eq!(Store::default().put_resource(&placement(json), Timestamp::DEFAULT_START).unwrap_err(), sentence);
    }
    assert!(serde_json::from_str::<ResourcePlacement>(r#"{"arn":"x"}"#).is_err());
}
