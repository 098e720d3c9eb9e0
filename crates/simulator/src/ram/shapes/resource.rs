//! Shared resources and principals, as responses have them.

use super::{DateTime, ResourceRegionScope};
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
