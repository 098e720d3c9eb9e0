//! A replacement on the wire.

use super::{DateTime, PermissionTemplateParameterList};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a replacement.
ReplacePermissionAssociationsWorkStatus {
    /// It has not started yet.
    InProgress = "IN_PROGRESS",
    /// The shares have the new permission.
    Completed = "COMPLETED",
    /// Nothing was replaced.
    Failed = "FAILED",
});

structure!(/// A replacement of a permission on shares by another permission.
ReplacePermissionAssociationsWork {
    /// The ID.
    id: String = "id" as ReplacementId,
    /// The permission to replace.
    from_permission_arn: String = "fromPermissionArn" as PermissionArn,
    /// The version to replace. Absent for every version.
    from_permission_version: String = "fromPermissionVersion" as PermissionVersion,
    /// The replacement permission.
    to_permission_arn: String = "toPermissionArn" as PermissionArn,
    /// Its version: the default version at the time of the request.
    to_permission_version: String = "toPermissionVersion" as PermissionVersion,
    /// The placeholders of the replacement permission, with their values.
    permission_template_parameters: PermissionTemplateParameterList = "permissionTemplateParameters",
    /// The status.
    status: ReplacePermissionAssociationsWorkStatus = "status" as Status,
    /// Why it failed.
    status_message: String = "statusMessage",
    /// The time of the request.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// The time of the last change of status.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
});

list!(/// Replacements.
ReplacePermissionAssociationsWorkList of ReplacePermissionAssociationsWork {});
