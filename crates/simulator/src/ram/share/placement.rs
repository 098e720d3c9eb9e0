//! Putting a permission on a share from outside: what the operations do, in one step.

use crate::json::{JsonError, Members, record};
use crate::ram::permission::{Origin, Permission, Version};
use crate::ram::permission_arn::PermissionRef;
use crate::ram::permissions::Permissions;
use crate::value::{AccountId, Region};

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

impl SharePlacement {
    fn read_required(members: &Members<'_>) -> Result<Self, JsonError> {
        let (account, name, permission_arn) = (members.get("account")?, members.get("name")?, members.get("permissionArn")?);
        Ok(Self { account, region: Region::default(), name, permission_arn })
    }

    /// The permission and its default version, or why it cannot be put on a share.
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
