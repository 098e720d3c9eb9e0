//! Resources and principals as the lists show them.

use super::{DateTime, ResourceRegionScope};
use crate::ram::catalogue::ResourceType;
use crate::ram::share::{Association, ResourceShare};
use crate::schema::{enumeration, list, structure};

enumeration!(/// How a shared resource stands.
ResourceStatus {
    /// It can be used.
    Available = "AVAILABLE",
    /// It is in a zone the consumer does not have.
    ZonalResourceInaccessible = "ZONAL_RESOURCE_INACCESSIBLE",
    /// A limit is reached.
    LimitExceeded = "LIMIT_EXCEEDED",
    /// It cannot be used.
    Unavailable = "UNAVAILABLE",
    /// It is being shared.
    Pending = "PENDING",
});

structure!(/// A shared resource.
Resource {
    /// The resource's ARN.
    arn: String = "arn" as ResourceArn,
    /// Its type, `service:Type`.
    kind: String = "type" as ResourceType,
    /// The ARN of the share it is in.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The ARN of its resource group, if it is in one.
    resource_group_arn: String = "resourceGroupArn" as ResourceGroupArn,
    /// How it stands. The service was seen to leave it out.
    status: ResourceStatus = "status" as Status,
    /// More about the status.
    status_message: String = "statusMessage",
    /// When it was put into the share.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When its place in the share last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether it belongs to a Region.
    resource_region_scope: ResourceRegionScope = "resourceRegionScope",
});

list!(/// Shared resources.
ResourceList of Resource {});

structure!(/// A principal: one that is shared with, or one that shares.
Principal {
    /// The account's id, or the ARN of an organization, a unit, a role or a user.
    id: String = "id" as Principal,
    /// The ARN of the share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// When it was put into the share.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When its place in the share last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether it is outside the other's organization.
    external: bool = "external",
});

list!(/// Principals.
PrincipalList of Principal {});

impl Resource {
    /// As `ListResources` shows it: six members.
    pub(crate) fn listed(association: &Association, share: &ResourceShare) -> Self {
        let found = ResourceType::find(association.resource_type());
        Self {
            arn: Some(association.entity().to_owned()),
            kind: Some(association.resource_type().to_owned()),
            resource_share_arn: Some(share.arn().to_owned()),
            resource_group_arn: None,
            status: None,
            status_message: None,
            creation_time: Some(DateTime(association.created())),
            last_updated_time: Some(DateTime(association.updated())),
            resource_region_scope: found.map(|found| found.scope.word()),
        }
    }
}

impl Principal {
    /// A principal of a share, as its owner sees it.
    pub(crate) fn listed(association: &Association, share: &ResourceShare) -> Self {
        Self::of(association.entity(), association, share)
    }

    /// The owner of a share, as who was reached by the association sees it.
    pub(crate) fn owner(association: &Association, share: &ResourceShare) -> Self {
        Self::of(share.account().as_str(), association, share)
    }

    fn of(id: &str, association: &Association, share: &ResourceShare) -> Self {
        Self {
            id: Some(id.to_owned()),
            resource_share_arn: Some(share.arn().to_owned()),
            creation_time: Some(DateTime(association.created())),
            last_updated_time: Some(DateTime(association.updated())),
            external: Some(association.external()),
        }
    }
}
