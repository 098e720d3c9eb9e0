//! `ListResources`: lists the resources that the caller shares, or that others share with the caller.

use super::catalogue::ResourceType;
use super::list::{self, Asked, End};
use super::refusal::Refusal;
use super::shapes::{MaxResults, Resource, ResourceList, ResourceOwner, ResourceRegionScopeFilter, ResourceStatus, StringList};
use super::share::AssociationKind;
use super::share_query::{self, ShareQuery};
use super::{error, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `ListResources`.
ListResourcesRequest {
    /// `SELF` for resources that the caller shares, `OTHER-ACCOUNTS` for resources that others share with the caller.
    resource_owner: ResourceOwner = "resourceOwner" [required],
    /// Only resources of shares with this principal.
    principal: String = "principal" as Principal,
    /// Only resources of this type. The letter case counts only in the service.
    resource_type: String = "resourceType" as ResourceType,
    /// Only these resources.
    resource_arns: StringList = "resourceArns" as ResourceArn,
    /// Only resources of these shares.
    resource_share_arns: StringList = "resourceShareArns" as ResourceShareArn,
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of resources on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
    /// Only resources of types with this Region scope. The default is all.
    resource_region_scope: ResourceRegionScopeFilter = "resourceRegionScope",
});

structure!(/// The response of `ListResources`.
ListResourcesResponse {
    /// The resources. A resource of several shares is listed once for each share.
    resources: ResourceList = "resources",
    /// The token for the next page, which can be empty.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListResources", "POST" "/listresources" Body,
    ListResourcesRequest => ListResourcesResponse, run,
    &[
        &error::INVALID_RESOURCE_TYPE, &error::UNKNOWN_RESOURCE, &error::MALFORMED_ARN, &error::INVALID_NEXT_TOKEN,
        &error::INVALID_PARAMETER, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
    ],
    "Lists the resources the account shares, or those that others share with it."
};

fn run(call: &mut Call<'_>, mut input: ListResourcesRequest) -> Result<ListResourcesResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("ListResources {}/{} {}", call.caller.account, call.caller.region, input.write());
    let query = &judge(call, &input)?;
    let shares = &call.store.shares;
    let asked = Asked { list, next_token, max_results };
    let page = list::page_until(call.trace, &asked, End::Token, |after| {
        let after = after.and_then(share_query::place);
        let found = query.shares(shares, AssociationKind::Resource, after).flat_map(move |(share, _)| {
            query.resources(shares, share, after).into_iter().map(move |(number, association)| ((share, number), association))
        });
        found.map(|(place, association)| (share_query::key(place), association))
    })?;
    let status = match input.resource_owner {
        ResourceOwner::Own => None,
        ResourceOwner::OtherAccounts => Some(ResourceStatus::Available),
    };
    let rows = page
        .rows
        .into_iter()
        .filter_map(|association| Some(Resource { status, ..Resource::listed(association, shares.share_of(association)?) }));
    Ok(ListResourcesResponse { resources: Some(ResourceList(rows.collect())), next_token: page.next_token })
}

fn judge(call: &mut Call<'_>, input: &ListResourcesRequest) -> Result<ShareQuery, ServiceError> {
    let named = match &input.resource_type {
        Some(name) => Some(share_query::judge_type(call, name, &rules::LIST_RESOURCES_TYPE, Refusal::type_to_list)?),
        None => None,
    };
    let mut query = share_query::judge_shares(call, input.resource_owner, input.resource_share_arns.as_ref())?;
    query.resources = share_query::judge_resources(call, input.resource_arns.iter().flat_map(|arns| &arns.0))?;
    query.principals = share_query::judge_principals(call, input.principal.iter())?;
    let scope = input.resource_region_scope.unwrap_or(ResourceRegionScopeFilter::All);
    query.types = match (named, scope) {
        (Some(named), scope) => Some(Some(named).filter(|named| scope.lets_through(named.scope.word())).into_iter().collect()),
        (None, ResourceRegionScopeFilter::All) => None,
        (None, scope) => Some(ResourceType::ALL.iter().filter(|found| scope.lets_through(found.scope.word())).collect()),
    };
    Ok(query)
}

#[cfg(test)]
mod tests;
