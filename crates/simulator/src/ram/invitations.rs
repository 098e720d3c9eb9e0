//! Finds the invitation that a request names, and accepts or rejects it.

use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission_arn::partition;
use super::refusal::Refusal;
use super::rules;
use super::shapes::ResourceShareInvitation;
use super::share::{AssociationEvent, Failure, Invitation, InvitationEvent};
use crate::error::ServiceError;
use crate::operation::Operation;
use crate::ram::Call;
use crate::value::{AccountId, Arn};
use serde_json::Value;

/// Finds an invitation that the calling account received in the called Region, and returns its number.
pub(super) fn received(call: &mut Call<'_>, arn: &str) -> Result<usize, ServiceError> {
    call.trace.ensure(&rules::INVITATION_ARN, is_invitation(arn), || Refusal::malformed_invitation_arn(arn))?;
    let there = call.store.shares.find_invitation(arn).filter(|(_, invitation)| !invitation.is_forgotten());
    let receiver = there.map(|(_, invitation)| invitation.receiver());
    let found = there.filter(|(_, invitation)| is_for(invitation, call)).map(|(number, _)| number);
    let found = found.ok_or_else(|| Refusal::unknown_invitation(arn, receiver, call.caller));
    call.trace.judge(&rules::INVITATION_EXISTS, found)
}

/// Accepts or rejects the invitation with this ARN, or finds the one that an earlier call with this token changed. Returns its
/// current state.
pub(super) fn answer(
    call: &mut Call<'_>,
    operation: &'static Operation,
    event: InvitationEvent,
    (arn, token): (&str, Option<&String>),
    request: impl FnOnce() -> Value,
) -> Result<Option<ResourceShareInvitation>, ServiceError> {
    let number = match idempotency::open(call, operation, Seen::Nothing, token, request)? {
        Opening::New(token) => {
            let number = received(call, arn)?;
            carry_out(call, number, event)?;
            token.keep(call, Receipt::Invitation(number));
            Some(number)
        }
        Opening::Replay(Receipt::Invitation(number)) => Some(number),
        // Receipts for invitations are never one of these.
        Opening::Replay(Receipt::Permission(..) | Receipt::Replacement(_) | Receipt::Share(_) | Receipt::Associations(_)) => None,
    };
    let invitation = number.and_then(|number| call.store.shares.invitation(number));
    Ok(invitation.and_then(|invitation| ResourceShareInvitation::of(invitation, &call.store.shares)))
}

/// Changes the invitation, and with it the association of the principal.
fn carry_out(call: &mut Call<'_>, number: usize, event: InvitationEvent) -> Result<(), ServiceError> {
    let shares = &mut call.store.shares;
    let Some(invitation) = shares.invitation(number) else { return Ok(()) };
    let moved = invitation.state().next(event).map_err(|answered| Refusal::answered(invitation, answered));
    call.trace.judge(&rules::INVITATION_PENDING, moved)?;
    let association = invitation.association();
    call.changes.extend(shares.answer(number, event, call.now));
    let event = match event {
        InvitationEvent::Accept => AssociationEvent::Accept,
        InvitationEvent::Reject if call.world.settings.rejected_invitation_fails => AssociationEvent::Fail(Failure::Work),
        InvitationEvent::Reject | InvitationEvent::Expire | InvitationEvent::Withdraw => AssociationEvent::Decline,
    };
    call.changes.extend(shares.happen(association, event, call.now));
    Ok(())
}

fn is_for(invitation: &Invitation, call: &Call<'_>) -> bool {
    let region = call.store.shares.share_invited_to(invitation).map(|(_, share)| share.region());
    *invitation.receiver() == call.caller.account && region == Some(&call.caller.region)
}

/// Whether a text has the form of an invitation's ARN.
fn is_invitation(text: &str) -> bool {
    let Ok(Arn { partition: found, service, region, account, resource }) = text.parse() else { return false };
    let is_here = region.parse().is_ok_and(|region| found == partition(&region));
    let id = resource.strip_prefix("resource-share-invitation/").unwrap_or_default();
    service == "ram" && is_here && account.parse::<AccountId>().is_ok() && !id.is_empty()
}

#[cfg(test)]
pub(super) mod testing;
