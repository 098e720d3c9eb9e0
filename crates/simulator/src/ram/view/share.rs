//! Shows shares, associations and invitations. The members of a response depend on the operation, as recorded from the service.

use crate::ram::shapes::{
    AssociatedSource, DateTime, ResourceShare, ResourceShareAssociation, ResourceShareAssociationStatus, ResourceShareAssociationType,
    ResourceShareConfiguration, ResourceShareFeatureSet, ResourceShareInvitation, ResourceShareInvitationStatus, ResourceShareStatus,
};
use crate::ram::share::{
    Association, AssociationKind, AssociationState, FeatureSet, Invitation, InvitationState, ResourceShare as Share, ShareState,
};
use crate::ram::shares::Shares;

impl ResourceShareStatus {
    /// The status of a state.
    pub fn of(state: ShareState) -> Self {
        match state {
            ShareState::Pending => Self::Pending,
            ShareState::Active => Self::Active,
            ShareState::Failed => Self::Failed,
            ShareState::Deleting => Self::Deleting,
            ShareState::Deleted => Self::Deleted,
        }
    }
}

impl ResourceShareFeatureSet {
    /// The name of a feature set.
    pub fn of(feature_set: FeatureSet) -> Self {
        match feature_set {
            FeatureSet::CreatedFromPolicy => Self::CreatedFromPolicy,
            FeatureSet::PromotingToStandard => Self::PromotingToStandard,
            FeatureSet::Standard => Self::Standard,
        }
    }
}

impl ResourceShareAssociationType {
    /// The association type of a kind.
    pub fn of(kind: AssociationKind) -> Self {
        match kind {
            AssociationKind::Principal => Self::Principal,
            AssociationKind::Resource => Self::Resource,
            AssociationKind::Source => Self::Source,
        }
    }

    /// The kind of an association type.
    pub fn kind(self) -> AssociationKind {
        match self {
            Self::Principal => AssociationKind::Principal,
            Self::Resource => AssociationKind::Resource,
            Self::Source => AssociationKind::Source,
        }
    }
}

impl ResourceShareAssociationStatus {
    /// The status of a state.
    pub fn of(state: AssociationState) -> Self {
        match state {
            AssociationState::Associating(_) => Self::Associating,
            AssociationState::Associated => Self::Associated,
            AssociationState::Failed(_) => Self::Failed,
            AssociationState::Disassociating => Self::Disassociating,
            AssociationState::Disassociated => Self::Disassociated,
            AssociationState::Suspending => Self::Suspending,
            AssociationState::Suspended => Self::Suspended,
            AssociationState::Restoring => Self::Restoring,
        }
    }
}

impl ResourceShareInvitationStatus {
    /// The status of a state.
    pub fn of(state: InvitationState) -> Self {
        match state {
            InvitationState::Pending => Self::Pending,
            InvitationState::Accepted => Self::Accepted,
            InvitationState::Rejected => Self::Rejected,
            InvitationState::Expired => Self::Expired,
        }
    }
}

impl ResourceShare {
    /// As `CreateResourceShare` returns it: nine members, and the tags even if there are none.
    pub fn created(share: &Share) -> Self {
        Self { tags: Some(share.content().tags.clone()), feature_set: None, ..Self::listed(share) }
    }

    /// As a repeated `CreateResourceShare` returns it: with the feature set too.
    pub fn created_again(share: &Share) -> Self {
        Self { tags: Some(share.content().tags.clone()), ..Self::listed(share) }
    }

    /// As `UpdateResourceShare` returns it: seven members.
    pub fn updated(share: &Share) -> Self {
        Self { tags: None, feature_set: None, resource_share_configuration: None, ..Self::listed(share) }
    }

    /// As `GetResourceShares` shows it: nine members, and the tags if there are any.
    pub fn listed(share: &Share) -> Self {
        let content = share.content();
        Self {
            resource_share_arn: Some(share.arn().to_owned()),
            name: Some(content.name.clone()),
            owning_account_id: Some(share.account().to_string()),
            allow_external_principals: Some(content.allow_external),
            status: Some(ResourceShareStatus::of(share.state())),
            status_message: None,
            tags: Some(content.tags.clone()).filter(|tags| !tags.0.is_empty()),
            creation_time: Some(DateTime(share.created())),
            last_updated_time: Some(DateTime(share.updated())),
            feature_set: Some(ResourceShareFeatureSet::of(share.feature_set())),
            resource_share_configuration: Some(ResourceShareConfiguration {
                exclusive_account_access: Some(content.configuration.exclusive_access),
                retain_sharing_on_account_leave_organization: Some(content.configuration.retain_on_leave),
            }),
        }
    }
}

impl ResourceShareAssociation {
    /// As `AssociateResourceShare` and `DisassociateResourceShare` return it: five members.
    pub fn moved(association: &Association, share: &Share) -> Self {
        Self { resource_share_name: None, creation_time: None, last_updated_time: None, ..Self::listed(association, share) }
    }

    /// As `GetResourceShareAssociations` shows it.
    pub fn listed(association: &Association, share: &Share) -> Self {
        Self {
            resource_share_arn: Some(share.arn().to_owned()),
            resource_share_name: Some(share.name().to_owned()),
            associated_entity: Some(association.entity().to_owned()),
            association_type: Some(ResourceShareAssociationType::of(association.kind())),
            status: Some(ResourceShareAssociationStatus::of(association.state())),
            status_message: association.state().message().map(str::to_owned),
            creation_time: Some(DateTime(association.created())),
            last_updated_time: Some(DateTime(association.updated())),
            external: Some(association.external()),
        }
    }
}

impl AssociatedSource {
    /// As `ListSourceAssociations` shows it.
    pub fn of(association: &Association, share: &Share) -> Self {
        Self {
            resource_share_arn: Some(share.arn().to_owned()),
            source_id: Some(association.entity().to_owned()),
            source_type: Some(association.resource_type().to_owned()),
            status: Some(association.state().name().to_owned()),
            last_updated_time: Some(DateTime(association.updated())),
            creation_time: Some(DateTime(association.created())),
            status_message: None,
        }
    }
}

impl ResourceShareInvitation {
    /// An invitation as every operation returns it.
    pub fn of(invitation: &Invitation, shares: &Shares) -> Option<Self> {
        let (association, share) = shares.share_invited_to(invitation)?;
        Some(Self {
            resource_share_invitation_arn: Some(invitation.arn().to_owned()),
            resource_share_name: Some(share.name().to_owned()),
            resource_share_arn: Some(share.arn().to_owned()),
            sender_account_id: Some(share.account().to_string()),
            receiver_account_id: Some(invitation.receiver().to_string()),
            invitation_timestamp: Some(DateTime(invitation.sent())),
            status: Some(ResourceShareInvitationStatus::of(invitation.state())),
            resource_share_associations: None,
            receiver_arn: Some(association.entity().to_owned()).filter(|entity| entity.starts_with("arn:")),
        })
    }
}
