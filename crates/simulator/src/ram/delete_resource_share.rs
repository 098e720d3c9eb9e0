//! `DeleteResourceShare`: removes everything from a share and deletes it.

use super::idempotency::{self, Opening, Receipt, Seen};
use super::refusal::Refusal;
use super::share::{AssociationKind, AssociationState, ShareEvent};
use super::shares::Mark;
use super::{error, lookup, sharing_rules as rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `DeleteResourceShare`.
DeleteResourceShareRequest {
    /// The ARN of the share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `DeleteResourceShare`.
DeleteResourceShareResponse {
    /// Whether the request succeeded.
    return_value: bool = "returnValue",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "DeleteResourceShare", "DELETE" "/deleteresourceshare" Query,
    DeleteResourceShareRequest => DeleteResourceShareResponse, run,
    &[
        &error::OPERATION_NOT_PERMITTED, &error::IDEMPOTENT_PARAMETER_MISMATCH, &error::INVALID_STATE_TRANSITION,
        &error::UNKNOWN_RESOURCE, &error::MALFORMED_ARN, &error::INVALID_CLIENT_TOKEN, &error::INVALID_PARAMETER,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::THROTTLING,
    ],
    "Deletes a resource share; the resources stay. It can be read for two hours more."
};

fn run(call: &mut Call<'_>, input: DeleteResourceShareRequest) -> Result<DeleteResourceShareResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    if let Opening::New(token) = opening {
        let number = lookup::own_share(call, &input.resource_share_arn)?;
        let shares = &call.store.shares;
        call.trace.ensure(&rules::NOT_ASSOCIATING, !shares.has(number, Mark::Associating), || {
            let all = AssociationKind::ALL.into_iter().flat_map(|kind| shares.within(number, kind, None));
            let mut waiting = all.filter(|(_, association)| matches!(association.state(), AssociationState::Associating(_)));
            Refusal::associating(waiting.next().map(|(_, association)| association.entity()))
        })?;
        // A share that is being deleted or is deleted does not change.
        let moves = |state: super::share::ShareState| state.next(ShareEvent::Delete) != Ok(state);
        if shares.share(number).is_some_and(|share| moves(share.state())) {
            call.store.shares.delete(number, call.now, call.changes);
        }
        token.keep(call, Receipt::Share(number));
    }
    Ok(DeleteResourceShareResponse { return_value: Some(true), client_token: input.client_token })
}

#[cfg(test)]
mod tests;
