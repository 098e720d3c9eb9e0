//! The entries of the index for one share, association or invitation.

use super::keys::{AssociationKey, Count, InvitationKey, Mark, Queue, ShareKey};
use crate::ram::share::{Association, AssociationKind, FeatureSet, Invitation, ResourceShare};
use crate::value::Timestamp;
use std::rc::Rc;

/// The entries of one record. They are compared before and after a change.
pub(super) struct IndexEntries<K> {
    pub(super) keys: Vec<K>,
    pub(super) counts: Vec<Count>,
    pub(super) due: Option<(Queue, Timestamp)>,
}

impl<K> Default for IndexEntries<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), counts: Vec::new(), due: None }
    }
}

impl IndexEntries<ShareKey> {
    /// The entries of a share. A share that cannot be read any more has none.
    pub(super) fn of_share(share: &ResourceShare) -> Self {
        let mut entries = Self::default();
        if share.is_forgotten() {
            return entries;
        }
        let (account, region) = (share.account(), share.region());
        entries.keys.extend([
            ShareKey::Owner(account.clone(), region.clone()),
            ShareKey::OwnerAnywhere(account.clone()),
            ShareKey::Name(share.name().into(), region.clone()),
            ShareKey::Status(share.state().name(), region.clone()),
        ]);
        for (key, value) in share.tags() {
            let key = Rc::from(key);
            entries.keys.push(ShareKey::TagKey(Rc::clone(&key), region.clone()));
            entries.keys.push(ShareKey::Tag(key, value.into(), region.clone()));
        }
        if share.state().is_live() {
            entries.counts.push(Count::Shares(account.clone(), region.clone()));
            for (_, attached) in share.permissions() {
                entries.keys.push(ShareKey::Permission(attached.permission.clone()));
                entries.keys.push(ShareKey::Version(attached.permission.clone(), attached.version));
            }
        }
        let working = share.state().is_pending() || (share.is_changeable() && share.feature_set() == FeatureSet::PromotingToStandard);
        let queue = if working { Queue::Shares } else { Queue::GoneShares };
        entries.due = share.due().map(|due| (queue, due));
        entries
    }
}

impl IndexEntries<AssociationKey> {
    /// The entries of an association. An association that cannot be read any more has none.
    pub(super) fn of_association(association: &Association, share: &ResourceShare) -> Self {
        let mut entries = Self::default();
        if association.is_forgotten() {
            return entries;
        }
        let (account, region, number, kind) = (share.account(), share.region(), association.share(), association.kind());
        let content = association.content();
        let (entity, receiver, resource_type) = (&content.entity, &content.receiver, &content.resource_type);
        entries.keys.extend([
            AssociationKey::Share(number, kind),
            AssociationKey::Owner(account.clone(), region.clone(), kind),
            AssociationKey::Entity(kind, Rc::clone(entity)),
            AssociationKey::Status(kind, association.state().name()),
        ]);
        if association.state().is_in_effect() {
            entries.keys.push(AssociationKey::InEffect(number, kind));
            if kind == AssociationKind::Resource {
                entries.keys.push(AssociationKey::InEffectAs(number, Rc::clone(resource_type)));
            }
        }
        if kind == AssociationKind::Principal {
            entries.keys.push(AssociationKey::Receiver(Rc::clone(receiver)));
            if association.state().is_in_effect() {
                entries.keys.push(AssociationKey::Reaching(number, Rc::clone(receiver)));
            }
        }
        if association.state().is_live() {
            entries.counts.push(Count::Associations(account.clone(), region.clone(), kind));
            entries.counts.push(Count::Kind(number, kind));
            entries.counts.extend(Mark::of(association).into_iter().map(|mark| Count::Marked(number, mark)));
            if kind == AssociationKind::Resource {
                entries.counts.push(Count::ResourceType(number, Rc::clone(resource_type)));
            }
        }
        let queue = if association.state().is_pending() { Queue::Associations } else { Queue::GoneAssociations };
        entries.due = association.due().map(|due| (queue, due));
        entries
    }
}

impl IndexEntries<InvitationKey> {
    /// The entries of an invitation to the share `of`. An invitation that cannot be read any more has none.
    pub(super) fn of_invitation(invitation: &Invitation, number: usize, share: &ResourceShare) -> Self {
        let mut entries = Self::default();
        if invitation.is_forgotten() {
            return entries;
        }
        entries.keys.push(InvitationKey::Receiver(invitation.receiver().clone(), share.region().clone()));
        entries.keys.push(InvitationKey::Share(number));
        if invitation.is_pending() {
            entries.counts.push(Count::Invitations(share.account().clone(), share.region().clone()));
        }
        let queue = if invitation.is_pending() { Queue::Invitations } else { Queue::GoneInvitations };
        entries.due = invitation.due().map(|due| (queue, due));
        entries
    }
}
