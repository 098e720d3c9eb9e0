//! What happens to shares when accounts join or leave organizations.

use super::Shares;
use super::keys::{AssociationKey, ShareKey};
use crate::operation::Change;
use crate::ram::principal::is_external;
use crate::ram::share::{AssociationEvent, AssociationKind};
use crate::value::AccountId;
use crate::world::World;

impl Shares {
    /// Suspends or restores the access that an account receives or gives through its organization. `account` has joined or left.
    pub fn follow_membership(&mut self, account: &AccountId, world: &World, changes: &mut Vec<Change>) {
        let received = AssociationKey::Receiver(account.as_str().into());
        let mut touched: Vec<usize> = self.index.associations.numbers(&received, None).collect();
        let owned = self.index.shares.numbers(&ShareKey::OwnerAnywhere(account.clone()), None);
        touched.extend(owned.flat_map(|share| self.within(share, AssociationKind::Principal, None)).map(|(number, _)| number));
        for number in touched {
            self.follow(number, world, changes);
        }
    }

    fn follow(&mut self, number: usize, world: &World, changes: &mut Vec<Change>) {
        let Some(association) = self.association(number).filter(|association| association.kind() == AssociationKind::Principal) else {
            return;
        };
        let Some(share) = self.share_of(association) else { return };
        let Ok(receiver) = association.receiver().parse::<AccountId>() else { return };
        let apart = is_external(share.account(), &receiver, world);
        if apart == association.external() {
            return;
        }
        // An account that accepted an invitation has access independently of the organization.
        let retained = share.content().configuration.retain_on_leave || association.invitation().is_some();
        let event = match (apart, world.settings.suspend_on_leave) {
            (true, true) => AssociationEvent::Suspend,
            (true, false) => AssociationEvent::Disassociate,
            (false, _) => AssociationEvent::Restore,
        };
        if !(apart && retained) {
            changes.extend(self.happen(number, event, world.now));
        }
        self.change_association(number, |association| association.set_external(apart));
    }
}
