//! The browser's storage, as far as the page's logic sees it.

use crate::app::{Effect, SessionId, Stored, StoredSession, Write, base, head};
use std::collections::BTreeMap;

/// What a browser stores.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shelf {
    heads: BTreeMap<String, String>,
    steps: BTreeMap<(String, usize), String>,
    pub(super) current: SessionId,
    pub(super) drafts: Option<String>,
    pub(super) history: Option<String>,
    pub(super) other: Option<SessionId>,
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
            Write::Current(id, history) => (self.current, self.history) = (id, Some(history)),
            Write::Drafts(text) => self.drafts = Some(text),
            Write::Other(other) => self.other = other,
            Write::Adopted => self.is_adopted = true,
        }
    }

    /// A session as it is stored.
    pub(super) fn session(&self, id: &SessionId) -> Option<StoredSession> {
        let record = self.heads.get(&id.0)?;
        let Some((shared, other)) = base(record) else {
            return Some(StoredSession { id: id.clone(), base: None, head: record.clone(), steps: self.steps_from(id, 0) });
        };
        let mut session = self.session(&other)?;
        session.steps.truncate(shared);
        assert_eq!(session.steps.len(), shared, "the steps of the other session are stored");
        session.steps.extend(self.steps_from(id, shared));
        let head = head(record).map_or(session.head, str::to_owned);
        Some(StoredSession { id: id.clone(), base: record.lines().next().map(str::to_owned), head, steps: session.steps })
    }

    fn steps_from(&self, id: &SessionId, from: usize) -> Vec<String> {
        self.steps.range((id.0.clone(), from)..=(id.0.clone(), usize::MAX)).map(|(_, step)| step.clone()).collect()
    }

    /// What the next visit finds.
    pub(super) fn stored(&self) -> Stored {
        let session = self.session(&self.current);
        // Each visit has a name of its own.
        Stored {
            visit: format!("visit after {}", self.written),
            session,
            drafts: self.drafts.clone(),
            history: self.history.clone(),
            other: self.other.clone(),
            ..Stored::default()
        }
    }
}
