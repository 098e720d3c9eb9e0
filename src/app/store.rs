//! What the browser stores, as values: a record for each session and one for each step, written as the steps happen.

use super::timeline::Timeline;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::rc::Rc;

/// What tells a session from every other one in the browser's storage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionId(pub String);

/// A change of what is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A session's record: the session without its steps, as text.
    Session(SessionId, String),
    /// Steps from a number on, each as text. They replace all that were stored from that number on.
    Steps(SessionId, usize, Vec<String>),
    /// The session that the next visit opens.
    Current(SessionId),
    /// What is being composed, as text.
    Drafts(String),
    /// The session that the next visit offers to restore, if there is one.
    Undo(Option<Undo>),
    /// The texts of earlier versions of the page are stored in records now.
    Adopted,
}

/// A session that can be restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// What happened to it, as the notice says.
    pub text: String,
    /// The session.
    pub session: SessionId,
    /// If it is an earlier state of the session that is open: how many steps both have in common. The steps that follow are stored
    /// as those of [`Undo::steps`].
    pub shared: Option<usize>,
}

impl Undo {
    /// The session as which the steps are stored that were replaced in an open session.
    pub fn steps() -> SessionId {
        SessionId("undo".to_owned())
    }
}

/// A session as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredSession {
    /// Its id.
    pub id: SessionId,
    /// The session without its steps, as text.
    pub head: String,
    /// Its steps, each as text.
    pub steps: Vec<String>,
}

impl StoredSession {
    /// The session with another end: the first steps are its own, these follow.
    #[must_use]
    pub fn with_end(&self, shared: usize, end: Vec<String>) -> Self {
        let steps = self.steps.iter().take(shared).cloned().chain(end).collect();
        Self { id: self.id.clone(), head: self.head.clone(), steps }
    }

    /// The session as one text in the session format, for a file. What cannot be read is in it as it was stored.
    pub fn to_text(&self) -> String {
        let read = |text: &String| serde_json::from_str(text).unwrap_or_else(|_| Value::from(text.as_str()));
        let mut session: Value = read(&self.head);
        if let Value::Object(members) = &mut session {
            members.insert("steps".to_owned(), self.steps.iter().map(read).collect());
        }
        serde_json::to_string_pretty(&session).unwrap_or_default()
    }
}

/// What this page has stored of each session it knows, so that it writes only what is new.
#[derive(Clone, Debug, Default)]
pub(super) struct Records(Vec<Record>);

#[derive(Clone, Debug)]
struct Record {
    timeline: Rc<Timeline>,
    /// How many of its first steps are stored.
    steps: usize,
}

impl Records {
    /// Whether a session is known.
    pub(super) fn know(&self, id: &SessionId) -> bool {
        self.0.iter().any(|record| record.timeline.id() == id)
    }

    /// Remembers that a session is stored as it is.
    pub(super) fn add(&mut self, timeline: &Rc<Timeline>) {
        self.0.retain(|record| record.timeline.id() != timeline.id());
        self.0.push(Record { timeline: Rc::clone(timeline), steps: timeline.entries().len() });
    }

    /// What has to be written so that a session is stored as it is now.
    pub(super) fn write(&mut self, timeline: &Rc<Timeline>) -> Vec<Write> {
        let (id, len) = (timeline.id(), timeline.entries().len());
        let known = self.0.iter().find(|record| record.timeline.id() == id);
        let writes = match known.map(|record| (record.steps, record.steps.min(record.timeline.shared_steps(timeline)))) {
            Some((stored, shared)) if shared == stored && shared == len => Vec::new(),
            Some((_, shared)) => vec![Write::Steps(id.clone(), shared, timeline.step_texts(shared))],
            None => vec![Write::Session(id.clone(), timeline.head()), Write::Steps(id.clone(), 0, timeline.step_texts(0))],
        };
        self.add(timeline);
        writes
    }

    /// Remembers that the steps of a session from a number on are not stored after all.
    pub(super) fn lose(&mut self, id: &SessionId, from: usize) {
        // Without steps, the session's own record may be missing too.
        self.0.retain(|record| record.timeline.id() != id || from > 0);
        for record in self.0.iter_mut().filter(|record| record.timeline.id() == id) {
            record.steps = record.steps.min(from);
        }
    }

    /// Forgets every session but these.
    pub(super) fn keep_only(&mut self, ids: &[&SessionId]) {
        self.0.retain(|record| ids.contains(&record.timeline.id()));
    }
}
