//! `SetDefaultPermissionVersion`: chooses the version that shares get from now on.

use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission::{PermissionEvent, VersionRefusal};
use super::refusal::Refusal;
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `SetDefaultPermissionVersion`.
SetDefaultPermissionVersionRequest {
    /// The ARN of the customer managed permission.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// The number of the version that becomes the default version.
    permission_version: i32 = "permissionVersion" as PermissionVersion [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `SetDefaultPermissionVersion`.
SetDefaultPermissionVersionResponse {
    /// Whether the request succeeded.
    return_value: bool = "returnValue",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "SetDefaultPermissionVersion", "POST" "/setdefaultpermissionversion" Body,
    SetDefaultPermissionVersionRequest => SetDefaultPermissionVersionResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::MALFORMED_ARN, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::UNKNOWN_RESOURCE, &error::INVALID_CLIENT_TOKEN, &error::IDEMPOTENT_PARAMETER_MISMATCH,
    ],
    "Makes a version of a customer managed permission the default one."
};

fn run(call: &mut Call<'_>, input: SetDefaultPermissionVersionRequest) -> Result<SetDefaultPermissionVersionResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    if let Opening::New(token) = opening {
        let arn = lookup::own(call, &input.permission_arn, PermissionEvent::DefaultSet, OPERATION.errors)?;
        let number = lookup::version(call, &arn, input.permission_version)?;
        let moved = call.store.change(&arn, |permission| permission.set_default(number, call.now, call.changes));
        let moved = moved.unwrap_or(Ok(())).map_err(|refusal| match refusal {
            // Every live version can become the default version.
            VersionRefusal::IsDeleted | VersionRefusal::IsDefault => Refusal::version_deleted(&arn, number),
        });
        call.trace.judge(&rules::DEFAULT_MAY_MOVE, moved)?;
        token.keep(call, Receipt::Permission(arn, Some(number)));
    }
    Ok(SetDefaultPermissionVersionResponse { return_value: Some(true), client_token: input.client_token })
}

#[cfg(test)]
mod tests;
