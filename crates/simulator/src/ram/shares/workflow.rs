//! Asynchronous work on shares, and the expiry of invitations. The state of a record says what is due and when.

use super::Shares;
use super::keys::Queue;
use crate::operation::{Change, Until};
use crate::ram::share::{
    Association, AssociationEvent, AssociationKind, Failure, FeatureEvent, Invitation, InvitationEvent, ResourceShare, ShareEvent,
};
use crate::value::{AccountId, Timestamp};
use crate::world::{WorkflowOutcome, World};

impl Shares {
    /// Completes asynchronous work in the order in which it is due. Each change has the time at which it was due, or the
    /// current time if that is earlier. `is_there` tells whether RAM finds the resource with this ARN in an account.
    pub fn settle(&mut self, world: &World, is_there: &dyn Fn(&AccountId, &str) -> bool, until: Until, changes: &mut Vec<Change>) {
        while let Some((due, queue, number)) = self.next_work().filter(|(due, _, _)| until == Until::Done || *due <= world.now) {
            let at = due.min(world.now);
            changes.extend(if queue == Queue::Shares {
                self.end_share_work(number, world, at)
            } else {
                self.end_association_work(number, world, is_there, at)
            });
        }
    }

    /// Expires invitations and disassociates their principals. Forgets records that were deleted or removed, or got a response,
    /// long ago.
    pub fn lapse(&mut self, now: Timestamp, changes: &mut Vec<Change>) {
        while let Some((due, number)) = self.first_lapsed(Queue::Invitations, now) {
            let association = self.invitation(number).map(Invitation::association);
            changes.extend(self.answer(number, InvitationEvent::Expire, due));
            changes.extend(association.and_then(|association| self.happen(association, AssociationEvent::Decline, due)));
        }
        while let Some((_, number)) = self.first_lapsed(Queue::GoneShares, now) {
            self.change(number, ResourceShare::forget);
        }
        while let Some((_, number)) = self.first_lapsed(Queue::GoneAssociations, now) {
            self.change_association(number, Association::forget);
        }
        while let Some((_, number)) = self.first_lapsed(Queue::GoneInvitations, now) {
            self.change_invitation(number, Invitation::forget);
        }
    }

    fn first_lapsed(&self, queue: Queue, now: Timestamp) -> Option<(Timestamp, usize)> {
        self.index.first_due(queue).filter(|(due, _)| *due <= now)
    }

    /// The first due work. At the same time, associations come before shares, because a share is deleted after it is empty.
    fn next_work(&self) -> Option<(Timestamp, Queue, usize)> {
        let first = |queue| self.index.first_due(queue).map(|(due, number)| (due, queue, number));
        match (first(Queue::Associations), first(Queue::Shares)) {
            (Some(association), Some(share)) => Some(if share.0 < association.0 { share } else { association }),
            (association, share) => association.or(share),
        }
    }

    fn end_association_work(
        &mut self,
        number: usize,
        world: &World,
        is_there: &dyn Fn(&AccountId, &str) -> bool,
        at: Timestamp,
    ) -> Option<Change> {
        let association = self.association(number)?;
        let owner = self.share_of(association)?.account();
        let failure = if association.kind() == AssociationKind::Resource && !is_there(owner, association.entity()) {
            Some(Failure::NoResource)
        } else {
            (world.settings.workflow_outcome == WorkflowOutcome::Fails).then_some(Failure::Work)
        };
        let failed = failure.and_then(|why| self.happen(number, AssociationEvent::Fail(why), at));
        // The removal of an association does not fail.
        failed.or_else(|| self.happen(number, AssociationEvent::Complete, at))
    }

    fn end_share_work(&mut self, number: usize, world: &World, at: Timestamp) -> Option<Change> {
        // Nothing is published about promotions that fail.
        if let Some(Ok(promoted)) = self.change(number, |share| share.promote(FeatureEvent::Complete, at)) {
            return Some(promoted);
        }
        let fails = world.settings.workflow_outcome == WorkflowOutcome::Fails;
        let mut end = |event| self.change(number, |share| share.happen(event, at)).and_then(Result::ok).flatten();
        let failed = fails.then(|| end(ShareEvent::Fail)).flatten();
        failed.or_else(|| end(ShareEvent::Complete))
    }
}
