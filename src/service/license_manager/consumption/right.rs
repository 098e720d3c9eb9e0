//! On what an account's use of a license rests: it owns the license, or has an active grant of it.

use crate::service::error::ServiceError;
use crate::service::license_manager::grant::{Grant, GrantState};
use crate::service::license_manager::license::License;
use crate::service::license_manager::principal::Principal;
use crate::service::license_manager::refusal::ConsumptionRefusal;
use crate::service::license_manager::rules;
use crate::service::license_manager::shapes::AllowedOperation;
use crate::service::license_manager::store::Store;
use crate::service::trace::Trace;
use crate::service::value::AccountId;
use crate::service::world::Settings;

/// The right of an account to use a license.
#[derive(Clone, Debug)]
pub(in crate::service::license_manager) enum Right<'a> {
    /// It owns the license, and may do everything.
    Owner,
    /// It may do what any of its active grants allows. It may have none.
    Grants(Vec<&'a Grant>),
}

impl<'a> Right<'a> {
    /// The right of an account.
    pub(in crate::service::license_manager) fn of(account: &AccountId, license: &'a License, store: &'a Store) -> Self {
        if license.terms().owner == *account {
            return Self::Owner;
        }
        let is_active = |grant: &&Grant| matches!(grant.current().state(), GrantState::Active(_)) && !grant.terms().is_delegate();
        Self::Grants(store.live_grants(license.arn(), &Principal::Account(account.clone())).filter(is_active).collect())
    }

    /// Whether the account may use the license at all.
    pub(in crate::service::license_manager) fn exists(&self) -> bool {
        match self {
            Self::Owner => true,
            Self::Grants(grants) => !grants.is_empty(),
        }
    }

    /// Checks that the right includes an operation.
    pub(in crate::service::license_manager) fn includes(
        &self,
        trace: &mut Trace,
        settings: &Settings,
        account: &AccountId,
        operation: AllowedOperation,
    ) -> Result<(), ServiceError> {
        let included = match self {
            Self::Owner => true,
            Self::Grants(grants) => grants.iter().any(|grant| grant.current().operations().contains(&operation)),
        };
        trace.ensure(&rules::OPERATION_GRANTED, included, || ConsumptionRefusal::NotGranted {
            operation,
            caller: account.clone(),
            has_grant: self.exists(),
            error: settings.ungranted_operation,
        })
    }
}
