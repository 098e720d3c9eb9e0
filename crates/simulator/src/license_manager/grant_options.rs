//! The checks of a grant's operations, kind and options, for new grants and for new versions.

use super::grant::{GrantEvent, GrantVersion, Role};
use super::grantor_rights::GrantorRights;
use super::license::License;
use super::principal::Principal;
use super::refusal::{GrantRefusal, chosen_error};
use super::rules;
use super::shapes::{ActivationOverrideBehavior, AllowedOperation, AllowedOperationList, GrantStatus, GrantType, Options};
use crate::error::ServiceError;
use crate::trace::Trace;
use crate::value::AccountId;
use crate::world::Settings;

/// Checks that the grantor has the operations.
pub(super) fn operations_held(
    trace: &mut Trace,
    settings: &Settings,
    rights: GrantorRights<'_>,
    operations: &[AllowedOperation],
) -> Result<(), ServiceError> {
    let excess = rights.excess(operations);
    if !excess.is_empty() {
        trace.pass(&rules::OPERATIONS_ANSWER);
    }
    let error = chosen_error::excess_operations(settings);
    trace.ensure(&rules::OPERATIONS_HELD, excess.is_empty(), || {
        let held = operations.iter().filter(|operation| !excess.contains(operation)).copied().collect();
        GrantRefusal::Operations { excess: excess.clone(), held, error }
    })
}

/// The operations as they are stored: with or without repetitions, depending on the settings.
pub(super) fn operations_kept(
    trace: &mut Trace,
    AllowedOperationList(asked): AllowedOperationList,
    settings: &Settings,
) -> Vec<AllowedOperation> {
    let mut once = Vec::new();
    for operation in &asked {
        if !once.contains(operation) {
            once.push(*operation);
        }
    }
    if once.len() < asked.len() {
        trace.pass(&rules::OPERATIONS_REPEATED);
    }
    if settings.collapse_repeated_operations { once } else { asked }
}

/// Checks a grant's kind against its operations.
pub(super) fn grant_type(
    trace: &mut Trace,
    kind: Option<GrantType>,
    operations: &[AllowedOperation],
    rights: GrantorRights<'_>,
    grantor: &AccountId,
) -> Result<(), ServiceError> {
    let refuse = |finding| Err(GrantRefusal::DelegateType { finding });
    let judge = || match (kind, rights) {
        (None | Some(GrantType::BuyerGrant), GrantorRights::Owner(_) | GrantorRights::Grantee(_)) => Ok(()),
        (Some(GrantType::DelegateGrant), GrantorRights::Grantee(_)) => refuse("The caller does not own the license."),
        (Some(GrantType::DelegateGrant), GrantorRights::Owner(license)) if license.terms().owner != *grantor => {
            refuse("The caller does not own the license.")
        }
        (Some(GrantType::DelegateGrant), GrantorRights::Owner(_)) => {
            let only = operations.iter().all(|operation| *operation == AllowedOperation::ListReceivedLicenses);
            if only { Ok(()) } else { refuse("`AllowedOperations` also has other operations.") }
        }
    };
    trace.judge(&rules::GRANT_TYPE, judge())
}

/// Checks the options of a new grant.
pub(super) fn options_of_new(
    trace: &mut Trace,
    options: Option<&Options>,
    principal: &Principal,
    license: &License,
) -> Result<(), ServiceError> {
    let Some(Options { activation_override_behavior, desired_status }) = options else { return Ok(()) };
    let refuse = |finding| Err(GrantRefusal::DesiredStatus { finding });
    let desired = match (desired_status, principal) {
        (None, _) | (Some(GrantStatus::Active), Principal::Organization(_)) => Ok(()),
        (Some(GrantStatus::Active), Principal::Account(_)) => refuse("The principal is an account."),
        (Some(_), _) => refuse("`Options.DesiredStatus` is not `ACTIVE`."),
    };
    trace.judge(&rules::DESIRED_STATUS, desired)?;
    let activates = *desired_status == Some(GrantStatus::Active);
    trace.judge(&rules::OVERRIDE, may_override(*activation_override_behavior, license, activates))
}

/// Checks that AWS Marketplace can activate grants of its license. `lacking` is an account in which it cannot.
pub(super) fn marketplace_access(trace: &mut Trace, license: &License, lacking: Option<&AccountId>) -> Result<(), ServiceError> {
    if !license.is_marketplace() {
        return Ok(());
    }
    let refuse = |account: &AccountId| Err(GrantRefusal::NoMarketplaceRole { account: account.clone() });
    trace.judge(&rules::MARKETPLACE_ROLE, lacking.map_or(Ok(()), refuse))
}

/// Checks the options of a new version of a grant.
pub(super) fn options_of_change(
    trace: &mut Trace,
    options: Option<&Options>,
    before: &GrantVersion,
    license: &License,
    event: GrantEvent,
    role: Role,
) -> Result<(), ServiceError> {
    let Some(Options { activation_override_behavior: asked, desired_status }) = options else { return Ok(()) };
    trace.ensure(&rules::DESIRED_STATUS, desired_status.is_none(), || GrantRefusal::DesiredStatus {
        finding: "CreateGrantVersion was sent with `Options.DesiredStatus`.",
    })?;
    let set = before.options().and_then(|options| options.activation_override_behavior);
    let judgement = may_override(*asked, license, event == GrantEvent::Activate).and_then(|()| {
        if role == Role::Grantee && before.grantor_overrides() && asked.is_some() && *asked != set {
            Err(GrantRefusal::OverrideSet)
        } else {
            Ok(())
        }
    });
    trace.judge(&rules::OVERRIDE, judgement)
}

fn may_override(asked: Option<ActivationOverrideBehavior>, license: &License, activates: bool) -> Result<(), GrantRefusal> {
    let refuse = |finding| Err(GrantRefusal::Override { finding });
    match (asked, license.is_marketplace(), activates) {
        (None, _, _) | (Some(_), true, true) => Ok(()),
        (Some(_), false, _) => refuse("The license is not from AWS Marketplace."),
        (Some(_), true, false) => refuse("The request does not activate the grant."),
    }
}
