//! A permission on the wire.

use super::{
    DateTime, PermissionFeatureSet, PermissionStatus, PermissionTemplateParameterDeclarationList, PermissionTemplateParameterList,
    PermissionType, TagList,
};
use crate::schema::{list, structure};

structure!(/// A permission without its template.
ResourceSharePermissionSummary {
    /// The permission's ARN, without a version.
    arn: String = "arn" as PermissionArn,
    /// The number of this version.
    version: String = "version" as PermissionVersion,
    /// Whether this version is the default version.
    default_version: bool = "defaultVersion",
    /// The permission's name.
    name: String = "name" as PermissionName,
    /// The permission's resource type.
    resource_type: String = "resourceType" as ResourceType,
    /// The version's status. For a permission on a share, the status of the association.
    status: String = "status" as PermissionStatus,
    /// When the version was created.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When the version was last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether it is the default permission of its resource type.
    is_resource_type_default: bool = "isResourceTypeDefault",
    /// Whether AWS or a customer created it.
    permission_type: PermissionType = "permissionType",
    /// The feature set: how the permission was created.
    feature_set: PermissionFeatureSet = "featureSet",
    /// The placeholders that its template declares.
    permission_template_parameters: PermissionTemplateParameterList = "permissionTemplateParameters",
    /// Its tags.
    tags: TagList = "tags" as Tags,
});

structure!(/// A permission with its template.
ResourceSharePermissionDetail {
    /// The permission's ARN, without a version.
    arn: String = "arn" as PermissionArn,
    /// The number of this version.
    version: String = "version" as PermissionVersion,
    /// Whether this version is the default version.
    default_version: bool = "defaultVersion",
    /// The permission's name.
    name: String = "name" as PermissionName,
    /// The permission's resource type.
    resource_type: String = "resourceType" as ResourceType,
    /// The template, exactly as it was given.
    permission: String = "permission" as PolicyTemplate,
    /// The placeholders that the template declares.
    permission_template_parameters: PermissionTemplateParameterDeclarationList = "permissionTemplateParameters",
    /// When the version was created.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When the version was last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether it is the default permission of its resource type.
    is_resource_type_default: bool = "isResourceTypeDefault",
    /// Whether AWS or a customer created it.
    permission_type: PermissionType = "permissionType",
    /// The feature set: how the permission was created.
    feature_set: PermissionFeatureSet = "featureSet",
    /// The version's status.
    status: PermissionStatus = "status" as PermissionStatus,
    /// The permission's tags.
    tags: TagList = "tags" as Tags,
});

list!(/// Permissions.
ResourceSharePermissionList of ResourceSharePermissionSummary {});
