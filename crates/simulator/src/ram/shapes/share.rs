//! The shapes of resource shares.

use super::{DateTime, PermissionTemplateParameterInputList, TagList};
use crate::schema::{enumeration, list, structure};

enumeration!(/// The status of a resource share.
ResourceShareStatus {
    /// It is being made ready.
    Pending = "PENDING",
    /// It can be used.
    Active = "ACTIVE",
    /// It could not be made ready.
    Failed = "FAILED",
    /// It is being deleted.
    Deleting = "DELETING",
    /// It was deleted.
    Deleted = "DELETED",
});

enumeration!(/// Where a resource share comes from, which tells what can be done with it.
ResourceShareFeatureSet {
    /// RAM made it for a resource policy.
    CreatedFromPolicy = "CREATED_FROM_POLICY",
    /// It is becoming `STANDARD`.
    PromotingToStandard = "PROMOTING_TO_STANDARD",
    /// It can do everything.
    Standard = "STANDARD",
});

enumeration!(/// What an association ties to a resource share.
ResourceShareAssociationType {
    /// Whom the share is for.
    Principal = "PRINCIPAL",
    /// What is shared.
    Resource = "RESOURCE",
    /// From where a service principal may come.
    Source = "SOURCE",
});

enumeration!(/// The status of an association.
ResourceShareAssociationStatus {
    /// It is being added, or waits for its invitation.
    Associating = "ASSOCIATING",
    /// It is in the share.
    Associated = "ASSOCIATED",
    /// It could not be added.
    Failed = "FAILED",
    /// It is being taken out.
    Disassociating = "DISASSOCIATING",
    /// It was taken out.
    Disassociated = "DISASSOCIATED",
    /// Its access is stopped.
    Suspended = "SUSPENDED",
    /// Its access is being stopped.
    Suspending = "SUSPENDING",
    /// Its access is coming back.
    Restoring = "RESTORING",
});

enumeration!(/// The status of an invitation.
ResourceShareInvitationStatus {
    /// It waits for a response.
    Pending = "PENDING",
    /// The receiver said yes.
    Accepted = "ACCEPTED",
    /// The receiver said no.
    Rejected = "REJECTED",
    /// It expires.
    Expired = "EXPIRED",
});

structure!(/// A resource share's configuration.
ResourceShareConfiguration {
    /// Sent by the service; the model does not have it. What it does is not public; here it does nothing.
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
    /// The feature set.
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
    /// What it is to the share.
    association_type: ResourceShareAssociationType = "associationType",
    /// The association's status.
    status: ResourceShareAssociationStatus = "status" as Status,
    /// More about the status.
    status_message: String = "statusMessage",
    /// When it was associated.
    creation_time: DateTime = "creationTime" as Timestamp,
    /// When its status last moved.
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
    /// What kind of source it is.
    source_type: String = "sourceType" as SourceType,
    /// The association's status.
    status: String = "status" as Status,
    /// When its status last moved.
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
    /// The account that shares.
    sender_account_id: String = "senderAccountId" as Account,
    /// The account that is invited.
    receiver_account_id: String = "receiverAccountId" as Account,
    /// When it was sent.
    invitation_timestamp: DateTime = "invitationTimestamp" as Timestamp,
    /// The invitation's status.
    status: ResourceShareInvitationStatus = "status" as Status,
    /// Out of use; `ListPendingInvitationResources` tells.
    resource_share_associations: ResourceShareAssociationList = "resourceShareAssociations",
    /// The role or user that is invited, if it is one.
    receiver_arn: String = "receiverArn" as Principal,
});

list!(/// Invitations.
ResourceShareInvitationList of ResourceShareInvitation {});

structure!(/// The values for the placeholders of one permission.
PermissionArnAndTemplateParameters {
    /// The permission's ARN.
    permission_arn: String = "permissionArn" as PermissionArn,
    /// A value for each placeholder it declares.
    permission_template_parameters: PermissionTemplateParameterInputList = "permissionTemplateParameters",
});

list!(/// The values for the placeholders of permissions.
PermissionArnAndTemplateParametersList of PermissionArnAndTemplateParameters {});

list!(/// ARNs, or other texts.
StringList of String {});

structure!(/// A tag that is asked for.
TagFilter {
    /// The tag's key.
    tag_key: String = "tagKey",
    /// The values it may have; any when there are none.
    tag_values: StringList = "tagValues",
});

list!(/// Tags that are asked for.
TagFilterList of TagFilter {});
