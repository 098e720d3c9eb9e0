//! Resource shares, as far as permissions need them: a permission on a share cannot be deleted, and a share keeps the version
//! it was given.

use super::permission::{Permission, Version};
use super::permission_arn::{PermissionArn, PermissionRef, partition};
use crate::service::json::{Members, Misfit, record};
use crate::service::operation::Change;
use crate::service::table::Table;
use crate::service::value::{AccountId, Region, Timestamp};
use crate::service::world::World;
use serde::{Deserialize, Serialize};

/// Puts a permission's default version on a resource share, as `CreateResourceShare`, or on a share that is there
/// `AssociateResourceSharePermission` with `replace`, would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePlacement {
    /// The permission's owner, who owns the share too.
    pub account: AccountId,
    /// The Region of both.
    pub region: Region,
    /// The share's name.
    pub name: String,
    /// The permission's ARN.
    pub permission_arn: String,
}

record! { whole SharePlacement, |members| Self::read_required(members)?, {
    account = "account",
    region = "region",
    name = "name",
    permission_arn = "permissionArn",
} }

/// A resource share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResourceShare {
    arn: String,
    account: AccountId,
    region: Region,
    name: String,
    created: Timestamp,
    /// By resource type: a share has one permission for each at most.
    permissions: Table<String, Attached>,
}

/// A permission on a share, in the version it was attached in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attached {
    /// The permission.
    pub arn: PermissionArn,
    /// The version.
    pub version: u32,
    /// When it was attached.
    pub at: Timestamp,
}

impl SharePlacement {
    fn read_required(members: &Members<'_>) -> Result<Self, Misfit> {
        let (account, name, permission_arn) = (members.get("account")?, members.get("name")?, members.get("permissionArn")?);
        Ok(Self { account, region: Region::default(), name, permission_arn })
    }

    /// The permission and its default version, or why it cannot be put on a share.
    pub(super) fn find<'a>(&self, permissions: &'a Table<PermissionArn, Permission>) -> Result<(&'a Permission, &'a Version), String> {
        let arn = match self.permission_arn.parse()? {
            PermissionRef::Customer(arn) => arn,
            PermissionRef::AwsManaged(name) => {
                return Err(format!("`{name}` is AWS managed; put a customer managed permission on the share"));
            }
        };
        if *arn.account() != self.account || *arn.region() != self.region {
            return Err(format!(
                "`{arn}` is not in account `{}`, Region `{}`; a share holds its owner's permissions",
                self.account, self.region
            ));
        }
        let permission = permissions.get(&arn).filter(|permission| permission.is_live());
        let permission = permission.ok_or_else(|| format!("there is no permission `{arn}`; create it first"))?;
        // A live permission has a default version.
        permission.default_version().map(|version| (permission, version)).ok_or_else(|| format!("`{arn}` has no default version"))
    }
}

impl Attached {
    pub(super) fn new(permission: &Permission, version: &Version, at: Timestamp) -> Self {
        Self { arn: permission.arn().clone(), version: version.number(), at }
    }

    fn label(&self) -> String {
        format!("{}:{}", self.arn.name(), self.version)
    }
}

impl ResourceShare {
    /// A new share with one permission.
    pub(super) fn create(placement: &SharePlacement, resource_type: &str, attached: Attached, world: &mut World) -> Self {
        let SharePlacement { account, region, name, .. } = placement;
        let created = attached.at;
        let mut permissions = Table::new();
        permissions.insert(resource_type.to_owned(), attached);
        Self {
            arn: format!("arn:{}:ram:{region}:{account}:resource-share/{}", partition(region), world.ids.uuid()),
            account: account.clone(),
            region: region.clone(),
            name: name.clone(),
            created,
            permissions,
        }
    }

    /// The ARN.
    pub fn arn(&self) -> &str {
        &self.arn
    }

    /// The owner.
    pub fn account(&self) -> &AccountId {
        &self.account
    }

    /// The Region.
    pub fn region(&self) -> &Region {
        &self.region
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When it was made.
    pub fn created(&self) -> Timestamp {
        self.created
    }

    /// The permissions on it, by resource type.
    pub fn permissions(&self) -> impl Iterator<Item = (&str, &Attached)> {
        self.permissions.iter().map(|(resource_type, attached)| (resource_type.as_str(), attached))
    }

    /// Whether it has a permission, in that version if one is named.
    pub fn has(&self, arn: &PermissionArn, version: Option<u32>) -> bool {
        self.permissions.values().any(|attached| attached.arn == *arn && version.is_none_or(|version| version == attached.version))
    }

    pub(super) fn is_called(&self, placement: &SharePlacement) -> bool {
        self.account == placement.account && self.region == placement.region && self.name == placement.name
    }

    /// Takes a permission in place of the one it had for the resource type. Attaching does not count as changing the share.
    pub(super) fn attach(&mut self, resource_type: &str, attached: Attached) -> Change {
        let to = attached.label();
        let former = self.permissions.insert(resource_type.to_owned(), attached);
        Change { resource: self.arn.clone(), event: "permission attached".to_owned(), from: former.as_ref().map(Attached::label), to }
    }

    pub(super) fn creation(&self) -> Change {
        Change { resource: self.arn.clone(), event: "created".to_owned(), from: None, to: "ACTIVE".to_owned() }
    }
}

#[cfg(test)]
mod tests;
