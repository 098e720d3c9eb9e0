//! Properties of permissions and of what shares have of them, over random calls by their owner.

use crate::request::request;
use proptest::prelude::*;
use serde_json::{Value, json};
use simulator::ram::permission::{Permission, VersionStatus};
use simulator::ram::{PermissionArn, SharePlacement, Version};
use simulator::value::Timestamp;
use simulator::{Exchange, Intervention, Options, Simulator};
use std::collections::BTreeMap;

const OWNER: &str = "111122223333";
const NAMES: [&str; 3] = ["one", "two", "three"];

/// What the owner does. Numbers stand for names, versions, templates and shares.
#[derive(Clone, Debug)]
enum Deed {
    Create(usize),
    AddVersion(usize, usize),
    SetDefault(usize, u32),
    DeleteVersion(usize, u32),
    Delete(usize),
    Update(usize, &'static str),
    Attach(usize, usize),
    Detach(usize, usize),
    Replace(usize, usize),
    Wait(u32),
}

fn deed() -> impl Strategy<Value = Deed> {
    let (name, share) = (0..NAMES.len(), 0..2_usize);
    prop_oneof![
        2 => name.clone().prop_map(Deed::Create),
        8 => (name.clone(), 0..9_usize).prop_map(|(name, template)| Deed::AddVersion(name, template)),
        3 => (name.clone(), 1..8_u32).prop_map(|(name, version)| Deed::SetDefault(name, version)),
        5 => (name.clone(), 1..8_u32).prop_map(|(name, version)| Deed::DeleteVersion(name, version)),
        1 => name.clone().prop_map(Deed::Delete),
        1 => (name.clone(), prop_oneof![Just("DEPRECATED"), Just("ATTACHABLE")]).prop_map(|(name, status)| Deed::Update(name, status)),
        3 => (share.clone(), name.clone()).prop_map(|(share, name)| Deed::Attach(share, name)),
        1 => (share, name.clone()).prop_map(|(share, name)| Deed::Detach(share, name)),
        2 => (name.clone(), name).prop_map(|(from, to)| Deed::Replace(from, to)),
        2 => (1..40_u32).prop_map(Deed::Wait),
    ]
}

fn arn(name: usize) -> String {
    format!("arn:aws:ram:us-east-1:{OWNER}:permission/{}", NAMES[name])
}

/// Two shares with a permission each; the clock moves only when a deed says so.
fn begin() -> Simulator {
    let mut options = Options::default();
    options.settings.tick_milliseconds = 0;
    let mut simulator = Simulator::new(&options).unwrap();
    for name in 0..2 {
        call(&mut simulator, &Deed::Create(name));
        let (account, region) = (OWNER.parse().unwrap(), "us-east-1".parse().unwrap());
        let placement = SharePlacement { account, region, name: format!("share-{name}"), permission_arn: arn(name) };
        simulator.intervene(&Intervention::Share(placement)).unwrap();
    }
    simulator
}

/// Does a deed; none for a wait.
fn call(simulator: &mut Simulator, deed: &Deed) -> Option<Exchange> {
    let template = |number: usize| {
        let condition = json!({ "StringEquals": { "aws:SourceVpce": format!("vpce-{number}") } });
        json!({ "Effect": "Allow", "Action": ["ssm:GetParameter"], "Condition": condition }).to_string()
    };
    let share = |number: usize| simulator.ram().shares().all().nth(number).unwrap().arn().to_owned();
    let (operation, input): (&str, Value) = match deed {
        Deed::Create(name) => {
            ("CreatePermission", json!({ "name": NAMES[*name], "resourceType": "ssm:Parameter", "policyTemplate": template(0) }))
        }
        Deed::AddVersion(name, number) => {
            ("CreatePermissionVersion", json!({ "permissionArn": arn(*name), "policyTemplate": template(*number) }))
        }
        Deed::SetDefault(name, version) => {
            ("SetDefaultPermissionVersion", json!({ "permissionArn": arn(*name), "permissionVersion": version }))
        }
        Deed::DeleteVersion(name, version) => {
            ("DeletePermissionVersion", json!({ "permissionArn": arn(*name), "permissionVersion": version }))
        }
        Deed::Delete(name) => ("DeletePermission", json!({ "permissionArn": arn(*name) })),
        Deed::Update(name, status) => ("UpdatePermission", json!({ "permissionArn": arn(*name), "status": status })),
        Deed::Attach(number, name) => {
            let input = json!({ "resourceShareArn": share(*number), "permissionArn": arn(*name), "replace": true });
            ("AssociateResourceSharePermission", input)
        }
        Deed::Detach(number, name) => {
            ("DisassociateResourceSharePermission", json!({ "resourceShareArn": share(*number), "permissionArn": arn(*name) }))
        }
        Deed::Replace(from, to) => {
            ("ReplacePermissionAssociations", json!({ "fromPermissionArn": arn(*from), "toPermissionArn": arn(*to) }))
        }
        Deed::Wait(seconds) => {
            simulator.advance(*seconds);
            return None;
        }
    };
    Some(simulator.handle(&request(simulator, OWNER, operation, &input)))
}

/// What each share has: the permission and the version.
fn on_shares(simulator: &Simulator) -> Vec<Vec<(PermissionArn, u32)>> {
    let of = |share: &simulator::ram::ResourceShare| {
        share.permissions().map(|(_, attached)| (attached.permission.customer().unwrap().clone(), attached.version)).collect()
    };
    simulator.ram().shares().all().map(of).collect()
}

/// Every version that can be read, by ARN, number and moment of creation: its status.
fn versions(simulator: &Simulator) -> BTreeMap<(String, u32, Timestamp), VersionStatus> {
    let now = simulator.now();
    let of = |permission: &Permission| {
        let arn = permission.arn().to_string();
        permission.versions(now).map(|version| ((arn.clone(), version.number(), version.created()), version.status())).collect::<Vec<_>>()
    };
    simulator.ram().permissions(now).flat_map(of).collect()
}

fn next_number(simulator: &Simulator, name: usize) -> Option<u32> {
    let arn = arn(name).try_into().unwrap();
    let highest = simulator.ram().permission(&arn)?.live_versions().map(Version::number).max();
    Some(highest.unwrap_or_default() + 1)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn permissions_stay_sound(deeds in prop::collection::vec(deed(), 1..80)) {
        let mut simulator = begin();
        for deed in &deeds {
            let (before, shares, known) = (simulator.ram().clone(), on_shares(&simulator), versions(&simulator));
            let next = if let Deed::AddVersion(name, _) = deed { next_number(&simulator, *name) } else { None };
            let exchange = call(&mut simulator, deed);
            let accepted = exchange.as_ref().is_some_and(|exchange| exchange.response.status == 200);
            if exchange.is_some() && !accepted {
                prop_assert_eq!(simulator.ram(), &before, "a refused call changed something: {:?}", deed);
            }
            if let Some(body) = exchange.filter(|_| accepted && next.is_some()).map(|exchange| exchange.body()) {
                prop_assert_eq!(&body["permission"]["version"], &json!(next.unwrap().to_string()), "one more than the highest live one");
            }
            // A share never moves by itself: somebody attaches, takes off, or waits until a replacement is due.
            if !matches!(deed, Deed::Attach(..) | Deed::Detach(..) | Deed::Wait(_)) {
                prop_assert_eq!(on_shares(&simulator), shares, "{:?} moved a share", deed);
            }
            for permission in simulator.ram().permissions(simulator.now()) {
                let live: Vec<_> = permission.live_versions().collect();
                let defaults = live.iter().filter(|version| version.status().is_default()).count();
                prop_assert!(live.len() <= 5 && defaults <= 1);
                prop_assert_eq!(defaults == 1, permission.is_live(), "a live permission has one default version, a deleted one none");
                prop_assert!(live.windows(2).all(|pair| pair[0].number() < pair[1].number()));
                prop_assert!(permission.versions(simulator.now()).all(|version| version.updated() >= version.created()));
            }
            let after = versions(&simulator);
            for (key, status) in known.iter().filter(|(_, status)| !status.is_live()) {
                // Made again in the same moment, a version of that number may be another one.
                let again = matches!(deed, Deed::AddVersion(..) | Deed::Create(_)) && accepted;
                let kept = after.get(key).is_none_or(|now| now == status);
                prop_assert!(kept || again, "{:?} came back from the dead", key);
            }
            for (permission, version) in on_shares(&simulator).into_iter().flatten() {
                let found = simulator.ram().permission(&permission).and_then(|permission| permission.version(version));
                prop_assert!(found.is_some_and(|version| version.status().is_live()), "a share has a deleted version");
            }
        }
    }
}
