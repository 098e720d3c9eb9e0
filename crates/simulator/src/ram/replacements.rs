//! The replacements of all accounts, with indexes by ID, owner, permission and due time.

use super::permission_arn::PermissionRef;
use super::replacement::{Ended, Replacement, ReplacementEvent};
use crate::collection::{self, Map, Rows};
use crate::operation::Change;
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::rc::Rc;

/// Replacements, the oldest first. None is ever removed, so a replacement's position in the list is its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Replacements {
    rows: Rows<Replacement>,
    index: Index,
}

/// The index, which is derived from the rows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Index {
    by_id: Map<Rc<str>, usize>,
    by_owner: collection::Index<(AccountId, Region)>,
    /// Those in progress, by owner, Region and each of their two permissions. A permission has at most one.
    in_progress: Map<(AccountId, Region, PermissionRef), usize>,
    /// Those in progress, by due time.
    due: collection::Index<Timestamp>,
}

impl Replacements {
    /// The replacement with this number.
    pub(super) fn get(&self, number: usize) -> Option<&Replacement> {
        self.rows.get(number)
    }

    /// The number of the replacement with this ID.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.index.by_id.get(id).copied()
    }

    /// The numbers of an owner's replacements in a Region that are greater than `after`.
    pub(super) fn of_owner(&self, account: &AccountId, region: &Region, after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
        self.index.by_owner.numbers(&(account.clone(), region.clone()), after)
    }

    /// The replacement in progress in which a permission takes part.
    pub(super) fn in_progress(&self, account: &AccountId, region: &Region, permission: &PermissionRef) -> Option<&Replacement> {
        self.rows.get(*self.index.in_progress.get(&(account.clone(), region.clone(), permission.clone()))?)
    }

    /// The one that is due first.
    pub(super) fn first_due(&self) -> Option<(Timestamp, usize)> {
        self.index.due.first().map(|(due, number)| (*due, number))
    }

    /// Adds a replacement and returns its number.
    pub(super) fn add(&mut self, replacement: Replacement, changes: &mut Vec<Change>) -> usize {
        let number = self.rows.len();
        changes.push(replacement.creation());
        self.index.add(number, &replacement);
        self.rows.push(replacement)
    }

    /// Applies an event to a replacement.
    pub(super) fn happen(&mut self, number: usize, event: ReplacementEvent, at: Timestamp) -> Option<Result<Change, Ended>> {
        let replacement = self.rows.get_mut(number)?;
        self.index.remove_progress(number, replacement);
        let outcome = replacement.happen(event, at);
        self.index.add_progress(number, replacement);
        Some(outcome)
    }
}

impl Index {
    fn add(&mut self, number: usize, replacement: &Replacement) {
        let task = replacement.task();
        self.by_id.insert(replacement.id().into(), number);
        self.by_owner.insert((task.account.clone(), task.region.clone()), number);
        self.add_progress(number, replacement);
    }

    fn add_progress(&mut self, number: usize, replacement: &Replacement) {
        if replacement.state().is_pending() {
            for key in permissions(replacement) {
                self.in_progress.insert(key, number);
            }
            self.due.insert(replacement.due(), number);
        }
    }

    fn remove_progress(&mut self, number: usize, replacement: &Replacement) {
        for key in permissions(replacement) {
            self.in_progress.remove(&key);
        }
        self.due.remove(replacement.due(), number);
    }
}

fn permissions(replacement: &Replacement) -> [(AccountId, Region, PermissionRef); 2] {
    let task = replacement.task();
    [&task.from, &task.to].map(|permission| (task.account.clone(), task.region.clone(), permission.clone()))
}

impl Serialize for Replacements {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Replacements {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = Rows::<Replacement>::deserialize(deserializer)?;
        let mut index = Index::default();
        for (number, replacement) in rows.iter().enumerate() {
            index.add(number, replacement);
        }
        Ok(Self { rows, index })
    }
}
