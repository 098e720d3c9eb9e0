//! The index of shares, associations and invitations. It is derived from the records, and is created again when they are read
//! from a snapshot.

use super::entries::IndexEntries;
use super::keys::{AssociationKey, Count, InvitationKey, Key, Queue, ShareKey};
use crate::collection::{self, Map};
use crate::ram::share::{Association, AssociationKind, Content, Invitation, ResourceShare};
use crate::value::Timestamp;
use std::rc::Rc;

/// The numbers of records by their keys, and counts of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    pub(super) shares: collection::Index<ShareKey, Key>,
    pub(super) associations: collection::Index<AssociationKey, Key>,
    pub(super) invitations: collection::Index<InvitationKey, Key>,
    /// Shares by ARN.
    pub(super) share_arns: Map<Rc<str>, usize>,
    /// Invitations by ARN.
    pub(super) invitation_arns: Map<Rc<str>, usize>,
    /// Associations by share, kind and entity. A share has at most one for each entity.
    pub(super) entities: Map<(usize, AssociationKind, Rc<str>), usize>,
    pub(super) counts: Map<Count, usize>,
    /// For each queue, the numbers of the due records by due time.
    due: [collection::Index<Timestamp>; 6],
}

impl Index {
    /// The value of a count.
    pub(super) fn count(&self, count: &Count) -> usize {
        self.counts.get(count).copied().unwrap_or_default()
    }

    /// The first due record of a queue.
    pub(super) fn first_due(&self, queue: Queue) -> Option<(Timestamp, usize)> {
        let (due, number) = self.due.get(queue as usize)?.first()?;
        Some((*due, number))
    }

    /// Adds a share.
    pub(super) fn add_share(&mut self, number: usize, share: &ResourceShare) {
        self.share_arns.insert(share.arn().into(), number);
        self.replace_share(number, &IndexEntries::default(), &IndexEntries::of_share(share));
    }

    /// Adds an association.
    pub(super) fn add_association(&mut self, number: usize, association: &Association, share: &ResourceShare) {
        let Content { kind, entity, .. } = association.content();
        self.entities.insert((association.share(), *kind, Rc::clone(entity)), number);
        self.replace_association(number, &IndexEntries::default(), &IndexEntries::of_association(association, share));
        if association.state().is_in_effect() {
            self.follow_effect(association, share);
        }
    }

    /// Adds an invitation to the share `of`.
    pub(super) fn add_invitation(&mut self, number: usize, invitation: &Invitation, of: usize, share: &ResourceShare) {
        self.invitation_arns.insert(invitation.arn().into(), number);
        self.replace_invitation(number, &IndexEntries::default(), &IndexEntries::of_invitation(invitation, of, share));
    }

    /// Replaces the entries `before` of a share with the entries `after`.
    pub(super) fn replace_share(&mut self, number: usize, before: &IndexEntries<ShareKey>, after: &IndexEntries<ShareKey>) {
        self.shares.replace(number, &before.keys, &after.keys);
        self.recount(&before.counts, &after.counts);
        self.reschedule(number, before.due, after.due);
    }

    /// Replaces the entries `before` of an association with the entries `after`.
    pub(super) fn replace_association(
        &mut self,
        number: usize,
        before: &IndexEntries<AssociationKey>,
        after: &IndexEntries<AssociationKey>,
    ) {
        self.associations.replace(number, &before.keys, &after.keys);
        self.recount(&before.counts, &after.counts);
        self.reschedule(number, before.due, after.due);
    }

    /// Replaces the entries `before` of an invitation with the entries `after`.
    pub(super) fn replace_invitation(&mut self, number: usize, before: &IndexEntries<InvitationKey>, after: &IndexEntries<InvitationKey>) {
        self.invitations.replace(number, &before.keys, &after.keys);
        self.recount(&before.counts, &after.counts);
        self.reschedule(number, before.due, after.due);
    }

    fn recount(&mut self, before: &[Count], after: &[Count]) {
        for count in before.iter().filter(|count| !after.contains(count)) {
            match self.count(count) {
                0 | 1 => self.counts.remove(count),
                many => self.counts.insert(count.clone(), many - 1),
            };
        }
        for count in after.iter().filter(|count| !before.contains(count)) {
            self.counts.insert(count.clone(), self.count(count) + 1);
        }
    }

    fn reschedule(&mut self, number: usize, before: Option<(Queue, Timestamp)>, after: Option<(Queue, Timestamp)>) {
        if before == after {
            return;
        }
        if let Some((queue, due)) = before
            && let Some(entries) = self.due.get_mut(queue as usize)
        {
            entries.remove(due, number);
        }
        if let Some((queue, due)) = after
            && let Some(entries) = self.due.get_mut(queue as usize)
        {
            entries.insert(due, number);
        }
    }

    /// Updates the keys of a share after one of its associations started or stopped being in effect.
    pub(super) fn follow_effect(&mut self, association: &Association, share: &ResourceShare) {
        let (number, content) = (association.share(), association.content());
        let kind = content.kind;
        self.set(ShareKey::Entity(kind, Rc::clone(&content.entity)), number, association.state().is_in_effect());
        let of_kind = match kind {
            AssociationKind::Principal => {
                let receiver = &content.receiver;
                let cause = AssociationKey::Reaching(number, Rc::clone(receiver));
                Some((ShareKey::Reached(Rc::clone(receiver), share.region().clone()), cause))
            }
            AssociationKind::Resource => {
                let resource_type = &content.resource_type;
                let cause = AssociationKey::InEffectAs(number, Rc::clone(resource_type));
                Some((ShareKey::ResourceType(Rc::clone(resource_type)), cause))
            }
            AssociationKind::Source => None,
        };
        for (key, cause) in of_kind.into_iter().chain([(ShareKey::Kind(kind), AssociationKey::InEffect(number, kind))]) {
            let is_in_effect = self.associations.numbers(&cause, None).next().is_some();
            self.set(key, number, is_in_effect);
        }
    }

    /// Adds a share to a key, or removes it.
    fn set(&mut self, key: ShareKey, number: usize, is_there: bool) {
        if is_there { self.shares.insert(key, number) } else { self.shares.remove(key, number) }
    }
}
