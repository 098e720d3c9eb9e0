//! What Undo and Redo go back and forth between: the session before each change.
//!
//! A session is a persistent value, so a kept one costs little. After a reload, Undo takes back the steps of the session, the last one first.

use super::SessionId;
use super::timeline::Timeline;
use std::rc::Rc;

/// How many changes can be undone.
const MOST: usize = 500;

/// The sessions before each change, and those that were undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Rc<Timeline>>,
    future: Vec<Rc<Timeline>>,
}

impl History {
    /// Keeps the session as it was before a change. What was undone before cannot be redone after it.
    pub(super) fn record(&mut self, before: Rc<Timeline>) {
        self.future.clear();
        self.past.push(before);
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// The session before the last change, if there is one; the present one can be redone.
    pub(super) fn undo(&mut self, present: &Rc<Timeline>) -> Option<Rc<Timeline>> {
        let before = self.past.pop().or_else(|| present.without_last_step().map(Rc::new))?;
        self.future.push(Rc::clone(present));
        Some(before)
    }

    /// The session that was undone last, if there is one; the present one can be undone.
    pub(super) fn redo(&mut self, present: &Rc<Timeline>) -> Option<Rc<Timeline>> {
        let after = self.future.pop()?;
        self.past.push(Rc::clone(present));
        Some(after)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self, present: &Timeline) -> bool {
        !self.past.is_empty() || !present.entries().is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Gives a session another ID in all its states.
    pub(super) fn rename(&mut self, old: &SessionId, new: &SessionId) {
        for timeline in self.past.iter_mut().chain(&mut self.future).filter(|timeline| timeline.id() == old) {
            Rc::make_mut(timeline).set_id(new.clone());
        }
    }
}
