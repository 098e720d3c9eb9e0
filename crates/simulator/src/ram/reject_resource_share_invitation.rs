//! `RejectResourceShareInvitation`: the account declines access to the share.

use super::shapes::ResourceShareInvitation;
use super::share::InvitationEvent;
use super::{error, invitations};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `RejectResourceShareInvitation`.
RejectResourceShareInvitationRequest {
    /// The ARN of the invitation. The invited account gets it from `GetResourceShareInvitations`.
    resource_share_invitation_arn: String = "resourceShareInvitationArn" as InvitationArn [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `RejectResourceShareInvitation`.
RejectResourceShareInvitationResponse {
    /// The invitation.
    resource_share_invitation: ResourceShareInvitation = "resourceShareInvitation",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "RejectResourceShareInvitation", "POST" "/rejectresourceshareinvitation" Body,
    RejectResourceShareInvitationRequest => RejectResourceShareInvitationResponse, run,
    &[
        &error::MALFORMED_ARN, &error::OPERATION_NOT_PERMITTED, &error::RESOURCE_SHARE_INVITATION_ARN_NOT_FOUND,
        &error::RESOURCE_SHARE_INVITATION_ALREADY_ACCEPTED, &error::RESOURCE_SHARE_INVITATION_ALREADY_REJECTED,
        &error::RESOURCE_SHARE_INVITATION_EXPIRED, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::INVALID_CLIENT_TOKEN, &error::IDEMPOTENT_PARAMETER_MISMATCH,
    ],
    "Rejects an invitation to a resource share."
};

fn run(call: &mut Call<'_>, input: RejectResourceShareInvitationRequest) -> Result<RejectResourceShareInvitationResponse, ServiceError> {
    let named = (input.resource_share_invitation_arn.as_str(), input.client_token.as_ref());
    let invitation = invitations::answer(call, &OPERATION, InvitationEvent::Reject, named, || input.write())?;
    Ok(RejectResourceShareInvitationResponse { resource_share_invitation: invitation, client_token: input.client_token })
}

#[cfg(test)]
mod tests {
    use crate::ram::invitations::testing::INVITED;
    use crate::ram::testing::{Session, assert_refused};
    use serde_json::json;

    const REJECT: &str = "RejectResourceShareInvitation";

    #[test]
    fn the_invited_account_rejects_and_stays_out() {
        let mut session = Session::new();
        let (_, arn) = session.invite("team");
        let input = json!({ "resourceShareInvitationArn": arn });
        let rejected = session.call_as(INVITED, "us-east-1", REJECT, &input);
        assert_eq!(rejected.body()["resourceShareInvitation"]["status"], "REJECTED");
        assert_eq!(session.invited_principal(), "DISASSOCIATED");
        for operation in [REJECT, "AcceptResourceShareInvitation"] {
            let exchange = session.call_as(INVITED, "us-east-1", operation, &input);
            let message = format!("The resource share invitation {arn} was already rejected.");
            assert_refused(&exchange, "ResourceShareInvitationAlreadyRejectedException", &message);
        }
    }
}
