//! How a replacement is shown.

use super::{DateTime, PermissionTemplateParameterList};
use crate::ram::replacement::{Replacement, ReplacementState};
use crate::ram::store::Store;
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

impl ReplacePermissionAssociationsWorkStatus {
    /// The status of a state.
    pub(crate) fn of(state: ReplacementState) -> Self {
        match state {
            ReplacementState::InProgress => Self::InProgress,
            ReplacementState::Completed => Self::Completed,
            ReplacementState::Failed => Self::Failed,
        }
    }
}

impl ReplacePermissionAssociationsWork {
    /// A replacement as it is now: seven members, and the message if it failed.
    pub(crate) fn of(replacement: &Replacement, store: &Store) -> Self {
        let task = replacement.task();
        let target = task.to.customer().and_then(|arn| store.permission(arn)?.version(task.to_version));
        let declared = target.and_then(|version| version.parameters());
        let given = task.parameters.clone().unwrap_or_default();
        let failed = replacement.state() == ReplacementState::Failed;
        Self {
            id: Some(replacement.id().to_owned()),
            from_permission_arn: Some(task.from.to_string()),
            from_permission_version: task.from_version.map(|version| version.to_string()),
            to_permission_arn: Some(task.to.to_string()),
            to_permission_version: Some(task.to_version.to_string()),
            permission_template_parameters: declared.map(|declared| PermissionTemplateParameterList::bound(declared, &given)),
            status: Some(ReplacePermissionAssociationsWorkStatus::of(replacement.state())),
            status_message: failed.then(|| "The desired permission is no longer ATTACHABLE.".to_owned()),
            creation_time: Some(DateTime(replacement.created())),
            last_updated_time: Some(DateTime(replacement.updated())),
        }
    }
}
