//! Properties of RAM's resource shares, over random sequences of its operations.

use crate::caller::RandomCaller;
use crate::request::request;
use proptest::prelude::*;
use serde_json::json;
use simulator::http::Request;
use simulator::ram;
use simulator::ram::ResourceShare;
use simulator::ram::share::{AssociationKind, FeatureSet};
use simulator::{Options, Simulator};

const ACCOUNTS: [&str; 4] = ["111122223333", "123456789012", "210987654321", "444455556666"];
/// What puts permissions on shares, takes them off, or puts an ordinary one in the place of one that RAM derived.
const MOVING: [&str; 4] = [
    "AssociateResourceShare",
    "AssociateResourceSharePermission",
    "DisassociateResourceSharePermission",
    "PromoteResourceShareCreatedFromPolicy",
];

/// A world with three shares of two accounts, whose organization shares if `sharing`.
fn simulator(sharing: bool) -> Simulator {
    let mut options = Options::default();
    options.organizations[0].sharing_enabled = sharing;
    let mut simulator = Simulator::new(&options).unwrap();
    for (account, name) in [(ACCOUNTS[0], "one"), (ACCOUNTS[1], "two"), (ACCOUNTS[1], "three")] {
        let permission = json!({ "name": name, "resourceType": "ssm:Parameter", "policyTemplate": r#"{"Effect":"Allow","Action":["ssm:GetParameter"]}"# });
        let arn = simulator.handle(&request(&simulator, account, "CreatePermission", &permission)).body()["permission"]["arn"].clone();
        let share = json!({ "name": name, "permissionArns": [arn], "principals": [ACCOUNTS[3]] });
        simulator.handle(&request(&simulator, account, "CreateResourceShare", &share));
    }
    simulator
}

/// A request of RAM's.
fn next(caller: &mut RandomCaller, simulator: &Simulator, chance: usize) -> (&'static str, Request) {
    let operations: Vec<_> = ram::SERVICE.operations().filter(|operation| !operation.name.starts_with("Replace")).collect();
    let operation = operations[chance % operations.len()];
    let input = caller.input(operation, simulator);
    (operation.name, caller.send(operation, &input, simulator))
}

/// Something that happens outside of RAM: a resource policy is written or taken away, a resource is made or deleted, an account
/// leaves the organization or is back, hours pass.
fn happen(simulator: &mut Simulator, chance: usize) {
    let account = ACCOUNTS[chance % 2];
    let arn = format!("arn:aws:ssm:us-east-1:{account}:parameter/db");
    let statement = json!({ "Effect": "Allow", "Principal": { "AWS": ACCOUNTS[2 + chance % 2] }, "Action": "ssm:GetParameters" });
    let members = if chance.is_multiple_of(3) { json!({}) } else { json!({ ACCOUNTS[2]: null }) };
    let outside = match chance / 64 % 5 {
        0 => json!({ "resourcePolicy": { "resourceArn": arn, "policy": { "Statement": statement } } }),
        1 => json!({ "resourcePolicy": { "resourceArn": arn, "policy": null } }),
        2 => json!({ "resource": { "account": account, "arn": arn, "deleted": chance.is_multiple_of(3) } }),
        3 => {
            json!({ "organization": { "id": "o-exampleorg1", "managementAccount": ACCOUNTS[1], "members": members, "sharingEnabled": true } })
        }
        _ => {
            simulator.advance(3600 * u32::try_from(chance % 4).unwrap());
            return;
        }
    };
    // What is not there cannot be deleted.
    let _ = simulator.intervene(&serde_json::from_value(outside).unwrap());
}

/// What is on every share: the share, the resource type, the permission in its version.
fn attached(simulator: &Simulator) -> Vec<(String, String, String)> {
    let of = |share: &ResourceShare| -> Vec<_> {
        let row = |(kind, attached): (&str, &simulator::ram::Attached)| (share.arn().to_owned(), kind.to_owned(), attached.label());
        share.permissions().map(row).collect()
    };
    simulator.ram().shares().all().flat_map(of).collect()
}

/// The names of the shares a list gives.
fn listed(simulator: &Simulator, account: &str, owner: &str) -> Vec<String> {
    let request = request(simulator, account, "GetResourceShares", &json!({ "resourceOwner": owner }));
    let body = simulator.clone().handle(&request).body();
    body["resourceShares"].as_array().unwrap().iter().map(|share| share["resourceShareArn"].as_str().unwrap().to_owned()).collect()
}

/// The shares of others that reach an account, by going through everything.
fn reaching(simulator: &Simulator, account: &str) -> Vec<String> {
    let receivers = simulator::ram::principal::receivers(&account.parse().unwrap(), simulator.world());
    let shares = simulator.ram().shares();
    let reaches = |number: usize| {
        let mut principals = shares.within(number, AssociationKind::Principal, None);
        principals.any(|(_, found)| found.state().is_in_effect() && receivers.iter().any(|receiver| receiver == found.receiver()))
    };
    let others = shares.all().enumerate().filter(|(_, share)| {
        share.account().as_str() != account
            && share.region().as_str() == "us-east-1"
            && share.feature_set() != FeatureSet::CreatedFromPolicy
    });
    others.filter(|(number, _)| reaches(*number)).map(|(_, share)| share.arn().to_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Refused calls change nothing, no share moves to another version by itself, and the index is what it would be if it were
    /// made anew, whatever happens outside of RAM in between.
    #[test]
    fn shares_stay_sound(seed: u64, sharing: bool, chances in proptest::collection::vec(0..10_000_usize, 1..50)) {
        let mut simulator = simulator(sharing);
        let mut caller = RandomCaller::new(seed);
        for chance in chances {
            if chance.is_multiple_of(8) {
                happen(&mut simulator, chance);
                prop_assert_eq!(&Simulator::restore(&simulator.snapshot()).unwrap(), &simulator);
            }
            simulator.advance(0);
            let (before, on_shares) = (simulator.ram().clone(), attached(&simulator));
            let (name, request) = next(&mut caller, &simulator, chance);
            let exchange = simulator.handle(&request);
            if exchange.refusal().is_some() {
                prop_assert_eq!(simulator.ram(), &before, "a refused {} changed something: {}", name, exchange.response.body);
            }
            if !MOVING.contains(&name) {
                let now = attached(&simulator);
                prop_assert!(on_shares.iter().all(|row| now.contains(row)), "{name} moved what is on a share");
            }
            prop_assert_eq!(&Simulator::restore(&simulator.snapshot()).unwrap(), &simulator);
        }
        for account in ACCOUNTS {
            simulator.advance(0);
            prop_assert_eq!(listed(&simulator, account, "OTHER-ACCOUNTS"), reaching(&simulator, account));
            let own = simulator.ram().shares().all().filter(|share| share.account().as_str() == account && share.region().as_str() == "us-east-1");
            prop_assert_eq!(listed(&simulator, account, "SELF"), own.map(|share| share.arn().to_owned()).collect::<Vec<_>>());
        }
    }

    /// No invitation waits for ever: after a week everything has come to an end, and after another nothing of it is shown.
    #[test]
    fn invitations_expire(seed: u64, sharing: bool, chances in proptest::collection::vec(0..10_000_usize, 1..30)) {
        let mut simulator = simulator(sharing);
        let mut caller = RandomCaller::new(seed);
        for chance in chances {
            let (_, request) = next(&mut caller, &simulator, chance);
            simulator.handle(&request);
        }
        let week = 7 * 24 * 60 * 60 + 60;
        simulator.advance(week);
        let shares = simulator.ram().shares();
        prop_assert!(shares.invitations().all(|invitation| !invitation.is_pending()));
        for (number, _) in shares.all().enumerate() {
            for (_, association) in AssociationKind::ALL.into_iter().flat_map(|kind| shares.within(number, kind, None)) {
                prop_assert!(!["ASSOCIATING", "DISASSOCIATING", "SUSPENDING", "RESTORING"].contains(&association.state().name()));
            }
        }
        simulator.advance(week);
        for account in ACCOUNTS {
            let body = simulator.clone().handle(&request(&simulator, account, "GetResourceShareInvitations", &json!({}))).body();
            prop_assert_eq!(&body["resourceShareInvitations"], &json!([]));
        }
    }
}
