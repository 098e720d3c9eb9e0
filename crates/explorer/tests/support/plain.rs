//! A plain breadth-first search: every operation by every account about every resource, without narrowing and without recognizing states
//! that were reached before. It shares with the explorer only the proposals for one call.

use explorer::correction::corrected;
use explorer::proposal::{Proposal, Scene};
use explorer::resource::{Resource, region_of};
use serde_json::Value;
use simulator::remedy::Edit;
use simulator::schema::{Kind, Meaning};
use simulator::session::{Act, CallStep, Input, Played, Player, Step, literal};
use simulator::trace::Verdict;
use simulator::value::AccountId;
use simulator::{Operation, Simulator, index};

/// The length of the shortest sequence of at most `depth` steps after which `goal` holds.
pub(crate) fn shortest(
    simulator: &Simulator,
    depth: usize,
    operations: &[&'static Operation],
    goal: &dyn Fn(&Simulator) -> bool,
) -> Option<usize> {
    let mut level = vec![simulator.clone()];
    if goal(simulator) {
        return Some(0);
    }
    for length in 1..=depth {
        let mut next = Vec::new();
        for state in &level {
            for step in steps(state, length, operations) {
                for after in after(state, &step) {
                    if goal(&after) {
                        return Some(length);
                    }
                    next.push(after);
                }
            }
        }
        level = next;
    }
    None
}

/// Every operation that is not named like one that reads.
pub(crate) fn changing() -> Vec<&'static Operation> {
    index::all().filter(|operation| !operation.name.starts_with("Get") && !operation.name.starts_with("List")).collect()
}

/// The states after a step that passes and changes something, and after the correction of one that is refused.
fn after(state: &Simulator, step: &Step) -> Vec<Simulator> {
    let mut player = Player::of(state.clone());
    let Ok(result) = player.step(step) else { return Vec::new() };
    let Some(exchange) = result.exchange() else { return vec![player.simulator().clone()] };
    if exchange.refusal().is_none() {
        let changes_something = !exchange.own_changes().is_empty();
        return changes_something.then(|| player.simulator().clone()).into_iter().collect();
    }
    let Some(call) = correction(step, &result) else { return Vec::new() };
    let mut player = Player::of(state.clone());
    let result = player.step(&Step::new(Act::Call(call))).unwrap();
    let passes = result.exchange().is_some_and(|exchange| exchange.refusal().is_none());
    passes.then(|| player.simulator().clone()).into_iter().collect()
}

fn correction(step: &Step, result: &Played) -> Option<CallStep> {
    let Act::Call(call) = &step.act else { return None };
    let Verdict::Refused { remedy, .. } = &result.exchange()?.trace.refusal()?.verdict else { return None };
    let is_of_members = |edit: &Edit| matches!(edit, Edit::Set { .. } | Edit::Omit { .. });
    let Input::Value(input) = &call.input else { return None };
    remedy.edits.iter().all(is_of_members).then(|| corrected(call, remedy, input.clone()).pop())?
}

fn steps(state: &Simulator, length: usize, operations: &[&'static Operation]) -> Vec<Step> {
    let waits = [1, 60, 600, 3600, 43_200, 86_400, 40_000_000, 400_000_000];
    let mut acts: Vec<Act> = vec![Act::Settle];
    acts.extend(waits.map(Act::Advance));
    let resources = Resource::all(state);
    for operation in operations {
        for account in state.world().accounts.keys() {
            let mut inputs = vec![proposals(state, operation, account, None, length)];
            inputs.extend(resources.iter().map(|resource| proposals(state, operation, account, Some(resource), length)));
            for call in inputs.into_iter().flatten() {
                let act = Act::Call(call);
                if !acts.contains(&act) {
                    acts.push(act);
                }
            }
        }
    }
    acts.into_iter().map(Step::new).collect()
}

/// The proposal, and each that differs in one value of an enumeration or in one principal.
fn proposals(
    state: &Simulator,
    operation: &'static Operation,
    account: &AccountId,
    about: Option<&Resource>,
    length: usize,
) -> Vec<CallStep> {
    let region = about.map_or_else(Default::default, |resource| region_of(&resource.id, state));
    let scene = Scene::of(state, operation, account, &region);
    let scene = match about {
        Some(resource) => scene.about(&resource.id),
        None => scene,
    };
    let input = Proposal::of(&scene, || format!("plain-{length}")).input;
    let mut inputs = vec![input.clone()];
    for member in (operation.input)().members(state.world().vintage) {
        let shape = (member.shape)();
        let mut put = |value: Value| {
            let mut other = input.clone();
            other[member.name] = if matches!(shape.kind, Kind::List(_)) { vec![value].into() } else { value };
            inputs.push(other);
        };
        match member.meaning {
            Some(Meaning::PrincipalArn) => state.world().accounts.keys().for_each(|account| put(account.root_arn().into())),
            Some(Meaning::Principal) => state.world().accounts.keys().for_each(|account| put(account.as_str().into())),
            _ if input.get(member.name).is_some() => shape.choices(state.world().vintage).for_each(|choice| put(choice.into())),
            _ => {}
        }
    }
    let call =
        |input| CallStep { account: account.clone(), region: region.clone(), operation, input: Input::Value(literal(input)), fault: None };
    inputs.into_iter().map(call).collect()
}
