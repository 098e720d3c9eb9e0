//! The right of an account to use a license: it owns the license, or has an active grant of it.

use crate::error::ServiceError;
use crate::license_manager::grant::{Grant, GrantState, Reach};
use crate::license_manager::license::License;
use crate::license_manager::principal::Principal;
use crate::license_manager::refusal::{ConsumptionRefusal, chosen_error};
use crate::license_manager::rules;
use crate::license_manager::shapes::AllowedOperation;
use crate::license_manager::store::Store;
use crate::trace::Trace;
use crate::value::AccountId;
use crate::world::World;

/// The right of an account to use a license.
#[derive(Clone, Debug)]
pub(crate) enum Right<'a> {
    /// It owns the license and can use every operation.
    Owner,
    /// It can use every operation that one of its active grants allows. It can be without active grants.
    Grants(Vec<&'a Grant>, &'a Store),
}

impl<'a> Right<'a> {
    /// The right of an account.
    pub(crate) fn of(account: &AccountId, license: &'a License, store: &'a Store) -> Self {
        if license.terms().owner == *account {
            return Self::Owner;
        }
        let is_active = |grant: &&Grant| matches!(grant.current().state(), GrantState::Active(_)) && !grant.terms().is_delegate();
        Self::Grants(store.live_grants(license.arn(), &Principal::Account(account.clone())).filter(is_active).collect(), store)
    }

    /// Whether the account can use the license.
    pub(crate) fn exists(&self) -> bool {
        match self {
            Self::Owner => true,
            Self::Grants(grants, _) => !grants.is_empty(),
        }
    }

    /// Checks that the right includes an operation.
    pub(crate) fn includes(
        &self,
        trace: &mut Trace,
        world: &World,
        account: &AccountId,
        operation: AllowedOperation,
    ) -> Result<(), ServiceError> {
        let settings = &world.settings;
        let included = match self {
            Self::Owner => true,
            Self::Grants(grants, _) => grants.iter().any(|grant| grant.current().operations().contains(&operation)),
        };
        trace.ensure(&rules::OPERATION_GRANTED, included, || ConsumptionRefusal::NotGranted {
            operation,
            caller: account.clone(),
            has_grant: self.exists(),
            error: chosen_error::ungranted_operation(settings),
        })?;
        let Self::Grants(grants, store) = self else { return Ok(()) };
        let mut allowing = grants.iter().filter(|grant| grant.current().operations().contains(&operation));
        let mut of_members =
            allowing.clone().filter_map(|grant| store.grant(&grant.terms().parent_arn).filter(|_| grant.terms().distributed));
        let has_left =
            |parent: &Grant| !world.accounts_of(&parent.terms().principal.arn()).is_some_and(|accounts| accounts.contains(account));
        if of_members.any(has_left) {
            // An account with another grant of the license keeps that grant.
            let stays = !settings.leaving_ends_grants || allowing.clone().any(|grant| !grant.terms().distributed);
            trace.ensure(&rules::MEMBER_LEFT, stays, || ConsumptionRefusal::Left {
                operation,
                caller: account.clone(),
                error: chosen_error::ungranted_operation(settings),
            })?;
        }
        let is_granted_on = allowing.clone().any(|grant| store.grant(&grant.terms().parent_arn).is_some());
        // Entitlements can be checked in even if a grant above changed.
        if !settings.sub_grants_need_parent || !is_granted_on || operation == AllowedOperation::CheckInLicense {
            return Ok(());
        }
        let held = allowing.any(|grant| is_held_above(grant, operation, store));
        trace.ensure(&rules::HELD_ABOVE, held, || ConsumptionRefusal::NotHeldAbove {
            operation,
            caller: account.clone(),
            error: chosen_error::ungranted_operation(settings),
        })
    }
}

/// Whether no grant above this one is disabled or lost the operation. The effect of a deleted grant is decided
/// elsewhere, and a grant to an organization is disabled in the grants of its accounts.
fn is_held_above(grant: &Grant, operation: AllowedOperation, store: &Store) -> bool {
    let mut parents = std::iter::successors(store.grant(&grant.terms().parent_arn), |parent| store.grant(&parent.terms().parent_arn));
    parents.all(|parent| {
        let current = parent.current();
        !matches!(current.state(), GrantState::Disabled(Reach::Account)) && current.operations().contains(&operation)
    })
}
