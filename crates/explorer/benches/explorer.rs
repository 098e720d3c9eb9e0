//! How long the answers of the explorer take, on the examples of the page, and how much is tried for them.
#![expect(clippy::expect_used, reason = "a benchmark that cannot run ends")]

use explorer::Search;
use explorer::find_passing::{self, FindPassing};
use explorer::passes::{self, Passes};
use explorer::reachable::Reachable;
use explorer::resource::{Kind, Resource};
use explorer::vectors;
use simulator::session::{Act, CallStep, Input, Player, Session};
use simulator::{Simulator, index};
#[expect(clippy::disallowed_types, reason = "a benchmark measures real time; the simulator never sees it")]
use std::time::{Duration, Instant};

/// Each answer is looked for so often, and the median counts.
const RUNS: usize = 9;

fn main() {
    let grant = state(include_str!("../../../www/examples/not-allowed-to-accept.json"), 2);
    let accounts = grant.world().accounts.len();
    reachable(&format!("the life of a grant, {accounts} accounts"), &grant, Kind::Grant);
    reachable("the life of a license", &grant, Kind::License);
    let member = state(include_str!("../../../www/examples/organization-grant.json"), usize::MAX);
    reachable("the life of an organization's grant", &member, Kind::Grant);
    measure("passes: every operation by every account", || {
        let answer = Passes::new(&grant, passes::Options::default()).finish();
        format!("{} calls", answer.tried)
    });
    let (before, call) = refused(include_str!("../../../www/examples/second-active-grant.json"));
    find("another grant is in the way", &before, &call);
    let (before, call) = refused(include_str!("../../../www/examples/sub-grant-subset.json"));
    find("nothing helps", &before, &call);
    measure("vectors: CreateLicense", || {
        let operation = index::find("license-manager:CreateLicense").expect("the operation is there");
        let answer = vectors::vectors(operation, &grant, &vectors::Options::default()).expect("there is an account");
        format!("{} vectors", answer.vectors.len())
    });
}

fn reachable(name: &str, simulator: &Simulator, kind: Kind) {
    let resource = Resource::all(simulator).into_iter().find(|resource| resource.kind == kind).expect("the example has one");
    measure(&format!("reachable: {name}"), || {
        let answer = Reachable::new(simulator, resource.clone(), None, None).expect("it has states").finish();
        let reached = answer.states.iter().filter(|state| state.reached).count();
        format!("{reached} statuses, {} states, {} steps tried", answer.searched.states, answer.searched.tried)
    });
}

fn find(name: &str, simulator: &Simulator, call: &CallStep) {
    measure(&format!("find passing: {name}"), || {
        let answer = FindPassing::new(simulator, call.clone(), find_passing::Options::default()).expect("it can be sent").finish();
        let searched = answer.searched;
        format!("{:?}, {} states, {} steps tried, depth {}", answer.outcome, searched.states, searched.tried, searched.depth)
    });
}

#[expect(clippy::disallowed_types, reason = "a benchmark measures real time; the simulator never sees it")]
fn measure(name: &str, run: impl Fn() -> String) {
    let mut times: Vec<Duration> = Vec::new();
    let mut text = String::new();
    for _ in 0..RUNS {
        let start = Instant::now();
        text = run();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    let median = times.get(RUNS / 2).map_or(0.0, |time| time.as_secs_f64() * 1e3);
    println!("{name}: median {median:.1} ms ({text})");
}

/// The state after so many steps of a session.
fn state(session: &str, steps: usize) -> Simulator {
    let session = Session::parse(session).expect("the example is a session");
    let mut player = Player::new(&session.world).expect("its world is possible");
    session.steps.iter().take(steps).for_each(|step| drop(player.step(step).expect("its steps run")));
    player.simulator().clone()
}

/// The last refused call of a session, and the state before it.
fn refused(session: &str) -> (Simulator, CallStep) {
    let session = Session::parse(session).expect("the example is a session");
    let mut player = Player::new(&session.world).expect("its world is possible");
    let mut found = None;
    for step in &session.steps {
        let before = player.simulator().clone();
        let result = player.step(step).expect("its steps run");
        if let (Act::Call(call), Some(exchange)) = (&step.act, result.exchange())
            && exchange.refusal().is_some()
        {
            let input = Input::Text(exchange.request.body.clone());
            found = Some((before, CallStep { input, ..call.clone() }));
        }
    }
    found.expect("the example has a refused call")
}
