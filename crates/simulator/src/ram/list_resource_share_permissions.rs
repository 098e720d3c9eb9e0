//! `ListResourceSharePermissions`: lists the permissions of a share, with their versions.

use super::list::{self, Asked};
use super::shapes::{MaxResults, ResourceSharePermissionList, ResourceSharePermissionSummary};
use super::share::ResourceShare;
use super::{error, lookup};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::structure;

structure!(/// The request of `ListResourceSharePermissions`.
ListResourceSharePermissionsRequest {
    /// The ARN of the resource share: one of the caller's, or one that is shared with the caller.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn [required],
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of permissions on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `ListResourceSharePermissions`.
ListResourceSharePermissionsResponse {
    /// The permissions, by resource type.
    permissions: ResourceSharePermissionList = "permissions",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListResourceSharePermissions", "POST" "/listresourcesharepermissions" Body,
    ListResourceSharePermissionsRequest => ListResourceSharePermissionsResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::MALFORMED_ARN, &error::UNKNOWN_RESOURCE, &error::INVALID_NEXT_TOKEN,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::OPERATION_NOT_PERMITTED,
    ],
    "Lists the permissions on a resource share, each in the version the share has."
};

fn run(call: &mut Call<'_>, input: ListResourceSharePermissionsRequest) -> Result<ListResourceSharePermissionsResponse, ServiceError> {
    let ListResourceSharePermissionsRequest { resource_share_arn, next_token, max_results } = input;
    let number = lookup::visible_share(call, &resource_share_arn)?;
    let list = format!("ListResourceSharePermissions {}/{} {resource_share_arn}", call.caller.account, call.caller.region);
    let (ram, now) = (&*call.store, call.now);
    // A deleted share has no permissions any more.
    let share = ram.shares().share(number).filter(|share| share.state().is_live());
    let rows = share.into_iter().flat_map(ResourceShare::permissions).map(|(resource_type, attached)| {
        (resource_type.to_owned(), ResourceSharePermissionSummary::attached(resource_type, attached, ram, now))
    });
    let page = list::page(call.trace, &Asked { list, next_token, max_results }, rows)?;
    Ok(ListResourceSharePermissionsResponse { permissions: Some(ResourceSharePermissionList(page.rows)), next_token: page.next_token })
}

#[cfg(test)]
mod tests;
