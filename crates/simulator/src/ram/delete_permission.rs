//! `DeletePermission`: deletes a permission and all its versions, unless a share has the permission.

use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission::{Gone, PermissionEvent};
use super::refusal::Refusal;
use super::shapes::PermissionStatus;
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};
use crate::trace::Refuse;

structure!(/// The request of `DeletePermission`.
DeletePermissionRequest {
    /// The ARN of the customer managed permission.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `DeletePermission`.
DeletePermissionResponse {
    /// Whether the request succeeded.
    return_value: bool = "returnValue",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
    /// `DELETING`. The next response already shows `DELETED`.
    permission_status: PermissionStatus = "permissionStatus" as PermissionStatus,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "DeletePermission", "DELETE" "/deletepermission" Query,
    DeletePermissionRequest => DeletePermissionResponse, run,
    &[
        &error::MALFORMED_ARN, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::OPERATION_NOT_PERMITTED,
        &error::UNKNOWN_RESOURCE, &error::INVALID_CLIENT_TOKEN, &error::IDEMPOTENT_PARAMETER_MISMATCH,
    ],
    "Deletes a customer managed permission with all its versions, unless a share has it."
};

fn run(call: &mut Call<'_>, input: DeletePermissionRequest) -> Result<DeletePermissionResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    if let Opening::New(token) = opening {
        let arn = lookup::own(call, &input.permission_arn, PermissionEvent::Deleted, OPERATION.errors)?;
        let on_share = call.store.share_of(&arn, None).map_or(Ok(()), |share| Err(Refusal::on_share(share.arn())));
        call.trace.judge(&rules::NOT_ON_SHARE, on_share)?;
        let deleted = call.store.change(&arn, |permission| permission.delete(call.now, call.changes)).unwrap_or(Err(Gone));
        // The lookup has found that it is live.
        deleted.map_err(|Gone| Refusal::unknown_permission(&input.permission_arn).error())?;
        token.keep(call, Receipt::Permission(arn, None));
    }
    Ok(DeletePermissionResponse {
        return_value: Some(true),
        client_token: input.client_token,
        permission_status: Some(PermissionStatus::Deleting),
    })
}

#[cfg(test)]
mod tests;
