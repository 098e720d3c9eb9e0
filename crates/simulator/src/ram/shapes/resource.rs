//! Shared resources and principals on the wire.

use super::{DateTime, ResourceRegionScope};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a shared resource.
ResourceStatus {
    /// It can be used.
    Available = "AVAILABLE",
    /// It is in an Availability Zone that the consumer does not have.
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
    /// The status. The service was observed to omit it.
    status: ResourceStatus = "status" as Status,
    /// More about the status.
    status_message: String = "statusMessage",
    /// When it was added to the share.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When its association last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether it belongs to a Region.
    resource_region_scope: ResourceRegionScope = "resourceRegionScope",
});

list!(/// Shared resources.
ResourceList of Resource {});

structure!(/// A principal with which a share is shared, or the account that shares it.
Principal {
    /// The account ID, or the ARN of an organization, an organizational unit, a role or a user.
    id: String = "id" as Principal,
    /// The ARN of the share.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// When it was added to the share.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When its association last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether it is outside the other account's organization.
    external: bool = "external",
});

list!(/// Principals.
PrincipalList of Principal {});
