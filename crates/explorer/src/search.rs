//! What all searches have in common: they work on copies, in slices, and count what they try.

use serde::{Serialize, Serializer};
use simulator::Simulator;
use simulator::exchange::Exchange;
use simulator::operation::Change;
use simulator::ram::ResourceShare;
use simulator::session::{Act, CallStep, Played, Player, Step};
use simulator::value::Region;

/// How many calls and other steps a search tries if nobody says otherwise.
pub const TRIES: usize = 20_000;

/// A search that runs in slices, so that its caller can show progress and stop it.
pub trait Search {
    /// What it finds.
    type Answer: Serialize;

    /// Tries about so many more calls.
    fn advance(&mut self, tries: usize);

    /// Whether it has ended.
    fn is_done(&self) -> bool;

    /// How many calls and other steps it has tried.
    fn tried(&self) -> usize;

    /// The length of the sequences that it tries now.
    fn depth(&self) -> usize;

    /// What it has found so far.
    fn answer(&self) -> Self::Answer;

    /// Searches to the end.
    fn finish(mut self) -> Self::Answer
    where
        Self: Sized,
    {
        while !self.is_done() {
            self.advance(usize::MAX);
        }
        self.answer()
    }
}

/// How much was searched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Searched {
    /// How many calls and other steps were tried.
    pub tried: usize,
    /// How many different states were looked at.
    pub states: usize,
    /// Every sequence of up to so many of the searched steps was tried.
    pub depth: usize,
    /// Whether the search ended because of the limit of tries.
    pub cut: bool,
    /// The operations whose calls were tried, as IAM actions.
    pub operations: Vec<String>,
    /// The accounts that sent them.
    pub accounts: Vec<String>,
    /// What the search leaves out, in sentences.
    pub limits: Vec<&'static str>,
}

/// Runs a step on a copy. `None` if the step cannot run.
pub(crate) fn attempt(player: &Player, step: &Step) -> Option<(Player, Played)> {
    let mut copy = player.clone();
    let result = copy.step(step).ok()?;
    Some((copy, result))
}

/// Whether a step was not refused.
pub(crate) fn passes(result: &Played) -> bool {
    result.exchange().is_none_or(|exchange| exchange.refusal().is_none() && exchange.response.status < 400)
}

/// What a step changed itself. What was due before a call is not its own.
pub(crate) fn own_changes(result: &Played) -> &[Change] {
    result.exchange().map_or_else(|| result.changes(), Exchange::own_changes)
}

/// The Region in which calls are sent that name no resource: that of the oldest license, or of the oldest share, or else the default.
pub(crate) fn usual_region(simulator: &Simulator) -> Region {
    let license = simulator.license_manager().licenses().next().map(|license| &license.terms().home_region);
    let share = || simulator.ram().shares().all().next().map(ResourceShare::region);
    license.or_else(share).cloned().unwrap_or_default()
}

/// A call as a step of a session.
pub(crate) fn as_step<S: Serializer>(call: &CallStep, serializer: S) -> Result<S::Ok, S::Error> {
    Step::new(Act::Call(call.clone())).serialize(serializer)
}
