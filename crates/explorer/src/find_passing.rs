//! What has to happen before a call passes: the shortest sequence of steps, found breadth first.
//!
//! The states of the search are copies of the simulator. A state that was reached before is not looked at again (`fingerprint.rs`). A
//! step that is tried is a call that changes something, time that passes until something is due, or asynchronous work that ends.

mod answer;
mod scope;

pub use answer::{Answer, Edited, Outcome, StepOutcome};

use crate::calls::Moment;
use crate::correction::first;
use crate::fingerprint::{Detail, Fingerprint};
use crate::frontier::{Candidate, Frontier, Node, refusal_of, remedy_of};
use crate::search::{Search, Searched, TRIES, attempt, own_changes, passes};
use answer::edited;
use scope::Scope;
use simulator::Simulator;
use simulator::remedy::Remedy;
use simulator::session::{Act, CallStep, Player, Step};
use simulator::trace::{Check, Stage};
use simulator::value::Timestamp;
use std::collections::BTreeSet;

/// How many steps come before the call at most, if nobody says otherwise.
pub const DEPTH: usize = 4;

/// A limit of the limit.
const GREATEST_DEPTH: usize = 8;

/// So many of the times to come are waited for in a state, the nearest ones.
const WAITS: usize = 4;

/// The limits of a search.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How many steps come before the call at most.
    pub depth: Option<usize>,
    /// How many steps are tried at most.
    pub tries: Option<usize>,
    /// The newest refresh token, which the simulator cannot tell.
    pub refresh_token: Option<String>,
}

/// The search.
#[derive(Debug)]
pub struct FindPassing {
    target: Step,
    call: CallStep,
    scope: Scope,
    refusal: Option<Check>,
    edited: Option<Edited>,
    detail: Detail,
    frontier: Frontier,
    /// The remedies of the call in the states of the frontier, where it is refused.
    remedies: Vec<Option<Remedy>>,
    seen: BTreeSet<(u64, Timestamp)>,
    depth: usize,
    tries: usize,
    tried: usize,
    outcome: Option<Outcome>,
    found: Vec<Step>,
    cut: bool,
}

impl FindPassing {
    /// A search in the state of a simulator. The error says why the call cannot be sent.
    pub fn new(simulator: &Simulator, call: CallStep, options: Options) -> Result<Self, String> {
        let (target, player) = (Step::new(Act::Call(call.clone())), Player::of(simulator.clone()));
        let mut copy = player.clone();
        let now = copy.step(&target)?;
        let refusal = refusal_of(&now).cloned();
        let is_form = refusal.as_ref().is_some_and(|check| check.rule.stage < Stage::Operation);
        let outcome = match &refusal {
            None => Some(Outcome::Already),
            Some(_) if is_form => Some(Outcome::Never),
            Some(_) => None,
        };
        let edited = refusal.as_ref().and_then(|_| edited(&player, &call));
        let detail = Detail::Content { since: simulator.now() };
        let (frontier, number) = Frontier::new(simulator, options.refresh_token, detail);
        Ok(Self {
            scope: Scope::of(&call, simulator),
            target,
            call,
            remedies: vec![refusal.as_ref().and_then(remedy_of).cloned()],
            refusal,
            edited,
            detail,
            frontier,
            seen: BTreeSet::from([(number, simulator.now())]),
            depth: options.depth.unwrap_or(DEPTH).min(GREATEST_DEPTH),
            tries: options.tries.unwrap_or(TRIES),
            tried: 1,
            outcome,
            found: Vec::new(),
            cut: false,
        })
    }

    /// Tries the next step of the current state, or goes on to the next state.
    fn go_on(&mut self) {
        if self.frontier.current().is_none_or(|node| node.depth >= self.depth) {
            self.outcome = Some(Outcome::None);
            return;
        }
        let remedy = self.remedies.get(self.frontier.place()).and_then(Option::as_ref);
        let next = self.frontier.next(|node| steps(node, remedy, &self.scope, &self.call));
        if let Some(candidate) = next {
            self.try_step(candidate);
        }
    }

    fn try_step(&mut self, candidate: Candidate) {
        self.tried += 1;
        let Some((player, result)) = self.frontier.attempt(&candidate) else { return };
        if own_changes(&result).is_empty() && !matches!(candidate.step.act, Act::Advance(_)) {
            return;
        }
        let Fingerprint { number, to_come } = Fingerprint::of(player.simulator(), self.detail);
        if !self.seen.insert((number, player.simulator().now())) {
            return;
        }
        self.tried += 1;
        let Some((_, answer)) = attempt(&player, &self.target) else { return };
        if passes(&answer) {
            self.found = self.frontier.way();
            self.found.push(candidate.step);
            self.outcome = Some(Outcome::Found);
        } else {
            self.remedies.push(refusal_of(&answer).and_then(remedy_of).cloned());
            self.frontier.push(player, candidate.step, &result, to_come);
        }
    }

    fn searched(&self) -> Searched {
        let is_whole = self.outcome == Some(Outcome::None) && !self.cut;
        let depth = if is_whole { self.depth } else { self.frontier.depth() };
        self.scope.searched(self.tried, self.frontier.len(), depth, self.cut)
    }
}

/// The steps that are tried in a state: first what the remedy names, then work that ends, then calls, then time that passes.
fn steps(node: &Node, remedy: Option<&Remedy>, scope: &Scope, call: &CallStep) -> Vec<Act> {
    let simulator = node.player.simulator();
    let edits = remedy.into_iter().flat_map(|remedy| &remedy.edits);
    let mut acts: Vec<Act> = edits.filter_map(|edit| first(edit, call)).map(Act::Call).collect();
    acts.push(Act::Settle);
    let moment = Moment { simulator, region: &call.region, step: node.depth, refresh_token: node.refresh_token.as_deref() };
    acts.extend(scope.calls(&moment, call).into_iter().map(Act::Call));
    let mut waits: Vec<u32> = node.waits(WAITS).chain(scope.waits.iter().copied()).collect();
    waits.sort_unstable();
    waits.dedup();
    acts.extend(waits.into_iter().map(Act::Advance));
    acts
}

impl Search for FindPassing {
    type Answer = Answer;

    fn advance(&mut self, tries: usize) {
        let until = self.tried.saturating_add(tries.max(1));
        while self.outcome.is_none() && self.tried < until {
            self.go_on();
            if self.outcome.is_none() && self.tried >= self.tries {
                self.cut = true;
                self.outcome = Some(Outcome::None);
            }
        }
    }

    fn is_done(&self) -> bool {
        self.outcome.is_some()
    }

    fn tried(&self) -> usize {
        self.tried
    }

    fn depth(&self) -> usize {
        self.frontier.depth() + 1
    }

    fn answer(&self) -> Answer {
        let player = self.frontier.root().map(|node| &node.player);
        Answer {
            outcome: self.outcome.unwrap_or(Outcome::None),
            call: self.call.clone(),
            outcomes: player
                .filter(|_| self.outcome == Some(Outcome::Found))
                .map(|player| answer::replay(player, &self.found, &self.target)),
            steps: self.found.clone(),
            refusal: self.refusal.clone(),
            edited: self.edited.clone(),
            searched: self.searched(),
        }
    }
}
