//! What the browser stores, as values: a record for each session and one for each step, written as the steps happen.

use super::timeline::Timeline;
use serde_json::Value;
use simulator::json::indented;
use std::rc::Rc;

/// What tells a session from every other one in the browser's storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionId(pub String);

/// A change of what is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A session's record: the session without its steps, as text. If it begins like another session, a line before says so: see [`base`].
    Session(SessionId, String),
    /// Steps from a number on, each as text. They replace all that were stored from that number on.
    Steps(SessionId, usize, Vec<String>),
    /// The session that the next visit opens, and the history as text.
    Current(SessionId, String),
    /// What is being composed, as text.
    Drafts(String),
    /// The session of another tab, which the next visit can undo to, if there is one.
    Other(Option<SessionId>),
    /// The texts of earlier versions of the page are stored in records now.
    Adopted,
}

/// What a session's record says if the session begins with the steps of another one: how many those are, and that session. Only
/// the steps that follow are stored as its own.
pub fn base(record: &str) -> Option<(usize, SessionId)> {
    let (shared, id) = record.lines().next()?.split_once(' ')?;
    Some((shared.parse().ok()?, SessionId(id.to_owned())))
}

/// The text of a session's record: the line that names the session it begins with, if there is one, and the session without its steps.
fn record(base: Option<&str>, head: &str) -> String {
    base.map_or_else(|| head.to_owned(), |base| format!("{base}\n{head}"))
}

/// The session without its steps, in a session's record. Some records have none: then it is that of the session it begins with.
pub fn head(record: &str) -> Option<&str> {
    if base(record).is_none() { Some(record) } else { record.split_once('\n').map(|(_, head)| head) }
}

/// A session as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredSession {
    /// Its id.
    pub id: SessionId,
    /// The first line of its record, if that names the session it begins with: see [`base`].
    pub base: Option<String>,
    /// The session without its steps, as text.
    pub head: String,
    /// Its steps, each as text.
    pub steps: Vec<String>,
}

impl StoredSession {
    /// The session as one text in the session format, for a file. What cannot be read is in it as it was stored.
    pub fn to_text(&self) -> String {
        let read = |text: &String| serde_json::from_str(text).unwrap_or_else(|_| Value::from(text.as_str()));
        let mut session: Value = read(&self.head);
        if let Value::Object(members) = &mut session {
            members.insert("steps".to_owned(), self.steps.iter().map(read).collect());
        }
        indented(&session)
    }
}

/// What this page has stored of each session it knows, so that it writes only what is new.
#[derive(Clone, Debug, Default)]
pub(super) struct Records(Vec<Record>);

#[derive(Clone, Debug)]
struct Record {
    timeline: Rc<Timeline>,
    /// The number of the first step that is stored as its own.
    first: usize,
    /// The line of its record that names the session it begins with, if there is one.
    base: Option<String>,
    /// How many of its first steps are stored.
    steps: usize,
}

impl Record {
    /// How many of its stored steps another session begins with.
    fn shared(&self, timeline: &Timeline) -> usize {
        self.steps.min(self.timeline.shared_steps(timeline))
    }
}

impl Records {
    /// Remembers that a session is stored as it is. `base` is the line of its record that names the session it begins with.
    pub(super) fn add(&mut self, timeline: &Rc<Timeline>, base: Option<String>) {
        if self.find(timeline.id()).is_none() {
            self.0.push(Record { timeline: Rc::clone(timeline), first: 0, base, steps: timeline.entries().len() });
        }
    }

    fn find(&self, id: &SessionId) -> Option<&Record> {
        self.0.iter().find(|record| record.timeline.id() == id)
    }

    /// What has to be written so that a session is stored as it is now. A session that begins with stored steps of another one
    /// refers to them.
    pub(super) fn write(&mut self, timeline: &Rc<Timeline>) -> Vec<Write> {
        let (id, steps) = (timeline.id(), timeline.entries().len());
        let mut writes = Vec::new();
        let known = self.find(id);
        let (first, shared, base) = if let Some(known) = known {
            (known.first, known.shared(timeline), known.base.clone())
        } else {
            let shared = self.0.iter().map(|record| (record.shared(timeline), record)).max_by_key(|(shared, _)| *shared);
            let shared = shared.filter(|(shared, _)| *shared > 0);
            let base = shared.map(|(shared, record)| format!("{shared} {}", record.timeline.id().0));
            let shared = shared.map_or(0, |(shared, _)| shared);
            (shared, shared, base)
        };
        if known.is_none_or(|known| !known.timeline.has_head_of(timeline)) {
            writes.push(Write::Session(id.clone(), record(base.as_deref(), &timeline.head())));
        }
        if shared < steps {
            writes.push(Write::Steps(id.clone(), shared, timeline.step_texts(shared)));
        }
        // Steps that are only undone stay stored.
        if !writes.is_empty() {
            self.forget(id);
            self.0.push(Record { timeline: Rc::clone(timeline), first, base, steps });
        }
        writes
    }

    /// Remembers that the steps of a session from a number on are not stored after all.
    pub(super) fn lose(&mut self, id: &SessionId, from: usize) {
        // Without steps, the session's own record may be missing too.
        self.0.retain(|record| record.timeline.id() != id || from > record.first);
        for record in self.0.iter_mut().filter(|record| record.timeline.id() == id) {
            record.steps = record.steps.min(from);
        }
    }

    /// Forgets a session. If it is needed again, it is written again.
    pub(super) fn forget(&mut self, id: &SessionId) {
        self.0.retain(|record| record.timeline.id() != id);
    }

    /// Forgets every session but these.
    pub(super) fn keep_only(&mut self, ids: &[&SessionId]) {
        self.0.retain(|record| ids.contains(&record.timeline.id()));
    }
}
