//! Checks of principals: their form, and whether the share can include them.

use super::{Addressee, Onto, is_external};
use crate::error::ServiceError;
use crate::ram::Call;
use crate::ram::principal::Principal;
use crate::ram::refusal::Refusal;
use crate::ram::share::Wait;
use crate::ram::shares::Mark;
use crate::ram::sharing_rules as rules;

/// Parses principals.
pub(super) fn judge_forms(call: &mut Call<'_>, texts: &[String]) -> Result<Vec<Principal>, ServiceError> {
    let read = |text: &String| Principal::parse(text).ok_or_else(|| Refusal::principal_form(text));
    let principals = texts.iter().map(read).collect::<Result<Vec<_>, _>>();
    if texts.is_empty() { Ok(Vec::new()) } else { call.trace.judge(&rules::PRINCIPAL_FORM, principals) }
}

/// Checks that the share can include them, and finds how they are associated.
pub(super) fn judge_reach(call: &mut Call<'_>, onto: Onto, principals: Vec<Principal>) -> Result<Vec<Addressee>, ServiceError> {
    let of_organization: Vec<_> = principals.iter().filter(|principal| principal.is_of_organization()).collect();
    if !of_organization.is_empty() {
        let known = of_organization.into_iter().map(|principal| judge_organization(call, principal)).collect::<Result<Vec<()>, _>>();
        call.trace.judge(&rules::ORGANIZATION_KNOWN, known)?;
    }
    judge_services(call, onto, &principals)?;
    let addressees: Vec<_> = principals.into_iter().map(|principal| addressee(call, principal)).collect();
    if let Some(external) = addressees.iter().find(|addressee| addressee.external) {
        let text = external.principal.text();
        call.trace.ensure(&rules::EXTERNAL_ALLOWED, onto.allow_external, || Refusal::external_principal(text))?;
    }
    Ok(addressees)
}

/// Service principals need a share without other principals, and must be added before its resources.
fn judge_services(call: &mut Call<'_>, onto: Onto, principals: &[Principal]) -> Result<(), ServiceError> {
    let has = |call: &Call<'_>, mark| onto.share.is_some_and(|share| call.store.shares.has(share, mark));
    let service = principals.iter().find(|principal| matches!(principal, Principal::Service(_))).map(Principal::text);
    let has_other = principals.iter().any(|principal| !matches!(principal, Principal::Service(_)));
    let mixed = match service {
        Some(service) => (has_other || has(call, Mark::NotService)).then_some(service),
        None => (has_other && has(call, Mark::Service)).then_some("of the share"),
    };
    if service.is_some() || mixed.is_some() {
        let alone = mixed.map_or(Ok(()), |service| Err(Refusal::service_with_others(service)));
        call.trace.judge(&rules::SERVICES_ALONE, alone)?;
    }
    if let Some(service) = service {
        let holds = onto.share.is_some_and(|share| call.store.shares.resource_types(share).next().is_some());
        call.trace.ensure(&rules::SERVICES_FIRST, !holds, || Refusal::service_after_resources(service))?;
    }
    Ok(())
}

fn judge_organization(call: &Call<'_>, principal: &Principal) -> Result<(), Refusal> {
    let (owner, world) = (&call.caller.account, &call.world);
    let own = world.organization_of(owner).filter(|organization| organization.accounts_of(principal.text()).is_some());
    let finding = match own {
        Some(organization) if organization.sharing_enabled => return Ok(()),
        Some(organization) => format!("`{owner}` is in `{}`, in which sharing is not enabled.", organization.id),
        None => format!("`{}` does not belong to the organization of `{owner}`.", principal.text()),
    };
    match principal {
        Principal::Organization(id, _) => Err(Refusal::unknown_organization(id, finding)),
        Principal::Unit(id, _) => Err(Refusal::unknown_unit(id, finding)),
        Principal::Account(_) | Principal::Identity(..) | Principal::Service(_) => Ok(()),
    }
}

/// A principal outside the organization must accept an invitation. The owner itself does not need one.
fn addressee(call: &Call<'_>, principal: Principal) -> Addressee {
    let owner = &call.caller.account;
    let Some(account) = principal.account() else { return Addressee { principal, external: false, wait: Wait::Service } };
    let external = is_external(call, account);
    let at_once = account == owner || !external;
    let wait = if at_once { Wait::Service } else { Wait::Receiver };
    Addressee { principal, external, wait }
}
