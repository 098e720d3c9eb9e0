//! The shapes of resource shares.

use super::{DateTime, PermissionTemplateParameterInputList, TagList};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a resource share.
ResourceShareStatus {
    /// It is being created.
    Pending = "PENDING",
    /// It can be used.
    Active = "ACTIVE",
    /// Its creation failed.
    Failed = "FAILED",
    /// It is being deleted.
    Deleting = "DELETING",
    /// It is deleted.
    Deleted = "DELETED",
});

enumeration!(/// How a resource share was created, which determines what can be done with it.
ResourceShareFeatureSet {
    /// RAM created it from a resource policy.
    CreatedFromPolicy = "CREATED_FROM_POLICY",
    /// It is becoming `STANDARD`.
    PromotingToStandard = "PROMOTING_TO_STANDARD",
    /// It has all features.
    Standard = "STANDARD",
});

enumeration!(/// What an association adds to a resource share.
ResourceShareAssociationType {
    /// An account or identity that gets access.
    Principal = "PRINCIPAL",
    /// A resource that is shared.
    Resource = "RESOURCE",
    /// A source from which a service principal can access the resources.
    Source = "SOURCE",
});

enumeration!(/// The status of an association.
ResourceShareAssociationStatus {
    /// It is being added, or its invitation is pending.
    Associating = "ASSOCIATING",
    /// It is in the share.
    Associated = "ASSOCIATED",
    /// It could not be added.
    Failed = "FAILED",
    /// It is being removed.
    Disassociating = "DISASSOCIATING",
    /// It was removed.
    Disassociated = "DISASSOCIATED",
    /// Its access is suspended.
    Suspended = "SUSPENDED",
    /// Its access is being suspended.
    Suspending = "SUSPENDING",
    /// Its access is being restored.
    Restoring = "RESTORING",
});

enumeration!(/// The status of an invitation.
ResourceShareInvitationStatus {
    /// The receiver has not responded yet.
    Pending = "PENDING",
    /// The receiver accepted it.
    Accepted = "ACCEPTED",
    /// The receiver rejected it.
    Rejected = "REJECTED",
    /// It has expired.
    Expired = "EXPIRED",
});

structure!(/// A resource share's configuration.
ResourceShareConfiguration {
    /// The service returns it, but the model does not have it. Its meaning is not public, and here it has no effect.
    exclusive_account_access: bool = "exclusiveAccountAccess",
    /// Whether an account that leaves the organization keeps its access.
    retain_sharing_on_account_leave_organization: bool = "retainSharingOnAccountLeaveOrganization",
});

structure!(/// A resource share.
ResourceShare {
    /// The share's ARN.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The share's name.
    name: String = "name" as ResourceShareName,
    /// The account that owns it.
    owning_account_id: String = "owningAccountId" as Account,
    /// Whether principals outside the owner's organization can be added.
    allow_external_principals: bool = "allowExternalPrincipals",
    /// The share's status.
    status: ResourceShareStatus = "status" as Status,
    /// More about the status.
    status_message: String = "statusMessage",
    /// The share's tags.
    tags: TagList = "tags" as Tags,
    /// When it was created.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When it was last changed.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// The feature set: how the share was created.
    feature_set: ResourceShareFeatureSet = "featureSet",
    /// Its configuration.
    resource_share_configuration: ResourceShareConfiguration = "resourceShareConfiguration",
});

list!(/// Resource shares.
ResourceShareList of ResourceShare {});

structure!(/// An association of a resource share.
ResourceShareAssociation {
    /// The share's ARN.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The share's name.
    resource_share_name: String = "resourceShareName" as ResourceShareName,
    /// The principal, the resource's ARN, or the source.
    associated_entity: String = "associatedEntity" as AssociatedEntity,
    /// Whether it is a principal, a resource or a source.
    association_type: ResourceShareAssociationType = "associationType",
    /// The association's status.
    status: ResourceShareAssociationStatus = "status" as Status,
    /// More about the status.
    status_message: String = "statusMessage",
    /// When it was associated.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// The time of the last change of status.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// Whether the principal is outside the owner's organization.
    external: bool = "external",
});

list!(/// Associations.
ResourceShareAssociationList of ResourceShareAssociation {});

structure!(/// A source of a resource share.
AssociatedSource {
    /// The share's ARN.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The source.
    source_id: String = "sourceId" as Source,
    /// The type of the source.
    source_type: String = "sourceType" as SourceType,
    /// The association's status.
    status: String = "status" as Status,
    /// The time of the last change of status.
    last_updated_time: DateTime = "lastUpdatedTime" as Timestamp,
    /// When it was associated.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// More about the status.
    status_message: String = "statusMessage",
});

list!(/// Sources.
AssociatedSourceList of AssociatedSource {});

structure!(/// An invitation to a resource share.
ResourceShareInvitation {
    /// The invitation's ARN.
    resource_share_invitation_arn: String = "resourceShareInvitationArn" as InvitationArn,
    /// The share's name.
    resource_share_name: String = "resourceShareName" as ResourceShareName,
    /// The share's ARN.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The account that owns the share.
    sender_account_id: String = "senderAccountId" as Account,
    /// The invited account.
    receiver_account_id: String = "receiverAccountId" as Account,
    /// When it was sent.
    invitation_timestamp: DateTime = "invitationTimestamp" as Timestamp,
    /// The invitation's status.
    status: ResourceShareInvitationStatus = "status" as Status,
    /// Deprecated. Use `ListPendingInvitationResources` instead.
    resource_share_associations: ResourceShareAssociationList = "resourceShareAssociations",
    /// The ARN of the invited role or user. Absent for an account.
    receiver_arn: String = "receiverArn" as Principal,
});

list!(/// Invitations.
ResourceShareInvitationList of ResourceShareInvitation {});

structure!(/// The values for the placeholders of one permission.
PermissionArnAndTemplateParameters {
    /// The permission's ARN.
    permission_arn: String = "permissionArn" as PermissionArn,
    /// A value for each placeholder that it declares.
    permission_template_parameters: PermissionTemplateParameterInputList = "permissionTemplateParameters",
});

list!(/// The values for the placeholders of permissions.
PermissionArnAndTemplateParametersList of PermissionArnAndTemplateParameters {});

list!(/// ARNs, or other texts.
StringList of String {});

structure!(/// A tag filter.
TagFilter {
    /// The tag's key.
    tag_key: String = "tagKey",
    /// The allowed values of the tag. If there are none, any value is allowed.
    tag_values: StringList = "tagValues",
});

list!(/// Tag filters.
TagFilterList of TagFilter {});
