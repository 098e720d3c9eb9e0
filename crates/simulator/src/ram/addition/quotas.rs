//! The quotas, and the entities that are being disassociated.

use super::{Addition, Onto};
use crate::error::ServiceError;
use crate::ram::Call;
use crate::ram::refusal::Refusal;
use crate::ram::share::{AssociationKind, AssociationState, Wait};
use crate::ram::sharing_rules as rules;

/// Checks the quotas for the entities that are not yet in the share, and that none of the entities is being disassociated.
pub(super) fn judge(call: &mut Call<'_>, onto: Onto, addition: &Addition) -> Result<(), ServiceError> {
    let resources: Vec<_> = addition.resources.iter().map(|resource| resource.arn.as_str()).collect();
    let principals: Vec<_> = addition.principals.iter().map(|addressee| addressee.principal.text()).collect();
    let sources: Vec<_> = addition.sources.iter().map(|source| source.id.as_str()).collect();
    let kinds = [(AssociationKind::Resource, &resources), (AssociationKind::Principal, &principals), (AssociationKind::Source, &sources)];
    if let Some((share, found)) = onto.share.and_then(|number| Some((number, call.store.shares.share(number)?))) {
        let leaving = kinds.iter().flat_map(|(kind, entities)| entities.iter().map(move |entity| (*kind, *entity)));
        let leaving =
            leaving.into_iter().find(|(kind, entity)| state(call, share, *kind, entity) == Some(AssociationState::Disassociating));
        let passed = leaving.map_or(Ok(()), |(_, entity)| Err(Refusal::leaving(entity, found.arn())));
        call.trace.judge(&rules::NOT_LEAVING, passed)?;
    }
    for (kind, entities) in kinds.into_iter().take(2).filter(|(_, entities)| !entities.is_empty()) {
        judge_kind(call, onto, kind, new(call, onto, kind, entities))?;
    }
    let invited = addition.principals.iter().filter(|addressee| addressee.wait == Wait::Receiver);
    let invited: Vec<_> = invited.map(|addressee| addressee.principal.text()).collect();
    if !invited.is_empty() {
        let limit = call.world.settings.pending_invitations;
        let waiting = call.store.shares.count_pending_invitations(&call.caller.account, &call.caller.region);
        let fits = waiting.saturating_add(new(call, onto, AssociationKind::Principal, &invited)) <= limit as usize;
        call.trace.ensure(&rules::INVITATIONS_QUOTA, fits, || Refusal::too_many_invitations(limit))?;
    }
    Ok(())
}

fn judge_kind(call: &mut Call<'_>, onto: Onto, kind: AssociationKind, new: usize) -> Result<(), ServiceError> {
    let (of_share, of_region) = (call.world.settings.associations_per_share, call.world.settings.associations_per_region);
    let in_share = onto.share.map_or(0, |share| call.store.shares.count_within(share, kind));
    let in_region = call.store.shares.count_owned_within(&call.caller.account, &call.caller.region, kind);
    let word = match kind {
        AssociationKind::Principal => "principal",
        AssociationKind::Resource => "resource",
        AssociationKind::Source => "source",
    };
    let passed = if in_share.saturating_add(new) > of_share as usize {
        Err(Refusal::too_many_associations(word, "The resource share", of_share))
    } else if in_region.saturating_add(new) > of_region as usize {
        Err(Refusal::too_many_associations(word, "The account", of_region))
    } else {
        Ok(())
    };
    call.trace.judge(&rules::ASSOCIATIONS_QUOTA, passed)
}

/// The number of entities that are not in the share.
fn new(call: &Call<'_>, onto: Onto, kind: AssociationKind, entities: &[&str]) -> usize {
    let is_in = |entity: &&&str| onto.share.and_then(|share| state(call, share, kind, entity)).is_some_and(AssociationState::is_live);
    entities.len() - entities.iter().filter(is_in).count()
}

fn state(call: &Call<'_>, share: usize, kind: AssociationKind, entity: &str) -> Option<AssociationState> {
    call.store.shares.entity(share, kind, entity).map(|(_, association)| association.state())
}
