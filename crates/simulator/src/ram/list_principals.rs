//! `ListPrincipals`: lists the principals with which the caller shares, or the accounts that share with the caller.

use super::list::{self, Asked, End};
use super::refusal::Refusal;
use super::shapes::{MaxResults, Principal, PrincipalList, ResourceOwner, StringList};
use super::share::AssociationKind;
use super::share_query::{self, ShareQuery};
use super::{error, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `ListPrincipals`.
ListPrincipalsRequest {
    /// `SELF` for the principals of the caller's shares, `OTHER-ACCOUNTS` for the accounts that share with the caller.
    resource_owner: ResourceOwner = "resourceOwner" [required],
    /// Only principals of shares with this resource.
    resource_arn: String = "resourceArn" as ResourceArn,
    /// Only these principals.
    principals: StringList = "principals" as Principal,
    /// Only principals of shares with resources of this type. The letter case counts only in the service.
    resource_type: String = "resourceType" as ResourceType,
    /// Only principals of these shares.
    resource_share_arns: StringList = "resourceShareArns" as ResourceShareArn,
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of principals on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `ListPrincipals`.
ListPrincipalsResponse {
    /// The principals. A principal of several shares is listed once for each share.
    principals: PrincipalList = "principals",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListPrincipals", "POST" "/listprincipals" Body,
    ListPrincipalsRequest => ListPrincipalsResponse, run,
    &[
        &error::MALFORMED_ARN, &error::UNKNOWN_RESOURCE, &error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
    ],
    "Lists the principals the account shares with, or the accounts that share with it."
};

fn run(call: &mut Call<'_>, mut input: ListPrincipalsRequest) -> Result<ListPrincipalsResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("ListPrincipals {}/{} {}", call.caller.account, call.caller.region, input.write());
    let query = &judge(call, &input)?;
    let shares = &call.store.shares;
    let asked = Asked { list, next_token, max_results };
    let page = list::page_until(call.trace, &asked, End::NoToken, |after| {
        let after = after.and_then(share_query::place);
        let found = query.shares(shares, AssociationKind::Principal, after).flat_map(move |(share, _)| {
            let found = match query.receivers {
                None => query.principals(shares, share, after),
                // For shares of others, the response lists the owner once per share, for the first association that includes
                // the caller.
                Some(_) => query
                    .reaching(shares, share)
                    .filter(|(number, _)| after.is_none_or(|after| (share, *number) > after))
                    .into_iter()
                    .collect(),
            };
            found.into_iter().map(move |(number, association)| ((share, number), association))
        });
        found.map(|(place, association)| (share_query::key(place), association))
    })?;
    let is_own = query.receivers.is_none();
    let rows = page.rows.into_iter().filter_map(|association| {
        let share = shares.share_of(association)?;
        Some(if is_own { Principal::listed(association, share) } else { Principal::owner(association, share) })
    });
    Ok(ListPrincipalsResponse { principals: Some(PrincipalList(rows.collect())), next_token: page.next_token })
}

fn judge(call: &mut Call<'_>, input: &ListPrincipalsRequest) -> Result<ShareQuery, ServiceError> {
    let resource_type = match &input.resource_type {
        Some(name) => Some(share_query::judge_type(call, name, &rules::LIST_PRINCIPALS_TYPE, Refusal::unknown_resource_type)?),
        None => None,
    };
    let mut query = share_query::judge_shares(call, input.resource_owner, input.resource_share_arns.as_ref())?;
    query.resources = share_query::judge_resources(call, input.resource_arn.iter())?;
    let principals = share_query::judge_principals(call, input.principals.iter().flat_map(|principals| &principals.0))?;
    if query.receivers.is_none() {
        query.principals = principals;
    } else {
        query.owners = principals.iter().filter_map(|name| name.parse().ok()).collect();
        // A principal that is not an account owns no share.
        if query.owners.is_empty() && !principals.is_empty() {
            query.named = Some(Vec::new());
        }
    }
    query.types = resource_type.map(|found| vec![found]);
    Ok(query)
}

#[cfg(test)]
mod tests;
