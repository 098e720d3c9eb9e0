//! Checks of resources: whether they exist as a type, and whether they can be shared with the principals.

use super::{Addressee, Onto, shares_with_organization};
use crate::error::ServiceError;
use crate::ram::Call;
use crate::ram::catalogue::{RegionScope, ResourceType};
use crate::ram::principal::Principal;
use crate::ram::refusal::Refusal;
use crate::ram::resource::{self, NotShareable, Resource};
use crate::ram::shares::Mark;
use crate::ram::sharing_rules as rules;
use crate::trace::Rule;

/// The Region from which global resources are shared.
const GLOBAL_REGION: &str = "us-east-1";

/// Finds the resources that the ARNs name.
pub(super) fn judge(call: &mut Call<'_>, arns: &[String]) -> Result<Vec<Resource>, ServiceError> {
    if arns.is_empty() {
        return Ok(Vec::new());
    }
    let limit = call.world.settings.resources_per_call;
    call.trace.ensure(&rules::RESOURCES_A_CALL, arns.len() <= limit as usize, || Refusal::too_many_resources(arns.len(), limit))?;
    let mut resources = Vec::with_capacity(arns.len());
    for arn in arns {
        match resource::find(arn) {
            Ok(resource) => resources.push(resource),
            Err(why) => {
                let (rule, refusal) = refusal(arn, why);
                return Err(call.trace.refuse_as(rule, &refusal));
            }
        }
    }
    call.trace.pass(&rules::RESOURCE_FORM);
    call.trace.pass(&rules::RESOURCE_SHAREABLE);
    if resources.iter().any(|resource| resource.account != call.caller.account) {
        call.trace.pass(&rules::RESOURCE_OWN);
    }
    let here = call.caller.region.as_str();
    let elsewhere =
        resources.iter().find_map(|resource| region_of(resource, here).filter(|region| *region != here).map(|region| (resource, region)));
    let near = elsewhere.map_or(Ok(()), |(resource, region)| Err(Refusal::resource_elsewhere(&resource.arn, region, here)));
    call.trace.judge(&rules::RESOURCE_REGION, near)?;
    Ok(resources)
}

fn refusal(arn: &str, why: NotShareable) -> (&'static Rule, Refusal) {
    match why {
        NotShareable::Malformed => (&rules::RESOURCE_FORM, Refusal::resource_form(arn)),
        NotShareable::Type => (&rules::RESOURCE_SHAREABLE, Refusal::type_unshareable(arn)),
    }
}

/// The Region from which a resource is shared. The ARNs of some regional resources do not contain it.
fn region_of<'a>(resource: &'a Resource, here: &'a str) -> Option<&'a str> {
    match resource.resource_type.scope {
        RegionScope::Global => Some(GLOBAL_REGION),
        RegionScope::Regional => resource.region.as_ref().map_or(Some(here), |region| Some(region.as_str())),
    }
}

/// Checks that all resources and principals of the share, old and new, are allowed together.
pub(super) fn judge_reach(call: &mut Call<'_>, onto: Onto, resources: &[Resource], principals: &[Addressee]) -> Result<(), ServiceError> {
    let with_organization = shares_with_organization(&call.caller.account, call.world);
    if !resources.is_empty() {
        let inner = resources.iter().find(|resource| !resource.resource_type.is_shared_outside()).filter(|_| !with_organization);
        let passed = inner.map_or(Ok(()), |resource| Err(Refusal::needs_organization(resource.resource_type.name)));
        call.trace.judge(&rules::TYPE_WITHIN_ORGANIZATION, passed)?;
        let open = onto.allow_external || with_organization;
        call.trace.ensure(&rules::ORGANIZATION_SHARING, open, Refusal::closed_without_organization)?;
    }
    let external = principals.iter().find(|addressee| addressee.external).map(|addressee| addressee.principal.text());
    let external = external.or_else(|| has(call, onto, Mark::External).then_some("a principal of the share"));
    if let Some(principal) = external {
        let inner = type_in_share(call, onto, resources, |found| !found.is_shared_outside());
        let passed = inner.map_or(Ok(()), |found| Err(Refusal::type_outside(found.name, principal)));
        call.trace.judge(&rules::TYPE_OUTSIDE, passed)?;
    }
    let identity = principals.iter().map(|addressee| &addressee.principal).find(|principal| matches!(principal, Principal::Identity(..)));
    let identity = identity.map(Principal::text).or_else(|| has(call, onto, Mark::Identity).then_some("a principal of the share"));
    if let Some(principal) = identity {
        let without = type_in_share(call, onto, resources, |found| !found.is_shared_with_identities());
        let passed = without.map_or(Ok(()), |found| Err(Refusal::identities_unsupported(principal, found.name)));
        call.trace.judge(&rules::TYPE_IDENTITIES, passed)?;
    }
    Ok(())
}

fn has(call: &Call<'_>, onto: Onto, mark: Mark) -> bool {
    onto.share.is_some_and(|share| call.store.shares.has(share, mark))
}

/// A resource type with this property, among the new resources or already in the share.
fn type_in_share(call: &Call<'_>, onto: Onto, resources: &[Resource], is_it: fn(&ResourceType) -> bool) -> Option<&'static ResourceType> {
    let new = resources.iter().map(|resource| resource.resource_type).find(|found| is_it(found));
    new.or_else(|| call.store.shares.resource_types(onto.share?).find(|found| is_it(found)))
}
