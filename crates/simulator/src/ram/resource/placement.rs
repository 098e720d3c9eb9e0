//! Creates or deletes a resource without RAM, as another service does in reality.

use crate::json::{JsonError, Members, record};
use crate::ram::catalogue::ResourceType;
use crate::value::{AccountId, Arn, Region};

/// A resource to create or delete, named by its ARN or by its type and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourcePlacement {
    /// The owner.
    pub account: AccountId,
    /// The Region. The default is the Region of the ARN, or us-east-1.
    pub region: Option<Region>,
    /// The ARN.
    pub arn: Option<String>,
    /// The type, `service:Type`, if there is no ARN.
    pub resource_type: Option<String>,
    /// The name or ID, together with the type.
    pub name: Option<String>,
    /// Whether the resource is deleted instead. The default is `false`.
    pub deleted: Option<bool>,
}

record! { sparse ResourcePlacement, |members| Self::read_required(members)?, {
    account = "account",
    region = "region",
    arn = "arn",
    resource_type = "type",
    name = "name",
    deleted = "deleted",
} }

impl ResourcePlacement {
    /// A resource named by its type and name, in us-east-1.
    pub fn of_type(account: AccountId, resource_type: &str, name: &str) -> Self {
        let (resource_type, name) = (Some(resource_type.to_owned()), Some(name.to_owned()));
        Self { account, region: None, arn: None, resource_type, name, deleted: None }
    }

    /// A resource named by its ARN.
    pub fn of_arn(account: AccountId, arn: &str) -> Self {
        Self { account, region: None, arn: Some(arn.to_owned()), resource_type: None, name: None, deleted: None }
    }

    fn read_required(members: &Members<'_>) -> Result<Self, JsonError> {
        Ok(Self { account: members.get("account")?, region: None, arn: None, resource_type: None, name: None, deleted: None })
    }

    /// The ARN, the type and the Region, or a sentence that says what is wrong.
    pub(crate) fn resolve(&self) -> Result<(String, &'static ResourceType, Region), String> {
        let (arn, resource_type) = match (&self.arn, &self.resource_type, &self.name) {
            (Some(arn), None, None) => (arn.clone(), type_of(arn)?),
            (None, Some(name_of_type), Some(name)) if !name.is_empty() => {
                let found = ResourceType::find(name_of_type)
                    .ok_or_else(|| format!("`{name_of_type}` is no type that can be shared; name one that ListResourceTypes shows"))?;
                (found.arn_of(&self.region.clone().unwrap_or_default(), &self.account, name), found)
            }
            _ => return Err("name the resource by `arn`, or by `type` and `name`".to_owned()),
        };
        let parts: Arn = arn.parse()?;
        if parts.account != self.account.as_str() {
            return Err(format!("`{arn}` is not in account `{}`", self.account));
        }
        let named: Option<Region> = parts.region.parse().ok();
        match (&self.region, named) {
            (Some(region), Some(named)) if *region != named => Err(format!("`{arn}` is not in Region `{region}`")),
            (region, named) => Ok((arn, resource_type, named.or_else(|| region.clone()).unwrap_or_default())),
        }
    }
}

/// The type of the resource that an ARN names.
pub(super) fn type_of(arn: &str) -> Result<&'static ResourceType, String> {
    let parts: Arn = arn.parse()?;
    ResourceType::of_arn(&parts).ok_or_else(|| format!("`{arn}` is no resource of a type that can be shared"))
}
