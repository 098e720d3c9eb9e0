//! A permission on a resource share.

use crate::ram::catalogue::{self, AwsManaged, ResourceType};
use crate::ram::permission::{Permission, Version};
use crate::ram::permission_arn::PermissionRef;
use crate::ram::shapes::PermissionTemplateParameterInputList;
use crate::value::Timestamp;
use serde::{Deserialize, Serialize};

/// A permission on a share, in the version that was added. It does not change until it is replaced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attached {
    /// The permission.
    pub permission: PermissionRef,
    /// The version.
    pub version: u32,
    /// When it was added to the share.
    pub at: Timestamp,
    /// The values for the placeholders that its template declares.
    pub parameters: Option<PermissionTemplateParameterInputList>,
}

impl Attached {
    /// A version of a customer managed permission.
    pub fn customer(permission: &Permission, version: &Version, at: Timestamp) -> Self {
        Self { permission: PermissionRef::Customer(permission.arn().clone()), version: version.number(), at, parameters: None }
    }

    /// An AWS managed permission.
    pub fn aws(managed: &AwsManaged, at: Timestamp) -> Self {
        Self { permission: PermissionRef::AwsManaged(managed.name.into()), version: managed.version, at, parameters: None }
    }

    /// The AWS managed permission with this name, and its resource type. If its text is not public, and its name is known only
    /// as a type's default permission, the version is the observed one, or else 1.
    pub fn managed(name: &str, at: Timestamp) -> Option<(&'static str, Self)> {
        if let Some(managed) = catalogue::aws_managed(name) {
            return Some((managed.resource_type, Self::aws(managed, at)));
        }
        let resource_type = catalogue::type_of_default(name)?;
        let (permission, version) = (PermissionRef::AwsManaged(name.into()), catalogue::version_of_default(resource_type));
        Some((resource_type.name, Self { permission, version, at, parameters: None }))
    }

    /// The default permission of a resource type, if its name is public.
    pub fn default_of(resource_type: &ResourceType, at: Timestamp) -> Option<Self> {
        match catalogue::default_permission(resource_type.name) {
            Some(managed) => Some(Self::aws(managed, at)),
            None => Self::managed(&resource_type.default_permission_name()?, at).map(|(_, attached)| attached),
        }
    }

    /// The permission's name and version, as in `name:2`.
    pub fn label(&self) -> String {
        format!("{}:{}", self.permission.name(), self.version)
    }
}
