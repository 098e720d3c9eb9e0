//! What RAM stores.

use super::SharePlacement;
use super::idempotency::Receipt;
use super::permission::{Permission, Version};
use super::permission_arn::PermissionArn;
use super::share::ResourceShare;
use crate::service::operation::Change;
use crate::service::table::Table;
use crate::service::value::{AccountId, Region, Timestamp};
use crate::service::world::{Receipts, World};
use serde::{Deserialize, Serialize};

/// Permissions, shares and the tokens that made them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Store {
    permissions: Table<PermissionArn, Permission>,
    shares: Table<String, ResourceShare>,
    pub(super) receipts: Receipts<Receipt>,
}

impl Store {
    /// The permissions that can be read at a moment, by account, Region and name: the live ones, and the deleted ones for two
    /// hours. [`Permission::versions`] gives their versions.
    pub fn permissions(&self, now: Timestamp) -> impl Iterator<Item = &Permission> {
        self.permissions.values().filter(move |permission| permission.versions(now).next().is_some())
    }

    /// The resource shares, by ARN.
    pub fn shares(&self) -> impl Iterator<Item = &ResourceShare> {
        self.shares.values()
    }

    /// A permission by its ARN, however long ago it was deleted.
    pub fn permission(&self, arn: &PermissionArn) -> Option<&Permission> {
        self.permissions.get(arn)
    }

    /// The first resource share that has a permission, in that version if one is named.
    pub fn share_of(&self, arn: &PermissionArn, version: Option<u32>) -> Option<&ResourceShare> {
        self.shares.values().find(|share| share.has(arn, version))
    }

    /// An account's live permissions in a Region.
    pub(super) fn live_of<'a>(&'a self, account: &'a AccountId, region: &'a Region) -> impl Iterator<Item = &'a Permission> {
        let is_here = move |permission: &&Permission| permission.arn().account() == account && permission.arn().region() == region;
        self.permissions.values().filter(is_here).filter(|permission| permission.is_live())
    }

    /// The version a receipt leads to.
    pub(super) fn row(&self, receipt: &Receipt) -> Option<(&Permission, &Version)> {
        let permission = self.permissions.get(&receipt.arn)?;
        permission.version(receipt.version?).map(|version| (permission, version))
    }

    pub(super) fn permission_mut(&mut self, arn: &PermissionArn) -> Option<&mut Permission> {
        self.permissions.get_mut(arn)
    }

    /// Stores a new permission; it takes the place of a deleted one of its name.
    pub(super) fn put(&mut self, permission: Permission) {
        self.permissions.insert(permission.arn().clone(), permission);
    }

    /// Puts a permission's default version on a share, or says why that cannot be. A share of that name in the account and
    /// Region takes it in place of what it had for the resource type; otherwise a share is made.
    pub fn place_share(&mut self, placement: &SharePlacement, world: &mut World) -> Result<Change, String> {
        let (permission, version) = placement.find(&self.permissions)?;
        let attached = super::share::Attached::new(permission, version, world.now);
        let same = |share: &&mut ResourceShare| share.is_called(placement);
        if let Some(share) = self.shares.values_mut().find(same) {
            return Ok(share.attach(permission.resource_type(), attached));
        }
        let share = ResourceShare::create(placement, permission.resource_type(), attached, world);
        let change = share.creation();
        self.shares.insert(share.arn().to_owned(), share);
        Ok(change)
    }
}
