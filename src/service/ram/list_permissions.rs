//! `ListPermissions`: the AWS managed permissions and the caller's own, each in its default version.

use super::catalogue::{self, ResourceType};
use super::list::{self, Asked};
use super::refusal::Refusal;
use super::shapes::{
    MaxResults, PermissionStatus, PermissionTypeFilter, ResourceOwner, ResourceSharePermissionList, ResourceSharePermissionSummary,
};
use super::{error, rules};
use crate::service::error::ServiceError;
use crate::service::operation::{Call, Operation, operation};
use crate::service::schema::structure;
use std::collections::BTreeMap;

structure!(/// The input of `ListPermissions`.
ListPermissionsRequest {
    /// Only permissions for this resource type; the letter case of its second part does not count.
    resource_type: String = "resourceType",
    /// Only the caller's own (`SELF`), or only those other accounts share.
    resource_owner: ResourceOwner = "resourceOwner",
    /// The token the last page answered.
    next_token: String = "nextToken",
    /// How many permissions a page has at most.
    max_results: MaxResults = "maxResults",
    /// Only permissions of this type; both when left out.
    permission_type: PermissionTypeFilter = "permissionType",
    /// Only permissions whose default version has this status.
    permission_status: PermissionStatus = "permissionStatus",
});

structure!(/// The output of `ListPermissions`.
ListPermissionsResponse {
    /// The permissions, by name.
    permissions: ResourceSharePermissionList = "permissions",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken",
});

/// The operation.
pub static OPERATION: Operation = operation! {
    Ram, "ListPermissions", "POST" "/listpermissions" Body,
    ListPermissionsRequest => ListPermissionsResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::INVALID_NEXT_TOKEN, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::OPERATION_NOT_PERMITTED,
    ],
    "Lists the AWS managed permissions and the account's own, each in its default version."
};

fn run(call: &mut Call<'_>, input: ListPermissionsRequest) -> Result<ListPermissionsResponse, ServiceError> {
    let ListPermissionsRequest { resource_type, resource_owner, next_token, max_results, permission_type, permission_status } = input;
    let list = format!(
        "ListPermissions {}/{} {resource_type:?} {resource_owner:?} {permission_type:?} {permission_status:?}",
        call.caller.account, call.caller.region
    );
    let mut rows = rows(call, permission_type.unwrap_or(PermissionTypeFilter::All), resource_owner);
    if let Some(name) = resource_type {
        let similar = || ResourceType::find_similar(&name).map(|similar| similar.name);
        let found = ResourceType::find_for_list(&name).ok_or_else(|| Refusal::unknown_resource_type(&name, similar()));
        let wanted = call.trace.judge(&rules::LIST_TYPE, found)?.name;
        rows.retain(|row| row.resource_type.as_deref() == Some(wanted));
    }
    rows.retain(|row| permission_status.is_none() || row.status == permission_status);
    let mut places = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        places.insert(key(row), place);
    }
    let sorted = places.into_iter().filter_map(|(key, place)| Some((key, rows.get(place)?)));
    let page = list::page(call.trace, &Asked { list, next_token, max_results }, sorted)?;
    Ok(ListPermissionsResponse {
        permissions: Some(ResourceSharePermissionList(page.rows.into_iter().cloned().collect())),
        next_token: page.next_token,
    })
}

/// The rows of both kinds, as far as the filters on kind and owner let them through. No account of the playground shares its
/// permissions with another.
fn rows(call: &Call<'_>, kind: PermissionTypeFilter, owner: Option<ResourceOwner>) -> Vec<ResourceSharePermissionSummary> {
    let (aws, own) = match kind {
        PermissionTypeFilter::All => (true, true),
        PermissionTypeFilter::AwsManaged | PermissionTypeFilter::Aws => (true, false),
        PermissionTypeFilter::CustomerManaged | PermissionTypeFilter::Local => (false, true),
    };
    let (aws, own) = match owner {
        None => (aws, own),
        Some(ResourceOwner::Own) => (false, own),
        Some(ResourceOwner::OtherAccounts) => (false, false),
    };
    let aws = catalogue::all_aws_managed().filter(|_| aws).map(ResourceSharePermissionSummary::aws_listed);
    let (account, region) = (&call.caller.account, &call.caller.region);
    let here = call.ram.permissions(call.now).filter(|found| own && found.arn().account() == account && found.arn().region() == region);
    let own = here.filter_map(|found| found.default_version().map(|version| ResourceSharePermissionSummary::listed(found, version)));
    aws.chain(own).collect()
}

/// Rows stand in the order of their names; a customer's permission may have the name of one of AWS's.
fn key(row: &ResourceSharePermissionSummary) -> String {
    format!("{} {}", row.name.as_deref().unwrap_or_default(), row.arn.as_deref().unwrap_or_default())
}

#[cfg(test)]
mod tests;
