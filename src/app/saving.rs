//! Stores the session and the drafts for the next visit.

use super::notice::{NoticeAction, Tone, because};
use super::opening::Opening;
use super::saved::Saved;
use super::store::{SessionId, StoredSession, Undo, Write};
use super::timeline::Timeline;
use super::{Effect, Model};
use simulator::session::Session;
use std::rc::Rc;

impl Model {
    /// The ID of the next session of this visit.
    pub(super) fn next_id(&mut self) -> SessionId {
        self.sessions_so_far += 1;
        SessionId(format!("{}-{}", self.visit, self.sessions_so_far))
    }

    /// Stores the changes of the session, and the session that was last replaced.
    pub(super) fn save_session(&mut self) -> Vec<Effect> {
        let timeline = Rc::clone(&self.timeline);
        let mut writes = self.records.write(&timeline);
        writes.push(Write::Current(timeline.id().clone()));
        writes.push(self.drafts());
        let mut effects = vec![Effect::Store(writes)];
        effects.extend(self.save_undo());
        self.forget_records();
        effects
    }

    /// Stores a session that an earlier version of the page stored in another format.
    pub(super) fn save_adopted(&mut self) -> Vec<Effect> {
        let mut effects = self.save_session();
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

    /// Stores the session that was last replaced, as long as Undo offers it. It is a separate write: if the storage has space for
    /// only one session, the current session is stored.
    fn save_undo(&mut self) -> Option<Effect> {
        let offered = self.notices.iter().rev().find(|notice| notice.action.as_ref().is_some_and(NoticeAction::is_session)).cloned();
        let Some(notice) = offered else {
            return self.undo.take().map(|_| Effect::Store(vec![Write::Undo(None)]));
        };
        let known = self.undo.as_ref().filter(|(number, _)| *number == notice.id).map(|(_, undo)| undo.shared);
        let text = notice.text;
        let (undo, mut writes) = match notice.action {
            Some(NoticeAction::Restore(timeline, _)) if timeline.id() == self.timeline.id() => {
                let shared = timeline.shared_steps(&self.timeline);
                if known == Some(Some(shared)) {
                    return None;
                }
                let undo = Undo { text, session: timeline.id().clone(), shared: Some(shared) };
                (undo, vec![Write::Steps(Undo::steps(), shared, timeline.step_texts(shared))])
            }
            _ if known.is_some() => return None,
            Some(NoticeAction::Restore(timeline, _)) => {
                (Undo { text, session: timeline.id().clone(), shared: None }, self.records.write(&timeline))
            }
            Some(NoticeAction::Open(session)) => (Undo { text, session, shared: None }, Vec::new()),
            Some(NoticeAction::Replay(stored) | NoticeAction::Resume(stored)) => {
                let session = self.next_id();
                let writes =
                    vec![Write::Session(session.clone(), stored.head.clone()), Write::Steps(session.clone(), 0, stored.steps.clone())];
                (Undo { text, session, shared: None }, writes)
            }
            Some(NoticeAction::RestoreDraft { .. } | NoticeAction::Download { .. }) | None => return None,
        };
        self.undo = Some((notice.id, undo.clone()));
        writes.push(Write::Undo(Some(undo)));
        Some(Effect::Store(writes))
    }

    /// Does not offer the session of this notice on the next visit.
    pub(super) fn forget_undo(&mut self, notice: u32) -> Vec<Effect> {
        match self.undo.take_if(|(number, _)| *number == notice) {
            Some(_) => vec![Effect::Store(vec![Write::Undo(None)])],
            None => Vec::new(),
        }
    }

    /// Gives the session a new ID, because another tab continues to write the stored session.
    pub(super) fn part_from_stored(&mut self) {
        let (old, new) = (self.timeline.id().clone(), self.next_id());
        let part = |timeline: &mut Rc<Timeline>| {
            if *timeline.id() == old {
                *timeline = Rc::new(Timeline::clone(timeline).with_id(new.clone()));
            }
        };
        part(&mut self.timeline);
        Rc::make_mut(&mut self.history).rename(&old, &new);
        for notice in Rc::make_mut(&mut self.notices) {
            if let Some(NoticeAction::Restore(timeline, _)) = &mut notice.action {
                part(timeline);
            }
        }
    }

    /// Offers to download the text of a stored session that cannot be read.
    pub(super) fn offer_unreadable(&mut self, text: String, error: &str) {
        let action = NoticeAction::Download { name: "grant-playground-unreadable.json".to_owned(), text };
        self.notify(Tone::Problem, because("The session from your last visit cannot be read", error), Some(action));
    }

    /// Forgets the records of sessions that are neither shown nor offered. If they are needed again, they are written again.
    fn forget_records(&mut self) {
        let offered = self.notices.iter().filter_map(|notice| match &notice.action {
            Some(NoticeAction::Restore(timeline, _)) => Some(timeline.id()),
            Some(
                NoticeAction::Open(_)
                | NoticeAction::Replay(_)
                | NoticeAction::Resume(_)
                | NoticeAction::RestoreDraft { .. }
                | NoticeAction::Download { .. },
            )
            | None => None,
        });
        let ids: Vec<_> = offered.chain([self.timeline.id()]).collect();
        self.records.keep_only(&ids);
    }
}

/// Splits the text of a session into records.
pub(super) fn in_records(text: &str, id: SessionId) -> Result<StoredSession, String> {
    let mut session = Session::parse(text)?;
    let steps = std::mem::take(&mut session.steps);
    let steps = steps.iter().map(|step| serde_json::to_string(step).unwrap_or_default());
    Ok(StoredSession { id, steps: steps.collect(), head: session.to_text() })
}
