//! `PromotePermissionCreatedFromPolicy`: creates a standard permission from one that RAM created from a resource policy.

use super::create_permission::judge_quotas;
use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission::{NewPermission, NewVersion, Origin, Permission, PermissionEvent};
use super::permission_arn::PermissionArn;
use super::refusal::Refusal;
use super::shapes::ResourceSharePermissionSummary;
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `PromotePermissionCreatedFromPolicy`.
PromotePermissionCreatedFromPolicyRequest {
    /// The ARN of the permission that RAM created from a policy.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// The name of the new permission.
    name: String = "name" as PermissionName [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `PromotePermissionCreatedFromPolicy`.
PromotePermissionCreatedFromPolicyResponse {
    /// The new permission.
    permission: ResourceSharePermissionSummary = "permission",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "PromotePermissionCreatedFromPolicy", "POST" "/promotepermissioncreatedfrompolicy" Body,
    PromotePermissionCreatedFromPolicyRequest => PromotePermissionCreatedFromPolicyResponse, run,
    &[
        &error::MALFORMED_ARN, &error::INVALID_POLICY, &error::OPERATION_NOT_PERMITTED, &error::INVALID_PARAMETER,
        &error::MISSING_REQUIRED_PARAMETER, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::UNKNOWN_RESOURCE,
    ],
    "Makes a permission of its own from one that RAM derived from a resource policy, which stays."
};

fn run(
    call: &mut Call<'_>,
    input: PromotePermissionCreatedFromPolicyRequest,
) -> Result<PromotePermissionCreatedFromPolicyResponse, ServiceError> {
    let receipt = match idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())? {
        Opening::New(token) => {
            let (source, arn) = judge(call, &input)?;
            let found = call.store.permission(&source);
            let content = found.and_then(|found| Some((found.resource_type().to_owned(), found.default_version()?.template().to_owned())));
            // The permission that was found has a type and a version.
            let (resource_type, template) = content.unwrap_or_default();
            let new = NewPermission { arn: arn.clone(), resource_type: &resource_type, origin: Origin::Promotion(call.now), tags: None };
            let first = NewVersion { template: &template, parameters: None, now: call.now };
            call.store.put(Permission::create(new, first, call.changes));
            let receipt = Receipt::Permission(arn, Some(1));
            token.keep(call, receipt.clone());
            receipt
        }
        Opening::Replay(receipt) => {
            idempotency::recall(call, &OPERATION, &receipt)?;
            receipt
        }
    };
    let row = call.store.row(&receipt, call.now);
    Ok(PromotePermissionCreatedFromPolicyResponse {
        permission: row.map(|(permission, version)| ResourceSharePermissionSummary::listed(permission, version, call.now)),
        client_token: input.client_token,
    })
}

/// Checks the request. Returns the ARN of the permission that it names, and of the new one.
fn judge(call: &mut Call<'_>, input: &PromotePermissionCreatedFromPolicyRequest) -> Result<(PermissionArn, PermissionArn), ServiceError> {
    let source = lookup::own_of_any_origin(call, &input.permission_arn, PermissionEvent::VersionCreated, OPERATION.errors)?;
    let found = call.store.permission(&source);
    let derived = found.is_some_and(|permission| permission.origin() == Origin::Policy);
    let resource_type = found.map(|permission| permission.resource_type().to_owned()).unwrap_or_default();
    call.trace.ensure(&rules::FROM_POLICY, derived, || Refusal::not_from_policy(&input.permission_arn))?;
    call.trace.ensure(&rules::PROMOTION_NAME, is_name(&input.name), || Refusal::promotion_name(&input.name))?;
    let arn = PermissionArn::new(call.caller.account.clone(), call.caller.region.clone(), &input.name);
    let is_free = call.store.permission(&arn).is_none_or(|permission| !permission.is_live());
    call.trace
        .ensure(&rules::PROMOTION_NAME_FREE, is_free, || Refusal::permission_exists(&arn).with_error(&error::OPERATION_NOT_PERMITTED))?;
    judge_quotas(call, &resource_type, OPERATION.errors)?;
    Ok((source, arn))
}

/// The names that `CreatePermission` accepts. The model of this operation has no constraints for the name.
fn is_name(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || [b'_', b'.', b'-'].contains(&byte);
    (1..=36).contains(&name.len()) && name.bytes().all(fits)
}

#[cfg(test)]
mod tests;
