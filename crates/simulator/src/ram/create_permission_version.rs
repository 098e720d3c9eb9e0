//! `CreatePermissionVersion`: creates a new version of a permission, which immediately becomes the default version.

use super::catalogue::ResourceType;
use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission::{MOST_VERSIONS, NewVersion, PermissionEvent};
use super::permission_arn::PermissionArn;
use super::refusal::Refusal;
use super::shapes::{PermissionTemplateParameterDeclarationList, ResourceSharePermissionDetail};
use super::{error, lookup, policy_template, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};
use crate::trace::Refuse;

structure!(/// The request of `CreatePermissionVersion`.
CreatePermissionVersionRequest {
    /// The ARN of the customer managed permission.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// A JSON text with `Effect` (`Allow`), `Action` and optionally `Condition`.
    policy_template: String = "policyTemplate" as PolicyTemplate [required],
    /// The placeholders `@{name}` that the template's Condition uses. Each version declares its own.
    permission_template_parameters: PermissionTemplateParameterDeclarationList = "permissionTemplateParameters",
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `CreatePermissionVersion`.
CreatePermissionVersionResponse {
    /// The new version.
    permission: ResourceSharePermissionDetail = "permission",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "CreatePermissionVersion", "POST" "/createpermissionversion" Body,
    CreatePermissionVersionRequest => CreatePermissionVersionResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::INVALID_POLICY, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::UNKNOWN_RESOURCE, &error::MALFORMED_POLICY_TEMPLATE, &error::MALFORMED_ARN, &error::INVALID_CLIENT_TOKEN,
        &error::IDEMPOTENT_PARAMETER_MISMATCH, &error::PERMISSION_VERSIONS_LIMIT_EXCEEDED, &error::OPERATION_NOT_PERMITTED,
    ],
    "Creates a version of a customer managed permission and makes it the default one."
};

fn run(call: &mut Call<'_>, input: CreatePermissionVersionRequest) -> Result<CreatePermissionVersionResponse, ServiceError> {
    let token = match idempotency::open(call, &OPERATION, Seen::Replay, input.client_token.as_ref(), || input.write())? {
        Opening::New(token) => token,
        Opening::Replay(receipt) => {
            idempotency::recall(call, &OPERATION, &receipt)?;
            return Ok(answer(call, &receipt, input.client_token));
        }
    };
    let arn = lookup::own(call, &input.permission_arn, PermissionEvent::VersionCreated, OPERATION.errors)?;
    judge(call, &input, &arn)?;
    let new = NewVersion {
        template: &input.policy_template,
        parameters: input.permission_template_parameters.and_then(PermissionTemplateParameterDeclarationList::or_nothing),
        now: call.now,
    };
    let number = call.store.change(&arn, |permission| permission.add_version(new, call.changes)).and_then(Result::ok);
    // The lookup has found that it is live.
    let number = number.ok_or_else(|| Refusal::unknown_permission(&input.permission_arn).error())?;
    let receipt = Receipt::Permission(arn, Some(number));
    let output = answer(call, &receipt, input.client_token);
    token.keep(call, receipt);
    Ok(output)
}

fn answer(call: &Call<'_>, receipt: &Receipt, client_token: Option<String>) -> CreatePermissionVersionResponse {
    let row = call.store.row(receipt, call.now);
    CreatePermissionVersionResponse {
        permission: row.map(|(permission, version)| ResourceSharePermissionDetail::created(permission, version)),
        client_token,
    }
}

fn judge(call: &mut Call<'_>, input: &CreatePermissionVersionRequest, arn: &PermissionArn) -> Result<(), ServiceError> {
    let permission = call.store.permission(arn);
    let live = permission.map_or(0, |permission| permission.live_versions().count());
    call.trace.ensure(&rules::VERSION_QUOTA, live < MOST_VERSIONS, || Refusal::version_quota(arn, MOST_VERSIONS))?;
    let name = permission.map_or("", |permission| permission.resource_type());
    // The type was found when the permission was created, and the catalogue does not change.
    let resource_type = ResourceType::find(name).ok_or_else(|| Refusal::unknown_resource_type(name, None).error())?;
    let declared = input.permission_template_parameters.as_ref();
    let document = policy_template::check(&input.policy_template, declared, resource_type, &call.world.settings, call.trace)?;
    policy_template::judge_new(&input.policy_template, &document, permission, call.trace)
}

#[cfg(test)]
mod tests;
