//! What an account can grant: the owner all operations, a grantee those that its own grant allows.

use super::grant::{Grant, GrantState};
use super::license::License;
use super::principal::{self, Principal};
use super::refusal::GrantRefusal;
use super::rules;
use super::shapes::AllowedOperation;
use super::store::Store;
use crate::error::ServiceError;
use crate::trace::Trace;
use crate::value::AccountId;
use crate::world::World;
use std::rc::Rc;

/// The source of an account's right to grant.
#[derive(Clone, Copy, Debug)]
pub(super) enum GrantorRights<'a> {
    /// It owns the license.
    Owner(&'a License),
    /// It has an active grant that allows `CreateGrant`.
    Grantee(&'a Grant),
}

impl<'a> GrantorRights<'a> {
    /// The rights of an account. A delegated administrator without its own rights has those of its management account.
    pub(super) fn of(
        account: &AccountId,
        license: &'a License,
        operations: &[AllowedOperation],
        store: &'a Store,
        world: &World,
        trace: &mut Trace,
    ) -> Result<Self, ServiceError> {
        let own = Self::own(account, license, operations, store);
        let lent = || {
            let management = &principal::administered(account, world)?.management_account;
            Self::own(management, license, operations, store)
        };
        if own.is_none()
            && let Some(lent) = lent()
        {
            trace.pass(&rules::MAY_GRANT);
            trace.pass(&rules::DELEGATED);
            return Ok(lent);
        }
        trace.judge(&rules::MAY_GRANT, own.ok_or_else(|| GrantRefusal::MayNotGrant { caller: account.clone() }))
    }

    /// The account's own rights. Of several grants, they are from the first that allows all of `operations`, or else from the first.
    fn own(account: &AccountId, license: &'a License, operations: &[AllowedOperation], store: &'a Store) -> Option<Self> {
        if license.terms().owner == *account {
            return Some(Self::Owner(license));
        }
        let may_grant = |grant: &&Grant| {
            matches!(grant.current().state(), GrantState::Active(_))
                && grant.current().operations().contains(&AllowedOperation::CreateGrant)
        };
        let mut first = None;
        for grant in store.live_grants(license.arn(), &Principal::Account(account.clone())).filter(may_grant) {
            if excess(operations, grant).is_empty() {
                return Some(Self::Grantee(grant));
            }
            first = first.or(Some(grant));
        }
        first.map(Self::Grantee)
    }

    /// The rights with which an existing grant was created.
    pub(super) fn below(grant: &Grant, license: &'a License, store: &'a Store) -> Self {
        store.grant(&grant.terms().parent_arn).map_or(Self::Owner(license), Self::Grantee)
    }

    /// The parent ARN of new grants.
    pub(super) fn arn(self) -> &'a Rc<str> {
        match self {
            Self::Owner(license) => &license.terms().arn,
            Self::Grantee(grant) => &grant.terms().arn,
        }
    }

    /// The operations that the grantor does not have.
    pub(super) fn excess(self, operations: &[AllowedOperation]) -> Vec<AllowedOperation> {
        match self {
            Self::Owner(_) => Vec::new(),
            Self::Grantee(grant) => excess(operations, grant),
        }
    }
}

fn excess(operations: &[AllowedOperation], grant: &Grant) -> Vec<AllowedOperation> {
    operations.iter().filter(|operation| !grant.current().operations().contains(operation)).copied().collect()
}
