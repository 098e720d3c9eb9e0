//! The customer managed permissions of all accounts, found by name and by resource type. What a call costs does not grow with
//! how many there are.

use super::permission::Permission;
use super::permission_arn::PermissionArn;
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// Permissions, and where to find them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Permissions {
    rows: Vec<Permission>,
    index: Index,
}

/// Follows from the rows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Index {
    /// Places by account, Region and name.
    by_name: BTreeMap<String, usize>,
    /// Places by account, Region, resource type and name.
    by_type: BTreeMap<String, usize>,
    /// How many count against a quota: by account and Region, and by account, Region and resource type.
    counts: BTreeMap<String, usize>,
    /// From when on deleted ones cannot be read, in milliseconds, and their keys by name.
    gone: BTreeSet<(i64, String)>,
}

/// An account in a Region, and a resource type if only permissions for one are meant.
pub(super) type Here<'a> = (&'a AccountId, &'a Region, Option<&'a str>);

impl Permissions {
    /// A permission by its ARN.
    pub(super) fn get(&self, arn: &PermissionArn) -> Option<&Permission> {
        self.rows.get(*self.index.by_name.get(&name_key(arn))?)
    }

    /// Every permission, by account, Region and name.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Permission> {
        self.index.by_name.values().filter_map(|place| self.rows.get(*place))
    }

    /// The permissions here by name, beginning with that name.
    pub(super) fn from(&self, here: Here<'_>, name: &str) -> impl Iterator<Item = &Permission> + use<'_> {
        let index = if here.2.is_some() { &self.index.by_type } else { &self.index.by_name };
        let beginning = key(here);
        let first = [&*beginning, name].concat();
        let places = index.range::<str, _>((Bound::Included(first.as_str()), Bound::Unbounded));
        places.take_while(move |(key, _)| key.starts_with(&beginning)).filter_map(|(_, place)| self.rows.get(*place))
    }

    /// How many permissions here count against the quota.
    pub(super) fn count(&self, here: Here<'_>) -> usize {
        self.index.counts.get(&key(here)).copied().unwrap_or_default()
    }

    /// Stores a new permission; it takes the place of a deleted one of its name.
    pub(super) fn put(&mut self, permission: Permission) {
        self.forget(permission.arn());
        self.index.place(&permission, self.rows.len());
        self.index.count(&permission, false, permission.state().counts());
        self.rows.push(permission);
    }

    /// Changes a permission, if there is one.
    pub(super) fn change<T>(&mut self, arn: &PermissionArn, change: impl FnOnce(&mut Permission) -> T) -> Option<T> {
        let permission = self.rows.get_mut(*self.index.by_name.get(&name_key(arn))?)?;
        let counted = permission.state().counts();
        let result = change(permission);
        self.index.count(permission, counted, permission.state().counts());
        self.index.gone.extend(gone(permission));
        Some(result)
    }

    /// Forgets what was deleted so long ago that nobody can read it.
    pub(super) fn lapse(&mut self, now: Timestamp) {
        while let Some((_, name)) = self.index.gone.first().filter(|(from, _)| *from <= now.milliseconds()) {
            let place = self.index.by_name.get(name).copied();
            let Some(arn) = place.and_then(|place| self.rows.get(place)).map(|permission| permission.arn().clone()) else { return };
            self.forget(&arn);
        }
    }

    /// Takes a permission out without a trace.
    pub(super) fn forget(&mut self, arn: &PermissionArn) {
        let Some(place) = self.index.by_name.remove(&name_key(arn)) else { return };
        let permission = self.rows.swap_remove(place);
        self.index.by_type.remove(&type_key(&permission));
        self.index.count(&permission, permission.state().counts(), false);
        if let Some(entry) = gone(&permission) {
            self.index.gone.remove(&entry);
        }
        // The last row stands there now, unless it was this one.
        if let Some(moved) = self.rows.get(place) {
            self.index.place(moved, place);
        }
    }
}

impl Index {
    fn place(&mut self, permission: &Permission, place: usize) {
        self.by_name.insert(name_key(permission.arn()), place);
        self.by_type.insert(type_key(permission), place);
    }

    /// Follows whether a permission counts against the quotas.
    fn count(&mut self, permission: &Permission, before: bool, after: bool) {
        if before == after {
            return;
        }
        let (account, region) = (permission.arn().account(), permission.arn().region());
        for key in [key((account, region, None)), key((account, region, Some(permission.resource_type())))] {
            let count = self.counts.get(&key).copied().unwrap_or_default();
            match if after { count.saturating_add(1) } else { count.saturating_sub(1) } {
                0 => self.counts.remove(&key),
                count => self.counts.insert(key, count),
            };
        }
    }
}

/// What the index has of a deleted permission, to forget it in time. Nothing happens to one any more.
fn gone(permission: &Permission) -> Option<(i64, String)> {
    permission.unreadable_from().map(|from| (from.milliseconds(), name_key(permission.arn())))
}

/// Between the parts of a key; no part has one in it.
const SEPARATOR: char = '\0';

fn key((account, region, resource_type): Here<'_>) -> String {
    let mut key = String::new();
    for part in [account.as_str(), region.as_str()].into_iter().chain(resource_type) {
        key.push_str(part);
        key.push(SEPARATOR);
    }
    key
}

fn name_key(arn: &PermissionArn) -> String {
    key((arn.account(), arn.region(), None)) + arn.name()
}

fn type_key(permission: &Permission) -> String {
    let arn = permission.arn();
    key((arn.account(), arn.region(), Some(permission.resource_type()))) + arn.name()
}

