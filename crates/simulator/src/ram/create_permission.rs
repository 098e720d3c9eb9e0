//! `CreatePermission`: creates a customer managed permission with its first version.

use super::catalogue::{CustomerManaged, ResourceType};
use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission::{NewPermission, NewVersion, Origin, Permission};
use super::permission_arn::PermissionArn;
use super::refusal::Refusal;
use super::shapes::{PermissionName, PermissionTemplateParameterDeclarationList, ResourceSharePermissionSummary, TagList};
use super::{error, policy_template, rules};
use crate::error::{DeclaredError, ServiceError};
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `CreatePermission`.
CreatePermissionRequest {
    /// The permission's name: 1 to 36 letters, digits, `-`, `.` and `_`. It must be unique in the account and Region.
    name: PermissionName = "name" as PermissionName [required],
    /// The permission's resource type, `service:Type`. The letter case counts.
    resource_type: String = "resourceType" as ResourceType [required],
    /// A JSON text with `Effect` (`Allow`), `Action` and optionally `Condition`.
    policy_template: String = "policyTemplate" as PolicyTemplate [required],
    /// The placeholders `@{name}` that the template's Condition uses.
    permission_template_parameters: PermissionTemplateParameterDeclarationList = "permissionTemplateParameters",
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
    /// Tags for the permission.
    tags: TagList = "tags" as Tags,
});

structure!(/// The response of `CreatePermission`.
CreatePermissionResponse {
    /// The new permission.
    permission: ResourceSharePermissionSummary = "permission",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "CreatePermission", "POST" "/createpermission" Body,
    CreatePermissionRequest => CreatePermissionResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::INVALID_POLICY, &error::OPERATION_NOT_PERMITTED, &error::SERVER_INTERNAL,
        &error::SERVICE_UNAVAILABLE, &error::PERMISSION_ALREADY_EXISTS, &error::MALFORMED_POLICY_TEMPLATE,
        &error::INVALID_CLIENT_TOKEN, &error::PERMISSION_LIMIT_EXCEEDED, &error::IDEMPOTENT_PARAMETER_MISMATCH,
    ],
    "Creates a customer managed permission for a resource type."
};

fn run(call: &mut Call<'_>, input: CreatePermissionRequest) -> Result<CreatePermissionResponse, ServiceError> {
    let token = match idempotency::open(call, &OPERATION, Seen::Nothing, input.client_token.as_ref(), || input.write())? {
        Opening::New(token) => token,
        Opening::Replay(receipt) => {
            idempotency::recall(call, &OPERATION, &receipt)?;
            return Ok(answer(call, &receipt, input.client_token));
        }
    };
    let arn = PermissionArn::new(call.caller.account.clone(), call.caller.region.clone(), input.name.as_str());
    judge(call, &input, &arn)?;
    let first = NewVersion {
        template: &input.policy_template,
        parameters: input.permission_template_parameters.and_then(PermissionTemplateParameterDeclarationList::or_nothing),
        now: call.now,
    };
    let tags = input.tags.filter(|tags| !tags.0.is_empty());
    let new = NewPermission { arn: arn.clone(), resource_type: &input.resource_type, origin: Origin::Created, tags };
    call.store.put(Permission::create(new, first, call.changes));
    let receipt = Receipt::Permission(arn, Some(1));
    let output = answer(call, &receipt, input.client_token);
    token.keep(call, receipt);
    Ok(output)
}

fn answer(call: &Call<'_>, receipt: &Receipt, client_token: Option<String>) -> CreatePermissionResponse {
    let row = call.store.row(receipt, call.now);
    CreatePermissionResponse {
        permission: row.map(|(permission, version)| ResourceSharePermissionSummary::created(permission, version)),
        client_token,
    }
}

fn judge(call: &mut Call<'_>, input: &CreatePermissionRequest, arn: &PermissionArn) -> Result<(), ServiceError> {
    if let Some(tags) = &input.tags {
        call.trace.judge(&rules::TAGS, tags.judge().map_err(|fault| Refusal::tags(fault, OPERATION.errors)))?;
    }
    let is_free = call.store.permission(arn).is_none_or(|permission| !permission.is_live());
    call.trace.ensure(&rules::NAME_FREE, is_free, || Refusal::permission_exists(arn))?;
    let name = input.resource_type.as_str();
    let resource_type = ResourceType::find(name).ok_or_else(|| {
        let like = ResourceType::find_similar(name).map(|similar| similar.name);
        Refusal::unknown_resource_type(name, like)
    });
    let resource_type = call.trace.judge(&rules::RESOURCE_TYPE, resource_type)?;
    let rule = match resource_type.customer_managed {
        CustomerManaged::Taken | CustomerManaged::Refused => &rules::TYPE_TAKES_CUSTOMER_MANAGED,
        CustomerManaged::Seen => &rules::TYPE_SEEN_TO_TAKE_CUSTOMER_MANAGED,
        CustomerManaged::Unsettled => &rules::TYPE_MAY_TAKE_CUSTOMER_MANAGED,
    };
    call.trace.ensure(rule, resource_type.customer_managed.allows(), || Refusal::customer_managed_unsupported(name))?;
    judge_quotas(call, name, OPERATION.errors)?;
    let declared = input.permission_template_parameters.as_ref();
    policy_template::check(&input.policy_template, declared, resource_type, &call.world.settings, call.trace)?;
    Ok(())
}

/// Checks that one more permission for a resource type does not exceed the quotas.
pub(super) fn judge_quotas(call: &mut Call<'_>, resource_type: &str, declared: &[&'static DeclaredError]) -> Result<(), ServiceError> {
    let most = (call.world.settings.permissions_per_region, call.world.settings.permissions_per_resource_type);
    let (account, region) = (&call.caller.account, &call.caller.region);
    let count = |here| u32::try_from(call.store.count_permissions(here)).unwrap_or(u32::MAX);
    let (in_region, of_type) = (count((account, region, None)), count((account, region, Some(resource_type))));
    call.trace.ensure(&rules::REGION_QUOTA, in_region < most.0, || Refusal::region_quota(most.0).declared(declared))?;
    call.trace.ensure(&rules::TYPE_QUOTA, of_type < most.1, || Refusal::type_quota(resource_type, most.1).declared(declared))
}

#[cfg(test)]
mod tests;
