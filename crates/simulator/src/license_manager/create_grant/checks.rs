//! Whom a license may be granted to, and how often.

use crate::error::ServiceError;
use crate::license_manager::grant::Grant;
use crate::license_manager::license::License;
use crate::license_manager::principal::Principal;
use crate::license_manager::refusal::{GrantRefusal, chosen_error};
use crate::license_manager::rules;
use crate::license_manager::store::Store;
use crate::operation::Caller;
use crate::trace::Trace;
use crate::world::World;

/// Checks that the principal is one the caller may grant to.
pub(super) fn principal(
    trace: &mut Trace,
    world: &World,
    caller: &Caller,
    principal: &Principal,
    license: &License,
) -> Result<(), ServiceError> {
    let account = &caller.account;
    let own = world.organization_of(account);
    match principal {
        Principal::Account(other) => {
            trace.ensure(&rules::PRINCIPAL_OTHER, other != account, || GrantRefusal::OwnAccount { account: account.clone() })?;
            if world.settings.refuse_grants_to_owner {
                let owner = &license.terms().owner;
                trace.ensure(&rules::PRINCIPAL_NOT_OWNER, other != owner, || GrantRefusal::ToOwner { owner: owner.clone() })?;
            }
        }
        Principal::Organization(arn) => {
            trace.ensure(&rules::IN_ORGANIZATION, own.is_some(), || GrantRefusal::NoOrganization)?;
            let trusted = own.is_some_and(|organization| organization.trusted_access);
            trace.ensure(&rules::TRUSTED_ACCESS, trusted, || GrantRefusal::NoTrustedAccess)?;
            let exists = own.is_some_and(|organization| organization.is_or_has(arn));
            trace.ensure(&rules::PRINCIPAL_EXISTS, exists, || GrantRefusal::OtherOrganization { arn: arn.to_string() })?;
        }
    }
    if license.is_marketplace() && license.terms().owner != *account {
        let inside = own.is_some_and(|own| principal.organization(world).is_some_and(|other| other.id == own.id));
        trace.ensure(&rules::STAYS_INSIDE, inside, || GrantRefusal::LeavesOrganization { arn: principal.arn() })?;
    }
    Ok(())
}

/// Checks that neither the principal nor the license has its fill of grants.
pub(super) fn quotas(
    trace: &mut Trace,
    world: &World,
    store: &Store,
    caller: &Caller,
    principal: &Principal,
    license: &License,
) -> Result<(), ServiceError> {
    if world.settings.refuse_duplicate_grants {
        let other = store.live_grants(license.arn(), principal).next();
        let error = chosen_error::duplicate_grant(&world.settings);
        let duplicate = |other: &Grant| GrantRefusal::Duplicate { arn: other.arn().to_owned(), status: other.current().status(), error };
        trace.judge(&rules::NO_DUPLICATE, other.map_or(Ok(()), |other| Err(duplicate(other))))?;
    }
    if principal.account().is_none() {
        let quota = world.settings.concurrent_organization_grants;
        let in_progress = store.in_progress(&caller.account).take(quota as usize).count();
        trace.ensure(&rules::ORGANIZATION_QUOTA, in_progress < quota as usize, || GrantRefusal::OrganizationQuota { quota })?;
    }
    let quota = world.settings.grants_per_license;
    let count = store.count_live_grants(license.arn());
    trace.ensure(&rules::GRANT_QUOTA, count < quota as usize, || GrantRefusal::GrantQuota { quota })
}
