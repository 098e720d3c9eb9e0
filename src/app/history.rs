//! What Undo and Redo go back and forth between: the states of this session, and the sessions that it replaced.
//!
//! A stored step is never overwritten by another one: a session that continues differently is stored as another session. So a state
//! is a session and a number of its steps, and the history survives a reload as a few lines of text.

use super::SessionId;
use super::timeline::Timeline;
use std::mem::replace;
use std::rc::Rc;

/// How many replaced sessions are kept.
const MOST: usize = 100;

/// Whether a change is undone or redone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Undoes a change.
    Undo,
    /// Redoes an undone change.
    Redo,
}

/// The present state, and those before and after it.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Leg>,
    leg: Leg,
    /// How many steps the present state has.
    steps: usize,
    /// The nearest one is the last.
    future: Vec<Leg>,
}

/// The states in which one session grew step by step.
#[derive(Clone, Debug, Default)]
struct Leg {
    session: SessionId,
    first: usize,
    last: usize,
    /// The session with its last step, if this visit has it. Otherwise it is only stored.
    timeline: Option<Rc<Timeline>>,
}

impl History {
    /// The history of a stored session with so many steps.
    pub(super) fn stored(session: SessionId, steps: usize) -> Self {
        Self { leg: Leg { session, last: steps, ..Leg::default() }, steps, ..Self::default() }
    }

    /// The present session.
    pub(super) fn session(&self) -> &SessionId {
        &self.leg.session
    }

    /// How many steps a session has in its latest state.
    pub(super) fn steps_of(&self, session: &SessionId) -> Option<usize> {
        if self.leg.session == *session {
            return Some(self.steps);
        }
        self.past.iter().rev().find(|leg| leg.session == *session).map(|leg| leg.last)
    }

    /// The sessions of this visit.
    pub(super) fn timelines(&self) -> impl Iterator<Item = &Rc<Timeline>> {
        self.past.iter().chain([&self.leg]).chain(&self.future).filter_map(|leg| leg.timeline.as_ref())
    }

