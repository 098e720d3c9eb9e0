//! `DisassociateResourceShare`: removes principals, resources and sources from a share. An account can also leave a share.

mod leaving;

use super::addition::rows;
use super::idempotency::{self, Opening, Receipt, Seen};
use super::refusal::Refusal;
use super::shapes::{ResourceShareAssociationList, StringList};
use super::share::{Association, AssociationKind, AssociationState};
use super::shares::Mark;
use super::{error, lookup, sharing_rules as rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `DisassociateResourceShare`.
DisassociateResourceShareRequest {
    /// The ARN of the share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn [required],
    /// The ARNs of the resources to remove.
    resource_arns: StringList = "resourceArns" as ResourceArn,
    /// The principals to remove. An account leaves a share to which it was invited by naming itself.
    principals: StringList = "principals" as AssociatedPrincipal [usual],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
    /// The sources to remove.
    sources: StringList = "sources" as Source,
});

structure!(/// The response of `DisassociateResourceShare`.
DisassociateResourceShareResponse {
    /// The changed associations.
    resource_share_associations: ResourceShareAssociationList = "resourceShareAssociations",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "DisassociateResourceShare", "POST" "/disassociateresourceshare" Body,
    DisassociateResourceShareRequest => DisassociateResourceShareResponse, run,
    &[
        &error::IDEMPOTENT_PARAMETER_MISMATCH, &error::RESOURCE_SHARE_LIMIT_EXCEEDED, &error::MALFORMED_ARN,
        &error::INVALID_STATE_TRANSITION, &error::INVALID_CLIENT_TOKEN, &error::INVALID_PARAMETER, &error::OPERATION_NOT_PERMITTED,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::UNKNOWN_RESOURCE, &error::THROTTLING,
    ],
    "Takes principals, resources and sources out of a resource share, or lets the calling account leave one it was invited to."
};

fn run(call: &mut Call<'_>, input: DisassociateResourceShareRequest) -> Result<DisassociateResourceShareResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Replay, input.client_token.as_ref(), || input.write())?;
    let rows = match opening {
        Opening::Replay(receipt) => receipt.associations(),
        Opening::New(token) => {
            let numbers = match leaving::judge(call, &input)? {
                Some(association) => vec![association],
                None => judge(call, &input)?,
            };
            let rows = carry_out(call, &numbers);
            token.keep(call, Receipt::Associations(rows.clone()));
            Some(rows)
        }
    };
    Ok(DisassociateResourceShareResponse { resource_share_associations: rows, client_token: input.client_token })
}

/// The associations that the owner removes, in this order: resources, principals, sources.
fn judge(call: &mut Call<'_>, input: &DisassociateResourceShareRequest) -> Result<Vec<usize>, ServiceError> {
    let share = lookup::changeable_share(call, &input.resource_share_arn, OPERATION.errors)?;
    let shares = &call.store.shares;
    let mut numbers = Vec::new();
    let kinds = [
        (AssociationKind::Resource, &input.resource_arns),
        (AssociationKind::Principal, &input.principals),
        (AssociationKind::Source, &input.sources),
    ];
    for (kind, entities) in kinds {
        for entity in entities.iter().flat_map(|entities| &entities.0) {
            let found = shares.entity(share, kind, entity);
            let found = found.filter(|(_, association)| association.state() != AssociationState::Disassociated);
            let found = found.ok_or_else(|| Refusal::not_in_share(entity, &input.resource_share_arn));
            let (number, _) = call.trace.judge(&rules::IN_SHARE, found)?;
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
    }
    let leaving = |kind| numbers.iter().filter_map(|number| shares.association(*number)).filter(move |found| found.kind() == kind);
    let sources = leaving(AssociationKind::Source).filter(|found| found.state().is_live()).count();
    if sources > 0 {
        let services = leaving(AssociationKind::Principal).filter(|found| found.receiver().ends_with(".amazonaws.com")).count();
        let served = shares.has(share, Mark::Service) && services == 0;
        let remain = shares.count_within(share, AssociationKind::Source) > sources;
        call.trace.ensure(&rules::SOURCE_REMAINS, remain || !served, Refusal::last_source)?;
    }
    Ok(numbers)
}

/// Removes the associations. In the response no principal is external.
fn carry_out(call: &mut Call<'_>, numbers: &[usize]) -> ResourceShareAssociationList {
    for number in numbers {
        let Some(event) = call.store.shares.association(*number).map(Association::leaving) else { continue };
        call.store.shares.take_out(*number, event, call.now, call.changes);
    }
    let mut rows = rows(call, numbers);
    for row in &mut rows.0 {
        row.external = Some(false);
    }
    rows
}

#[cfg(test)]
mod tests;
