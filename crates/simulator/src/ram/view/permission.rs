//! Shows a permission. The members of a response depend on the operation, as recorded from the service. The two operations that
//! create show fewer members than those that read.

use crate::ram::catalogue::AwsManaged;
use crate::ram::permission::{Permission, Version};
use crate::ram::shapes::{
    DateTime, PermissionFeatureSet, PermissionStatus, PermissionTemplateParameterList, PermissionType, ResourceSharePermissionDetail,
    ResourceSharePermissionSummary,
};
use crate::value::Timestamp;

impl ResourceSharePermissionSummary {
    /// As `CreatePermission` returns it: nine members, and the tags if any were given. A repeated call shows the current state
    /// of the version, but with its creation as its last change.
    pub(crate) fn created(permission: &Permission, version: &Version) -> Self {
        let tags = permission.tags().cloned();
        Self { permission_type: None, tags, ..Self::of(permission, version, version.created()) }
    }

    /// As lists show a customer managed permission: eleven members.
    pub(crate) fn listed(permission: &Permission, version: &Version, now: Timestamp) -> Self {
        Self { feature_set: Some(permission.feature_set(now)), ..Self::of(permission, version, version.updated()) }
    }

    fn of(permission: &Permission, version: &Version, updated: Timestamp) -> Self {
        Self {
            arn: Some(permission.arn().to_string()),
            version: Some(version.number().to_string()),
            default_version: Some(version.status().is_default()),
            name: Some(permission.arn().name().to_owned()),
            resource_type: Some(permission.resource_type().to_owned()),
            status: Some(permission.status_of(version).to_string()),
            creation_time: Some(DateTime(version.created())),
            last_updated_time: Some(DateTime(updated)),
            is_resource_type_default: Some(false),
            permission_type: Some(PermissionType::CustomerManaged),
            feature_set: None,
            permission_template_parameters: version.parameters().map(PermissionTemplateParameterList::declared),
            tags: None,
        }
    }

    /// As `ListPermissions` shows an AWS managed permission: without the feature set.
    pub(crate) fn aws_listed(managed: &AwsManaged) -> Self {
        Self { feature_set: None, ..Self::aws_version(managed) }
    }

    /// As `ListPermissionVersions` shows the version of an AWS managed permission.
    pub(crate) fn aws_version(managed: &AwsManaged) -> Self {
        Self {
            arn: Some(managed.arn()),
            version: Some(managed.version.to_string()),
            default_version: Some(true),
            name: Some(managed.name.to_owned()),
            resource_type: Some(managed.resource_type.to_owned()),
            status: Some(PermissionStatus::Attachable.to_string()),
            creation_time: Some(DateTime(managed.created())),
            last_updated_time: Some(DateTime(managed.created())),
            is_resource_type_default: Some(managed.is_default),
            permission_type: Some(PermissionType::AwsManaged),
            feature_set: Some(PermissionFeatureSet::Standard),
            permission_template_parameters: None,
            tags: None,
        }
    }
}

impl ResourceSharePermissionDetail {
    /// As `CreatePermissionVersion` returns it: ten members, never tags. A repeated call shows the current state of the
    /// version, but with its creation as its last change.
    pub(crate) fn created(permission: &Permission, version: &Version) -> Self {
        let summary = ResourceSharePermissionSummary::created(permission, version);
        Self { tags: None, ..Self::own(summary, permission, version) }
    }

    /// As `GetPermission` returns it: twelve members, and the tags if there are any.
    pub(crate) fn read(permission: &Permission, version: &Version, now: Timestamp) -> Self {
        let summary = ResourceSharePermissionSummary::listed(permission, version, now);
        Self { tags: permission.tags().cloned(), ..Self::own(summary, permission, version) }
    }

    fn own(summary: ResourceSharePermissionSummary, permission: &Permission, version: &Version) -> Self {
        let parameters = version.parameters().cloned();
        Self { permission_template_parameters: parameters, ..Self::of(summary, version.template(), permission.status_of(version)) }
    }

    /// As `GetPermission` returns an AWS managed permission: twelve members.
    pub(crate) fn aws(managed: &AwsManaged) -> Self {
        Self::of(ResourceSharePermissionSummary::aws_version(managed), &managed.template(), PermissionStatus::Attachable)
    }

    fn of(summary: ResourceSharePermissionSummary, template: &str, status: PermissionStatus) -> Self {
        Self {
            arn: summary.arn,
            version: summary.version,
            default_version: summary.default_version,
            name: summary.name,
            resource_type: summary.resource_type,
            permission: Some(template.to_owned()),
            permission_template_parameters: None,
            creation_time: summary.creation_time,
            last_updated_time: summary.last_updated_time,
            is_resource_type_default: summary.is_resource_type_default,
            permission_type: summary.permission_type,
            feature_set: summary.feature_set,
            status: Some(status),
            tags: summary.tags,
        }
    }
}
