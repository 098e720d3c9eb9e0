//! Every state that is reached is proved by running the steps to it, and that they are the shortest by a plain search.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod support;

use explorer::Search;
use explorer::reachable::{Answer, Reachable};
use explorer::resource::{Kind, Resource};
use simulator::Simulator;
use support::{after_steps, end_of, examples, plain, replay};

/// So many steps are tried for each resource. In a test build, a step takes a millisecond.
const TRIES: usize = 800;

fn reachable(simulator: &Simulator, resource: &Resource, tries: usize) -> Answer {
    Reachable::new(simulator, resource.clone(), Some(tries), None).unwrap().finish()
}

fn first(simulator: &Simulator, kind: Kind) -> Resource {
    Resource::all(simulator).into_iter().find(|resource| resource.kind == kind).unwrap()
}

#[test]
fn the_steps_to_every_state_lead_there() {
    let mut kinds = Vec::new();
    for (example, _) in examples() {
        let simulator = end_of(&example);
        for resource in Resource::all(&simulator) {
            let answer = reachable(&simulator, &resource, TRIES);
            for state in answer.states.iter().filter(|state| state.reached) {
                let (after, _) = replay(&simulator, state.steps.as_ref().unwrap());
                assert_eq!(resource.status(&after), Some(state.status), "{example}: {}", resource.id);
            }
            for transition in &answer.transitions {
                let is_reached = |status| answer.states.iter().any(|state| state.status == status && state.reached);
                assert!(is_reached(transition.from) && is_reached(transition.to), "{example}: {transition:?}");
            }
            if !kinds.contains(&resource.kind) {
                kinds.push(resource.kind);
            }
        }
    }
    assert_eq!(kinds.len(), Kind::ALL.len(), "{kinds:?}");
}

/// The number of steps to each state that was reached.
fn lengths(answer: &Answer) -> Vec<(&'static str, usize)> {
    answer.states.iter().filter_map(|state| Some((state.status, state.steps.as_ref()?.len()))).collect()
}

#[test]
fn the_way_to_each_state_is_the_shortest() {
    for (simulator, kind) in [
        (after_steps("not-allowed-to-accept", 2), Kind::Grant),
        (after_steps("the-life-of-a-license", 2), Kind::License),
        (after_steps("permission-out-of-use", 3), Kind::Permission),
        (after_steps("inviting-an-outside-account", 1), Kind::Invitation),
        (after_steps("inviting-an-outside-account", 1), Kind::ResourceShare),
        (after_steps("seats-run-out", 5), Kind::Checkout),
    ] {
        let resource = first(&simulator, kind);
        let answer = reachable(&simulator, &resource, 20_000);
        assert!(!answer.searched.cut);
        for state in &answer.states {
            let goal = |other: &Simulator| resource.status(other) == Some(state.status);
            let plain = plain::shortest(&simulator, 1, &plain::changing(), &goal);
            let found = state.steps.as_ref().map(Vec::len);
            assert_eq!(plain, found.filter(|length| *length <= 1), "{kind:?} {}", state.status);
        }
    }
}

#[test]
fn a_grant_goes_through_its_life() {
    let simulator = after_steps("not-allowed-to-accept", 2);
    let answer = reachable(&simulator, &first(&simulator, Kind::Grant), 20_000);
    assert_eq!(answer.current, "PENDING_ACCEPT");
    assert_eq!(lengths(&answer), [("PENDING_ACCEPT", 0), ("REJECTED", 1), ("DISABLED", 1), ("ACTIVE", 1), ("DELETED", 1)]);
    let of = |status: &str| answer.states.iter().find(|state| state.status == status).unwrap();
    assert!(of("DELETED").dead_end && of("DELETED").terminal && of("REJECTED").dead_end);
    assert!(!of("ACTIVE").dead_end && !of("FAILED_WORKFLOW").reached && !of("FAILED_WORKFLOW").dead_end);
    let makers = |from: &str, to: &str| -> Vec<String> {
        let found = answer.transitions.iter().filter(|transition| (transition.from, transition.to) == (from, to));
        found
            .flat_map(|transition| {
                transition.accounts.iter().map(|maker| format!("{} {} {}", transition.by, maker.account, maker.roles.join(" ")))
            })
            .collect()
    };
    assert_eq!(makers("PENDING_ACCEPT", "DISABLED"), ["license-manager:AcceptGrant 210987654321 grantee"]);
    assert_eq!(makers("PENDING_ACCEPT", "DELETED"), ["license-manager:DeleteGrant 111122223333 grantor"]);
    assert_eq!(makers("DELETED", "ACTIVE"), [""; 0]);
}

#[test]
fn asynchronous_work_and_time_are_steps_of_their_own() {
    let simulator = end_of("organization-grant");
    let answer = reachable(&simulator, &first(&simulator, Kind::Grant), 20_000);
    let has = |from, by, to| answer.transitions.iter().any(|other| other.from == from && other.by == by && other.to == to);
    assert!(has("WORKFLOW_COMPLETED", "license-manager:CreateGrantVersion", "PENDING_WORKFLOW"));
    assert!(has("PENDING_WORKFLOW", "settle", "WORKFLOW_COMPLETED"));
    assert!(has("PENDING_DELETE", "settle", "DELETED"));
    let simulator = after_steps("seats-run-out", 5);
    let answer = reachable(&simulator, &first(&simulator, Kind::Checkout), 20_000);
    assert!(answer.transitions.iter().any(|transition| transition.by == "advance" && transition.to == "expired"), "{answer:#?}");
}

#[test]
fn slices_find_what_one_search_finds_and_a_limit_is_said() {
    let simulator = after_steps("not-allowed-to-accept", 2);
    let grant = first(&simulator, Kind::Grant);
    let mut search = Reachable::new(&simulator, grant.clone(), None, None).unwrap();
    while !search.is_done() {
        search.advance(7);
    }
    assert_eq!(search.answer(), reachable(&simulator, &grant, 20_000));
    let answer = reachable(&simulator, &grant, 10);
    assert!(answer.searched.cut && answer.searched.tried == 10);
}
