use crate::ram::SharePlacement;
use crate::ram::testing::{GET, GET_ALL, OWNER, READ, Session};
use crate::{Intervention, Simulator};
use serde_json::json;

fn placement(account: &str, name: &str, arn: &str) -> Intervention {
    let (account, region) = (account.parse().unwrap(), "us-east-1".parse().unwrap());
    Intervention::Share(SharePlacement { account, region, name: name.into(), permission_arn: arn.into() })
}

/// The name and the permission versions of every share.
fn shares(simulator: &Simulator) -> Vec<(String, Vec<u32>)> {
    let versions = |share: &crate::ram::ResourceShare| share.permissions().map(|(_, attached)| attached.version).collect();
    simulator.ram().shares().all().map(|share| (share.name().to_owned(), versions(share))).collect()
}

#[test]
fn a_share_keeps_its_version_until_it_is_given_another() {
    let mut session = Session::with_permission();
    let made = session.0.intervene(&placement(OWNER, "team", READ)).unwrap();
    assert!(made[0].resource.starts_with("arn:aws:ram:us-east-1:111122223333:resource-share/"), "{}", made[0].resource);
    assert_eq!((made.len(), made[1].from.as_deref(), made[1].to.as_str()), (2, None, "read:1"));
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    assert_eq!(shares(&session.0), [("team".to_owned(), vec![1])]);
    let moved = session.0.intervene(&placement(OWNER, "team", READ)).unwrap();
    assert_eq!((moved[0].from.as_deref(), moved[0].to.as_str()), (Some("read:1"), "read:2"));
    assert_eq!(shares(&session.0), [("team".to_owned(), vec![2])]);
    session.accepted("DeletePermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 1 }));
}

#[test]
fn a_share_has_one_permission_for_each_type() {
    let mut session = Session::with_permission();
    for (name, resource_type, template) in
        [("other", "ssm:Parameter", GET), ("api", "appsync:Apis", r#"{"Effect":"Allow","Action":"appsync:GraphQL"}"#)]
    {
        session.accepted("CreatePermission", &json!({ "name": name, "resourceType": resource_type, "policyTemplate": template }));
    }
    for name in ["read", "other", "api"] {
        let arn = format!("arn:aws:ram:us-east-1:111122223333:permission/{name}");
        session.0.intervene(&placement(OWNER, "team", &arn)).unwrap();
    }
    assert_eq!(shares(&session.0), [("team".to_owned(), vec![1, 1])]);
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
}

#[test]
fn what_cannot_be_shared_is_said_and_changes_nothing() {
    let mut session = Session::with_permission();
    session.accepted("CreatePermission", &json!({ "name": "gone", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    let gone = "arn:aws:ram:us-east-1:111122223333:permission/gone";
    session.accepted("DeletePermission", &json!({ "permissionArn": gone }));
    let retired = "arn:aws:ram:us-east-1:111122223333:permission/retired";
    session.accepted("CreatePermission", &json!({ "name": "retired", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    session.accepted("UpdatePermission", &json!({ "permissionArn": retired, "status": "DEPRECATED" }));
    let before = session.0.clone();
    for (account, arn, error) in [
        (OWNER, "read", "`read` is not the ARN of a permission. The form is `arn:aws:ram:us-east-1:111122223333:permission/name`."),
        (OWNER, retired, "`arn:aws:ram:us-east-1:111122223333:permission/retired` is DEPRECATED; bring it back first (UpdatePermission)"),
        (OWNER, gone, "there is no permission `arn:aws:ram:us-east-1:111122223333:permission/gone`; create it first"),
        (
            OWNER,
            "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet",
            "`AWSRAMDefaultPermissionSubnet` is AWS managed; put a customer managed permission on the share",
        ),
        (
            "444455556666",
            READ,
            "`arn:aws:ram:us-east-1:111122223333:permission/read` is not in account `444455556666`, Region `us-east-1`; a share holds its owner's permissions",
        ),
    ] {
        assert_eq!(session.0.intervene(&placement(account, "team", arn)).unwrap_err(), error);
    }
    assert_eq!(session.0, before);
}

#[test]
fn everything_survives_a_snapshot() {
    let mut session = Session::with_versions(3);
    session.share();
    session.accepted("DeletePermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 1, "clientToken": "t" }));
    let restored = Simulator::restore(&session.0.snapshot()).unwrap();
    assert_eq!(restored, session.0);
}
