//! Finds the resource of an ARN in a request, if the caller can see it.
//!
//! A resource that the caller cannot see gets the same response as one that does not exist, so that a response never shows what others
//! have. Accepting and rejecting are different: there the published refusal is about the caller, not about the grant.

mod consumption;

pub(super) use consumption::{beneficiary, consumption};

use super::grant::{Grant, Role};
use super::license::License;
use super::principal::{self, Principal};
use super::refusal::{Refusal, chosen_error};
use super::rules;
use super::shapes::Arn;
use super::store::Store;
use crate::error::{DeclaredError, ServiceError};
use crate::operation::Caller;
use crate::trace::Trace;
use crate::value::{self, AccountId};
use crate::world::{Organization, Settings, World};

/// Checks that an ARN has the form of a license's.
pub(super) fn license_arn(trace: &mut Trace, settings: &Settings, arn: &Arn) -> Result<(), ServiceError> {
    license_arn_or(trace, arn, chosen_error::invalid_value(settings))
}

/// The same, for an operation that declares another error.
pub(super) fn license_arn_or(trace: &mut Trace, arn: &Arn, error: &'static DeclaredError) -> Result<(), ServiceError> {
    trace.ensure(&rules::LICENSE_ARN, is_license(arn), || Refusal::NotALicense { arn: arn.to_string(), error })
}

/// Checks that an ARN has the form of a grant's.
pub(super) fn grant_arn(trace: &mut Trace, settings: &Settings, arn: &Arn) -> Result<(), ServiceError> {
    let refusal = || Refusal::NotAGrant { arn: arn.to_string(), error: chosen_error::invalid_value(settings) };
    trace.ensure(&rules::GRANT_ARN, is_grant(arn), refusal)
}

/// Whether an ARN has the form of a license's.
pub(super) fn is_license(arn: &Arn) -> bool {
    is_ours(arn, "license:l-")
}

/// Whether an ARN has the form of a grant's.
pub(super) fn is_grant(arn: &Arn) -> bool {
    is_ours(arn, "grant:g-")
}

fn is_ours(arn: &Arn, start: &str) -> bool {
    arn.as_str()
        .parse::<value::Arn>()
        .is_ok_and(|arn| arn.service == "license-manager" && arn.region.is_empty() && arn.resource.starts_with(start))
}

/// The organization the caller administers for License Manager.
pub(super) fn administered<'a>(trace: &mut Trace, world: &'a World, caller: &Caller) -> Result<&'a Organization, ServiceError> {
    let found = principal::administered(&caller.account, world);
    trace.judge(&rules::ADMINISTRATOR, found.ok_or_else(|| Refusal::NotAnAdministrator { account: caller.account.clone() }))
}

/// The license, if an account of the organization owns it, or if the organization has or had a grant of it.
pub(super) fn license_of_organization<'a>(
    trace: &mut Trace,
    store: &'a Store,
    organization: &Organization,
    principals: &[Principal],
    arn: &Arn,
    world: &World,
) -> Result<&'a License, ServiceError> {
    let sees = |(number, license): &(usize, &License)| {
        organization.has(&license.terms().owner) || principals.iter().any(|principal| store.has_received(*number, principal))
    };
    let there = store.license_numbered(arn.as_str()).filter(|(_, license)| license.is_kept(world.now));
    let found = there.filter(sees).map(|(_, license)| license);
    let unknown = Refusal::UnknownLicense { arn: arn.to_string(), error: chosen_error::invalid_value(&world.settings) };
    trace.judge(&rules::LICENSE_SEEN, found.ok_or_else(|| unseen(arn, there.is_some(), world, unknown)))
}

/// The license, if the caller owns it or has a live grant of it; the delegated administrator of an organization also sees
/// what its management account sees.
pub(super) fn license<'a>(
    trace: &mut Trace,
    store: &'a Store,
    world: &World,
    caller: &Caller,
    arn: &Arn,
) -> Result<&'a License, ServiceError> {
    license_or(trace, store, world, caller, arn, chosen_error::invalid_value(&world.settings))
}

/// The same, for an operation that declares another error.
pub(super) fn license_or<'a>(
    trace: &mut Trace,
    store: &'a Store,
    world: &World,
    caller: &Caller,
    arn: &Arn,
    error: &'static DeclaredError,
) -> Result<&'a License, ServiceError> {
    let sees = |account: &AccountId, license: &License| {
        license.terms().owner == *account
            || Principal::all_of(account, world).iter().any(|principal| store.live_grants(license.arn(), principal).next().is_some())
    };
    let management = principal::administered(&caller.account, world).map(|organization| &organization.management_account);
    let there = store.license(arn.as_str()).filter(|license| license.is_kept(world.now));
    let found = there.filter(|license| sees(&caller.account, license) || management.is_some_and(|account| sees(account, license)));
    let unknown = Refusal::UnknownLicense { arn: arn.to_string(), error };
    trace.judge(&rules::LICENSE_SEEN, found.ok_or_else(|| unseen(arn, there.is_some(), world, unknown)))
}

/// The grant and the caller's role in it, if the caller has a role.
pub(super) fn grant<'a>(
    trace: &mut Trace,
    store: &'a Store,
    world: &World,
    caller: &Caller,
    arn: &Arn,
) -> Result<(&'a Grant, Role), ServiceError> {
    let there = store.grant(arn.as_str());
    let found = there.and_then(|grant| Some((grant, Role::of(&caller.account, grant, world)?)));
    let unknown = Refusal::UnknownGrant { arn: arn.to_string(), error: chosen_error::invalid_value(&world.settings) };
    trace.judge(&rules::GRANT_SEEN, found.ok_or_else(|| unseen(arn, there.is_some(), world, unknown)))
}

/// The refusal for a resource that the caller cannot see: that it does not exist, or that access is denied.
fn unseen(arn: &Arn, exists: bool, world: &World, unknown: Refusal) -> Refusal {
    if exists && world.settings.deny_foreign_resources { Refusal::Foreign { arn: arn.to_string() } } else { unknown }
}

/// The grant for any caller, and the caller's role in it, if the caller has a role.
pub(super) fn any_grant<'a>(
    trace: &mut Trace,
    store: &'a Store,
    world: &World,
    caller: &Caller,
    arn: &Arn,
) -> Result<(&'a Grant, Option<Role>), ServiceError> {
    let unknown = || Refusal::UnknownGrant { arn: arn.to_string(), error: chosen_error::invalid_value(&world.settings) };
    let grant = trace.judge(&rules::GRANT_KNOWN, store.grant(arn.as_str()).ok_or_else(unknown))?;
    Ok((grant, Role::of(&caller.account, grant, world)))
}
