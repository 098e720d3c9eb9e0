//! The states of a search in the order in which they are reached, and the steps that are tried in each.

use crate::correction::corrected;
use crate::fingerprint::{Detail, Fingerprint};
use crate::proposal::refresh_token_of;
use crate::search::{attempt, passes};
use simulator::Simulator;
use simulator::remedy::{Edit, Remedy};
use simulator::session::{Act, Input, Played, Player, Step};
use simulator::trace::{Check, Verdict};
use simulator::value::Timestamp;
use std::collections::VecDeque;

/// A state that was reached.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) player: Player,
    /// The state before it and the step from there.
    from: Option<(usize, Step)>,
    pub(crate) depth: usize,
    /// The newest refresh token, which the simulator cannot tell.
    pub(crate) refresh_token: Option<String>,
    /// The times to come that the state contains.
    to_come: Vec<Timestamp>,
}

impl Node {
    /// The steps that wait until something is due, the nearest first. There are none after another one: it could have waited longer.
    pub(crate) fn waits(&self, most: usize) -> impl Iterator<Item = u32> {
        let has_waited = matches!(&self.from, Some((_, step)) if matches!(step.act, Act::Advance(_)));
        let now = self.player.simulator().now();
        let most = if has_waited { 0 } else { most };
        self.to_come.iter().take(most).filter_map(move |time| u32::try_from(time.seconds() - now.seconds() + 1).ok())
    }
}

/// A step that is tried.
#[derive(Debug)]
pub(crate) struct Candidate {
    pub(crate) step: Step,
    /// Whether it corrects another candidate. It is not corrected again.
    pub(crate) is_correction: bool,
}

/// The states, and the one whose steps are tried now.
#[derive(Debug)]
pub(crate) struct Frontier {
    nodes: Vec<Node>,
    place: usize,
    /// The steps that are still to be tried; `None` before they are known.
    candidates: Option<VecDeque<Candidate>>,
}

impl Frontier {
    /// The first state, and its fingerprint.
    pub(crate) fn new(simulator: &Simulator, refresh_token: Option<String>, detail: Detail) -> (Self, u64) {
        let Fingerprint { number, to_come } = Fingerprint::of(simulator, detail);
        let root = Node { player: Player::of(simulator.clone()), from: None, depth: 0, refresh_token, to_come };
        (Self { nodes: vec![root], place: 0, candidates: None }, number)
    }

    /// How many states were reached.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The state whose steps are tried now. `None` after the last one.
    pub(crate) fn current(&self) -> Option<&Node> {
        self.nodes.get(self.place)
    }

    /// The number of the current state.
    pub(crate) fn place(&self) -> usize {
        self.place
    }

    /// The first state.
    pub(crate) fn root(&self) -> Option<&Node> {
        self.nodes.first()
    }

    /// Every sequence of up to so many steps was tried.
    pub(crate) fn depth(&self) -> usize {
        self.current().or(self.nodes.last()).map_or(0, |node| node.depth)
    }

    /// The next step to try in the current state. `None`: there is none left, and the next state is the current one.
    pub(crate) fn next(&mut self, steps: impl FnOnce(&Node) -> Vec<Act>) -> Option<Candidate> {
        let node = self.nodes.get(self.place)?;
        let plain = |act| Candidate { step: Step::new(act), is_correction: false };
        let candidates = self.candidates.get_or_insert_with(|| steps(node).into_iter().map(plain).collect());
        let next = candidates.pop_front();
        if next.is_none() {
            self.candidates = None;
            self.place += 1;
        }
        next
    }

    /// Runs a candidate in the current state, and returns the state after it. If it is refused, its corrected call is tried next.
    pub(crate) fn attempt(&mut self, candidate: &Candidate) -> Option<(Player, Played)> {
        let (player, result) = attempt(&self.current()?.player, &candidate.step)?;
        if passes(&result) {
            return Some((player, result));
        }
        self.correct(candidate, &result);
        None
    }

    /// Tries the corrected call next, if the remedy of a refused candidate corrects its members. Other callers and Regions, and calls
    /// before it, are tried anyway.
    fn correct(&mut self, refused: &Candidate, result: &Played) {
        let corrected = if refused.is_correction { None } else { correction(&refused.step, result) };
        if let (Some(candidates), Some(step)) = (&mut self.candidates, corrected) {
            candidates.push_front(Candidate { step, is_correction: true });
        }
    }

    /// Adds a state that the current one leads to.
    pub(crate) fn push(&mut self, player: Player, step: Step, result: &Played, to_come: Vec<Timestamp>) {
        let Some(before) = self.current() else { return };
        let token = result.exchange().and_then(refresh_token_of).map(|(_, token)| token);
        let refresh_token = token.or_else(|| before.refresh_token.clone());
        let node = Node { player, depth: before.depth + 1, from: Some((self.place, step)), refresh_token, to_come };
        self.nodes.push(node);
    }

    /// The steps from the first state to the current one.
    pub(crate) fn way(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut from = self.current().and_then(|node| node.from.as_ref());
        while let Some((place, step)) = from {
            steps.push(step.clone());
            from = self.nodes.get(*place).and_then(|node| node.from.as_ref());
        }
        steps.reverse();
        steps
    }
}

fn correction(step: &Step, result: &Played) -> Option<Step> {
    let Act::Call(call) = &step.act else { return None };
    let refusal = refusal_of(result)?;
    let (remedy, Input::Value(input)) = (remedy_of(refusal)?, &call.input) else { return None };
    let is_of_members = |edit: &Edit| matches!(edit, Edit::Set { .. } | Edit::Omit { .. });
    let corrects = !remedy.edits.is_empty() && remedy.edits.iter().all(is_of_members);
    let call = corrects.then(|| corrected(call, remedy, input.clone()).pop()).flatten()?;
    Some(Step::new(Act::Call(call)))
}

/// The check that refused a step.
pub(crate) fn refusal_of(result: &Played) -> Option<&Check> {
    result.exchange()?.trace.refusal()
}

/// What would let a refused request pass.
pub(crate) fn remedy_of(check: &Check) -> Option<&Remedy> {
    match &check.verdict {
        Verdict::Passed => None,
        Verdict::Refused { remedy, .. } => Some(remedy),
    }
}
