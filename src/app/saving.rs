//! Stores the session and the drafts for the next visit.

use super::notice::{NoticeAction, Tone, because};
use super::opening::Opening;
use super::saved::Saved;
use super::store::{SessionId, StoredSession, Write};
use super::{Effect, Model};
use simulator::json::Json;
use simulator::session::Session;
use std::rc::Rc;

impl Model {
    /// The ID of the next session of this visit.
    pub(super) fn next_id(&mut self) -> SessionId {
        self.sessions_so_far += 1;
        SessionId(format!("{}-{}", self.visit, self.sessions_so_far))
    }

    /// Stores the changes of the session and its place in the history.
    pub(super) fn save_session(&mut self) -> Vec<Effect> {
        let timeline = Rc::clone(&self.timeline);
        let mut writes = self.records.write(&timeline);
        writes.push(Write::Current(timeline.id().clone(), self.history.to_text()));
        writes.push(self.drafts());
        if std::mem::take(&mut self.has_other) {
            writes.push(Write::Other(None));
        }
        let known: Vec<_> = self.history.timelines().map(|timeline| timeline.id()).chain([timeline.id()]).collect();
        self.records.keep_only(&known);
        vec![Effect::Store(writes)]
    }

    /// Stores what an earlier version of the page stored in another format.
    pub(super) fn save_adopted(&mut self) -> Vec<Effect> {
        let mut writes = Vec::new();
        for timeline in Rc::clone(&self.history).timelines() {
            writes.extend(self.records.write(timeline));
        }
        let mut effects = vec![Effect::Store(writes)];
        effects.extend(self.save_session());
        effects.push(Effect::Store(vec![Write::Adopted]));
        effects
    }

    /// Stores the drafts.
    pub(super) fn save_drafts(&self) -> Vec<Effect> {
        vec![Effect::Store(vec![self.drafts()])]
    }

    fn drafts(&self) -> Write {
        let point = self.opening.as_ref().and_then(Opening::point).unwrap_or(self.timeline.point());
        Write::Drafts(Saved::of(&self.composer, &self.view, point).to_text())
    }

    /// Gives the session a new ID, because another tab continues to write the stored session.
    pub(super) fn part_from_stored(&mut self) {
        let (old, new) = (self.timeline.id().clone(), self.next_id());
        Rc::make_mut(&mut self.timeline).set_id(new.clone());
        Rc::make_mut(&mut self.history).rename(&old, &new);
        // What the other tab writes under the old ID may differ.
        self.records.forget(&old);
    }

    /// Offers to download the text of a stored session that cannot be read.
    pub(super) fn offer_unreadable(&mut self, text: String, error: &str) {
        let action = NoticeAction::Download { name: "grant-playground-unreadable.json".to_owned(), text };
        self.notify(Tone::Problem, because("The session from your last visit cannot be read", error), Some(action));
    }
}

/// Splits the text of a session into records.
pub(super) fn in_records(text: &str, id: SessionId) -> Result<StoredSession, String> {
    let mut session = Session::parse(text)?;
    let steps = std::mem::take(&mut session.steps);
    let steps = steps.iter().map(|step| step.write().to_string());
    Ok(StoredSession { id, base: None, steps: steps.collect(), head: session.to_text() })
}
