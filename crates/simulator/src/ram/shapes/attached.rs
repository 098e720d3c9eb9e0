//! A permission on a share, as responses have it.

use super::{DateTime, PermissionTemplateParameterList, ResourceShareFeatureSet};
use crate::schema::{list, structure};

structure!(/// A permission on a resource share.
AssociatedPermission {
    /// The permission's ARN.
    arn: String = "arn" as PermissionArn,
    /// The version the share has.
    permission_version: String = "permissionVersion" as PermissionVersion,
    /// Whether that version is the default one.
    default_version: bool = "defaultVersion",
    /// The resource type it is for.
    resource_type: String = "resourceType" as ResourceType,
    /// The status of that version.
    status: String = "status" as Status,
    /// Where the share comes from.
    feature_set: ResourceShareFeatureSet = "featureSet",
    /// When it was put on the share.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// The share's ARN.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The placeholders it declares, with the values it has on the share.
    permission_template_parameters: PermissionTemplateParameterList = "permissionTemplateParameters",
});

list!(/// Permissions on resource shares.
AssociatedPermissionList of AssociatedPermission {});
