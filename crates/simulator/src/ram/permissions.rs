//! The customer managed permissions of all accounts, with indexes by ARN and by resource type. The cost of a call does not grow
//! with their number.

use super::permission::Permission;
use super::permission_arn::PermissionArn;
use crate::collection::{Map, Set};
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::rc::Rc;

/// Permissions and their index.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Permissions {
    rows: Map<PermissionArn, Rc<Permission>>,
    index: Index,
}

/// The index, which is derived from the rows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Index {
    /// The permissions for each resource type.
    by_type: Set<(Rc<str>, PermissionArn)>,
    /// How many count against a quota: in an account and Region, and among them for a resource type.
    counts: Map<(AccountId, Region, Option<Rc<str>>), usize>,
    /// The deleted ones, by the time after which they cannot be read.
    unreadable: Set<(Timestamp, PermissionArn)>,
}

/// An account in a Region, and optionally a resource type.
pub(super) type Here<'a> = (&'a AccountId, &'a Region, Option<&'a str>);

impl Permissions {
    /// The permission with this ARN.
    pub(super) fn get(&self, arn: &PermissionArn) -> Option<&Permission> {
        self.rows.get(arn).map(Rc::as_ref)
    }

    /// Every permission, by account, Region and name.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Permission> {
        self.rows.values().map(Rc::as_ref)
    }

    /// The permissions here, sorted by name, starting with this name.
    pub(super) fn from(&self, here: Here<'_>, name: &str) -> impl Iterator<Item = &Permission> + use<'_> {
        let (account, region, resource_type) = here;
        let first = PermissionArn::new(account.clone(), region.clone(), name);
        let all = resource_type.is_none().then(|| self.rows.range(first.clone()..).map(|(arn, _)| arn));
        let of_type = resource_type.map(|resource_type| {
            let resource_type: Rc<str> = resource_type.into();
            let entries = self.index.by_type.range((Rc::clone(&resource_type), first.clone())..);
            entries.take_while(move |(other, _)| *other == resource_type).map(|(_, arn)| arn)
        });
        let arns = all.into_iter().flatten().chain(of_type.into_iter().flatten());
        let is_here = move |arn: &&PermissionArn| arn.account() == first.account() && arn.region() == first.region();
        arns.take_while(is_here).filter_map(|arn| self.get(arn))
    }

    /// How many permissions here count against the quota.
    pub(super) fn count(&self, (account, region, resource_type): Here<'_>) -> usize {
        let scope = (account.clone(), region.clone(), resource_type.map(Rc::from));
        self.index.counts.get(&scope).copied().unwrap_or_default()
    }

    /// Stores a new permission. It replaces a deleted permission with the same name.
    pub(super) fn put(&mut self, permission: Permission) {
        self.forget(permission.arn());
        self.index.add(&permission);
        self.rows.insert(permission.arn().clone(), Rc::new(permission));
    }

    /// Changes a permission, if there is one.
    pub(super) fn change<T>(&mut self, arn: &PermissionArn, change: impl FnOnce(&mut Permission) -> T) -> Option<T> {
        let permission = Rc::make_mut(self.rows.get_mut(arn)?);
        let counted = permission.state().counts();
        let result = change(permission);
        self.index.count(permission, counted, permission.state().counts());
        self.index.note_unreadable(permission);
        Some(result)
    }

    /// Forgets the deleted permissions that cannot be read any more.
    pub(super) fn lapse(&mut self, now: Timestamp) {
        while let Some((_, arn)) = self.index.unreadable.get_min().filter(|(from, _)| *from <= now) {
            let arn = arn.clone();
            self.forget(&arn);
        }
    }

    /// Removes a permission. No change is reported.
    pub(super) fn forget(&mut self, arn: &PermissionArn) {
        if let Some(permission) = self.rows.get(arn).cloned() {
            self.rows.remove(arn);
            self.index.remove(&permission);
        }
    }
}

impl Index {
    fn add(&mut self, permission: &Permission) {
        self.by_type.insert(type_key(permission));
        self.count(permission, false, permission.state().counts());
        self.note_unreadable(permission);
    }

    fn remove(&mut self, permission: &Permission) {
        self.by_type.remove(&type_key(permission));
        self.count(permission, permission.state().counts(), false);
        if let Some(from) = permission.unreadable_from() {
            self.unreadable.remove(&(from, permission.arn().clone()));
        }
    }

    /// Notes the time after which a deleted permission cannot be read. A deleted permission does not change any more.
    fn note_unreadable(&mut self, permission: &Permission) {
        if let Some(from) = permission.unreadable_from() {
            self.unreadable.insert((from, permission.arn().clone()));
        }
    }

    /// Updates the counts for the quotas when a permission starts or stops counting.
    fn count(&mut self, permission: &Permission, before: bool, after: bool) {
        if before == after {
            return;
        }
        let (account, region) = (permission.arn().account(), permission.arn().region());
        for resource_type in [None, Some(permission.resource_type().into())] {
            let scope = (account.clone(), region.clone(), resource_type);
            let count = self.counts.get(&scope).copied().unwrap_or_default();
            match if after { count.saturating_add(1) } else { count.saturating_sub(1) } {
                0 => self.counts.remove(&scope),
                count => self.counts.insert(scope, count),
            };
        }
    }
}

fn type_key(permission: &Permission) -> (Rc<str>, PermissionArn) {
    (permission.resource_type().into(), permission.arn().clone())
}

impl Serialize for Permissions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Permissions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut permissions = Self::default();
        for permission in Vec::<Permission>::deserialize(deserializer)? {
            permissions.put(permission);
        }
        Ok(permissions)
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

    /// The names in the list, and the number that counts against the quota.
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
    fn counts_follow_states_and_removals() {
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
