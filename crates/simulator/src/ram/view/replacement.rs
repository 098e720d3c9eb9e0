//! Shows a replacement.

use crate::ram::replacement::{Replacement, ReplacementState};
use crate::ram::shapes::{
    DateTime, PermissionTemplateParameterList, ReplacePermissionAssociationsWork, ReplacePermissionAssociationsWorkStatus,
};
use crate::ram::store::Store;

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
    /// The current state of a replacement: seven members, and the message if it failed.
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
