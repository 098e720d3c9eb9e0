//! What RAM stores of resource shares: the shares, their associations, their invitations.
//!
//! Nothing is ever removed, so a thing's place in its list is its number, and the order of numbers is the order of age. Every
//! question a call asks is answered from an index; what a call costs does not grow with what is stored.

mod changes;
mod index;
mod membership;
mod question;
mod snapshot;
mod workflow;

pub use question::{Mark, Question};
pub use workflow::Until;

use super::permission_arn::PermissionRef;
use super::share::{Association, AssociationKind, FeatureSet, Invitation, ResourceShare};
use crate::value::{AccountId, Region};
use index::Index;
use question::{Count, Tally};
use serde::{Deserialize, Serialize};

/// Shares, associations, invitations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    records: Records,
    index: Index,
}

/// What is stored; the index follows from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Records {
    shares: Vec<ResourceShare>,
    associations: Vec<Association>,
    invitations: Vec<Invitation>,
}

/// Shares.
impl Shares {
    /// Every share, the oldest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &ResourceShare> + ExactSizeIterator {
        self.records.shares.iter()
    }

    /// The share of a number.
    pub fn share(&self, number: usize) -> Option<&ResourceShare> {
        self.records.shares.get(number)
    }

    /// The number of the share of an ARN, and the share.
    pub fn find(&self, arn: &str) -> Option<(usize, &ResourceShare)> {
        self.those(Question::Share(arn), None).find(|(_, share)| share.arn() == arn)
    }

    /// The shares of an owner in a Region that have a name.
    pub fn named<'a>(
        &'a self,
        account: &'a AccountId,
        region: &'a Region,
        name: &'a str,
    ) -> impl Iterator<Item = (usize, &'a ResourceShare)> {
        let is_it =
            move |(_, share): &(usize, &ResourceShare)| share.account() == account && share.region() == region && share.name() == name;
        self.asked(&[&[Question::Owned(account, region), Question::Named(region, name)]], None).filter(is_it)
    }

    /// The shares that answer all questions of one list, or all of another, from the one after `after` on. Now and then one is
    /// among them that answers another question: who asks compares.
    pub fn asked(&self, lists: &[&[Question<'_>]], after: Option<usize>) -> impl Iterator<Item = (usize, &ResourceShare)> + use<'_> {
        let lists = lists.iter().map(|list| list.iter().map(|question| question.key()).collect());
        self.index.any(lists, after).filter_map(|number| Some((number, self.share(number)?)))
    }

    /// The shares that have a permission, in that version if one is named, and are not deleted.
    pub fn with_permission<'a>(
        &'a self,
        permission: &'a PermissionRef,
        version: Option<u32>,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &'a ResourceShare)> {
        let question = version.map_or(Question::WithPermission(permission), |version| Question::WithVersion(permission, version));
        self.those(question, after).filter(move |(_, share)| share.has(permission, version))
    }

    /// How many shares an owner has in a Region that are not deleted.
    pub fn count(&self, account: &AccountId, region: &Region) -> usize {
        self.index.count(Count::Shares, account, region)
    }

    fn those(&self, question: Question<'_>, after: Option<usize>) -> impl Iterator<Item = (usize, &ResourceShare)> + use<'_> {
        self.index.answers(question, after).filter_map(|number| Some((number, self.share(number)?)))
    }
}

/// Associations.
impl Shares {
    /// The association of a number.
    pub fn association(&self, number: usize) -> Option<&Association> {
        self.records.associations.get(number)
    }

    /// The share of an association.
    pub fn share_of(&self, association: &Association) -> Option<&ResourceShare> {
        self.share(association.share())
    }

    /// The associations of a share, from the one after `after` on, whatever their state.
    pub fn within(&self, share: usize, kind: AssociationKind, after: Option<usize>) -> impl Iterator<Item = (usize, &Association)> {
        let found = self.associations(Question::Within(share, kind), after);
        found.filter(move |(_, association)| association.share() == share && association.kind() == kind)
    }

    /// The associations of a share that are in effect, from the one after `after` on.
    pub fn in_effect(&self, share: usize, kind: AssociationKind, after: Option<usize>) -> impl Iterator<Item = (usize, &Association)> {
        let found = self.associations(Question::InEffect(share, kind), after);
        found.filter(move |(_, association)| association.share() == share && association.kind() == kind)
    }

    /// The resources of a share of a type that are in effect, from the one after `after` on.
    pub fn in_effect_as<'a>(
        &'a self,
        share: usize,
        resource_type: &'a str,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &'a Association)> {
        let found = self.associations(Question::InEffectAs(share, resource_type), after);
        found.filter(move |(_, association)| association.share() == share && association.resource_type() == resource_type)
    }

    /// The association of a share with an entity.
    pub fn entity(&self, share: usize, kind: AssociationKind, entity: &str) -> Option<(usize, &Association)> {
        let mut found = self.associations(Question::Entity(share, kind, entity), None);
        found.find(|(_, association)| association.share() == share && association.kind() == kind && association.entity() == entity)
    }

    /// The associations with an entity, of whatever share.
    pub fn with_entity<'a>(
        &'a self,
        kind: AssociationKind,
        entity: &'a str,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &'a Association)> {
        let found = self.associations(Question::With(kind, entity), after);
        found.filter(move |(_, association)| association.kind() == kind && association.entity() == entity)
    }

    /// The associations that answer all questions of one list, or all of another, from the one after `after` on. Now and then
    /// one is among them that answers another question: who asks compares.
    pub fn asked_associations(
        &self,
        lists: &[&[Question<'_>]],
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &Association)> + use<'_> {
        let lists = lists.iter().map(|list| list.iter().map(|question| question.key()).collect());
        self.index.any(lists, after).filter_map(|number| Some((number, self.association(number)?)))
    }

    /// How many live associations of a kind a share has.
    pub fn count_within(&self, share: usize, kind: AssociationKind) -> usize {
        self.tally(share, |tally| *tally == Tally::Kind(kind))
    }

    /// How many live associations of a kind the shares of an owner have in a Region.
    pub fn count_owned_within(&self, account: &AccountId, region: &Region, kind: AssociationKind) -> usize {
        self.index.count(Count::Associations(kind), account, region)
    }

    /// Whether a live association of a share has a mark.
    pub fn has(&self, share: usize, mark: Mark) -> bool {
        self.tally(share, |tally| *tally == Tally::Marked(mark)) > 0
    }

    /// Whether a share has a resource of a type, or one on its way in.
    pub fn has_type(&self, share: usize, resource_type: &str) -> bool {
        self.tally(share, |tally| matches!(tally, Tally::Type(name) if name == resource_type)) > 0
    }

    fn tally(&self, share: usize, is_it: impl Fn(&Tally) -> bool) -> usize {
        self.index.tallies(share).find(|(tally, _)| is_it(tally)).map_or(0, |(_, count)| count)
    }

    fn associations(&self, question: Question<'_>, after: Option<usize>) -> impl Iterator<Item = (usize, &Association)> + use<'_> {
        self.index.answers(question, after).filter_map(|number| Some((number, self.association(number)?)))
    }
}

/// Whom shares reach.
impl Shares {
    /// Whether a share reaches one of these receivers. What RAM made for a policy reaches nobody.
    pub fn reaches(&self, share: usize, receivers: &[String]) -> bool {
        let visible = self.share(share).is_some_and(|share| share.feature_set() != FeatureSet::CreatedFromPolicy);
        visible && receivers.iter().any(|receiver| self.first_reaching(share, receiver).is_some())
    }

    /// The first association by which a share reaches a receiver.
    pub fn first_reaching(&self, share: usize, receiver: &str) -> Option<(usize, &Association)> {
        let mut found = self.associations(Question::Reaching(share, receiver), None);
        found.find(|(_, association)| association.share() == share && association.receiver() == receiver)
    }
}

/// Invitations.
impl Shares {
    /// Every invitation, the oldest first.
    pub fn invitations(&self) -> impl DoubleEndedIterator<Item = &Invitation> + ExactSizeIterator {
        self.records.invitations.iter()
    }

    /// The number of the invitation of an ARN, and the invitation.
    pub fn find_invitation(&self, arn: &str) -> Option<(usize, &Invitation)> {
        self.invitations_to(Question::Invitation(arn), None).find(|(_, invitation)| invitation.arn() == arn)
    }

    /// The invitations of a receiver in a Region, to one of these shares if any are named, from the one after `after` on.
    pub fn received<'a>(
        &'a self,
        account: &'a AccountId,
        region: &'a Region,
        to: Option<&'a [usize]>,
        after: Option<usize>,
    ) -> impl Iterator<Item = (usize, &'a Invitation)> {
        let received = Question::Received(account, region).key();
        let lists: Vec<_> = match to {
            None => vec![vec![received]],
            Some(shares) => shares.iter().map(|share| vec![received, Question::InvitedTo(*share).key()]).collect(),
        };
        let found = self.index.any(lists, after).filter_map(|number| Some((number, self.invitation(number)?)));
        found.filter(move |(_, invitation)| {
            let found = self.share_invited_to(invitation).filter(|(_, share)| share.region() == region);
            let is_there = found.is_some_and(|(association, _)| to.is_none_or(|to| to.contains(&association.share())));
            invitation.receiver() == account && is_there
        })
    }

    /// The association an invitation is for, and its share.
    pub fn share_invited_to(&self, invitation: &Invitation) -> Option<(&Association, &ResourceShare)> {
        let association = self.association(invitation.association())?;
        Some((association, self.share_of(association)?))
    }

    /// How many invitations of a sender in a Region wait for an answer.
    pub fn count_pending_invitations(&self, account: &AccountId, region: &Region) -> usize {
        self.index.count(Count::Invitations, account, region)
    }

    /// The invitation of a number.
    pub fn invitation(&self, number: usize) -> Option<&Invitation> {
        self.records.invitations.get(number)
    }

    fn invitations_to(&self, question: Question<'_>, after: Option<usize>) -> impl Iterator<Item = (usize, &Invitation)> + use<'_> {
        self.index.answers(question, after).filter_map(|number| Some((number, self.invitation(number)?)))
    }
}

#[cfg(test)]
mod tests;
