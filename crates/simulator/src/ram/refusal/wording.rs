//! Refusals of the operations on permissions.

use super::Refusal;
use crate::error::DeclaredError;
use crate::operation::{Caller, Operation};
use crate::ram::error;
use crate::ram::permission_arn::PermissionArn;
use crate::remedy::Remedy;

/// `OperationNotPermittedException`, or `InvalidParameterException` if the operation does not declare it.
fn not_permitted(declared: &[&'static DeclaredError]) -> &'static DeclaredError {
    let permitted = declared.contains(&&error::OPERATION_NOT_PERMITTED);
    if permitted { &error::OPERATION_NOT_PERMITTED } else { &error::INVALID_PARAMETER }
}

/// Client tokens and ARNs.
impl Refusal {
    pub(crate) fn empty_token() -> Self {
        let message = "client token cannot be empty. Specify a value for client token and try again.";
        Self::new(
            &error::INVALID_CLIENT_TOKEN,
            message,
            "`clientToken` is empty.",
            Remedy::from("Omit `clientToken`, or send a value for it.").omit("clientToken"),
        )
    }

    /// Uses the first of these errors that the operation declares: the error for this case, or the one for tokens, whose
    /// message is only the token. An operation that declares neither fails without a message.
    pub(crate) fn token_reused(token: &str, operation: &Operation) -> Self {
        let fitting = [&error::IDEMPOTENT_PARAMETER_MISMATCH, &error::INVALID_CLIENT_TOKEN];
        let error = fitting.into_iter().find(|error| operation.errors.contains(error)).unwrap_or(&error::INTERNAL_FAILURE);
        let message = if *error == error::INVALID_CLIENT_TOKEN {
            token
        } else {
            "The request has the same client token as a previous request, but the requests are not the same."
        };
        let finding = format!("`{token}` was used for a different {} request.", operation.name);
        Self::new(error, message, finding, "Send another `clientToken`, or repeat the earlier request unchanged.")
    }

    pub(crate) fn malformed_arn(finding: String) -> Self {
        let message = "The specified permission ARN is not valid. Verify the ARN and try again.";
        Self::new(&error::MALFORMED_ARN, message, finding, "Use an ARN that CreatePermission or ListPermissions returned.")
    }

    pub(crate) fn unknown_permission(arn: &str) -> Self {
        let message = format!("The permission {arn} does not exist.");
        let remedy = "Use a permission that ListPermissions returns and that is not DELETED, or create the permission.";
        Self::new(&error::UNKNOWN_RESOURCE, message, format!("There is no permission `{arn}`."), remedy)
    }

    pub(crate) fn unpublished(arn: &str) -> Self {
        let finding = format!("The playground has no published text of the permission `{arn}`. AWS may have a permission of this name.");
        let remedy = "Use an AWS managed permission that ListPermissions returns.";
        Self { finding, remedy: remedy.into(), ..Self::unknown_permission(arn) }
    }

    pub(crate) fn elsewhere(arn: &PermissionArn, caller: &Caller) -> Self {
        let finding = format!(
            "`{arn}` is not in the account `{}` and the Region `{}`, to which the request was sent.",
            caller.account, caller.region
        );
        let remedy = Remedy::from("Send the request as the owner, in the permission's Region.");
        let remedy = remedy.by_account(arn.account()).in_region(arn.region());
        Self { finding, remedy, ..Self::unknown_permission(&arn.to_string()) }
    }

    pub(crate) fn not_shared(arn: &PermissionArn, caller: &Caller) -> Self {
        let message = format!("The permission {arn} is not available to the account {}.", caller.account);
        let finding = format!("`{arn}` belongs to another account and is not shared with `{}`.", caller.account);
        Self::new(
            &error::OPERATION_NOT_PERMITTED,
            message,
            finding,
            Remedy::from("Send the request as the owner.").by_account(arn.account()),
        )
    }

    pub(crate) fn aws_managed(arn: &str, declared: &[&'static DeclaredError]) -> Self {
        let message = format!("The permission {arn} is an AWS managed permission. You can change only customer managed permissions.");
        let finding = format!("`{arn}` is AWS managed.");
        Self::new(not_permitted(declared), message, finding, "Use a customer managed permission of the account.")
    }

    pub(crate) fn made_from_policy(arn: &str, declared: &[&'static DeclaredError]) -> Self {
        let message = format!("The permission {arn} was created from a policy. You can't change permissions created from a policy.");
        let finding = format!("RAM derived `{arn}` from a resource policy (featureSet CREATED_FROM_POLICY).");
        let remedy = "Create an ordinary permission from it (PromotePermissionCreatedFromPolicy), and change that permission.";
        Self::new(not_permitted(declared), message, finding, remedy)
    }
}

/// Creation.
impl Refusal {
    pub(crate) fn permission_exists(arn: &PermissionArn) -> Self {
        let finding = format!("This account has a permission with the name `{}` in this Region.", arn.name());
        let message = format!("The permission {arn} already exists.");
        Self::new(&error::PERMISSION_ALREADY_EXISTS, message, finding, "Use another `name`, or create a version of that permission.")
    }

    pub(crate) fn unknown_resource_type(name: &str, like: Option<&str>) -> Self {
        let remedy = like.map_or_else(
            || Remedy::from("Use a type that ListResourceTypes returns, for example `ssm:Parameter`."),
            |like| Remedy::from(format!("Write `{like}`.")).set("resourceType", like),
        );
        let message = format!("Invalid resource type: {name}");
        Self::new(&error::INVALID_PARAMETER, message, format!("`{name}` is not a resource type that can be shared."), remedy)
    }

    pub(crate) fn customer_managed_unsupported(name: &str) -> Self {
        let message = format!("The resource type {name} does not support customer managed permissions.");
        let finding = format!("The type `{name}` supports only AWS managed permissions.");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "Use a type that supports customer managed permissions.")
    }

    pub(crate) fn region_quota(limit: u32) -> Self {
        let message =
            format!("The account has reached the limit for the number of customer managed permissions it can have in a Region ({limit}).");
        let finding = format!("The account has {limit} customer managed permissions in this Region.");
        Self::new(&error::PERMISSION_LIMIT_EXCEEDED, message, finding, "Delete a permission, or raise the quota in the settings.")
    }

    pub(crate) fn type_quota(resource_type: &str, limit: u32) -> Self {
        let message = format!(
            "The account has reached the limit for the number of customer managed permissions it can have for the resource type {resource_type} ({limit})."
        );
        let finding = format!("The account has {limit} customer managed permissions for `{resource_type}` in this Region.");
        let remedy = "Delete a permission for that type, or raise the quota in the settings.";
        Self::new(&error::PERMISSION_LIMIT_EXCEEDED, message, finding, remedy)
    }

    pub(crate) fn version_quota(arn: &PermissionArn, limit: usize) -> Self {
        let message = format!("The permission {arn} has reached the limit for the number of existing versions it can have ({limit}).");
        let remedy = "Delete a version that is not the default version and is not on a share (DeletePermissionVersion).";
        Self::new(&error::PERMISSION_VERSIONS_LIMIT_EXCEEDED, message, format!("`{arn}` has {limit} live versions."), remedy)
    }

    pub(crate) fn same_policy(version: u32) -> Self {
        let message = format!("Existing permission version: {version} has same policy");
        let remedy = format!("Change the template, or make version {version} the default version (SetDefaultPermissionVersion).");
        Self::new(&error::INVALID_PARAMETER, message, format!("Version {version} has the same template."), remedy)
    }
}

/// Versions: reading, making default, deletion.
impl Refusal {
    pub(crate) fn unknown_version(arn: &str, version: u32) -> Self {
        let message = format!("The version {version} of the permission {arn} does not exist.");
        let finding = format!("`{arn}` has no version {version}.");
        Self::new(&error::UNKNOWN_RESOURCE, message, finding, "Use a version that ListPermissionVersions returns and that is not DELETED.")
    }

    pub(crate) fn version_zero() -> Self {
        Self::new(
            &error::INTERNAL_FAILURE,
            "",
            "`permissionVersion` is 0, for which the service returns an internal error.",
            "Use a version of 1 or higher.",
        )
    }

    pub(crate) fn version_not_positive(version: i32) -> Self {
        let message = format!("The specified permission version {version} is not valid. Verify the version and try again.");
        Self::new(&error::INVALID_PARAMETER, message, format!("`permissionVersion` is {version}."), "Use a version of 1 or higher.")
    }

    pub(crate) fn version_deleted(arn: &PermissionArn, version: u32) -> Self {
        let message =
            format!("The version {version} of the permission {arn} is deleted. Specify a version that is not deleted and try again.");
        let finding = format!("Version {version} of `{arn}` is DELETED.");
        Self::new(&error::INVALID_PARAMETER, message, finding, "Use a live version, or create one.")
    }

    pub(crate) fn version_is_default(arn: &PermissionArn, version: u32) -> Self {
        let message = format!(
            "The version {version} is the default version of the permission {arn}. Set another version as the default version and try again."
        );
        let finding = format!("Version {version} is the default version of `{arn}`.");
        Self::new(
            &error::OPERATION_NOT_PERMITTED,
            message,
            finding,
            "Make another version the default version first, or delete the permission.",
        )
    }

    pub(crate) fn version_on_share(share: &str, version: u32) -> Self {
        let message = "The customer-managed permission version is associated to resource shares. Remove all associations of this permission version and try again.";
        let finding = format!("Version {version} is on `{share}`.");
        let remedy = "Associate the default version with the share first, or delete another version.";
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }

    pub(crate) fn on_share(share: &str) -> Self {
        let message = "The customer-managed permission has a version associated to resource shares. Remove all associations of this permission and try again.";
        Self::new(
            &error::OPERATION_NOT_PERMITTED,
            message,
            format!("The permission is on `{share}`."),
            "Remove the permission from the share first.",
        )
    }

    pub(crate) fn next_token() -> Self {
        let sentence = error::INVALID_NEXT_TOKEN.sentence;
        let finding = "`nextToken` is not from a response to this request.";
        Self::new(
            &error::INVALID_NEXT_TOKEN,
            sentence,
            finding,
            Remedy::from("Omit `nextToken`, or repeat the same request with the token that its response has.").omit("nextToken"),
        )
    }
}
