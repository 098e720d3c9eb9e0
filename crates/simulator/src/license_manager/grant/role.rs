//! The role of an account in a grant.

use super::Grant;
use crate::license_manager::principal::is_linked;
use crate::value::AccountId;
use crate::world::World;

/// The role of an account in a grant. An account without a role does not see the grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It created the grant.
    Grantor,
    /// The grant is only for this account.
    Grantee,
    /// It administers the organization of the grantee, which is linked in License Manager and has all features.
    Management,
    /// The grant is for its organization or unit.
    Member,
}

impl Role {
    /// The role of an account, if it has one.
    pub fn of(account: &AccountId, grant: &Grant, world: &World) -> Option<Self> {
        let terms = grant.terms();
        if terms.grantor == *account {
            return Some(Self::Grantor);
        }
        if terms.principal.account() == Some(account) {
            return Some(Self::Grantee);
        }
        let organization = terms.principal.organization(world)?;
        if organization.is_administered_by(account) && is_linked(organization) {
            return Some(Self::Management);
        }
        organization.covers(&terms.principal.arn(), account).then_some(Self::Member)
    }
}
