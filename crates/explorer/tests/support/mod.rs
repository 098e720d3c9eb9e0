//! The examples of the page as scenes for the explorer.
#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod plain;

use serde_json::Value;
use simulator::Simulator;
use simulator::exchange::Exchange;
use simulator::operation::Location;
use simulator::session::{Act, CallStep, Input, Played, Player, Session, Step, literal};
use std::fs;
use std::path::Path;

/// A refused call of an example, with the state before it.
pub(crate) struct Refused {
    pub(crate) example: String,
    pub(crate) step: usize,
    pub(crate) before: Simulator,
    pub(crate) call: CallStep,
}

/// Every example by the name of its file.
pub(crate) fn examples() -> Vec<(String, Session)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/examples");
    let mut examples = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        examples.push((name, Session::parse(&fs::read_to_string(path).unwrap()).unwrap()));
    }
    examples.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert!(examples.len() > 20);
    examples
}

/// Every refused call of the examples.
pub(crate) fn refused() -> Vec<Refused> {
    let mut found = Vec::new();
    for (example, session) in examples() {
        let mut player = Player::new(&session.world).unwrap();
        for (index, step) in session.steps.iter().enumerate() {
            let before = player.simulator().clone();
            let result = player.step(step).unwrap();
            let Some(exchange) = result.exchange().filter(|exchange| exchange.refusal().is_some()) else { continue };
            if let Act::Call(call) = &step.act {
                let call = sent(call, exchange);
                found.push(Refused { example: example.clone(), step: index + 1, before, call });
            }
        }
    }
    found
}

/// A call without references: with the members that were sent.
pub(crate) fn sent(call: &CallStep, exchange: &Exchange) -> CallStep {
    let request = &exchange.request;
    let input = match call.operation.location {
        Location::Body => {
            serde_json::from_str(&request.body).map_or_else(|_| Input::Text(request.body.clone()), |value| Input::Value(literal(value)))
        }
        Location::Query => Input::Value(request.query().into_iter().map(|(name, text)| (name, literal(Value::String(text)))).collect()),
    };
    CallStep { input, ..call.clone() }
}

/// The state at the end of an example.
pub(crate) fn end_of(name: &str) -> Simulator {
    after_steps(name, usize::MAX)
}

/// The state after so many steps of an example.
pub(crate) fn after_steps(name: &str, steps: usize) -> Simulator {
    let (_, session) = examples().into_iter().find(|(example, _)| example == name).unwrap();
    let mut player = Player::new(&session.world).unwrap();
    session.steps.iter().take(steps).for_each(|step| drop(player.step(step).unwrap()));
    player.simulator().clone()
}

/// The state after steps, and the last result.
pub(crate) fn replay(simulator: &Simulator, steps: &[Step]) -> (Simulator, Option<Played>) {
    let mut player = Player::of(simulator.clone());
    let last = steps.iter().map(|step| player.step(step).unwrap()).last();
    (player.simulator().clone(), last)
}

/// Whether a call passes in a state.
pub(crate) fn passes(simulator: &Simulator, call: &CallStep) -> bool {
    let (_, result) = replay(simulator, &[Step::new(Act::Call(call.clone()))]);
    result.unwrap().exchange().unwrap().refusal().is_none()
}
