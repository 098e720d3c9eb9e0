//! Refusals about a resource share that a request names.

use super::{Refusal, sent_by_owner};
use crate::error::DeclaredError;
use crate::json::object;
use crate::operation::Caller;
use crate::ram::error;
use crate::ram::shapes::UpdatePermissionStatus;
use crate::ram::share::{FeatureSet, ShareState};
use crate::remedy::Remedy;

impl Refusal {
    pub(crate) fn malformed_share_arn(found: &str) -> Self {
        let message = "The specified resource share ARN is not valid. Verify the ARN and try again.";
        let finding =
            format!("`{found}` is not the ARN of a resource share. The form is `arn:aws:ram:us-east-1:111122223333:resource-share/…`.");
        Self::new(&error::MALFORMED_ARN, message, finding, "Use an ARN that CreateResourceShare or GetResourceShares returned.")
    }

    pub(crate) fn unknown_share(arn: &str) -> Self {
        let message = format!("ResourceShare {arn} could not be found.");
        let remedy = "Use a resource share that GetResourceShares returns.";
        Self::new(&error::UNKNOWN_RESOURCE, message, format!("There is no resource share `{arn}`."), remedy)
    }

    pub(crate) fn share_elsewhere(arn: &str, caller: &Caller) -> Self {
        let finding = format!(
            "`{arn}` is not in the account `{}` and the Region `{}`, to which the request was sent.",
            caller.account, caller.region
        );
        let remedy = sent_by_owner("Send the request as the owner, in the share's Region.".into(), arn);
        Self { finding, remedy, ..Self::unknown_share(arn) }
    }

    pub(crate) fn share_state(arn: &str, state: ShareState, declared: &[&'static DeclaredError]) -> Self {
        let fitting = [&error::INVALID_STATE_TRANSITION, &error::OPERATION_NOT_PERMITTED];
        let error = fitting.into_iter().find(|error| declared.contains(error)).unwrap_or(&error::OPERATION_NOT_PERMITTED);
        let state = state.name();
        let message = format!("The resource share {arn} is in {state} status. Verify the status of the resource share and try again.");
        Self::new(error, message, format!("`{arn}` is {state}."), "Use a resource share that is ACTIVE.")
    }

    pub(crate) fn share_from_policy(arn: &str, feature_set: FeatureSet) -> Self {
        let message = format!("The resource share {arn} was created from a policy. You can't modify it until it is promoted to STANDARD.");
        let finding = format!("The featureSet of `{arn}` is {}.", feature_set.name());
        let promote = "ram:PromoteResourceShareCreatedFromPolicy";
        let remedy = Remedy::from("Promote the share first (PromoteResourceShareCreatedFromPolicy).");
        let remedy = remedy.after(promote, None, object([("resourceShareArn", arn.into())]));
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }
}

/// Promotion.
impl Refusal {
    pub(crate) fn not_from_policy(arn: &str) -> Self {
        let message =
            format!("The permission {arn} was not created from a policy. You can promote only permissions created from a policy.");
        let finding = format!("The featureSet of `{arn}` is not CREATED_FROM_POLICY.");
        let remedy = "Use a permission that ListResourceSharePermissions returns for a share that RAM created from a policy.";
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }

    pub(crate) fn promotion_name(name: &str) -> Self {
        let message = format!("The value {name} for the parameter name is not valid. Verify the value and try again.");
        let finding = format!("`name` is `{name}`. A permission's name has 1 to 36 letters, digits, `.`, `-` and `_`.");
        Self::new(&error::INVALID_PARAMETER, message, finding, "Use another `name`.")
    }

    pub(crate) fn not_promotable(arn: &str, feature_set: FeatureSet) -> Self {
        let feature_set = feature_set.name();
        let message = format!(
            "The resource share {arn} has the featureSet {feature_set}. You can promote only resource shares with the featureSet CREATED_FROM_POLICY."
        );
        let finding = format!("The featureSet of `{arn}` is {feature_set}.");
        Self::new(&error::INVALID_STATE_TRANSITION, message, finding, "Use a share that RAM created from a resource policy.")
    }

    pub(crate) fn unmatched_policy_permission(arn: &str) -> Self {
        let finding = format!("No ordinary permission allows exactly the same as the permission on `{arn}`.");
        let remedy = "Create an ordinary permission from it first (PromotePermissionCreatedFromPolicy).";
        Self::new(&error::UNMATCHED_POLICY_PERMISSION, error::UNMATCHED_POLICY_PERMISSION.sentence, finding, remedy)
    }
}

/// Permissions on a share.
impl Refusal {
    pub(crate) fn not_attachable(arn: &str) -> Self {
        let message = format!("The permission {arn} is not ATTACHABLE. Specify a permission that is ATTACHABLE and try again.");
        let finding = format!("`{arn}` is DEPRECATED and cannot be added to other shares.");
        let remedy = Remedy::from("Make the permission ATTACHABLE again (UpdatePermission).");
        let input = object([("permissionArn", arn.into()), ("status", UpdatePermissionStatus::Attachable.as_str().into())]);
        let remedy = remedy.after("ram:UpdatePermission", None, input);
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }

    pub(crate) fn another_type(from: &str, from_type: &str, to_type: &str) -> Self {
        let message = format!(
            "The permission {from} is for the resource type {from_type}, and not for {to_type}. Specify permissions for the same resource type and try again."
        );
        let finding = format!("The permission to replace is for `{from_type}`, the replacement is for `{to_type}`.");
        Self::new(&error::INVALID_PARAMETER, message, finding, format!("Use a permission for `{from_type}`."))
    }

    pub(crate) fn replacement_in_progress(id: &str) -> Self {
        let message = format!("This request conflicts with existing inflight work {id}.");
        let finding = format!("The replacement `{id}` of these permissions is IN_PROGRESS.");
        let remedy = "Wait until ListReplacePermissionAssociationsWork shows that it has ended. With the default settings, this takes half a minute.";
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }

    pub(crate) fn not_default(arn: &str, version: i32, default: u32) -> Self {
        let message = "Only the default version of permission can be associated to resource shares.";
        let finding = format!("The default version of `{arn}` is {default}, not {version}.");
        let remedy = format!("Omit `permissionVersion`, or make version {version} the default version (SetDefaultPermissionVersion).");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, Remedy::from(remedy).omit("permissionVersion"))
    }

    pub(crate) fn type_has_permission(share: &str, resource_type: &str, permission: &str) -> Self {
        let message = format!(
            "The resource share {share} already has a permission for the resource type {resource_type}. Set replace to true to replace it and try again."
        );
        let finding = format!("`{share}` has `{permission}` for `{resource_type}`. A share has one permission for each resource type.");
        Self::new(&error::INVALID_PARAMETER, message, finding, Remedy::from("Set `replace` to true.").set("replace", true))
    }

    pub(crate) fn not_on_the_share(share: &str, permission: &str) -> Self {
        let message = format!("The permission {permission} has already been disassociated from the resource share {share}.");
        let finding = format!("`{permission}` is not on `{share}`.");
        Self::new(&error::INVALID_PARAMETER, message, finding, "Use a permission that ListResourceSharePermissions returns.")
    }

    pub(crate) fn resources_need_it(share: &str, permission: &str, resource_type: &str) -> Self {
        let message = format!(
            "The permission {permission} can't be disassociated, because the resource share {share} includes resources of the type {resource_type}. Remove the resources and try again."
        );
        let finding = format!("`{share}` has resources of the type `{resource_type}`.");
        let remedy = "Remove the resources from the share first (DisassociateResourceShare), or replace the permission.";
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }
}
