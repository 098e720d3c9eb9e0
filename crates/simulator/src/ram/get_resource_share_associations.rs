//! `GetResourceShareAssociations`: lists the principals, resources or sources of the caller's shares.

use super::list::{self, Asked};
use super::refusal::Refusal;
use super::shapes::{
    MaxResults, ResourceShareAssociation, ResourceShareAssociationList, ResourceShareAssociationStatus, ResourceShareAssociationType,
    StringList,
};
use super::share::{Association, AssociationKind};
use super::shares::{AssociationKey, Shares};
use super::{error, lookup, sharing_rules as rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `GetResourceShareAssociations`.
GetResourceShareAssociationsRequest {
    /// The kind of association: `PRINCIPAL`, `RESOURCE` or `SOURCE`.
    association_type: ResourceShareAssociationType = "associationType" [required],
    /// Only associations of these shares.
    resource_share_arns: StringList = "resourceShareArns" as ResourceShareArn,
    /// Only associations of this resource. Not allowed for principals.
    resource_arn: String = "resourceArn" as ResourceArn,
    /// Only associations of this principal. Not allowed for resources.
    principal: String = "principal" as Principal,
    /// Only associations with this status.
    association_status: ResourceShareAssociationStatus = "associationStatus" as Status,
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of associations on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `GetResourceShareAssociations`.
GetResourceShareAssociationsResponse {
    /// The associations, the oldest first.
    resource_share_associations: ResourceShareAssociationList = "resourceShareAssociations",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "GetResourceShareAssociations", "POST" "/getresourceshareassociations" Body,
    GetResourceShareAssociationsRequest => GetResourceShareAssociationsResponse, run,
    &[
        &error::UNKNOWN_RESOURCE, &error::MALFORMED_ARN, &error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER,
        &error::OPERATION_NOT_PERMITTED, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
    ],
    "Lists the principals, resources or sources of the account's own resource shares, and how each stands."
};

fn run(call: &mut Call<'_>, mut input: GetResourceShareAssociationsRequest) -> Result<GetResourceShareAssociationsResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("GetResourceShareAssociations {}/{} {}", call.caller.account, call.caller.region, input.write());
    let kind = input.association_type.kind();
    let other = |of| Refusal::filter_of_other_kind(of, kind.name());
    if input.resource_arn.is_some() {
        call.trace.ensure(&rules::NO_RESOURCE_FILTER, kind == AssociationKind::Resource, || other("resource ARN"))?;
    }
    if input.principal.is_some() {
        call.trace.ensure(&rules::NO_PRINCIPAL_FILTER, kind == AssociationKind::Principal, || other("principal"))?;
    }
    let mut named = Vec::new();
    for arn in input.resource_share_arns.iter().flat_map(|arns| &arns.0) {
        named.push(lookup::own_share(call, arn)?);
    }
    let entity = input.resource_arn.as_deref().or(input.principal.as_deref());
    let filter = Filter { kind, entity, status: input.association_status.map(ResourceShareAssociationStatus::as_str), named: &named };
    let shares = &call.store.shares;
    let owner = AssociationKey::Owner(call.caller.account.clone(), call.caller.region.clone(), kind);
    let page = list::page_of_numbers(call.trace, &Asked { list, next_token, max_results }, &mut |after, most| {
        filter.ask(shares, owner.clone(), after).map(|(number, _)| number).take(most).collect()
    })?;
    let found = page.rows.into_iter().filter_map(|number| shares.association(number));
    let rows = found.filter_map(|association| Some(ResourceShareAssociation::listed(association, shares.share_of(association)?)));
    let rows = ResourceShareAssociationList(rows.collect());
    Ok(GetResourceShareAssociationsResponse { resource_share_associations: Some(rows), next_token: page.next_token })
}

/// The associations that are requested.
pub(super) struct Filter<'a> {
    pub(super) kind: AssociationKind,
    pub(super) entity: Option<&'a str>,
    pub(super) status: Option<&'static str>,
    pub(super) named: &'a [usize],
}

impl Filter<'_> {
    /// The associations after a given one, of the named shares or of all the owner's shares.
    pub(super) fn ask<'s>(
        &self,
        shares: &'s Shares,
        owner: AssociationKey,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &'s Association)> + use<'s> {
        let entity = self.entity.map(|entity| AssociationKey::Entity(self.kind, entity.into()));
        let status = self.status.map(|status| AssociationKey::Status(self.kind, status));
        let group = |first| [Some(first), entity.clone(), status.clone()].into_iter().flatten().collect::<Vec<_>>();
        let within = self.named.iter().map(|share| group(AssociationKey::Share(*share, self.kind)));
        let groups = if self.named.is_empty() { vec![group(owner)] } else { within.collect() };
        shares.matching_associations(groups, after)
    }
}

#[cfg(test)]
mod tests;
