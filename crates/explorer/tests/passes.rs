//! What passes is what the simulator answers, and the assumptions of the searches about operations hold.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod support;

use explorer::Search;
use explorer::passes::{Answer, Options, Passes};
use explorer::resource::{Kind, Resource};
use simulator::session::{Act, Player, Step};
use simulator::{Simulator, index};
use support::{after_steps, end_of, examples};

fn tried(simulator: &Simulator, options: Options) -> Answer {
    Passes::new(simulator, options).finish()
}

/// The ends of the examples, each with what passes there.
fn scenes() -> impl Iterator<Item = (Simulator, Answer)> {
    examples().into_iter().step_by(3).map(|(example, _)| {
        let simulator = end_of(&example);
        let answer = tried(&simulator, Options { tries: Some(600), ..Options::default() });
        (simulator, answer)
    })
}

#[test]
fn every_response_is_the_simulators() {
    for (simulator, answer) in scenes() {
        for call in answer.groups.iter().flat_map(|group| &group.calls) {
            let mut player = Player::of(simulator.clone());
            let result = player.step(&Step::new(Act::Call(call.call.clone()))).unwrap();
            let exchange = result.exchange().unwrap();
            assert_eq!((call.status, call.error.as_deref()), (exchange.response.status, exchange.error_name()));
            assert_eq!((&call.changes[..], call.reason.is_some()), (exchange.own_changes(), call.error.is_some()));
        }
    }
}

/// The searches leave out operations that are named like ones that read, and calls that report no change.
#[test]
fn what_reads_or_reports_no_change_changes_nothing() {
    let mut read = 0;
    for (simulator, answer) in scenes() {
        for tried in answer.groups.iter().flat_map(|group| &group.calls).filter(|call| call.error.is_none()) {
            let operation = tried.call.operation;
            let reads = operation.name.starts_with("Get") || operation.name.starts_with("List");
            assert!(!reads || tried.changes.is_empty(), "{}", operation.name);
            // An access token is counted, which lets no call pass.
            if !tried.changes.is_empty() || operation.name == "GetAccessToken" {
                continue;
            }
            let mut before = simulator.clone();
            before.advance(0);
            let mut player = Player::of(before.clone());
            player.step(&Step::new(Act::Call(tried.call.clone()))).unwrap();
            let after = player.simulator();
            assert_eq!(after.license_manager(), before.license_manager(), "{}", operation.name);
            if reads {
                assert_eq!(after.ram(), before.ram(), "{}", operation.name);
                read += 1;
            }
        }
    }
    assert!(read > 100);
}

/// A search for a passing call tries only operations of the call's own service.
#[test]
fn no_call_changes_what_the_other_service_reads() {
    for (simulator, answer) in scenes() {
        for tried in answer.groups.iter().flat_map(|group| &group.calls) {
            let mut before = simulator.clone();
            before.advance(0);
            let mut player = Player::of(before.clone());
            player.step(&Step::new(Act::Call(tried.call.clone()))).unwrap();
            let after = player.simulator();
            if tried.call.operation.service == index::SERVICES[0] {
                assert_eq!((after.ram(), &after.world().organizations), (before.ram(), &before.world().organizations));
            } else {
                assert_eq!(after.license_manager(), before.license_manager());
            }
        }
    }
}

#[test]
fn calls_are_grouped_by_the_resource_that_they_name() {
    let simulator = after_steps("not-allowed-to-accept", 2);
    let answer = tried(&simulator, Options::default());
    assert!(!answer.cut);
    let kinds: Vec<_> = answer.groups.iter().filter_map(|group| group.kind).collect();
    assert_eq!(kinds, [Kind::License, Kind::Grant]);
    let grant = answer.groups.iter().find(|group| group.kind == Some(Kind::Grant)).unwrap();
    let passing: Vec<_> = grant.calls.iter().take_while(|call| call.error.is_none()).collect();
    assert!(grant.calls.iter().skip(passing.len()).all(|call| call.error.is_some()), "those that succeed come first");
    let accepts = passing.iter().find(|call| call.call.operation.name == "AcceptGrant").unwrap();
    assert_eq!((accepts.call.account.as_str(), &accepts.roles[..]), ("210987654321", &["grantee"][..]));
    assert_eq!(accepts.changes[0].to, "DISABLED");
    assert!(answer.groups.iter().any(|group| group.operation.as_deref() == Some("ram:CreatePermission") && group.resource.is_none()));
}

#[test]
fn the_options_narrow_what_is_tried() {
    let simulator = after_steps("not-allowed-to-accept", 2);
    let grant = Resource::all(&simulator).into_iter().find(|resource| resource.kind == Kind::Grant).unwrap();
    let options = Options {
        resource: Some(grant.clone()),
        accounts: Some(vec!["210987654321".parse().unwrap()]),
        operations: Some(vec![index::find("license-manager:AcceptGrant").unwrap(), index::find("ram:ListPermissions").unwrap()]),
        ..Options::default()
    };
    let answer = tried(&simulator, options);
    assert_eq!((answer.tried, answer.groups.len()), (1, 1));
    assert_eq!(answer.groups[0].resource.as_deref(), Some(grant.id.as_str()));
    let answer = tried(&simulator, Options { tries: Some(5), ..Options::default() });
    assert_eq!((answer.tried, answer.cut), (5, true));
}
