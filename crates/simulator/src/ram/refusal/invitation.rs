//! Refusals about invitations. The errors are from the model. None of the messages is public.

use super::Refusal;
use crate::operation::Caller;
use crate::ram::error;
use crate::ram::share::{Answered, Invitation, InvitationState};
use crate::remedy::Remedy;
use crate::value::{AccountId, Arn};

impl Refusal {
    pub(crate) fn malformed_invitation_arn(arn: &str) -> Self {
        let message = "The specified resource share invitation ARN is not valid. Verify the ARN and try again.";
        let finding = format!(
            "`{arn}` is not the ARN of an invitation. The form is `arn:aws:ram:us-east-1:111122223333:resource-share-invitation/` and a UUID."
        );
        Self::new(&error::MALFORMED_ARN, message, finding, "Use an ARN that GetResourceShareInvitations returns.")
    }

    /// `receiver` is the account that received the invitation, if there is one.
    pub(crate) fn unknown_invitation(arn: &str, receiver: Option<&AccountId>, caller: &Caller) -> Self {
        let message = format!("ResourceShareInvitation {arn} could not be found.");
        let finding = format!("The account `{}` received no invitation `{arn}` in the Region `{}`.", caller.account, caller.region);
        let remedy = Remedy::from("Send the request as the invited account, in the share's Region.");
        let region = arn.parse().ok().and_then(|arn: Arn| arn.region.parse().ok());
        let remedy = match (receiver, region) {
            (Some(receiver), Some(region)) => remedy.by_account(receiver).in_region(&region),
            (Some(_) | None, _) => remedy,
        };
        Self::new(&error::RESOURCE_SHARE_INVITATION_ARN_NOT_FOUND, message, finding, remedy)
    }

    pub(crate) fn answered(invitation: &Invitation, Answered(state): Answered) -> Self {
        let (error, became) = match state {
            InvitationState::Pending | InvitationState::Accepted => {
                (&error::RESOURCE_SHARE_INVITATION_ALREADY_ACCEPTED, "was already accepted")
            }
            InvitationState::Rejected => (&error::RESOURCE_SHARE_INVITATION_ALREADY_REJECTED, "was already rejected"),
            InvitationState::Expired => (&error::RESOURCE_SHARE_INVITATION_EXPIRED, "has expired"),
        };
        let message = format!("The resource share invitation {} {became}.", invitation.arn());
        let finding = format!("The invitation is {}.", state.name());
        Self::new(error, message, finding, "Ask the sharing account to associate the principal again, which sends a new invitation.")
    }

    /// Like `answered`, for an operation that declares no error for an accepted invitation.
    pub(crate) fn not_pending(invitation: &Invitation, answered: Answered) -> Self {
        let refusal = Self::answered(invitation, answered);
        match answered.0 {
            InvitationState::Pending | InvitationState::Accepted => {
                let remedy = "List the resources that are shared with the account instead (ListResources with OTHER-ACCOUNTS).".into();
                Self { error: &error::INVALID_PARAMETER, remedy, ..refusal }
            }
            InvitationState::Rejected | InvitationState::Expired => refusal,
        }
    }
}
