//! A permission on a share, on the wire.

use super::{DateTime, PermissionTemplateParameterList, ResourceShareFeatureSet};
use crate::schema::{list, structure};

structure!(/// A permission on a resource share.
AssociatedPermission {
    /// The permission's ARN.
    arn: String = "arn" as PermissionArn,
    /// The version that the share has.
    permission_version: String = "permissionVersion" as PermissionVersion,
    /// Whether that version is the default version.
    default_version: bool = "defaultVersion",
    /// The permission's resource type.
    resource_type: String = "resourceType" as ResourceType,
    /// The status of that version.
    status: String = "status" as Status,
    /// The feature set of the share: how it was created.
    feature_set: ResourceShareFeatureSet = "featureSet",
    /// When it was added to the share.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// The share's ARN.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The placeholders that it declares, with their values on the share.
    permission_template_parameters: PermissionTemplateParameterList = "permissionTemplateParameters",
});

list!(/// Permissions on resource shares.
AssociatedPermissionList of AssociatedPermission {});
