//! An account leaves a share of another account.

use super::{DisassociateResourceShareRequest, rules};
use crate::error::ServiceError;
use crate::ram::Call;
use crate::ram::lookup;
use crate::ram::refusal::Refusal;
use crate::ram::share::AssociationKind;

/// The caller's own association, if the caller names only itself and another account owns the share.
pub(super) fn judge(call: &mut Call<'_>, input: &DisassociateResourceShareRequest) -> Result<Option<usize>, ServiceError> {
    let account = &call.caller.account;
    let is_itself = input.principals.as_ref().is_some_and(|list| matches!(list.0.as_slice(), [only] if only == account.as_str()));
    let nothing_else = [&input.resource_arns, &input.sources].into_iter().all(|list| list.as_ref().is_none_or(|list| list.0.is_empty()));
    let of_other = |arn: &str| call.store.shares.find(arn).is_some_and(|(_, share)| share.account() != account);
    if !is_itself || !nothing_else || !of_other(&input.resource_share_arn) {
        return Ok(None);
    }
    let share = lookup::visible_share(call, &input.resource_share_arn)?;
    let shares = &call.store.shares;
    let own = shares.entity(share, AssociationKind::Principal, call.caller.account.as_str());
    let invited = own.filter(|(_, association)| association.invitation().is_some() && association.state().is_in_effect());
    let invited = invited.map(|(number, _)| number).ok_or_else(|| Refusal::cannot_leave(call.caller.account.as_str()));
    let number = call.trace.judge(&rules::MAY_LEAVE, invited)?;
    let stuck = shares.resource_types(share).find(|found| !found.can_be_left());
    let passed = stuck.map_or(Ok(()), |found| Err(Refusal::type_cannot_be_left(found.name)));
    call.trace.judge(&rules::TYPES_MAY_BE_LEFT, passed)?;
    Ok(Some(number))
}
