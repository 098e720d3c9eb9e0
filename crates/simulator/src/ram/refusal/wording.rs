//! The refusals of the operations themselves.

use super::Refusal;
use crate::error::DeclaredError;
use crate::operation::{Caller, Operation};
use crate::ram::error;
use crate::ram::permission_arn::PermissionArn;

/// The error for what is not permitted, as far as the operation declares it.
fn not_permitted(declared: &[&'static DeclaredError]) -> &'static DeclaredError {
    let permitted = declared.contains(&&error::OPERATION_NOT_PERMITTED);
    if permitted { &error::OPERATION_NOT_PERMITTED } else { &error::INVALID_PARAMETER }
}

/// Client tokens and ARNs.
impl Refusal {
    pub(crate) fn empty_token() -> Self {
        let message = "client token cannot be empty. Specify a value for client token and try again.";
        Self::new(&error::INVALID_CLIENT_TOKEN, message, "`clientToken` is empty", "leave `clientToken` out, or give it a value")
    }

    /// Of the operation's declared errors: the one for it, or else the one for tokens, which then says nothing but the token;
    /// an operation that declares neither fails without a word.
    pub(crate) fn token_reused(token: &str, operation: &Operation) -> Self {
        let fitting = [&error::IDEMPOTENT_PARAMETER_MISMATCH, &error::INVALID_CLIENT_TOKEN];
        let error = fitting.into_iter().find(|error| operation.errors.contains(error)).unwrap_or(&error::INTERNAL_FAILURE);
        let message = if *error == error::INVALID_CLIENT_TOKEN {
            token
        } else {
            "The request has the same client token as a previous request, but the requests are not the same."
        };
        let finding = format!("`{token}` was used for another {}", operation.name);
        Self::new(error, message, finding, "send another `clientToken`, or repeat the former request unchanged")
    }

    pub(crate) fn malformed_arn(finding: String) -> Self {
        let message = "The specified permission ARN is not valid. Verify the ARN and try again.";
        Self::new(&error::MALFORMED_ARN, message, finding, "give the ARN that CreatePermission or ListPermissions answered")
    }

    pub(crate) fn unknown_permission(arn: &str) -> Self {
        let message = format!("The permission {arn} does not exist.");
        let remedy = "name a permission that ListPermissions shows and that is not DELETED, or create it";
        Self::new(&error::UNKNOWN_RESOURCE, message, format!("there is no permission `{arn}`"), remedy)
    }

    pub(crate) fn unpublished(arn: &str) -> Self {
        let finding = format!("the playground has no published text of this permission, `{arn}`; AWS may have one of that name");
        let remedy = "name an AWS managed permission that ListPermissions shows";
        Self { finding, remedy: remedy.to_owned(), ..Self::unknown_permission(arn) }
    }

    pub(crate) fn elsewhere(arn: &PermissionArn, caller: &Caller) -> Self {
        let finding = format!("`{arn}` is not in account `{}`, Region `{}`, where the call was made", caller.account, caller.region);
        Self { finding, remedy: "call as the owner, in the permission's Region".to_owned(), ..Self::unknown_permission(&arn.to_string()) }
    }

    pub(crate) fn not_shared(arn: &PermissionArn, caller: &Caller) -> Self {
        let message = format!("The permission {arn} is not available to the account {}.", caller.account);
        let finding = format!("`{arn}` belongs to another account and is not shared with `{}`", caller.account);
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "call as the owner")
    }

    pub(crate) fn aws_managed(arn: &str, declared: &[&'static DeclaredError]) -> Self {
        let message = format!("The permission {arn} is an AWS managed permission. You can change only customer managed permissions.");
        let finding = format!("`{arn}` is AWS managed");
        Self::new(not_permitted(declared), message, finding, "name a customer managed permission of the account")
    }

    pub(crate) fn made_from_policy(arn: &str, declared: &[&'static DeclaredError]) -> Self {
        let message = format!("The permission {arn} was created from a policy. You can't change permissions created from a policy.");
        let finding = format!("RAM derived `{arn}` from a resource policy (featureSet CREATED_FROM_POLICY)");
        let remedy = "make a permission of its own from it (PromotePermissionCreatedFromPolicy), and change that";
        Self::new(not_permitted(declared), message, finding, remedy)
    }
}

/// Creating.
impl Refusal {
    pub(crate) fn permission_exists(arn: &PermissionArn) -> Self {
        let finding = format!("`{}` is the name of a permission in this account and Region", arn.name());
        let message = format!("The permission {arn} already exists.");
        Self::new(&error::PERMISSION_ALREADY_EXISTS, message, finding, "choose another `name`, or create a version of that permission")
    }

    pub(crate) fn unknown_resource_type(name: &str, like: Option<&str>) -> Self {
        let remedy = like.map_or_else(
            || "name a type that ListResourceTypes shows, for example `ssm:Parameter`".to_owned(),
            |like| format!("write `{like}`"),
        );
        let message = format!("Invalid resource type: {name}");
        Self::new(&error::INVALID_PARAMETER, message, format!("`{name}` is not a resource type that can be shared"), remedy)
    }

    pub(crate) fn customer_managed_unsupported(name: &str) -> Self {
        let message = format!("The resource type {name} does not support customer managed permissions.");
        let finding = format!("resources of the type `{name}` take AWS managed permissions only");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "choose a type that takes customer managed permissions")
    }

    pub(crate) fn region_quota(limit: u32) -> Self {
        let message =
            format!("The account has reached the limit for the number of customer managed permissions it can have in a Region ({limit}).");
        let finding = format!("the account has {limit} customer managed permissions in this Region");
        Self::new(&error::PERMISSION_LIMIT_EXCEEDED, message, finding, "delete a permission, or raise the quota in the settings")
    }

    pub(crate) fn type_quota(resource_type: &str, limit: u32) -> Self {
        let message = format!(
            "The account has reached the limit for the number of customer managed permissions it can have for the resource type {resource_type} ({limit})."
        );
        let finding = format!("the account has {limit} customer managed permissions for `{resource_type}` in this Region");
        let remedy = "delete a permission for that type, or raise the quota in the settings";
        Self::new(&error::PERMISSION_LIMIT_EXCEEDED, message, finding, remedy)
    }

    pub(crate) fn version_quota(arn: &PermissionArn, limit: usize) -> Self {
        let message = format!("The permission {arn} has reached the limit for the number of existing versions it can have ({limit}).");
        let remedy = "delete a version that is neither the default one nor on a share (DeletePermissionVersion)";
        Self::new(&error::PERMISSION_VERSIONS_LIMIT_EXCEEDED, message, format!("`{arn}` has {limit} live versions"), remedy)
    }

    pub(crate) fn same_policy(version: u32) -> Self {
        let message = format!("Existing permission version: {version} has same policy");
        let remedy = format!("change the template, or make version {version} the default one (SetDefaultPermissionVersion)");
        Self::new(&error::INVALID_PARAMETER, message, format!("version {version} has this template"), remedy)
    }
}

/// Versions: reading, choosing, deleting.
impl Refusal {
    pub(crate) fn unknown_version(arn: &str, version: u32) -> Self {
        let message = format!("The version {version} of the permission {arn} does not exist.");
        let finding = format!("`{arn}` has no version {version}");
        Self::new(&error::UNKNOWN_RESOURCE, message, finding, "name a version that ListPermissionVersions shows and that is not DELETED")
    }

    pub(crate) fn version_zero() -> Self {
        Self::new(&error::INTERNAL_FAILURE, "", "`permissionVersion` is 0, on which the service fails", "name a version from 1")
    }

    pub(crate) fn version_not_positive(version: i32) -> Self {
        let message = format!("The specified permission version {version} is not valid. Verify the version and try again.");
        Self::new(&error::INVALID_PARAMETER, message, format!("`permissionVersion` is {version}"), "name a version from 1")
    }

    pub(crate) fn version_deleted(arn: &PermissionArn, version: u32) -> Self {
        let message =
            format!("The version {version} of the permission {arn} is deleted. Specify a version that is not deleted and try again.");
        let finding = format!("version {version} of `{arn}` is DELETED");
        Self::new(&error::INVALID_PARAMETER, message, finding, "name a live version, or create one")
    }

    pub(crate) fn version_is_default(arn: &PermissionArn, version: u32) -> Self {
        let message = format!(
            "The version {version} is the default version of the permission {arn}. Set another version as the default version and try again."
        );
        let finding = format!("version {version} is the default version of `{arn}`");
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, "make another version the default one first, or delete the permission")
    }

    pub(crate) fn version_on_share(share: &str, version: u32) -> Self {
        let message = "The customer-managed permission version is associated to resource shares. Remove all associations of this permission version and try again.";
        let finding = format!("version {version} is on `{share}`");
        let remedy = "put the default version on the share first, or delete another version";
        Self::new(&error::OPERATION_NOT_PERMITTED, message, finding, remedy)
    }

    pub(crate) fn on_share(share: &str) -> Self {
        let message = "The customer-managed permission has a version associated to resource shares. Remove all associations of this permission and try again.";
        Self::new(
            &error::OPERATION_NOT_PERMITTED,
            message,
            format!("the permission is on `{share}`"),
            "take the permission off the share first",
        )
    }

    pub(crate) fn next_token() -> Self {
        let sentence = error::INVALID_NEXT_TOKEN.sentence;
        let finding = "`nextToken` does not come from an answer to this request";
        Self::new(
            &error::INVALID_NEXT_TOKEN,
            sentence,
            finding,
            "leave `nextToken` out, or repeat the whole request with the token it answered",
        )
    }
}
