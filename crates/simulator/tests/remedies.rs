//! The edits of a remedy do what it promises: with all of them, the request passes the rule that refused it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::Value;
use simulator::operation::{Caller, Location};
use simulator::protocol::{Draft, compose};
use simulator::remedy::Edit;
use simulator::session::{Player, Session};
use simulator::trace::Verdict;
use simulator::{Exchange, Operation, Simulator, index};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FOLDERS: [&str; 3] = ["tests/sessions", "../../www/examples", "../../www/lessons"];

fn send(simulator: &mut Simulator, operation: &'static Operation, sender: &Caller, input: &Value) -> Exchange {
    let input = input.to_string();
    let draft = Draft { operation, account: &sender.account, region: &sender.region, input: &input, fault: None };
    simulator.handle(&compose(draft, simulator.now()).unwrap())
}

/// The members of a request.
fn input_of(exchange: &Exchange, operation: &Operation) -> Option<Value> {
    match operation.location {
        Location::Body => serde_json::from_str(&exchange.request.body).ok(),
        Location::Query => {
            let member = |(name, text): (String, String)| (name, text.parse::<i32>().map_or(Value::String(text), Value::from));
            Some(Value::Object(exchange.request.query().into_iter().map(member).collect()))
        }
    }
}

/// Sends a refused request again with the edits of its remedy; the rule must not refuse it again. Returns the rule's name.
fn mended(mut simulator: Simulator, refused: &Exchange) -> Option<&'static str> {
    let check = refused.trace.refusal()?;
    let Verdict::Refused { remedy, .. } = &check.verdict else { return None };
    if remedy.edits.is_empty() {
        return None;
    }
    let (operation, mut sender) = (refused.operation?, refused.caller.clone()?);
    let mut input = input_of(refused, operation)?;
    remedy.apply_to(&mut input);
    for change in &remedy.edits {
        match change {
            Edit::Set { .. } | Edit::Omit { .. } => {}
            Edit::Account(account) => sender.account = account.clone(),
            Edit::Region(region) => sender.region = region.clone(),
            Edit::First { operation, account, input } => {
                let account = account.clone().unwrap_or_else(|| sender.account.clone());
                let first =
                    send(&mut simulator, index::find(operation).unwrap(), &Caller { account, region: sender.region.clone() }, input);
                assert_eq!(first.response.status, 200, "{operation}: {}", first.response.body);
            }
        }
    }
    let again = send(&mut simulator, operation, &sender, &input);
    let refusal = again.trace.refusal().map(|check| check.rule.name);
    assert_ne!(refusal, Some(check.rule.name), "{}: {:?}\n{input}\n{}", operation.name, remedy, again.response.body);
    Some(check.rule.name)
}

#[test]
fn with_its_edits_a_refused_request_passes_the_rule() {
    let mut mended_rules = BTreeSet::new();
    for folder in FOLDERS {
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let session = Session::parse(&fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
            let mut player = Player::new(&session.world).unwrap();
            for step in &session.steps {
                let before = player.simulator().clone();
                let outcome = player.step(step).unwrap();
                mended_rules.extend(outcome.exchange().and_then(|exchange| mended(before, exchange)));
            }
        }
    }
    assert!(mended_rules.len() > 30, "{mended_rules:?}");
}
