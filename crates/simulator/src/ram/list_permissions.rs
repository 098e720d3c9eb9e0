//! `ListPermissions`: lists the AWS managed permissions and the caller's own, each with its default version.

use super::catalogue::{self, AwsManaged};
use super::list::{self, Asked};
use super::permission::{Permission, Version};
use super::shapes::{
    MaxResults, PermissionStatus, PermissionTypeFilter, ResourceOwner, ResourceSharePermissionList, ResourceSharePermissionSummary,
};
use super::{error, lookup};
use crate::collection::ascending;
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};
use crate::value::Timestamp;

structure!(/// The request of `ListPermissions`.
ListPermissionsRequest {
    /// Only permissions for this resource type. The letter case counts only in the service.
    resource_type: String = "resourceType" as ResourceType,
    /// `SELF` for the caller's own permissions, `OTHER-ACCOUNTS` for those that others share with the caller. The default is both.
    resource_owner: ResourceOwner = "resourceOwner",
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of permissions on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
    /// Only AWS managed or only customer managed permissions. The default is both.
    permission_type: PermissionTypeFilter = "permissionType",
    /// Only permissions whose default version has this status.
    permission_status: PermissionStatus = "permissionStatus" as PermissionStatus,
});

structure!(/// The response of `ListPermissions`.
ListPermissionsResponse {
    /// The permissions, by name.
    permissions: ResourceSharePermissionList = "permissions",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListPermissions", "POST" "/listpermissions" Body,
    ListPermissionsRequest => ListPermissionsResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::INVALID_NEXT_TOKEN, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::OPERATION_NOT_PERMITTED,
    ],
    "Lists the AWS managed permissions and the account's own, each in its default version."
};

fn run(call: &mut Call<'_>, mut input: ListPermissionsRequest) -> Result<ListPermissionsResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("ListPermissions {}/{} {}", call.caller.account, call.caller.region, input.write());
    let ListPermissionsRequest { resource_type, resource_owner, permission_type, permission_status, .. } = input;
    let (aws, own) = kinds(permission_type.unwrap_or(PermissionTypeFilter::All), resource_owner);
    let resource_type = resource_type.map(|name| lookup::listed_type(call, &name)).transpose()?;
    let wanted = |status| permission_status.is_none_or(|wanted| wanted == status);
    let aws = aws && wanted(PermissionStatus::Attachable);
    let (ram, now, here) = (&*call.store, call.now, (&call.caller.account, &call.caller.region, resource_type));
    let asked = Asked { list, next_token, max_results };
    let page = list::page_from(call.trace, &asked, |after| {
        let managed = catalogue::all_aws_managed().filter(|managed| aws && resource_type.is_none_or(|name| name == managed.resource_type));
        let managed = ascending(managed.map(|managed| managed.name)).into_iter().filter_map(catalogue::aws_managed);
        let managed = managed.map(|managed| (key(managed.name, &managed.arn()), Row::Aws(managed)));
        let name = after.and_then(|key| key.split(' ').next()).unwrap_or_default();
        let own = ram.permissions_from(here, name, now).take(if own { usize::MAX } else { 0 }).filter_map(move |found| {
            let version = found.default_version().filter(|version| wanted(found.status_of(version)))?;
            Some((key(found.arn().name(), &found.arn().to_string()), Row::Own(found, version)))
        });
        merge(managed, own)
    })?;
    let rows = page.rows.into_iter().map(|row| row.shown(now)).collect();
    Ok(ListPermissionsResponse { permissions: Some(ResourceSharePermissionList(rows)), next_token: page.next_token })
}

/// Whether AWS managed permissions and the caller's own are requested. In the playground, no account shares its permissions
/// with another.
fn kinds(kind: PermissionTypeFilter, owner: Option<ResourceOwner>) -> (bool, bool) {
    let (aws, own) = match kind {
        PermissionTypeFilter::All => (true, true),
        PermissionTypeFilter::AwsManaged | PermissionTypeFilter::Aws => (true, false),
        PermissionTypeFilter::CustomerManaged | PermissionTypeFilter::Local => (false, true),
    };
    match owner {
        None => (aws, own),
        Some(ResourceOwner::Own) => (false, own),
        Some(ResourceOwner::OtherAccounts) => (false, false),
    }
}

/// A row, before it becomes part of the response.
enum Row<'a> {
    Aws(&'static AwsManaged),
    Own(&'a Permission, &'a Version),
}

impl Row<'_> {
    fn shown(&self, now: Timestamp) -> ResourceSharePermissionSummary {
        match self {
            Self::Aws(managed) => ResourceSharePermissionSummary::aws_listed(managed),
            Self::Own(permission, version) => ResourceSharePermissionSummary::listed(permission, version, now),
        }
    }
}

/// Rows are sorted by name. A customer managed permission can have the same name as an AWS managed one.
fn key(name: &str, arn: &str) -> String {
    [name, " ", arn].concat()
}

/// Merges two ascending lists.
fn merge<T>(one: impl Iterator<Item = (String, T)>, other: impl Iterator<Item = (String, T)>) -> impl Iterator<Item = (String, T)> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some((left, _)), Some((right, _))) if right < left => other.next(),
        (Some(_), _) => one.next(),
        (None, _) => other.next(),
    })
}

#[cfg(test)]
mod tests;