impl Serialize for Permissions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Permissions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let rows = Vec::<Permission>::deserialize(deserializer)?;
        let mut index = Index::default();
        for (place, permission) in rows.iter().enumerate() {
            index.place(permission, place);
            index.count(permission, false, permission.state().counts());
            index.gone.extend(gone(permission));
        }
        Ok(Self { rows, index })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ram::permission::{NewPermission, NewVersion, Origin};
    use crate::ram::shapes::UpdatePermissionStatus;

    fn arn(account: &str, name: &str) -> PermissionArn {
        PermissionArn::new(account.parse().unwrap(), "us-east-1".parse().unwrap(), name)
    }

    fn permission(account: &str, name: &str, resource_type: &str) -> Permission {
        let new = NewPermission { arn: arn(account, name), resource_type, origin: Origin::Created, tags: None };
        let first = NewVersion { template: "{}", parameters: None, now: Timestamp::DEFAULT_START };
        Permission::create(new, first, &mut Vec::new())
    }

    const ONE: &str = "111122223333";
    const TWO: &str = "444455556666";

    fn permissions() -> Permissions {
        let mut permissions = Permissions::default();
        for (account, name, resource_type) in
            [(ONE, "c", "ssm:Parameter"), (TWO, "a", "ssm:Parameter"), (ONE, "a-b", "ec2:IpamPool"), (ONE, "a", "ssm:Parameter")]
        {
            permissions.put(permission(account, name, resource_type));
        }
        permissions
    }

    /// The names in the list, and the number that counts.
    fn seen(permissions: &Permissions, account: &str, resource_type: Option<&str>, from: &str) -> (Vec<String>, usize) {
        let (account, region) = (account.parse().unwrap(), Region::default());
        let here = (&account, &region, resource_type);
        (permissions.from(here, from).map(|permission| permission.arn().name().to_owned()).collect(), permissions.count(here))
    }

    fn assert_sound(permissions: &Permissions) {
        let text = serde_json::to_string(permissions).unwrap();
        assert_eq!(serde_json::from_str::<Permissions>(&text).unwrap(), *permissions, "the index follows from the rows");
    }

    #[test]
    fn lists_are_by_name_and_begin_where_they_are_told() {
        let permissions = permissions();
        for (account, resource_type, from, names, count) in [
            (ONE, None, "", &["a", "a-b", "c"][..], 3),
            (ONE, None, "a-", &["a-b", "c"], 3),
            (ONE, Some("ssm:Parameter"), "", &["a", "c"], 2),
            (ONE, Some("ec2:IpamPool"), "b", &[], 1),
            (TWO, None, "", &["a"], 1),
            (TWO, Some("ec2:IpamPool"), "", &[], 0),
        ] {
            assert_eq!(seen(&permissions, account, resource_type, from), (names.iter().map(|name| (*name).to_owned()).collect(), count));
        }
        assert_sound(&permissions);
    }

    #[test]
    fn what_was_deleted_is_forgotten_when_nobody_can_read_it() {
        let mut permissions = permissions();
        let delete = |permissions: &mut Permissions, name: &str, seconds: i64| {
            let at = Timestamp::DEFAULT_START.plus_seconds(seconds);
            permissions.change(&arn(ONE, name), |found| found.delete(at, &mut Vec::new())).unwrap().unwrap();
        };
        delete(&mut permissions, "c", 60);
        delete(&mut permissions, "a", 0);
        for (seconds, left) in [(7199, &["a", "a-b", "c"][..]), (7200, &["a-b", "c"]), (7259, &["a-b", "c"]), (7260, &["a-b"])] {
            permissions.lapse(Timestamp::DEFAULT_START.plus_seconds(seconds));
            assert_eq!(seen(&permissions, ONE, None, "").0, left, "{seconds}");
            assert_sound(&permissions);
        }
    }

    #[test]
    fn counts_follow_states_and_places_follow_removals() {
        let mut permissions = permissions();
        let change = |permissions: &mut Permissions, status| {
            let set = |found: &mut Permission| found.set_status(status, Timestamp::DEFAULT_START, &mut Vec::new());
            permissions.change(&arn(ONE, "a"), set).unwrap().unwrap();
        };
        change(&mut permissions, UpdatePermissionStatus::Deprecated);
        assert_eq!(seen(&permissions, ONE, None, "").1, 2);
        change(&mut permissions, UpdatePermissionStatus::Attachable);
        assert_eq!(seen(&permissions, ONE, Some("ssm:Parameter"), "").1, 2);
        permissions.forget(&arn(ONE, "c"));
        assert_eq!(seen(&permissions, ONE, None, ""), (vec!["a".to_owned(), "a-b".to_owned()], 2));
        assert_eq!(permissions.get(&arn(ONE, "a")).map(|found| found.arn().name()), Some("a"));
        assert!(permissions.get(&arn(ONE, "c")).is_none() && permissions.change(&arn(ONE, "c"), |_| ()).is_none());
        permissions.change(&arn(ONE, "a"), |found| found.delete(Timestamp::DEFAULT_START, &mut Vec::new())).unwrap().unwrap();
        assert_eq!(seen(&permissions, ONE, None, "").1, 1);
        assert_sound(&permissions);
        permissions.put(permission(ONE, "a", "ec2:IpamPool"));
        assert_eq!(seen(&permissions, ONE, Some("ssm:Parameter"), ""), (vec![], 0));
        assert_eq!(seen(&permissions, ONE, Some("ec2:IpamPool"), ""), (vec!["a".to_owned(), "a-b".to_owned()], 2));
        assert_sound(&permissions);
    }
}
