//! `UpdatePermission`: deprecates a permission, so that it cannot be added to other shares, or makes it attachable again.

use super::create_permission::judge_quotas;
use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission::{Gone, PermissionEvent};
use super::refusal::Refusal;
use super::shapes::UpdatePermissionStatus;
use super::{error, lookup};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};
use crate::trace::Refuse;

structure!(/// The request of `UpdatePermission`.
UpdatePermissionRequest {
    /// The ARN of the customer managed permission.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// `DEPRECATED` to deprecate the permission, `ATTACHABLE` to make it attachable again.
    status: UpdatePermissionStatus = "status" as PermissionStatus [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `UpdatePermission`.
UpdatePermissionResponse {
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
    /// The new status of the permission.
    permission_status: UpdatePermissionStatus = "permissionStatus" as PermissionStatus,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "UpdatePermission", "POST" "/updatepermission" Body,
    UpdatePermissionRequest => UpdatePermissionResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::MALFORMED_ARN, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::OPERATION_NOT_PERMITTED, &error::UNKNOWN_RESOURCE, &error::INVALID_CLIENT_TOKEN,
        &error::IDEMPOTENT_PARAMETER_MISMATCH, &error::PERMISSION_LIMIT_EXCEEDED,
    ],
    "Takes a customer managed permission out of use, or brings it back."
};

fn run(call: &mut Call<'_>, input: UpdatePermissionRequest) -> Result<UpdatePermissionResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Nothing, input.client_token.as_ref(), || input.write())?;
    if let Opening::New(token) = opening {
        let arn = lookup::own(call, &input.permission_arn, PermissionEvent::of(input.status), OPERATION.errors)?;
        let permission = call.store.permission(&arn);
        let restored = permission.filter(|found| input.status == UpdatePermissionStatus::Attachable && !found.state().counts());
        if let Some(resource_type) = restored.map(|permission| permission.resource_type().to_owned()) {
            judge_quotas(call, &resource_type, OPERATION.errors)?;
        }
        let updated = call.store.change(&arn, |permission| permission.set_status(input.status, call.now, call.changes));
        // The lookup has found that it is live.
        updated.unwrap_or(Err(Gone)).map_err(|Gone| Refusal::unknown_permission(&input.permission_arn).error())?;
        token.keep(call, Receipt::Permission(arn, None));
    }
    Ok(UpdatePermissionResponse { client_token: input.client_token, permission_status: Some(input.status) })
}

#[cfg(test)]
mod tests;
