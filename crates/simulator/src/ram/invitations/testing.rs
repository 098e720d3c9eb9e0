//! Helpers for the tests of the operations on invitations.

use crate::ram::share::{AssociationKind, Content, NewShare, Wait};
use crate::ram::testing::{OWNER, Session};
use crate::value::Region;

/// The invited account.
pub(crate) const INVITED: &str = "444455556666";
/// How long an invitation is valid, in seconds.
pub(crate) const LIFETIME: i64 = 12 * 60 * 60;

impl Session {
    /// Creates a share with the invited account. Returns the ARNs of the share and of the invitation.
    pub(crate) fn invite(&mut self, name: &str) -> (String, String) {
        let (ram, world, mut changes) = (&mut self.0.ram, &mut self.0.world, Vec::new());
        let (owner, invited) = (OWNER.parse().unwrap(), INVITED.parse().unwrap());
        let share = ram.shares.add(NewShare::named(&owner, &Region::default(), name), world, &mut changes);
        let kind = AssociationKind::Principal;
        let content = Content { kind, entity: INVITED.into(), receiver: INVITED.into(), resource_type: "".into(), external: true };
        let association = ram.shares.associate(share, content, Wait::Receiver, world.now, &mut changes).unwrap();
        ram.shares.invite(association, &invited, LIFETIME, world, &mut changes);
        let invitation = ram.shares.invitations().next_back().unwrap();
        (ram.shares.share(share).unwrap().arn().to_owned(), invitation.arn().to_owned())
    }

    /// The state of the principal with the last invitation.
    pub(crate) fn invited_principal(&self) -> &'static str {
        let shares = &self.0.ram.shares;
        shares.association(shares.invitations().next_back().unwrap().association()).unwrap().state().name()
    }
}
