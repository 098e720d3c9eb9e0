//! The refusals of a resource share that a request names.

use super::Refusal;
use crate::service::error::DeclaredError;
use crate::service::operation::Caller;
use crate::service::ram::error;
use crate::service::ram::share::{FeatureSet, ShareState};

impl Refusal {
    pub(in crate::service::ram) fn malformed_share_arn(found: &str) -> Self {
        let message = "The specified resource share ARN is not valid. Verify the ARN and try again.";
        let finding = format!("`{found}` is not the ARN of a resource share; one is `arn:aws:ram:us-east-1:111122223333:resource-share/…`");
        Self::new(&error::MALFORMED_ARN, message, finding, "give the ARN that CreateResourceShare or GetResourceShares answered")
    }

    pub(in crate::service::ram) fn unknown_share(arn: &str) -> Self {
        let message = format!("ResourceShare {arn} could not be found.");
        let remedy = "name a resource share that GetResourceShares shows";
        Self::new(&error::UNKNOWN_RESOURCE, message, format!("there is no resource share `{arn}`"), remedy)
    }

    pub(in crate::service::ram) fn share_elsewhere(arn: &str, caller: &Caller) -> Self {
        let finding = format!("`{arn}` is not in account `{}`, Region `{}`, where the call was made", caller.account, caller.region);
        Self { finding, remedy: "call as the owner, in the share's Region".to_owned(), ..Self::unknown_share(arn) }
    }

    pub(in crate::service::ram) fn share_state(arn: &str, state: ShareState, declared: &[&'static DeclaredError]) -> Self {
        let fitting = [&error::INVALID_STATE_TRANSITION, &error::OPERATION_NOT_PERMITTED];
        let error = fitting.into_iter().find(|error| declared.contains(error)).unwrap_or(&error::OPERATION_NOT_PERMITTED);
        let state = state.name();
        let message = format!("The resource share {arn} is in {state} status. Verify the status of the resource share and try again.");
        Self::new(error, message, format!("`{arn}` is {state}"), "name a resource share that is ACTIVE")
    }

    pub(in crate::service::ram) fn share_from_policy(arn: &str, feature_set: FeatureSet) -> Self {
        let message = format!("The resource share {arn} was created from a policy. You can't modify it until it is promoted to STANDARD.");
        let finding = format!("the featureSet of `{arn}` is {}", feature_set.name());
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "promote the share first (PromoteResourceShareCreatedFromPolicy)")
    }
}

/// Permissions on a share.
impl Refusal {
    pub(in crate::service::ram) fn not_attachable(arn: &str) -> Self {
        let message = format!("The permission {arn} is not ATTACHABLE. Specify a permission that is ATTACHABLE and try again.");
        let finding = format!("`{arn}` is DEPRECATED: no other share can get it");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "bring the permission back into use (UpdatePermission)")
    }

    pub(in crate::service::ram) fn not_default(arn: &str, version: i32, default: u32) -> Self {
        let message = "Only the default version of permission can be associated to resource shares.";
        let finding = format!("the default version of `{arn}` is {default}, not {version}");
        let remedy = format!("leave `permissionVersion` out, or make version {version} the default one (SetDefaultPermissionVersion)");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }

    pub(in crate::service::ram) fn type_has_permission(share: &str, resource_type: &str, permission: &str) -> Self {
        let message = format!(
            "The resource share {share} already has a permission for the resource type {resource_type}. Set replace to true to replace it and try again."
        );
        let finding = format!("`{share}` has `{permission}` for `{resource_type}`; a share has one permission for each resource type");
        Self::new(&error::INVALID_PARAMETER, message, finding, "set `replace` to true")
    }

    pub(in crate::service::ram) fn not_on_the_share(share: &str, permission: &str) -> Self {
        let message = format!("The permission {permission} has already been disassociated from the resource share {share}.");
        let finding = format!("`{permission}` is not on `{share}`");
        Self::new(&error::INVALID_PARAMETER, message, finding, "name a permission that ListResourceSharePermissions shows")
    }

    pub(in crate::service::ram) fn resources_need_it(share: &str, permission: &str, resource_type: &str) -> Self {
        let message = format!(
            "The permission {permission} can't be disassociated, because the resource share {share} includes resources of the type {resource_type}. Remove the resources and try again."
        );
        let finding = format!("`{share}` has resources of the type `{resource_type}`");
        let remedy = "take the resources out of the share first (DisassociateResourceShare), or put another permission in its place";
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }
}
