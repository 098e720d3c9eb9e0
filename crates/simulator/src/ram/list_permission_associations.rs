//! `ListPermissionAssociations`: lists which shares have which permissions, and in which version.

use super::list::{self, Asked};
use super::permission_arn::PermissionRef;
use super::refusal::Refusal;
use super::shapes::{
    AssociatedPermission, AssociatedPermissionList, MaxResults, PermissionFeatureSet, ResourceOwner, ResourceShareAssociationStatus,
};
use super::share::{Attached, ResourceShare};
use super::share_query;
use super::shares::ShareKey;
use super::store::Store;
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Caller, Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `ListPermissionAssociations`.
ListPermissionAssociationsRequest {
    /// Only associations of this permission.
    permission_arn: String = "permissionArn" as PermissionArn,
    /// Only associations of this version. The default is all versions.
    permission_version: i32 = "permissionVersion" as PermissionVersion,
    /// Only associations with this status. The permissions on a share are always `ASSOCIATED`.
    association_status: ResourceShareAssociationStatus = "associationStatus" as Status,
    /// Only associations with shares that have a resource of this type.
    resource_type: String = "resourceType" as ResourceType,
    /// Only associations with shares that have this feature set.
    feature_set: PermissionFeatureSet = "featureSet",
    /// Whether to list only associations of default versions. The default is `false`.
    default_version: bool = "defaultVersion",
    /// `SELF` for the caller's shares (the default), `OTHER-ACCOUNTS` for shares that others share with the caller.
    resource_owner: ResourceOwner = "resourceOwner",
    /// Only associations with this share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of associations on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `ListPermissionAssociations`.
ListPermissionAssociationsResponse {
    /// The associations, those of the oldest share first.
    permissions: AssociatedPermissionList = "permissions",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListPermissionAssociations", "POST" "/listpermissionassociations" Body,
    ListPermissionAssociationsRequest => ListPermissionAssociationsResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::MALFORMED_ARN, &error::INVALID_NEXT_TOKEN, &error::SERVER_INTERNAL,
        &error::SERVICE_UNAVAILABLE,
    ],
    "Lists which resource shares have which permissions, each in the version the share has."
};

fn run(call: &mut Call<'_>, mut input: ListPermissionAssociationsRequest) -> Result<ListPermissionAssociationsResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let filter = Filter::judge(call, &input)?;
    let Caller { account, region } = call.caller;
    let list = format!("ListPermissionAssociations {account}/{region} {}", input.write());
    let asked = Asked { list, next_token, max_results };
    let query = share_query::judge_shares(call, input.resource_owner.unwrap_or(ResourceOwner::Own), None)?;
    let ram = &*call.store;
    let page = list::page_from(call.trace, &asked, |after| {
        let after = after.and_then(|key| key.split(' ').next()?.parse::<usize>().ok()).and_then(|number| number.checked_sub(1));
        let named = filter.share_arn.and_then(|arn| ram.shares().find(arn));
        let named = named.filter(|(number, _)| after.is_none_or(|after| *number > after));
        let groups = if filter.share_arn.is_some() { Vec::new() } else { query.of_caller(&filter.keys()) };
        let shares = named.into_iter().chain(ram.shares().matching(groups, after));
        let shares = shares.filter(|(number, share)| share.state().is_live() && query.is_visible(ram.shares(), *number, share));
        let shares = shares.filter(|(number, share)| filter.takes_share(*number, share, ram));
        let rows =
            shares.flat_map(|(number, share)| share.permissions().map(move |(resource_type, on_it)| (number, share, resource_type, on_it)));
        let rows = rows.filter(|(.., on_it)| filter.takes_permission(on_it)).map(|(number, share, resource_type, on_it)| {
            (format!("{number:020} {resource_type}"), AssociatedPermission::of(share, resource_type, on_it, ram))
        });
        rows.filter(|(_, row)| !filter.default_only || row.default_version == Some(true))
    })?;
    Ok(ListPermissionAssociationsResponse { permissions: Some(AssociatedPermissionList(page.rows)), next_token: page.next_token })
}

/// The checked filters of a request.
struct Filter<'a> {
    permission: Option<PermissionRef>,
    version: Option<u32>,
    resource_type: Option<&'static str>,
    feature_set: Option<PermissionFeatureSet>,
    default_only: bool,
    share_arn: Option<&'a str>,
    status: Option<ResourceShareAssociationStatus>,
}

impl<'a> Filter<'a> {
    fn judge(call: &mut Call<'_>, input: &'a ListPermissionAssociationsRequest) -> Result<Self, ServiceError> {
        let permission = input.permission_arn.as_ref().map(|arn| arn.parse().map_err(Refusal::malformed_arn));
        let permission = permission.map(|permission| call.trace.judge(&rules::ARN, permission)).transpose()?;
        // 0 means that the member is not given.
        let number = input.permission_version.unwrap_or_default();
        let version = u32::try_from(number).map_err(|_| Refusal::version_not_positive(number));
        let version = call.trace.judge(&rules::VERSION_NOT_NEGATIVE, version)?;
        let resource_type = input.resource_type.as_ref().map(|name| lookup::listed_type(call, name)).transpose()?;
        if let Some(arn) = &input.resource_share_arn {
            lookup::judge_share_arn(call, arn)?;
        }
        Ok(Self {
            permission,
            version: Some(version).filter(|version| *version > 0),
            resource_type,
            feature_set: input.feature_set,
            default_only: input.default_version == Some(true),
            share_arn: input.resource_share_arn.as_deref(),
            status: input.association_status,
        })
    }

    /// The filters that the index can answer.
    fn keys(&self) -> Vec<ShareKey> {
        self.permission.iter().map(|permission| ShareKey::permission(permission, self.version)).collect()
    }

    fn takes_share(&self, number: usize, share: &ResourceShare, ram: &Store) -> bool {
        // A permission on a share is in effect. It has no other status.
        self.status.is_none_or(|status| status == ResourceShareAssociationStatus::Associated)
            && self.feature_set.is_none_or(|feature_set| feature_set.as_str() == share.feature_set().name())
            && self.resource_type.is_none_or(|resource_type| ram.shares().has_type(number, resource_type))
    }

    fn takes_permission(&self, on_it: &Attached) -> bool {
        self.permission.as_ref().is_none_or(|permission| *permission == on_it.permission)
            && self.version.is_none_or(|version| version == on_it.version)
    }
}

#[cfg(test)]
mod tests;
