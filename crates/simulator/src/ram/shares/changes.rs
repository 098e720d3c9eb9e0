//! Changes of the records. Each one also updates the index.

use super::Shares;
use super::entries::IndexEntries;
use crate::operation::Change;
use crate::ram::permission_arn::partition;
use crate::ram::share::{
    Association, AssociationEvent, AssociationKind, Content, Invitation, InvitationEvent, NewShare, ResourceShare, ShareEvent, Wait,
};
use crate::value::{AccountId, Timestamp};
use crate::world::World;

impl Shares {
    /// Adds a share and returns its number.
    pub fn add(&mut self, new: NewShare, world: &mut World, changes: &mut Vec<Change>) -> usize {
        let number = self.records.shares.len();
        let share = ResourceShare::create(new, world);
        changes.push(share.creation());
        self.index.add_share(number, &share);
        self.records.shares.push(share)
    }

    /// Changes a share.
    pub fn change<T>(&mut self, number: usize, how: impl FnOnce(&mut ResourceShare) -> T) -> Option<T> {
        let share = self.records.shares.get_mut(number)?;
        let before = IndexEntries::of_share(share);
        let outcome = how(share);
        self.index.replace_share(number, &before, &IndexEntries::of_share(share));
        Some(outcome)
    }

    /// Associates something with a share, possibly again, and returns the number of the association. Nothing happens if it is
    /// in the share, is being added or is being removed.
    pub fn associate(&mut self, share: usize, content: Content, wait: Wait, now: Timestamp, changes: &mut Vec<Change>) -> Option<usize> {
        if let Some((number, _)) = self.entity(share, content.kind, &content.entity) {
            let change = self.happen(number, AssociationEvent::Associate(wait), now)?;
            self.change_association(number, |association| association.set_external(content.external));
            changes.push(change);
            return Some(number);
        }
        let (number, owner) = (self.records.associations.len(), self.records.shares.get(share)?);
        let association = Association::new(share, content, wait, now);
        changes.push(association.creation(owner.arn()));
        self.index.add_association(number, &association, owner);
        Some(self.records.associations.push(association))
    }

    /// Sends an invitation for an association. It is valid for this number of seconds.
    pub fn invite(&mut self, association: usize, receiver: &AccountId, seconds: i64, world: &mut World, changes: &mut Vec<Change>) {
        let number = self.records.invitations.len();
        let Some(of) = self.association(association).map(Association::share) else { return };
        let Some(share) = self.records.shares.get(of) else { return };
        let (region, account) = (share.region(), share.account());
        let arn = format!("arn:{}:ram:{region}:{account}:resource-share-invitation/{}", partition(region), world.ids.unprefixed());
        let invitation = Invitation::new(arn, association, receiver.clone(), world.now, seconds);
        changes.push(invitation.creation());
        self.index.add_invitation(number, &invitation, of, share);
        self.records.invitations.push(invitation);
        self.change_association(association, |association| association.set_invitation(number));
    }

    /// Applies an event to an association, if it is allowed in the association's state.
    pub fn happen(&mut self, number: usize, event: AssociationEvent, at: Timestamp) -> Option<Change> {
        let arn = self.association(number).and_then(|association| self.share_of(association))?.arn().to_owned();
        self.change_association(number, |association| association.happen(&arn, event, at).ok())?
    }

    /// Removes something from its share. This also withdraws a pending invitation.
    pub fn take_out(&mut self, number: usize, event: AssociationEvent, at: Timestamp, changes: &mut Vec<Change>) {
        if let Some(change) = self.happen(number, event, at) {
            changes.push(change);
            let invitation = self.association(number).and_then(Association::invitation);
            changes.extend(invitation.and_then(|invitation| self.answer(invitation, InvitationEvent::Withdraw, at)));
        }
    }

    /// Applies an event to an invitation, if it is allowed in the invitation's state.
    pub fn answer(&mut self, number: usize, event: InvitationEvent, at: Timestamp) -> Option<Change> {
        self.change_invitation(number, |invitation| invitation.happen(event, at).ok())?
    }

    /// Deletes a share. Its content is removed first.
    pub fn delete(&mut self, number: usize, now: Timestamp, changes: &mut Vec<Change>) {
        let leaving: Vec<_> = AssociationKind::ALL
            .into_iter()
            .flat_map(|kind| self.within(number, kind, None))
            .filter(|(_, association)| association.state().next(AssociationEvent::Disassociate).is_ok() || association.state().is_pending())
            .map(|(number, _)| number)
            .collect();
        let event = if leaving.is_empty() { ShareEvent::DeleteEmpty } else { ShareEvent::Delete };
        let change = self.change(number, |share| share.happen(event, now));
        changes.extend(change.and_then(Result::ok).flatten());
        for association in leaving {
            self.take_out(association, AssociationEvent::Disassociate, now, changes);
        }
    }

    pub(super) fn change_association<T>(&mut self, number: usize, how: impl FnOnce(&mut Association) -> T) -> Option<T> {
        let association = self.records.associations.get_mut(number)?;
        let share = self.records.shares.get(association.share())?;
        let (before, was_in_effect) = (IndexEntries::of_association(association, share), association.state().is_in_effect());
        let outcome = how(association);
        self.index.replace_association(number, &before, &IndexEntries::of_association(association, share));
        if was_in_effect != association.state().is_in_effect() {
            self.index.follow_effect(association, share);
        }
        Some(outcome)
    }

    pub(super) fn change_invitation<T>(&mut self, number: usize, how: impl FnOnce(&mut Invitation) -> T) -> Option<T> {
        let invitation = self.records.invitations.get_mut(number)?;
        let association = self.records.associations.get(invitation.association())?;
        let of = association.share();
        let share = self.records.shares.get(of)?;
        let before = IndexEntries::of_invitation(invitation, of, share);
        let outcome = how(invitation);
        self.index.replace_invitation(number, &before, &IndexEntries::of_invitation(invitation, of, share));
        Some(outcome)
    }
}
