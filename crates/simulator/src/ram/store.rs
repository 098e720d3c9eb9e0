//! What RAM stores.

mod replacements;
mod resources;

use super::SharePlacement;
use super::catalogue;
use super::idempotency::Receipt;
use super::permission::{Origin, Permission, Version};
use super::permission_arn::{PermissionArn, PermissionRef};
use super::permissions::{Here, Permissions};
use super::policy_template::Meaning;
use super::replacement::Replacement;
use super::replacements::Replacements;
use super::resource::Resources;
use super::share::{Attached, FeatureSet, NewShare, ResourceShare, ShareState};
use super::shares::Shares;
use crate::operation::{self, Change, Until};
use crate::value::{AccountId, Arn, Timestamp};
use crate::world::{Receipts, World};
use serde::{Deserialize, Serialize};

/// Permissions, shares, resources, replacements and client tokens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Store {
    permissions: Permissions,
    pub(super) shares: Shares,
    pub(super) resources: Resources,
    pub(super) replacements: Replacements,
    pub(super) receipts: Receipts<Receipt>,
}

impl Store {
    /// The permissions that can be read at this time, by account, Region and name: live ones, and deleted ones for two hours.
    pub fn permissions(&self, now: Timestamp) -> impl Iterator<Item = &Permission> {
        self.permissions.iter().filter(move |permission| permission.is_readable(now))
    }

    /// The resource shares with their associations and invitations.
    pub fn shares(&self) -> &Shares {
        &self.shares
    }

    /// The replacements of permissions on shares, the oldest first.
    pub fn replacements(&self) -> impl Iterator<Item = &Replacement> {
        (0..).map_while(|number| self.replacements.get(number))
    }

    /// The permission with this ARN. A permission that was deleted long ago is forgotten.
    pub fn permission(&self, arn: &PermissionArn) -> Option<&Permission> {
        self.permissions.get(arn)
    }

    /// The first resource share that has a permission, optionally in this version.
    pub fn share_of(&self, arn: &PermissionArn, version: Option<u32>) -> Option<&ResourceShare> {
        let number = self.shares.with_permission(&PermissionRef::Customer(arn.clone()), version, None).map(|(number, _)| number).next()?;
        self.shares.share(number)
    }

    /// The number of permissions that count against the quota of an account in a Region, optionally for one resource type.
    pub(super) fn count_permissions(&self, here: Here<'_>) -> usize {
        self.permissions.count(here)
    }

    /// The permissions of an account in a Region that can be read at this time, optionally for one resource type. They are
    /// sorted by name and start with this name.
    pub(super) fn permissions_from(&self, here: Here<'_>, name: &str, now: Timestamp) -> impl Iterator<Item = &Permission> + use<'_> {
        self.permissions.from(here, name).filter(move |permission| permission.is_readable(now))
    }

    /// The version that a receipt names, if it can still be read.
    pub(super) fn row(&self, receipt: &Receipt, now: Timestamp) -> Option<(&Permission, &Version)> {
        let Receipt::Permission(arn, Some(number)) = receipt else { return None };
        let permission = self.permissions.get(arn)?;
        permission.version(*number).filter(|version| version.is_readable(now)).map(|version| (permission, version))
    }

    /// Changes a permission, if there is one.
    pub(super) fn change<T>(&mut self, arn: &PermissionArn, change: impl FnOnce(&mut Permission) -> T) -> Option<T> {
        self.permissions.change(arn, change)
    }

    /// Stores a new permission. It replaces a deleted permission with the same name.
    pub(super) fn put(&mut self, permission: Permission) {
        self.permissions.put(permission);
    }

    /// Removes a permission. No change is reported.
    pub(super) fn forget(&mut self, arn: &PermissionArn) {
        self.permissions.forget(arn);
    }

    /// A permission that can be added to shares here and allows exactly what a template allows. The owner's permissions with an
    /// origin that `may` accepts are tried first, by name, then the AWS managed ones.
    pub(super) fn equivalent(&self, template: &str, here: Here<'_>, may: fn(Origin) -> bool, now: Timestamp) -> Option<Attached> {
        let wanted = Meaning::of(template)?;
        let is_it = |template: &str| Meaning::of(template).is_some_and(|meaning| meaning == wanted);
        let own = self.permissions.from(here, "").filter(|permission| may(permission.origin())).find_map(|permission| {
            let version = permission.attachable().filter(|version| is_it(version.template()))?;
            Some(Attached::customer(permission, version, now))
        });
        let mut managed = catalogue::all_aws_managed().filter(|managed| here.2 == Some(managed.resource_type));
        own.or_else(|| managed.find(|managed| is_it(&managed.template())).map(|managed| Attached::aws(managed, now)))
    }

    /// Adds the default version of a permission to a share, or returns why that is not possible. In a share with this name, it
    /// replaces the permission for the resource type. If the account has no such share in the Region, the share is created.
    pub fn place_share(&mut self, placement: &SharePlacement, world: &mut World) -> Result<Vec<Change>, String> {
        let (permission, version) = placement.find(&self.permissions)?;
        let attached = Attached::customer(permission, version, world.now);
        let SharePlacement { account, region, name, .. } = placement;
        let is_open = |share: &ResourceShare| share.is_changeable() && share.feature_set() == FeatureSet::Standard;
        let found = self.shares.named(account, region, name).find(|(_, share)| is_open(share)).map(|(number, _)| number);
        let mut changes = Vec::new();
        let number = found.unwrap_or_else(|| self.shares.add(NewShare::named(account, region, name), world, &mut changes));
        changes.extend(self.shares.change(number, |share| share.attach(permission.resource_type(), attached)));
        Ok(changes)
    }

    /// Completes the asynchronous work that is due, or all of it.
    pub fn settle(&mut self, world: &World, until: Until, changes: &mut Vec<Change>) {
        let before = changes.len();
        let (resources, must_exist) = (&self.resources, world.settings.resources_must_exist);
        let is_there = |owner: &AccountId, arn: &str| {
            let is_own = arn.parse::<Arn>().is_ok_and(|arn| arn.account == owner.as_str());
            is_own && (!must_exist || resources.get(arn).is_some())
        };
        self.shares.settle(world, &is_there, until, changes);
        let moved = changes.iter().skip(before).filter(|change| change.to == ShareState::Deleted.name());
        let deleted: Vec<_> = moved.filter_map(|change| self.shares.find(&change.resource)).map(|(number, _)| number).collect();
        for share in deleted {
            self.drop_derived(share);
        }
        self.settle_replacements(world, until, changes);
    }

    /// Ends what ends after some time, independently of asynchronous work: the validity of invitations, and the time in which
    /// deleted records can be read.
    pub fn lapse(&mut self, now: Timestamp, changes: &mut Vec<Change>) {
        self.shares.lapse(now, changes);
        self.permissions.lapse(now);
    }

    /// Suspends or restores the access that an account receives or gives through its organization, after it joined or left one.
    pub fn follow_membership(&mut self, account: &AccountId, world: &World, changes: &mut Vec<Change>) {
        self.shares.follow_membership(account, world, changes);
    }
}

impl operation::Store for Store {
    fn settle(&mut self, world: &mut World, until: Until, changes: &mut Vec<Change>) {
        self.settle(world, until, changes);
    }

    fn lapse(&mut self, now: Timestamp, changes: &mut Vec<Change>) {
        self.lapse(now, changes);
    }
}
