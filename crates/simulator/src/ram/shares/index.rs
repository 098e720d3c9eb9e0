//! Where to find what is stored: the answers to every question that calls ask, kept ready.
//!
//! The index follows from the records and is made anew when they are read.

use super::question::{Count, Key, Question, Queue, Tally, Traces};
use crate::numbers::{Entries, Numbers, moment, timestamp};
use crate::ram::share::{Association, AssociationKind, ResourceShare};
use crate::table::Table;
use crate::value::{AccountId, Region, Timestamp};

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    entries: Entries,
    counts: Table<String, usize>,
    /// What is asked of each share.
    shares: Vec<OfShare>,
    /// By queue: when things are due, as a key, and their numbers.
    due: [Entries; 6],
}

/// What is asked of one share.
#[derive(Clone, Debug, Default, PartialEq)]
struct OfShare {
    entries: Entries,
    tallies: Table<Tally, usize>,
}

/// Of a share that is not there.
static NOTHING: Entries = Entries::new();

impl Index {
    /// The numbers above `after` that answer all questions of one list, or all of another, the lowest first.
    pub(super) fn any(&self, lists: impl IntoIterator<Item = Vec<Key>>, after: Option<usize>) -> Numbers<'_> {
        Numbers::new(lists.into_iter().map(|keys| keys.into_iter().map(|key| (self.entries(key), key.digest)).collect()), after)
    }

    /// The numbers above `after` that answer a question, the lowest first.
    pub(super) fn answers(&self, question: Question<'_>, after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
        let key = question.key();
        self.entries(key).answers(key.digest, after)
    }

    fn entries(&self, key: Key) -> &Entries {
        key.share.map_or(&self.entries, |share| self.shares.get(share).map_or(&NOTHING, |of_share| &of_share.entries))
    }

    /// Notes whether a number answers a question.
    fn note(&mut self, key: Key, number: usize, answers: bool) {
        let entries = match key.share {
            Some(share) => self.shares.get_mut(share).map(|of_share| &mut of_share.entries),
            None => Some(&mut self.entries),
        };
        match (entries, answers) {
            (Some(entries), true) => entries.insert(key.digest, number),
            (Some(entries), false) => entries.remove(key.digest, number),
            (None, _) => {}
        }
    }

    /// How much there is of an owner in a Region.
    pub(super) fn count(&self, count: Count, account: &AccountId, region: &Region) -> usize {
        self.counts.get(&count.key(account, region)).copied().unwrap_or_default()
    }

    /// What there is of a share's live associations, and how often.
    pub(super) fn tallies(&self, share: usize) -> impl Iterator<Item = (&Tally, usize)> {
        self.shares.get(share).into_iter().flat_map(|of_share| of_share.tallies.iter()).map(|(tally, count)| (tally, *count))
    }

    /// What is due first in a queue.
    pub(super) fn first_due(&self, queue: Queue) -> Option<(Timestamp, usize)> {
        let (due, number) = self.due.get(queue as usize)?.first()?;
        Some((timestamp(due), number))
    }

    /// Puts what a thing of a share leaves in the index in the place of what it left.
    pub(super) fn replace(&mut self, share: usize, number: usize, before: &Traces, after: &Traces) {
        if self.shares.len() <= share {
            self.shares.resize_with(share + 1, OfShare::default);
        }
        for key in before.keys.iter().filter(|key| !after.keys.contains(key)) {
            self.note(*key, number, false);
        }
        for key in after.keys.iter().filter(|key| !before.keys.contains(key)) {
            self.note(*key, number, true);
        }
        recount(&mut self.counts, &before.counts, &after.counts);
        if let Some(of_share) = self.shares.get_mut(share) {
            recount(&mut of_share.tallies, &before.tallies, &after.tallies);
        }
        if before.due != after.due {
            if let Some((entries, due)) = self.queue(before.due) {
                entries.remove(due, number);
            }
            if let Some((entries, due)) = self.queue(after.due) {
                entries.insert(due, number);
            }
        }
    }

    fn queue(&mut self, due: Option<(Queue, Timestamp)>) -> Option<(&mut Entries, u64)> {
        let (queue, due) = due?;
        Some((self.due.get_mut(queue as usize)?, moment(due)))
    }

    /// Notes what an association that came into effect, or is out of it, makes its share answer.
    pub(super) fn note_effect(&mut self, association: &Association, share: &ResourceShare) {
        let (number, kind, entity) = (association.share(), association.kind(), association.entity());
        self.note(Question::Holding(kind, entity).key(), number, association.state().is_in_effect());
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
            self.note(question.key(), number, answers);
        }
    }
}

/// Counts these in the place of those.
fn recount<K: Ord + Clone>(counts: &mut Table<K, usize>, before: &[K], after: &[K]) {
    for key in before.iter().filter(|key| !after.contains(key)) {
        match counts.get(key).copied().unwrap_or_default() {
            0 | 1 => counts.remove(key),
            count => counts.insert(key.clone(), count - 1),
        };
    }
    for key in after.iter().filter(|key| !before.contains(key)) {
        let count = counts.get(key).copied().unwrap_or_default();
        counts.insert(key.clone(), count + 1);
    }
}
