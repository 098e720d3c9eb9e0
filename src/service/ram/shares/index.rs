//! Where to find what is stored: the answers to every question that calls ask, kept ready.
//!
//! One ordered set of entries: the digest of a question, and the number of what answers it. What asking costs hardly depends
//! on how much is stored, and the answers come in the order of age. Two questions may have one digest: who asks compares what
//! is found. The index follows from the records and is made anew when they are read.

use super::question::{Count, Question, Queue, Traces};
use crate::service::numbers::{Entries, Numbers};
use crate::service::ram::share::{Association, AssociationKind, ResourceShare};
use crate::service::value::Timestamp;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    entries: Entries,
    counts: BTreeMap<String, usize>,
    /// By queue: when things are due, as a key, and their numbers.
    due: [Entries; 6],
}

impl Index {
    /// The numbers above `after` that answer all questions of one list, or all of another, the lowest first.
    pub(super) fn any(&self, lists: impl IntoIterator<Item = Vec<u64>>, after: Option<usize>) -> Numbers<'_> {
        Numbers::new(&self.entries, lists, after)
    }

    /// The numbers above `after` that answer a question, the lowest first.
    pub(super) fn answers(&self, question: Question<'_>, after: Option<usize>) -> Numbers<'_> {
        self.any([vec![question.key()]], after)
    }

    pub(super) fn count(&self, count: Count<'_>) -> usize {
        self.counts.get(&count.key()).copied().unwrap_or_default()
    }

    /// What is due first in a queue.
    pub(super) fn first_due(&self, queue: Queue) -> Option<(Timestamp, usize)> {
        let (milliseconds, number) = self.due.get(queue as usize)?.first()?;
        Some((Timestamp::from_milliseconds(i64::try_from(*milliseconds).unwrap_or(i64::MAX)), *number))
    }

    /// Puts what a thing leaves in the index in the place of what it left.
    pub(super) fn replace(&mut self, number: usize, before: &Traces, after: &Traces) {
        for key in before.keys.iter().filter(|key| !after.keys.contains(key)) {
            self.entries.remove(&(*key, number));
        }
        for key in after.keys.iter().filter(|key| !before.keys.contains(key)) {
            self.entries.insert((*key, number));
        }
        for key in before.counts.iter().filter(|key| !after.counts.contains(key)) {
            let count = self.counts.get(key).copied().unwrap_or_default().saturating_sub(1);
            if count == 0 {
                self.counts.remove(key);
            } else {
                self.counts.insert(key.clone(), count);
            }
        }
        for key in after.counts.iter().filter(|key| !before.counts.contains(key)) {
            let count = self.counts.get(key).copied().unwrap_or_default().saturating_add(1);
            self.counts.insert(key.clone(), count);
        }
        if before.due != after.due {
            let entry = |due: Timestamp| (u64::try_from(due.milliseconds()).unwrap_or_default(), number);
            if let Some((queue, due)) = before.due {
                self.due.get_mut(queue as usize).map(|entries| entries.remove(&entry(due)));
            }
            if let Some((queue, due)) = after.due {
                self.due.get_mut(queue as usize).map(|entries| entries.insert(entry(due)));
            }
        }
    }

    /// Notes what an association that came into effect, or is out of it, makes its share answer.
    pub(super) fn note_effect(&mut self, association: &Association, share: &ResourceShare) {
        let (number, kind, entity) = (association.share(), association.kind(), association.entity());
        self.note(Question::Holding(kind, entity), number, association.state().is_in_effect());
        let questions = match kind {
            AssociationKind::Principal => {
                let receiver = association.receiver();
                Some((Question::Reached(receiver, share.region()), Question::Reaching(number, receiver)))
            }
            AssociationKind::Resource => {
                let resource_type = association.resource_type();
                Some((Question::HoldingType(resource_type), Question::InEffectAs(number, resource_type)))
            }
            AssociationKind::Source => None,
        };
        for (question, cause) in questions.into_iter().chain([(Question::HoldingAny(kind), Question::InEffect(number, kind))]) {
            let answers = self.answers(cause, None).next().is_some();
            self.note(question, number, answers);
        }
    }

    /// Notes whether a share answers a question that does not follow from the share alone.
    fn note(&mut self, question: Question<'_>, share: usize, answers: bool) {
        let entry = (question.key(), share);
        if answers {
            self.entries.insert(entry);
        } else {
            self.entries.remove(&entry);
        }
    }
}
