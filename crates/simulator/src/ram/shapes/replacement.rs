//! A replacement, as responses have it.

use super::{DateTime, PermissionTemplateParameterList};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a replacement.
ReplacePermissionAssociationsWorkStatus {
    /// It waits for its time.
    InProgress = "IN_PROGRESS",
    /// The shares have the new permission.
    Completed = "COMPLETED",
    /// Nothing was replaced.
    Failed = "FAILED",
});

structure!(/// A replacement: work that gives shares one permission in the place of another.
ReplacePermissionAssociationsWork {
    /// The id.
    id: String = "id" as ReplacementId,
    /// The permission that goes.
    from_permission_arn: String = "fromPermissionArn" as PermissionArn,
    /// The version it goes in, if only that is meant.
    from_permission_version: String = "fromPermissionVersion" as PermissionVersion,
    /// The permission that comes.
    to_permission_arn: String = "toPermissionArn" as PermissionArn,
    /// The version it comes in: the default one when the work was asked for.
    to_permission_version: String = "toPermissionVersion" as PermissionVersion,
    /// The placeholders of the permission that comes, with the values it gets.
    permission_template_parameters: PermissionTemplateParameterList = "permissionTemplateParameters",
    /// The status.
    status: ReplacePermissionAssociationsWorkStatus = "status" as Status,
    /// Why it failed.
    status_message: String = "statusMessage",
    /// When it was asked for.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When its status last moved.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
});

list!(/// Replacements.
ReplacePermissionAssociationsWorkList of ReplacePermissionAssociationsWork {});
