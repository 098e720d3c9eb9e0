//! `AssociateResourceSharePermission`: adds the default version of a permission to a share.

use super::attachable::{self, Attachable, Wanted};
use super::idempotency::{self, Opening, Receipt, Seen};
use super::refusal::Refusal;
use super::shapes::PermissionTemplateParameterInputList;
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `AssociateResourceSharePermission`.
AssociateResourceSharePermissionRequest {
    /// The ARN of the resource share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn [required],
    /// The ARN of the permission: AWS managed, or owned by the account.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// A value for each placeholder that the permission declares.
    permission_template_parameters: PermissionTemplateParameterInputList = "permissionTemplateParameters",
    /// Whether it replaces the permission that the share has for the resource type. The default is `false`.
    replace: bool = "replace" [usual],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
    /// The version. Only the default version can be added to shares.
    permission_version: i32 = "permissionVersion" as PermissionVersion,
});

structure!(/// The response of `AssociateResourceSharePermission`.
AssociateResourceSharePermissionResponse {
    /// Whether the request succeeded.
    return_value: bool = "returnValue",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "AssociateResourceSharePermission", "POST" "/associateresourcesharepermission" Body,
    AssociateResourceSharePermissionRequest => AssociateResourceSharePermissionResponse, run,
    &[
        &error::MALFORMED_ARN, &error::UNKNOWN_RESOURCE, &error::INVALID_PARAMETER, &error::INVALID_CLIENT_TOKEN,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::OPERATION_NOT_PERMITTED,
    ],
    "Puts a permission on a resource share in its default version, or in the place of another."
};

fn run(
    call: &mut Call<'_>,
    input: AssociateResourceSharePermissionRequest,
) -> Result<AssociateResourceSharePermissionResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    if let Opening::New(token) = opening {
        let share = lookup::changeable_share(call, &input.resource_share_arn, OPERATION.errors)?;
        let wanted = Wanted {
            arn: &input.permission_arn,
            version: input.permission_version,
            values: input.permission_template_parameters.as_ref(),
            unknown: &error::UNKNOWN_RESOURCE,
        };
        let Attachable { resource_type, attached } = attachable::find(call, wanted)?;
        let former = call.store.shares().share(share).and_then(|share| share.permission_for(&resource_type));
        let free = match former.filter(|_| input.replace != Some(true)) {
            Some(former) => Err(Refusal::type_has_permission(&input.resource_share_arn, &resource_type, &former.permission.to_string())),
            None => Ok(()),
        };
        call.trace.judge(&rules::ONE_FOR_EACH_TYPE, free)?;
        call.changes.extend(call.store.shares.change(share, |share| share.attach(&resource_type, attached)));
        token.keep(call, Receipt::Share(share));
    }
    Ok(AssociateResourceSharePermissionResponse { return_value: Some(true), client_token: input.client_token })
}

#[cfg(test)]
mod tests;
