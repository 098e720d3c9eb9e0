//! The session as it is on screen: its beginning, its steps with what came of each, and the selected point.
//!
//! The steps are the only source of truth: they alone are saved. Each entry keeps the state after its step, which costs little,
//! since all states share what they have in common.

mod entry;
mod lesson;

pub use entry::{Entry, Outcome};

use super::store::SessionId;
use super::tables::account_name;
use simulator::collection::Rows;
use simulator::json::Json;
use simulator::operation::Change;
use simulator::session::{Act, CallStep, Played, Player, Session, Step};
use simulator::value::AccountId;
use simulator::{Exchange, Options, Simulator};

/// A session, played, with a point selected in it.
///
/// A point is a number of steps: 0 is before the first, `len()` after the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    id: SessionId,
    /// The session without its steps.
    head: Session,
    /// The state before the first step.
    beginning: Player,
    entries: Rows<Entry>,
    point: usize,
    /// The number of the step whose question a student has to answer next: see [`lesson`].
    asks: Option<usize>,
}

impl Timeline {
    /// A session without steps, or what is wrong with the options.
    pub fn new(options: Options) -> Result<Self, String> {
        let beginning = Player::new(&options)?;
        Ok(Self { id: SessionId::default(), head: Session::new(options), beginning, entries: Rows::default(), point: 0, asks: None })
    }

    /// A session before its first step, or a sentence on what is wrong with its options.
    pub(super) fn begin(session: &Session) -> Result<Self, String> {
        let timeline = Self::new(session.world.clone())?;
        Ok(Self { head: Session { steps: Vec::new(), ..session.clone() }, ..timeline })
    }

    /// Gives the session another id.
    pub(super) fn set_id(&mut self, id: SessionId) {
        self.id = id;
    }

    /// The same session with another id.
    #[must_use]
    pub(super) fn with_id(self, id: SessionId) -> Self {
        Self { id, ..self }
    }

    /// Runs a session to its end, or returns which of its steps cannot be run.
    pub fn play(session: Session) -> Result<Self, String> {
        let mut timeline = Self::begin(&session)?;
        for (index, step) in session.steps.into_iter().enumerate() {
            timeline.append(step).map_err(|error| format!("step {}: {error}", index + 1))?;
        }
        timeline.renew_question();
        timeline.select(usize::MAX);
        Ok(timeline)
    }

    /// The session, as it is saved and exported: all of it, whichever point is selected.
    pub fn session(&self) -> Session {
        Session { steps: self.entries.iter().map(|entry| entry.step.clone()).collect(), ..self.head.clone() }
    }

    /// Whether another session is the same apart from its steps.
    pub(super) fn has_head_of(&self, other: &Self) -> bool {
        self.head == other.head
    }

    /// The session without its steps, as it is stored.
    pub(super) fn head(&self) -> String {
        self.head.to_text()
    }

    /// The steps from a number on, each as it is stored.
    pub(super) fn step_texts(&self, from: usize) -> Vec<String> {
        let steps = (from..self.entries.len()).filter_map(|number| self.entries.get(number));
        steps.map(|entry| entry.step.write().to_string()).collect()
    }

    /// How many steps this session and another one have in common: the same ones, not equal ones. After the first difference, no
    /// step is the same.
    pub(super) fn shared_steps(&self, other: &Self) -> usize {
        let is_same = |number: usize| match (self.entries.get(number), other.entries.get(number)) {
            (Some(one), Some(another)) => std::ptr::eq(one, another),
            _ => false,
        };
        let (mut same, mut different) = (0, self.entries.len().min(other.entries.len()));
        while same < different {
            let middle = same.midpoint(different);
            if is_same(middle) { same = middle + 1 } else { different = middle }
        }
        same
    }

    /// The session's id in the browser's storage.
    pub fn id(&self) -> &SessionId {
        &self.id
    }

    /// The session's title, if it has one.
    pub fn title(&self) -> &str {
        &self.head.title
    }

    pub(super) fn set_title(&mut self, title: String) {
        self.head.title = title;
    }

    /// The session's note, if it has one.
    pub fn note(&self) -> &str {
        &self.head.note
    }

    /// The options of the session.
    pub fn options(&self) -> &Options {
        &self.head.world
    }

    /// The steps and what came of each.
    pub fn entries(&self) -> &Rows<Entry> {
        &self.entries
    }

    /// The selected point.
    pub fn point(&self) -> usize {
        self.point
    }

    /// Whether the selected point is after the last step.
    pub fn is_at_end(&self) -> bool {
        self.point == self.entries.len()
    }

    /// The step just before the selected point.
    pub fn current(&self) -> Option<&Entry> {
        self.entries.get(self.point.checked_sub(1)?)
    }

