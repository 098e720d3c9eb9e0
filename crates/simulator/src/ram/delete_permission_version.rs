//! `DeletePermissionVersion`: deletes a version that is not the default version and that no share has.

use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission::{PermissionEvent, VersionRefusal};
use super::refusal::Refusal;
use super::shapes::PermissionStatus;
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `DeletePermissionVersion`.
DeletePermissionVersionRequest {
    /// The ARN of the customer managed permission.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// The number of the version to delete.
    permission_version: i32 = "permissionVersion" as PermissionVersion [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `DeletePermissionVersion`.
DeletePermissionVersionResponse {
    /// Whether the request succeeded.
    return_value: bool = "returnValue",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
    /// `DELETING`. The next response already shows `DELETED`.
    permission_status: PermissionStatus = "permissionStatus" as PermissionStatus,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "DeletePermissionVersion", "DELETE" "/deletepermissionversion" Query,
    DeletePermissionVersionRequest => DeletePermissionVersionResponse, run,
    &[
        &error::MALFORMED_ARN, &error::INVALID_PARAMETER, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::OPERATION_NOT_PERMITTED, &error::UNKNOWN_RESOURCE, &error::INVALID_CLIENT_TOKEN,
        &error::IDEMPOTENT_PARAMETER_MISMATCH,
    ],
    "Deletes a version of a customer managed permission that is neither the default one nor on a share."
};

fn run(call: &mut Call<'_>, input: DeletePermissionVersionRequest) -> Result<DeletePermissionVersionResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    if let Opening::New(token) = opening {
        call.trace.ensure(&rules::VERSION_NOT_ZERO, input.permission_version != 0, Refusal::version_zero)?;
        let arn = lookup::own(call, &input.permission_arn, PermissionEvent::VersionDeleted, OPERATION.errors)?;
        let number = lookup::version(call, &arn, input.permission_version)?;
        let is_live = call.store.permission(&arn).and_then(|found| found.version(number)).is_some_and(|version| version.status().is_live());
        call.trace.ensure(&rules::VERSION_EXISTS, is_live, || Refusal::unknown_version(&input.permission_arn, number))?;
        let on_share = call.store.share_of(&arn, Some(number)).map_or(Ok(()), |share| Err(Refusal::version_on_share(share.arn(), number)));
        call.trace.judge(&rules::VERSION_NOT_ON_SHARE, on_share)?;
        let moved = call.store.change(&arn, |permission| permission.delete_version(number, call.now, call.changes));
        let moved = moved.unwrap_or(Ok(())).map_err(|refusal| match refusal {
            VersionRefusal::IsDefault => Refusal::version_is_default(&arn, number),
            // Unreachable: the check above refuses a deleted version.
            VersionRefusal::IsDeleted => Refusal::unknown_version(&input.permission_arn, number),
        });
        call.trace.judge(&rules::VERSION_NOT_DEFAULT, moved)?;
        token.keep(call, Receipt::Permission(arn, Some(number)));
    }
    Ok(DeletePermissionVersionResponse {
        return_value: Some(true),
        client_token: input.client_token,
        permission_status: Some(PermissionStatus::Deleting),
    })
}

#[cfg(test)]
mod tests;
