//! Adds a permission to a share without a request. It does in one step what the operations do.

use crate::json::{JsonError, Members, record};
use crate::ram::permission::{Origin, Permission, Version};
use crate::ram::permission_arn::PermissionRef;
use crate::ram::permissions::Permissions;
use crate::value::{AccountId, Region};

/// Adds the default version of a permission to a resource share. It creates the share like `CreateResourceShare`, or changes an
/// existing one like `AssociateResourceSharePermission` with `replace`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharePlacement {
    /// The owner of the permission and of the share.
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

impl SharePlacement {
    fn read_required(members: &Members<'_>) -> Result<Self, JsonError> {
        let (account, name, permission_arn) = (members.get("account")?, members.get("name")?, members.get("permissionArn")?);
        Ok(Self { account, region: Region::default(), name, permission_arn })
    }

    /// The permission and its default version, or why it cannot be added to a share.
    pub(crate) fn find<'a>(&self, permissions: &'a Permissions) -> Result<(&'a Permission, &'a Version), String> {
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
        if permission.origin() == Origin::Policy {
            return Err(format!("`{arn}` was derived from a resource policy; promote it first (PromotePermissionCreatedFromPolicy)"));
        }
        let version = permission.attachable().ok_or_else(|| format!("`{arn}` is DEPRECATED; bring it back first (UpdatePermission)"))?;
        Ok((permission, version))
    }
}
