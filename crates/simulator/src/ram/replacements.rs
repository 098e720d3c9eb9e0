//! The replacements of all accounts, found by id, by owner, by permission and by when they are due.

use super::permission::Permission;
use super::permission_arn::PermissionRef;
use super::replacement::{Ended, Replacement, ReplacementEvent};
use super::share::FeatureSet;
use super::shares::ShareKey;
use super::store::Store;
use crate::collection::{self, Map, Rows};
use crate::operation::{Change, Until};
use crate::value::{AccountId, Region, Timestamp};
use crate::world::{WorkflowOutcome, World};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::rc::Rc;

/// Replacements, the oldest first. None is ever removed, so its place in the list is its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Replacements {
    rows: Rows<Replacement>,
    index: Index,
}

/// Follows from the rows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Index {
    by_id: Map<Rc<str>, usize>,
    by_owner: collection::Index<(AccountId, Region)>,
    /// Those in progress, by owner, Region and each of the two permissions: a permission has one at most.
    in_progress: Map<(AccountId, Region, PermissionRef), usize>,
    /// Those in progress, by when they are due.
    due: collection::Index<Timestamp>,
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

    /// The numbers of an owner's replacements in a Region that are greater than `after`.
    pub(super) fn of_owner(&self, account: &AccountId, region: &Region, after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
        self.index.by_owner.numbers(&(account.clone(), region.clone()), after)
    }

    /// The replacement in progress that replaces a permission, or replaces another by it.
    pub(super) fn in_progress(&self, account: &AccountId, region: &Region, permission: &PermissionRef) -> Option<&Replacement> {
        self.rows.get(*self.index.in_progress.get(&(account.clone(), region.clone(), permission.clone()))?)
    }

    /// The one that is due first.
    pub(super) fn first_due(&self) -> Option<(Timestamp, usize)> {
        self.index.due.first().map(|(due, number)| (*due, number))
    }

    /// Adds a replacement; gives its number.
    pub(super) fn add(&mut self, replacement: Replacement, changes: &mut Vec<Change>) -> usize {
        let number = self.rows.len();
        changes.push(replacement.creation());
        self.index.add(number, &replacement);
        self.rows.push(replacement)
    }

    /// Lets an event happen to a replacement.
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
        let of_owner = ShareKey::Owner(task.account.clone(), task.region.clone());
        let with_it = ShareKey::permission(&task.from, task.from_version);
        let found = self.shares.matching(vec![vec![of_owner, with_it]], None).filter(|(_, share)| {
            let is_ordinary = share.is_changeable() && share.feature_set() == FeatureSet::Standard;
            is_ordinary && !share.has(&task.to, Some(task.to_version))
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
        let rows = Rows::<Replacement>::deserialize(deserializer)?;
        let mut index = Index::default();
        for (number, replacement) in rows.iter().enumerate() {
            index.add(number, replacement);
        }
        Ok(Self { rows, index })
    }
}
