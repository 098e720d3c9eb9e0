//! `DisassociateResourceSharePermission`: removes a permission from a share that has no resources of the permission's type.

use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission_arn::PermissionRef;
use super::refusal::Refusal;
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `DisassociateResourceSharePermission`.
DisassociateResourceSharePermissionRequest {
    /// The ARN of the resource share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn [required],
    /// The ARN of the permission.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `DisassociateResourceSharePermission`.
DisassociateResourceSharePermissionResponse {
    /// Whether the request succeeded.
    return_value: bool = "returnValue",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "DisassociateResourceSharePermission", "POST" "/disassociateresourcesharepermission" Body,
    DisassociateResourceSharePermissionRequest => DisassociateResourceSharePermissionResponse, run,
    &[
        &error::MALFORMED_ARN, &error::UNKNOWN_RESOURCE, &error::INVALID_PARAMETER, &error::INVALID_CLIENT_TOKEN,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::OPERATION_NOT_PERMITTED, &error::INVALID_STATE_TRANSITION,
    ],
    "Takes a permission off a resource share that has no resources of its type."
};

fn run(
    call: &mut Call<'_>,
    input: DisassociateResourceSharePermissionRequest,
) -> Result<DisassociateResourceSharePermissionResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    if let Opening::New(token) = opening {
        let (share_arn, text) = (&input.resource_share_arn, &input.permission_arn);
        let number = lookup::changeable_share(call, share_arn, OPERATION.errors)?;
        let permission: PermissionRef = call.trace.judge(&rules::ARN, text.parse().map_err(Refusal::malformed_arn))?;
        match &permission {
            PermissionRef::AwsManaged(name) => lookup::managed(call, text, name, &error::UNKNOWN_RESOURCE).map(drop)?,
            PermissionRef::Customer(arn) => {
                let live =
                    call.store.permission(arn).is_some_and(|permission| permission.is_live() && *arn.account() == call.caller.account);
                call.trace.ensure(&rules::EXISTS_BY_ANALOGY, live, || Refusal::unknown_permission(text))?;
            }
        }
        let share = call.store.shares().share(number);
        let found = share.and_then(|share| share.permissions().find(|(_, attached)| attached.permission == permission));
        let resource_type = found.map(|(resource_type, _)| resource_type.to_owned());
        let resource_type =
            call.trace.judge(&rules::ON_THE_SHARE, resource_type.ok_or_else(|| Refusal::not_on_the_share(share_arn, text)))?;
        let needed = call.store.shares().has_type(number, &resource_type);
        call.trace.ensure(&rules::NO_RESOURCES_LEFT, !needed, || Refusal::resources_need_it(share_arn, text, &resource_type))?;
        call.changes.extend(call.store.shares.change(number, |share| share.detach(&resource_type)).flatten());
        token.keep(call, Receipt::Share(number));
    }
    Ok(DisassociateResourceSharePermissionResponse { return_value: Some(true), client_token: input.client_token })
}

#[cfg(test)]
mod tests;
