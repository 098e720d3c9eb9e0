//! RAM's resource shares with their associations and invitations.
//!
//! No record is ever removed. So a record's position in its list is its number, and older records have lower numbers. Every
//! question of a call is answered from an index, so the cost of a call does not grow with the number of records.

mod changes;
mod entries;
mod index;
mod keys;
mod membership;
mod snapshot;
mod workflow;

pub use keys::{AssociationKey, Mark, ShareKey};

use super::catalogue::ResourceType;
use super::permission_arn::PermissionRef;
use super::share::{Association, AssociationKind, FeatureSet, Invitation, ResourceShare};
use crate::collection::{Matches, Rows};
use crate::value::{AccountId, Region};
use index::Index;
use keys::{Count, InvitationKey};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Shares, associations, invitations, and their index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    records: Records,
    index: Index,
}

/// The records, from which the index is derived.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Records {
    shares: Rows<ResourceShare>,
    associations: Rows<Association>,
    invitations: Rows<Invitation>,
}

/// Shares.
impl Shares {
    /// Every share, the oldest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &ResourceShare> + ExactSizeIterator {
        self.records.shares.iter()
    }

    /// The share with this number.
    pub fn share(&self, number: usize) -> Option<&ResourceShare> {
        self.records.shares.get(number)
    }

    /// The number of the share with this ARN, and the share.
    pub fn find(&self, arn: &str) -> Option<(usize, &ResourceShare)> {
        let number = *self.index.share_arns.get(arn)?;
        Some((number, self.share(number)?))
    }

    /// The shares of an owner in a Region with this name.
    pub fn named(&self, account: &AccountId, region: &Region, name: &str) -> impl Iterator<Item = (usize, &ResourceShare)> + use<'_> {
        let of_owner = ShareKey::Owner(account.clone(), region.clone());
        self.matching(vec![vec![of_owner, ShareKey::Name(name.into(), region.clone())]], None)
    }

    /// The shares that have all keys of at least one group, after the number `after`.
    pub fn matching(&self, groups: Vec<Vec<ShareKey>>, after: Option<usize>) -> impl Iterator<Item = (usize, &ResourceShare)> + use<'_> {
        let groups = groups.into_iter().map(|keys| keys.into_iter().map(|key| (&self.index.shares, key)).collect());
        Matches::new(groups, after).filter_map(|number| Some((number, self.share(number)?)))
    }

    /// The shares that have a permission, optionally in this version, and are not deleted.
    pub fn with_permission(
        &self,
        permission: &PermissionRef,
        version: Option<u32>,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &ResourceShare)> + use<'_> {
        let numbers = self.index.shares.numbers(&ShareKey::permission(permission, version), after);
        numbers.filter_map(|number| Some((number, self.share(number)?)))
    }

    /// The number of an owner's shares in a Region that are not deleted.
    pub fn count(&self, account: &AccountId, region: &Region) -> usize {
        self.index.count(&Count::Shares(account.clone(), region.clone()))
    }
}

/// Associations.
impl Shares {
    /// The association with this number.
    pub fn association(&self, number: usize) -> Option<&Association> {
        self.records.associations.get(number)
    }

    /// The share of an association.
    pub fn share_of(&self, association: &Association) -> Option<&ResourceShare> {
        self.share(association.share())
    }

