//! `GetResourceShares`: lists the caller's shares, or other accounts' shares that include the caller.

mod filter;

use super::error;
use super::list::{self, Asked};
use super::shapes::{MaxResults, ResourceOwner, ResourceShare, ResourceShareList, ResourceShareStatus, StringList, TagFilterList};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `GetResourceShares`.
GetResourceSharesRequest {
    /// Only these shares, by ARN.
    resource_share_arns: StringList = "resourceShareArns" as ResourceShareArn,
    /// Only shares with this status.
    resource_share_status: ResourceShareStatus = "resourceShareStatus" as Status,
    /// `SELF` for the caller's shares, `OTHER-ACCOUNTS` for shares that others share with the caller.
    resource_owner: ResourceOwner = "resourceOwner" [required],
    /// Only shares with this name.
    name: String = "name" as ResourceShareName,
    /// Only shares with these tags.
    tag_filters: TagFilterList = "tagFilters",
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of shares on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
    /// Only shares with this permission.
    permission_arn: String = "permissionArn" as PermissionArn,
    /// Only shares with this version of the permission.
    permission_version: i32 = "permissionVersion" as PermissionVersion,
});

structure!(/// The response of `GetResourceShares`.
GetResourceSharesResponse {
    /// The shares, the oldest first.
    resource_shares: ResourceShareList = "resourceShares",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "GetResourceShares", "POST" "/getresourceshares" Body,
    GetResourceSharesRequest => GetResourceSharesResponse, run,
    &[
        &error::UNKNOWN_RESOURCE, &error::MALFORMED_ARN, &error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
    ],
    "Lists the account's own resource shares, or those that others share with it."
};

fn run(call: &mut Call<'_>, mut input: GetResourceSharesRequest) -> Result<GetResourceSharesResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("GetResourceShares {}/{} {}", call.caller.account, call.caller.region, input.write());
    let filter = filter::judge(call, &input)?;
    let shares = &call.store.shares;
    let page =
        list::page_of_numbers(call.trace, &Asked { list, next_token, max_results }, &mut |after, most| filter.ask(shares, after, most))?;
    let rows = page.rows.into_iter().filter_map(|number| shares.share(number)).map(ResourceShare::listed).collect();
    Ok(GetResourceSharesResponse { resource_shares: Some(ResourceShareList(rows)), next_token: page.next_token })
}

#[cfg(test)]
mod tests;
