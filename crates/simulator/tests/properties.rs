//! Properties of the façade, over random calls by four accounts.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

#[path = "properties/caller.rs"]
mod caller;
#[path = "properties/consumption.rs"]
mod consumption;
#[path = "properties/license_manager.rs"]
mod license_manager;
#[path = "properties/permissions.rs"]
mod permissions;
#[path = "properties/request.rs"]
mod request;
#[path = "properties/shares.rs"]
mod shares;

use caller::RandomCaller;
use proptest::prelude::*;
use simulator::http::{Headers, Request};
use simulator::index;
use simulator::schema::{Vintage, check, check_types};
use simulator::{Exchange, Options, Simulator};

/// What a refused call must leave as it was: everything but the clock and the count of exchanges.
fn world(simulator: &Simulator) -> impl PartialEq + std::fmt::Debug + use<> {
    let world = simulator.world();
    (world.accounts.clone(), world.organizations.clone(), world.ids.clone(), simulator.license_manager().clone(), simulator.ram().clone())
}

/// Every grant's status, by its ARN.
fn statuses(simulator: &Simulator) -> Vec<(String, String)> {
    simulator.license_manager().grants().map(|grant| (grant.arn().to_string(), grant.current().status().to_string())).collect()
}

fn simulator(vintage: Vintage) -> Simulator {
    Simulator::new(&Options { vintage, ..Options::default() }).unwrap()
}

fn any_vintage() -> impl Strategy<Value = Vintage> {
    prop_oneof![Just(Vintage::Early), Just(Vintage::Year2023), Just(Vintage::Year2026)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Refused calls change nothing, terminal states stay terminal, permissions keep one live default.
    #[test]
    fn the_world_stays_sound(seed: u64, vintage in any_vintage(), length in 1..60_usize) {
        let mut simulator = simulator(vintage);
        let mut caller = RandomCaller::new(seed);
        for _ in 0..length {
            simulator.advance(0);
            let (before, then) = (world(&simulator), statuses(&simulator));
            let request = caller.request(&simulator);
            let exchange = simulator.handle(&request);
            prop_assert!(exchange.response.status != 500, "{}", exchange.response.body);
            if exchange.refusal().is_some() {
                prop_assert_eq!(world(&simulator), before, "a refused call changed the world: {:?}", request);
                prop_assert!(exchange.changes.is_empty());
            }
            for (arn, status) in then.iter().filter(|(_, status)| ["DELETED", "REJECTED"].contains(&status.as_str())) {
                let now = statuses(&simulator).into_iter().find(|(other, _)| other == arn);
                prop_assert_eq!(now.map(|(_, status)| status), Some(status.clone()), "a terminal grant moved");
            }
            for license in simulator.license_manager().licenses() {
                prop_assert_eq!(license.is_deleted(), license.kept_until().is_some(), "a deleted license moved");
            }
            for permission in simulator.ram().permissions(simulator.now()) {
                let live = permission.live_versions().count();
                let defaults = permission.live_versions().filter(|version| version.status().is_default()).count();
                prop_assert!(live <= 5);
                prop_assert_eq!(defaults, usize::from(permission.is_live()), "a live permission has one default version");
            }
        }
    }

    /// The same calls in a session of the same seed give the same bytes, also after a snapshot in between.
    #[test]
    fn a_replay_gives_the_same_bytes(seed: u64, length in 1..40_usize, cut in 0..40_usize) {
        let mut first = simulator(Vintage::Year2023);
        let mut caller = RandomCaller::new(seed);
        let requests: Vec<_> = (0..length).map(|_| { let request = caller.request(&first); first.handle(&request); request }).collect();
        let play = |snapshot_at: Option<usize>| -> Vec<Exchange> {
            let mut simulator = simulator(Vintage::Year2023);
            requests.iter().enumerate().map(|(index, request)| {
                if snapshot_at == Some(index) {
                    simulator = Simulator::restore(&simulator.snapshot()).unwrap();
                }
                simulator.handle(request)
            }).collect()
        };
        prop_assert_eq!(play(None), play(Some(cut)));
    }

    /// What passes both checks is read: the operation is reached and never answers `InternalFailure`.
    #[test]
    fn what_passes_the_check_is_read(seed: u64, vintage in any_vintage()) {
        let simulator = simulator(vintage);
        let mut caller = RandomCaller::new(seed);
        for operation in index::all() {
            let input = caller.input(operation, &simulator);
            let shape = (operation.input)();
            if check_types(shape, &input, vintage).is_ok() && check(shape, &input, vintage).is_empty() {
                let exchange = simulator.clone().handle(&caller.send(operation, &input, &simulator));
                prop_assert!(exchange.response.status != 500, "{operation:?} {input}: {}", exchange.response.body);
            }
        }
    }

    /// Any request at all is answered.
    #[test]
    fn nonsense_is_answered(
        method in "GET|POST|DELETE|OPTIONS|\\PC{0,5}",
        host in "(license-manager|ram|\\PC{0,8})(\\.us-east-1\\.amazonaws\\.com)?",
        path in "/(createpermission|deletepermissionversion|\\PC{0,12})?(\\?\\PC{0,20})?",
        target in "(AWSLicenseManager\\.)?(CreateGrant|GetGrant|\\PC{0,8})",
        authorization in "(AWS4-HMAC-SHA256 Credential=111122223333/20231114/us-east-1/ram/aws4_request, SignedHeaders=host, Signature=0)|\\PC{0,40}",
        body in "(\\{\"[A-Za-z]{0,10}\":(null|1|\"\\PC{0,8}\"|\\[\\]|\\{\\})\\})|\\PC{0,40}",
    ) {
        let headers: Headers = [
            ("content-type", "application/x-amz-json-1.1".to_owned()), ("x-amz-target", target),
            ("x-amz-date", "20231114T221320Z".to_owned()), ("authorization", authorization), ("origin", "https://example.com".to_owned()),
        ].into_iter().collect();
        let exchange = simulator(Vintage::Year2023).handle(&Request { method, url: format!("https://{host}{path}"), headers, body });
        prop_assert!((200..600).contains(&exchange.response.status));
    }
}
