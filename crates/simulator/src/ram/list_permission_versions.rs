//! `ListPermissionVersions`: lists the versions of a permission. A deleted version is listed for two hours.

use super::list::{self, Asked};
use super::shapes::{MaxResults, ResourceSharePermissionList};
use super::{error, lookup};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::structure;

structure!(/// The request of `ListPermissionVersions`.
ListPermissionVersionsRequest {
    /// The permission's ARN.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of versions on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `ListPermissionVersions`.
ListPermissionVersionsResponse {
    /// The versions, by number.
    permissions: ResourceSharePermissionList = "permissions",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListPermissionVersions", "POST" "/listpermissionversions" Body,
    ListPermissionVersionsRequest => ListPermissionVersionsResponse, run,
    &[
        &error::MALFORMED_ARN, &error::UNKNOWN_RESOURCE, &error::INVALID_NEXT_TOKEN, &error::SERVER_INTERNAL,
        &error::SERVICE_UNAVAILABLE, &error::OPERATION_NOT_PERMITTED, &error::INVALID_PARAMETER,
    ],
    "Lists a permission's versions, recently deleted ones included."
};

fn run(call: &mut Call<'_>, input: ListPermissionVersionsRequest) -> Result<ListPermissionVersionsResponse, ServiceError> {
    let ListPermissionVersionsRequest { permission_arn, next_token, max_results } = input;
    let found = lookup::readable(call, &permission_arn)?;
    let rows = found.versions(call.store, call.now);
    let list = format!("ListPermissionVersions {}/{} {permission_arn}", call.caller.account, call.caller.region);
    // Ten digits are enough for every number, and their alphabetical order is the numerical order.
    let rows = rows.into_iter().map(|(number, row)| (format!("{number:010}"), row));
    let page = list::page(call.trace, &Asked { list, next_token, max_results }, rows)?;
    Ok(ListPermissionVersionsResponse { permissions: Some(ResourceSharePermissionList(page.rows)), next_token: page.next_token })
}

#[cfg(test)]
mod tests;
