//! A permission, as responses have it.

use super::{
    DateTime, PermissionFeatureSet, PermissionStatus, PermissionTemplateParameterDeclarationList, PermissionTemplateParameterList,
    PermissionType, TagList,
};
use crate::schema::{list, structure};

structure!(/// A permission without its template.
ResourceSharePermissionSummary {
    /// The permission's ARN, without a version.
    arn: String = "arn" as PermissionArn,
    /// The number of the version shown.
    version: String = "version" as PermissionVersion,
    /// Whether that version is the default one.
    default_version: bool = "defaultVersion",
    /// The permission's name.
    name: String = "name" as PermissionName,
    /// The resource type it is for.
    resource_type: String = "resourceType" as ResourceType,
    /// The version's status; on a share, that of its association.
    status: String = "status" as PermissionStatus,
    /// When the version was created.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When the version was last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether a resource of the type gets this permission when none is named.
    is_resource_type_default: bool = "isResourceTypeDefault",
    /// The account that created it.
    permission_type: PermissionType = "permissionType",
    /// The feature set.
    feature_set: PermissionFeatureSet = "featureSet",
    /// The placeholders its template declares, if it does.
    permission_template_parameters: PermissionTemplateParameterList = "permissionTemplateParameters",
    /// Its tags.
    tags: TagList = "tags" as Tags,
});

structure!(/// A permission with its template.
ResourceSharePermissionDetail {
    /// The permission's ARN, without a version.
    arn: String = "arn" as PermissionArn,
    /// The number of the version shown.
    version: String = "version" as PermissionVersion,
    /// Whether that version is the default one.
    default_version: bool = "defaultVersion",
    /// The permission's name.
    name: String = "name" as PermissionName,
    /// The resource type it is for.
    resource_type: String = "resourceType" as ResourceType,
    /// The template, letter for letter as it was given.
    permission: String = "permission" as PolicyTemplate,
    /// The placeholders the template declares, if it does.
    permission_template_parameters: PermissionTemplateParameterDeclarationList = "permissionTemplateParameters",
    /// When the version was created.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When the version was last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether a resource of the type gets this permission when none is named.
    is_resource_type_default: bool = "isResourceTypeDefault",
    /// The account that created it.
    permission_type: PermissionType = "permissionType",
    /// The feature set.
    feature_set: PermissionFeatureSet = "featureSet",
    /// The version's status.
    status: PermissionStatus = "status" as PermissionStatus,
    /// The permission's tags.
    tags: TagList = "tags" as Tags,
});

list!(/// Permissions.
ResourceSharePermissionList of ResourceSharePermissionSummary {});