    /// Goes on with a stored session of so many steps. What was undone before cannot be redone after it.
    pub(super) fn visit(&mut self, session: SessionId, steps: usize) {
        self.future.clear();
        self.leg.last = self.steps;
        let leg = Leg { session, first: steps, last: steps, timeline: None };
        self.past.push(replace(&mut self.leg, leg));
        self.steps = steps;
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// Records a change of the session.
    pub(super) fn record(&mut self, before: &Rc<Timeline>, after: &Rc<Timeline>) {
        self.start_with(before);
        let steps = after.entries().len();
        if after.id() == before.id() {
            self.future.clear();
            (self.leg.last, self.steps) = (steps, steps);
        } else {
            self.leg.timeline = Some(Rc::clone(before));
            self.visit(after.id().clone(), steps);
        }
        self.leg.timeline = Some(Rc::clone(after));
    }

    /// Makes a session the present one, unless it is.
    pub(super) fn start_with(&mut self, timeline: &Rc<Timeline>) {
        if self.leg.session != *timeline.id() {
            self.visit(timeline.id().clone(), timeline.entries().len());
            self.leg.timeline = Some(Rc::clone(timeline));
        }
    }

    /// Takes a session that was read from the storage.
    pub(super) fn provide(&mut self, timeline: &Rc<Timeline>) {
        let steps = timeline.entries().len();
        for leg in self.past.iter_mut().chain([&mut self.leg]).chain(&mut self.future) {
            if leg.session == *timeline.id() && leg.timeline.is_none() {
                (leg.first, leg.last) = (leg.first.min(steps), leg.last.min(steps));
                leg.timeline = Some(Rc::new(timeline.until(leg.last)));
            }
        }
        self.steps = self.steps.min(self.leg.last);
    }

    /// The session that has to be read before going on in this direction.
    pub(super) fn missing(&self, direction: Direction) -> Option<&SessionId> {
        let leg = match direction {
            Direction::Undo if self.steps == self.leg.first => self.past.last()?,
            Direction::Redo if self.steps == self.leg.last => self.future.last()?,
            Direction::Undo | Direction::Redo => &self.leg,
        };
        leg.timeline.is_none().then_some(&leg.session)
    }

    /// The next state in this direction, if there is one.
    pub(super) fn go(&mut self, direction: Direction, present: &Rc<Timeline>) -> Option<Rc<Timeline>> {
        if self.steps == self.leg.last {
            self.leg.timeline = Some(Rc::clone(present));
        }
        match direction {
            Direction::Undo if self.steps > self.leg.first => self.steps -= 1,
            Direction::Redo if self.steps < self.leg.last => self.steps += 1,
            Direction::Undo => {
                let leg = self.past.pop()?;
                self.steps = leg.last;
                self.future.push(replace(&mut self.leg, leg));
            }
            Direction::Redo => {
                let leg = self.future.pop()?;
                self.steps = leg.first;
                self.past.push(replace(&mut self.leg, leg));
            }
        }
        let timeline = self.leg.timeline.as_ref()?;
        // Where the session was left, the point is selected that was selected then.
        Some(if self.steps == timeline.entries().len() { Rc::clone(timeline) } else { Rc::new(timeline.until(self.steps)) })
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self, present: &Timeline) -> bool {
        self.leg.session == *present.id() && (self.steps > self.leg.first || !self.past.is_empty())
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self, present: &Timeline) -> bool {
        self.leg.session == *present.id() && (self.steps < self.leg.last || !self.future.is_empty())
    }

    /// Forgets a session that cannot be read.
    pub(super) fn forget(&mut self, session: &SessionId) {
        for legs in [&mut self.past, &mut self.future] {
            legs.retain(|leg| leg.session != *session);
        }
    }

    /// Gives a session of this visit another ID.
    pub(super) fn rename(&mut self, old: &SessionId, new: &SessionId) {
        for leg in self.past.iter_mut().chain([&mut self.leg]).chain(&mut self.future) {
            if let Some(timeline) = leg.timeline.as_mut().filter(|_| leg.session == *old) {
                Rc::make_mut(timeline).set_id(new.clone());
                leg.session = new.clone();
            }
        }
    }

    /// The text that is stored: the numbers of the earlier parts and of the present steps, and a line for each part.
    pub(super) fn to_text(&self) -> String {
        let mut text = format!("{} {}", self.past.len(), self.steps);
        for Leg { session: SessionId(id), first, last, .. } in self.past.iter().chain([&self.leg]).chain(self.future.iter().rev()) {
            text.extend(["\n", &first.to_string(), " ", &last.to_string(), " ", id]);
        }
        text
    }

    /// Reads a stored text.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let (place, steps) = lines.next()?.split_once(' ')?;
        let mut past = lines.map(Leg::parse).collect::<Option<Vec<_>>>()?;
        let place = place.parse().ok().filter(|place| *place < past.len())?;
        let mut future = past.split_off(place);
        let leg = future.remove(0);
        future.reverse();
        Some(Self { past, leg, steps: steps.parse().ok()?, future })
    }
}

impl Leg {
    fn parse(line: &str) -> Option<Self> {
        let mut parts = line.splitn(3, ' ');
        let mut number = || parts.next()?.parse().ok();
        let (first, last) = (number()?, number()?);
        Some(Self { session: SessionId(parts.next()?.to_owned()), first, last, timeline: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_is_read_as_it_was_written() {
        let mut history = History::stored(SessionId("one".into()), 5);
        for (session, steps) in [("two", 3), ("three", 7)] {
            history.visit(SessionId(session.into()), steps);
        }
        history.future = vec![history.leg.clone(), history.past[0].clone()];
        let text = "2 7\n0 5 one\n3 3 two\n7 7 three\n0 5 one\n7 7 three";
        assert_eq!(history.to_text(), text);
        assert_eq!(History::parse(text).unwrap().to_text(), text);
        for wrong in ["", "0", "0 1", "1 1\n0 1 a", "0 1\n0 a", "0 x\n0 1 a"] {
            assert!(History::parse(wrong).is_none(), "{wrong}");
        }
    }
}