    /// The most important step: the first refused call, or the last step.
    pub fn highlight(&self) -> Option<&Entry> {
        let refused = self.entries.iter().find(|entry| entry.outcome() == Outcome::Refused);
        refused.or(self.entries.iter().next_back())
    }

    /// The step just before the selected point, unless its response is still to be answered.
    fn shown(&self) -> Option<&Entry> {
        self.current().filter(|_| !self.is_asking())
    }

    /// The exchange just before the selected point.
    pub fn exchange(&self) -> Option<&Exchange> {
        self.shown()?.played.exchange()
    }

    /// The simulator at the selected point.
    pub fn simulator(&self) -> &Simulator {
        self.player().simulator()
    }

    /// The state at the selected point.
    fn player(&self) -> &Player {
        if self.is_asking() { self.player_before() } else { self.current().map_or(&self.beginning, |entry| &entry.after) }
    }

    /// The simulator before the step just before the selected point.
    pub(super) fn simulator_before(&self) -> &Simulator {
        self.player_before().simulator()
    }

    fn player_before(&self) -> &Player {
        let before = self.point.checked_sub(2).and_then(|index| self.entries.get(index));
        before.map_or(&self.beginning, |entry| &entry.after)
    }

    /// The responses to calls that are tried at the selected point, on a copy. The session does not change.
    pub(super) fn try_calls(&self, calls: &[CallStep]) -> Result<Vec<Exchange>, String> {
        let mut copy = self.player().clone();
        let mut exchanges = Vec::new();
        for call in calls {
            if let Played::Exchange { exchange, .. } = copy.step(&Step::new(Act::Call(call.clone())))? {
                exchanges.push(*exchange);
            }
        }
        Ok(exchanges)
    }

    /// The response to a call that is tried at the selected point, on a copy, and the copy after the call and all background work.
    pub(super) fn try_to_its_end(&self, call: &CallStep) -> Result<(Played, Simulator), String> {
        let mut copy = self.player().clone();
        let played = copy.step(&Step::new(Act::Call(call.clone())))?;
        copy.step(&Step::new(Act::Settle))?;
        Ok((played, copy.simulator().clone()))
    }

    /// The changes of the step just before the selected point.
    pub fn changes(&self) -> &[Change] {
        self.shown().map_or(&[], |entry| entry.played.changes())
    }

    /// The name of an account, or its ID.
    pub fn account_name(&self, id: &AccountId) -> String {
        account_name(self.simulator(), id)
    }

    /// Selects a point; one after the end means the end. Nobody gets past the next question of a lesson.
    pub fn select(&mut self, point: usize) {
        self.point = point.min(self.furthest());
    }

    /// The session with so many of its steps, at its end.
    pub(super) fn until(&self, steps: usize) -> Self {
        let mut before = self.clone();
        before.entries.truncate(steps);
        before.renew_question();
        before.select(usize::MAX);
        before
    }

    /// Runs a step at the selected point and removes the later steps; returns how many those were. When the step cannot run,
    /// nothing changes.
    pub fn append(&mut self, step: Step) -> Result<usize, String> {
        if self.is_asking() {
            return Err("Answer the question of this step first, or stop the lesson.".to_owned());
        }
        let mut after = self.player().clone();
        let at = after.simulator().now();
        let played = after.step(&step)?;
        let removed = self.entries.len() - self.point;
        self.entries.truncate(self.point);
        self.entries.push(Entry { step, played, at, after });
        self.point += 1;
        // Every question up to here is answered.
        self.asks = None;
        Ok(removed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(steps: u32) -> Timeline {
        let mut timeline = Timeline::new(Options::default()).unwrap();
        for seconds in 1..=steps {
            assert_eq!(timeline.append(Step::new(Act::Advance(seconds))), Ok(0));
        }
        timeline
    }

    #[test]
    fn every_point_is_what_a_fresh_play_gives() {
        let mut timeline = timeline(20);
        for point in [20, 19, 7, 8, 9, 0, 1, 16, 17, 20, 3] {
            timeline.select(point);
            let mut session = timeline.session();
            session.steps.truncate(point);
            assert_eq!(timeline.simulator(), Timeline::play(session).unwrap().simulator(), "point {point}");
            assert_eq!(timeline.point(), point);
        }
        timeline.select(99);
        assert!(timeline.is_at_end());
    }

    #[test]
    fn a_step_at_an_earlier_point_drops_the_later_ones() {
        let mut timeline = timeline(20);
        timeline.select(9);
        assert_eq!(timeline.append(Step::new(Act::Settle)), Ok(11));
        assert_eq!((timeline.entries().len(), timeline.point()), (10, 10));
        for point in [2, 10, 8, 9] {
            timeline.select(point);
        }
        assert_eq!(timeline.simulator().now(), Options::default().start.plus_seconds(45));
    }
}
