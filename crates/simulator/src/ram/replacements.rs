//! The replacements of all accounts, found by id, by owner, by permission and by when they are due.

use super::permission::Permission;
use super::permission_arn::PermissionRef;
use super::replacement::{Ended, Replacement, ReplacementEvent};
use super::share::FeatureSet;
use super::shares::{Question, Until};
use super::store::Store;
use crate::numbers::{Entries, moment};
use crate::operation::Change;
use crate::value::{AccountId, Region, Timestamp};
use crate::world::{WorkflowOutcome, World};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::ops::Bound;

/// Replacements, the oldest first. Nothing is ever removed, so the place in the list is the number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Replacements {
    rows: Vec<Replacement>,
    index: Index,
}

/// Follows from the rows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Index {
    by_id: BTreeMap<String, usize>,
    /// By owner, Region and number.
    by_owner: BTreeMap<String, usize>,
    /// Those in progress, by owner, Region and each of the two permissions: a permission has one at most.
    in_progress: BTreeMap<String, usize>,
    /// Those in progress, by when they are due.
    due: Entries,
}

impl Replacements {
    /// The replacement of a number.
    pub(super) fn get(&self, number: usize) -> Option<&Replacement> {
        self.rows.get(number)
    }

    /// The number of the replacement of an id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.index.by_id.get(id).copied()
    }

    /// The numbers of an owner's replacements in a Region, from a number on.
    pub(super) fn of_owner(&self, account: &AccountId, region: &Region, from: usize) -> impl Iterator<Item = usize> + use<'_> {
        let beginning = key(account, region, "");
        let first = key(account, region, &format!("{from:020}"));
        let places = self.index.by_owner.range::<str, _>((Bound::Included(first.as_str()), Bound::Unbounded));
        places.take_while(move |(key, _)| key.starts_with(&beginning)).map(|(_, number)| *number)
    }

    /// The replacement in progress that has to do with a permission.
    pub(super) fn in_progress(&self, account: &AccountId, region: &Region, permission: &PermissionRef) -> Option<&Replacement> {
        self.rows.get(*self.index.in_progress.get(&key(account, region, &permission.to_string()))?)
    }

    /// The one that is due first.
    pub(super) fn first_due(&self) -> Option<(Timestamp, usize)> {
        let (_, number) = self.index.due.first()?;
        self.rows.get(number).map(|replacement| (replacement.due(), number))
    }

    /// Adds a replacement; gives its number.
    pub(super) fn add(&mut self, replacement: Replacement, changes: &mut Vec<Change>) -> usize {
        let number = self.rows.len();
        changes.push(replacement.creation());
        self.index.add(number, &replacement);
        self.rows.push(replacement);
        number
    }

    /// Lets an event happen to a replacement.
    pub(super) fn happen(&mut self, number: usize, event: ReplacementEvent, at: Timestamp) -> Option<Result<Change, Ended>> {
        let replacement = self.rows.get_mut(number)?;
        self.index.forget_progress(number, replacement);
        let outcome = replacement.happen(event, at);
        self.index.note_progress(number, replacement);
        Some(outcome)
    }
}

impl Index {
    fn add(&mut self, number: usize, replacement: &Replacement) {
        let task = replacement.task();
        self.by_id.insert(replacement.id().to_owned(), number);
        self.by_owner.insert(key(&task.account, &task.region, &format!("{number:020}")), number);
        self.note_progress(number, replacement);
    }

    fn note_progress(&mut self, number: usize, replacement: &Replacement) {
        if replacement.state().is_pending() {
            for key in permissions(replacement) {
                self.in_progress.insert(key, number);
            }
            self.due.insert(moment(replacement.due()), number);
        }
    }

    fn forget_progress(&mut self, number: usize, replacement: &Replacement) {
        for key in permissions(replacement) {
            self.in_progress.remove(&key);
        }
        self.due.remove(moment(replacement.due()), number);
    }
}

fn permissions(replacement: &Replacement) -> [String; 2] {
    let task = replacement.task();
    [&task.from, &task.to].map(|permission| key(&task.account, &task.region, &permission.to_string()))
}

fn key(account: &AccountId, region: &Region, rest: &str) -> String {
    [account.as_str(), region.as_str(), rest].join(" ")
}

/// Carrying out.
impl Store {
    /// Carries out the replacements that are due, or all of them.
    pub(super) fn settle_replacements(&mut self, world: &World, until: Until, changes: &mut Vec<Change>) {
        while let Some((due, number)) = self.replacements.first_due().filter(|(due, _)| until == Until::Done || *due <= world.now) {
            let at = due.min(world.now);
            let fails = world.settings.workflow_outcome == WorkflowOutcome::Fails;
            let event = if fails || !self.is_attachable(number) { ReplacementEvent::Fail } else { ReplacementEvent::Complete };
            if event == ReplacementEvent::Complete {
                self.replace(number, at, changes);
            }
            changes.extend(self.replacements.happen(number, event, at).and_then(Result::ok));
        }
    }

    /// Whether the permission that comes can still be put on shares in the version it was to come in.
    fn is_attachable(&self, number: usize) -> bool {
        let Some(task) = self.replacements.get(number).map(Replacement::task) else { return false };
        match task.to.customer() {
            Some(arn) => {
                let version = self.permission(arn).and_then(Permission::attachable);
                version.is_some_and(|version| version.number() == task.to_version)
            }
            None => true,
        }
    }

    /// Gives the shares the permission that comes, unless they have it already.
    fn replace(&mut self, number: usize, at: Timestamp, changes: &mut Vec<Change>) {
        let Some(replacement) = self.replacements.get(number) else { return };
        let task = replacement.task();
        let with_it = task.from_version.map_or(Question::WithPermission(&task.from), |version| Question::WithVersion(&task.from, version));
        let found = self.shares.asked(&[&[Question::Owned(&task.account, &task.region), with_it]], None).filter(|(_, share)| {
            let is_ordinary = share.is_changeable() && share.feature_set() == FeatureSet::Standard;
            let is_here = *share.account() == task.account && *share.region() == task.region;
            is_ordinary && is_here && share.has(&task.from, task.from_version) && !share.has(&task.to, Some(task.to_version))
        });
        let shares: Vec<_> = found.map(|(share, _)| share).collect();
        let (resource_type, attached) = (task.resource_type.clone(), replacement.attached(at));
        for share in shares {
            changes.extend(self.shares.change(share, |share| share.attach(&resource_type, attached.clone())));
        }
    }
}

impl Serialize for Replacements {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Replacements {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = Vec::<Replacement>::deserialize(deserializer)?;
        let mut index = Index::default();
        for (number, replacement) in rows.iter().enumerate() {
            index.add(number, replacement);
        }
        Ok(Self { rows, index })
    }
}
