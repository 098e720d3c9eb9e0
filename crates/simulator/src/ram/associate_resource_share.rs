//! `AssociateResourceShare`: adds principals, resources and sources to a share.

use super::addition::{Asked, Onto};
use super::idempotency::{self, Opening, Receipt, Seen};
use super::shapes::{ResourceShareAssociationList, StringList};
use super::{error, lookup};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `AssociateResourceShare`.
AssociateResourceShareRequest {
    /// The ARN of the share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn [required],
    /// The ARNs of resources to share.
    resource_arns: StringList = "resourceArns" as ResourceArn,
    /// The principals: account IDs; ARNs of organizations, organizational units, roles and users; names of AWS services.
    principals: StringList = "principals" as Principal [usual],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
    /// The sources from which service principals can access the resources: account IDs, ARNs, organization IDs or organization paths.
    sources: StringList = "sources" as Source,
});

structure!(/// The response of `AssociateResourceShare`.
AssociateResourceShareResponse {
    /// The new associations.
    resource_share_associations: ResourceShareAssociationList = "resourceShareAssociations",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "AssociateResourceShare", "POST" "/associateresourceshare" Body,
    AssociateResourceShareRequest => AssociateResourceShareResponse, run,
    &[
        &error::IDEMPOTENT_PARAMETER_MISMATCH, &error::UNKNOWN_RESOURCE, &error::INVALID_STATE_TRANSITION,
        &error::RESOURCE_SHARE_LIMIT_EXCEEDED, &error::MALFORMED_ARN, &error::INVALID_STATE_TRANSITION, &error::INVALID_CLIENT_TOKEN,
        &error::INVALID_PARAMETER, &error::OPERATION_NOT_PERMITTED, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::UNKNOWN_RESOURCE, &error::THROTTLING,
    ],
    "Adds principals, resources and sources to a resource share."
};

fn run(call: &mut Call<'_>, input: AssociateResourceShareRequest) -> Result<AssociateResourceShareResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    let rows = match opening {
        Opening::Replay(receipt) => receipt.associations(),
        Opening::New(token) => {
            let number = lookup::changeable_share(call, &input.resource_share_arn, OPERATION.errors)?;
            let allow_external = call.store.shares.share(number).is_none_or(|share| share.content().allow_external);
            let asked = Asked::new(input.resource_arns, input.principals, input.sources);
            let addition = asked.judge(call, Onto { share: Some(number), allow_external })?;
            let rows = addition.carry_out(call, number);
            token.keep(call, Receipt::Associations(rows.clone()));
            Some(rows)
        }
    };
    Ok(AssociateResourceShareResponse { resource_share_associations: rows, client_token: input.client_token })
}

#[cfg(test)]
mod tests;