    /// The associations of a share in any state, after the number `after`.
    pub fn within(
        &self,
        share: usize,
        kind: AssociationKind,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Association)> + use<'_> {
        self.associations(&AssociationKey::Share(share, kind), after)
    }

    /// The associations of a share that are in effect, after the number `after`.
    pub fn in_effect(
        &self,
        share: usize,
        kind: AssociationKind,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Association)> + use<'_> {
        self.associations(&AssociationKey::InEffect(share, kind), after)
    }

    /// The resources of a share that have this type and are in effect, after the number `after`.
    pub fn in_effect_as(
        &self,
        share: usize,
        resource_type: &str,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Association)> + use<'_> {
        self.associations(&AssociationKey::InEffectAs(share, resource_type.into()), after)
    }

    /// The association of a share with an entity.
    pub fn entity(&self, share: usize, kind: AssociationKind, entity: &str) -> Option<(usize, &Association)> {
        let number = *self.index.entities.get(&(share, kind, Rc::from(entity)))?;
        Some((number, self.association(number)?))
    }

    /// The associations of any share with an entity.
    pub fn with_entity(
        &self,
        kind: AssociationKind,
        entity: &str,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Association)> + use<'_> {
        self.associations(&AssociationKey::Entity(kind, entity.into()), after)
    }

    /// The associations that have all keys of at least one group, after the number `after`.
    pub fn matching_associations(
        &self,
        groups: Vec<Vec<AssociationKey>>,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Association)> + use<'_> {
        let groups = groups.into_iter().map(|keys| keys.into_iter().map(|key| (&self.index.associations, key)).collect());
        Matches::new(groups, after).filter_map(|number| Some((number, self.association(number)?)))
    }

    /// The number of live associations of a kind that a share has.
    pub fn count_within(&self, share: usize, kind: AssociationKind) -> usize {
        self.index.count(&Count::Kind(share, kind))
    }

    /// The number of live associations of a kind that an owner's shares in a Region have.
    pub fn count_owned_within(&self, account: &AccountId, region: &Region, kind: AssociationKind) -> usize {
        self.index.count(&Count::Associations(account.clone(), region.clone(), kind))
    }

    /// Whether a live association of a share has a mark.
    pub fn has(&self, share: usize, mark: Mark) -> bool {
        self.index.count(&Count::Marked(share, mark)) > 0
    }

    /// Whether a share has a live resource of a type.
    pub fn has_type(&self, share: usize, resource_type: &str) -> bool {
        self.index.count(&Count::ResourceType(share, resource_type.into())) > 0
    }

    /// The types of a share's live resources, in the order of the catalogue.
    pub fn resource_types(&self, share: usize) -> impl Iterator<Item = &'static ResourceType> + use<> {
        let counts = self.index.counts.range(Count::ResourceType(share, "".into())..).map_while(|(count, _)| match count {
            Count::ResourceType(of, resource_type) if *of == share => Some(Rc::clone(resource_type)),
            _ => None,
        });
        let names: Vec<_> = counts.collect();
        ResourceType::ALL.iter().filter(move |found| names.iter().any(|name| **name == *found.name))
    }

    fn associations(&self, key: &AssociationKey, after: Option<usize>) -> impl Iterator<Item = (usize, &Association)> + use<'_> {
        self.index.associations.numbers(key, after).filter_map(|number| Some((number, self.association(number)?)))
    }
}

/// Who gets access through shares.
impl Shares {
    /// Whether a share gives access to one of these receivers. A share that RAM created from a policy does not count.
    pub fn reaches(&self, share: usize, receivers: &[String]) -> bool {
        let visible = self.share(share).is_some_and(|share| share.feature_set() != FeatureSet::CreatedFromPolicy);
        visible && receivers.iter().any(|receiver| self.first_reaching(share, receiver).is_some())
    }

    /// The first association through which a share gives access to a receiver.
    pub fn first_reaching(&self, share: usize, receiver: &str) -> Option<(usize, &Association)> {
        self.associations(&AssociationKey::Reaching(share, receiver.into()), None).next()
    }
}

/// Invitations.
impl Shares {
    /// Every invitation, the oldest first.
    pub fn invitations(&self) -> impl DoubleEndedIterator<Item = &Invitation> + ExactSizeIterator {
        self.records.invitations.iter()
    }

    /// The number of the invitation with this ARN, and the invitation.
    pub fn find_invitation(&self, arn: &str) -> Option<(usize, &Invitation)> {
        let number = *self.index.invitation_arns.get(arn)?;
        Some((number, self.invitation(number)?))
    }

    /// The invitations of a receiver in a Region, optionally only to these shares, after the number `after`.
    pub fn received(
        &self,
        account: &AccountId,
        region: &Region,
        to: Option<&[usize]>,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Invitation)> + use<'_> {
        let received = InvitationKey::Receiver(account.clone(), region.clone());
        let groups: Vec<_> = match to {
            None => vec![vec![received]],
            Some(shares) => shares.iter().map(|share| vec![received.clone(), InvitationKey::Share(*share)]).collect(),
        };
        let groups = groups.into_iter().map(|keys| keys.into_iter().map(|key| (&self.index.invitations, key)).collect());
        Matches::new(groups, after).filter_map(|number| Some((number, self.invitation(number)?)))
    }

    /// The association and the share to which an invitation belongs.
    pub fn share_invited_to(&self, invitation: &Invitation) -> Option<(&Association, &ResourceShare)> {
        let association = self.association(invitation.association())?;
        Some((association, self.share_of(association)?))
    }

    /// The number of a sender's pending invitations in a Region.
    pub fn count_pending_invitations(&self, account: &AccountId, region: &Region) -> usize {
        self.index.count(&Count::Invitations(account.clone(), region.clone()))
    }

    /// The invitation with this number.
    pub fn invitation(&self, number: usize) -> Option<&Invitation> {
        self.records.invitations.get(number)
    }
}

#[cfg(test)]
mod tests;
