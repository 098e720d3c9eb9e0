//! A session that is being opened: its steps run one after another, so that the page can be used meanwhile.

use super::ViewChange;
use super::history::Direction;
use super::store::{SessionId, StoredSession};
use super::timeline::Timeline;
use simulator::session::{Session, Step};
use simulator::value::AccountId;
use std::rc::Rc;

/// A session that is being opened.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    /// The session, as far as its steps have run.
    timeline: Timeline,
    source: Source,
    total: usize,
    /// What is done with it in the end.
    pub(super) purpose: Purpose,
}

/// Where the steps come from.
#[derive(Clone, Debug)]
enum Source {
    /// From the browser's storage.
    Stored(Rc<StoredSession>),
    /// From a file or a text.
    Steps(std::vec::IntoIter<Step>),
}

/// Why a session is opened.
#[derive(Clone, Debug)]
pub(super) enum Purpose {
    /// It is the session of the last visit, where this point was selected.
    LastVisit {
        /// The point.
        point: usize,
        /// The caller of the last visit, and the one that is shown until the session is there.
        callers: [AccountId; 2],
        /// Whether an earlier version of the page stored it.
        is_adopted: bool,
    },
    /// It was imported. This is what is shown of it.
    Import(Arrival),
    /// A notice offered it. The page gets a copy, because another tab may have it open.
    Open,
    /// It is the next one in the history, in this direction.
    Travel(Direction),
}

/// What is shown of an imported session.
#[derive(Clone, Debug, Default)]
pub(super) struct Arrival {
    /// The point that is selected.
    pub(super) point: Option<usize>,
    /// The pane and its tab.
    pub(super) view: Vec<ViewChange>,
    /// Whether its author changed it. Then it is not taken as a lesson.
    pub(super) is_edited: bool,
}

/// How far a session is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many steps have run.
    pub done: usize,
    /// How many steps there are.
    pub total: usize,
}

impl Progress {
    /// `Opening: 3,200 of 10,000 steps`.
    pub fn sentence(self) -> String {
        format!("Opening: {} of {} steps", grouped(self.done), grouped(self.total))
    }
}

impl Opening {
    /// A session from the browser's storage.
    pub(super) fn stored(stored: &Rc<StoredSession>, purpose: Purpose) -> Result<Self, String> {
        let timeline = Timeline::begin(&Session::parse(&stored.head)?)?.with_id(stored.id.clone());
        Ok(Self { timeline, source: Source::Stored(Rc::clone(stored)), total: stored.steps.len(), purpose })
    }

    /// A session from a text, which gets this id.
    pub(super) fn text(text: &str, id: SessionId, purpose: Purpose) -> Result<Self, String> {
        let session = Session::parse(text)?;
        let timeline = Timeline::begin(&session)?.with_id(id);
        Ok(Self { timeline, total: session.steps.len(), source: Source::Steps(session.steps.into_iter()), purpose })
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Progress {
        Progress { done: self.timeline.entries().len(), total: self.total }
    }

    /// The point that will be selected, if it is known.
    pub(super) fn point(&self) -> Option<usize> {
        match self.purpose {
            Purpose::LastVisit { point, .. } => Some(point),
            Purpose::Import(_) | Purpose::Open | Purpose::Travel(_) => None,
        }
    }

    /// The session as it is stored, if it comes from there.
    pub(super) fn source(&self) -> Option<&Rc<StoredSession>> {
        match &self.source {
            Source::Stored(stored) => Some(stored),
            Source::Steps(_) => None,
        }
    }

    /// Runs the next step, and says whether one is left. A step that cannot run is named.
    pub(super) fn step(&mut self) -> Result<bool, String> {
        let done = self.timeline.entries().len();
        let step = match &mut self.source {
            Source::Stored(stored) => stored.steps.get(done).map(|text| serde_json::from_str(text).map_err(|error| error.to_string())),
            Source::Steps(steps) => steps.next().map(Ok),
        };
        if let Some(step) = step {
            step.and_then(|step| self.timeline.append(step)).map_err(|error| format!("step {}: {error}", done + 1))?;
        }
        Ok(self.timeline.entries().len() < self.total)
    }

    /// The session, as far as its steps have run, and the line of its record that names the session it begins with.
    pub(super) fn into_timeline(mut self) -> (Timeline, Option<String>) {
        let base = self.source().and_then(|stored| stored.base.clone());
        self.timeline.renew_question();
        (self.timeline, base)
    }
}

/// `10,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let length = digits.len();
    let group = |(place, digit): (usize, char)| {
        let comma = (place > 0 && (length - place).is_multiple_of(3)).then_some(',');
        comma.into_iter().chain([digit])
    };
    digits.chars().enumerate().flat_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_told_in_steps() {
        for (done, total, sentence) in [
            (0, 7, "Opening: 0 of 7 steps"),
            (999, 1000, "Opening: 999 of 1,000 steps"),
            (3200, 1_234_567, "Opening: 3,200 of 1,234,567 steps"),
        ] {
            assert_eq!(Progress { done, total }.sentence(), sentence);
        }
    }
}
