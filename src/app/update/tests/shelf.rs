//! The browser's storage, as far as the page's logic sees it.

use crate::app::{Effect, SessionId, Stored, StoredSession, Undo, Write};
use std::collections::BTreeMap;

/// What a browser stores.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shelf {
    heads: BTreeMap<String, String>,
    steps: BTreeMap<(String, usize), String>,
    pub(super) current: SessionId,
    pub(super) drafts: Option<String>,
    pub(super) undo: Option<Undo>,
    pub(super) is_adopted: bool,
    /// How many records of steps were written.
    pub(super) written: usize,
}

impl Shelf {
    /// Stores what these effects ask for.
    pub(super) fn keep(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let Effect::Store(writes) = effect else { panic!("unexpected: {effect:?}") };
            for write in writes {
                self.write(write);
            }
        }
    }

    fn write(&mut self, write: Write) {
        match write {
            Write::Session(SessionId(id), head) => drop(self.heads.insert(id, head)),
            Write::Steps(SessionId(id), from, steps) => {
                self.steps.retain(|(other, number), _| *other != id || *number < from);
                self.written += steps.len();
                self.steps.extend((from..).map(|number| (id.clone(), number)).zip(steps));
            }
            Write::Current(id) => self.current = id,
            Write::Drafts(text) => self.drafts = Some(text),
            Write::Undo(undo) => self.undo = undo,
            Write::Adopted => self.is_adopted = true,
        }
    }

    /// A session as it is stored.
    pub(super) fn session(&self, id: &SessionId) -> Option<StoredSession> {
        let head = self.heads.get(&id.0)?.clone();
        Some(StoredSession { id: id.clone(), head, steps: self.steps_from(id, 0) })
    }

    fn steps_from(&self, id: &SessionId, from: usize) -> Vec<String> {
        self.steps.range((id.0.clone(), from)..=(id.0.clone(), usize::MAX)).map(|(_, step)| step.clone()).collect()
    }

    /// What the next visit finds.
    pub(super) fn stored(&self) -> Stored {
        let session = self.session(&self.current);
        let undo = self.undo.clone().and_then(|undo| {
            let stored = self.session(&undo.session)?;
            let stored = match undo.shared {
                Some(shared) => stored.with_end(shared, self.steps_from(&Undo::steps(), shared)),
                None => stored,
            };
            Some((undo, stored))
        });
        // Each visit has a name of its own.
        Stored { visit: format!("visit after {}", self.written), session, drafts: self.drafts.clone(), undo, ..Stored::default() }
    }
}
