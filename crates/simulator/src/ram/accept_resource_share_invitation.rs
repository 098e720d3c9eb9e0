//! `AcceptResourceShareInvitation`: the account gets access to the share.

use super::shapes::ResourceShareInvitation;
use super::share::InvitationEvent;
use super::{error, invitations};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `AcceptResourceShareInvitation`.
AcceptResourceShareInvitationRequest {
    /// The ARN of the invitation. The invited account gets it from `GetResourceShareInvitations`.
    resource_share_invitation_arn: String = "resourceShareInvitationArn" as InvitationArn [required],
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `AcceptResourceShareInvitation`.
AcceptResourceShareInvitationResponse {
    /// The invitation.
    resource_share_invitation: ResourceShareInvitation = "resourceShareInvitation",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "AcceptResourceShareInvitation", "POST" "/acceptresourceshareinvitation" Body,
    AcceptResourceShareInvitationRequest => AcceptResourceShareInvitationResponse, run,
    &[
        &error::MALFORMED_ARN, &error::OPERATION_NOT_PERMITTED, &error::RESOURCE_SHARE_INVITATION_ARN_NOT_FOUND,
        &error::RESOURCE_SHARE_INVITATION_ALREADY_ACCEPTED, &error::RESOURCE_SHARE_INVITATION_ALREADY_REJECTED,
        &error::RESOURCE_SHARE_INVITATION_EXPIRED, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::INVALID_CLIENT_TOKEN, &error::IDEMPOTENT_PARAMETER_MISMATCH,
    ],
    "Accepts an invitation to a resource share. Its resources are there a moment later."
};

fn run(call: &mut Call<'_>, input: AcceptResourceShareInvitationRequest) -> Result<AcceptResourceShareInvitationResponse, ServiceError> {
    let named = (input.resource_share_invitation_arn.as_str(), input.client_token.as_ref());
    let invitation = invitations::answer(call, &OPERATION, InvitationEvent::Accept, named, || input.write())?;
    Ok(AcceptResourceShareInvitationResponse { resource_share_invitation: invitation, client_token: input.client_token })
}

#[cfg(test)]
mod tests {
    use crate::ram::invitations::testing::{INVITED, LIFETIME};
    use crate::ram::testing::{OWNER, Session, assert_refused};
    use serde_json::json;

    const ACCEPT: &str = "AcceptResourceShareInvitation";

    #[test]
    fn the_invited_account_accepts_and_is_in_the_share() {
        let mut session = Session::new();
        let (share, arn) = session.invite("team");
        let input = json!({ "resourceShareInvitationArn": arn, "clientToken": "yes" });
        let accepted = session.call_as(INVITED, "us-east-1", ACCEPT, &input);
        let expected = format!(
            r#"{{"clientToken":"yes","resourceShareInvitation":{{"invitationTimestamp":1.7E9,"receiverAccountId":"{INVITED}","resourceShareArn":"{share}","resourceShareInvitationArn":"{arn}","resourceShareName":"team","senderAccountId":"{OWNER}","status":"ACCEPTED"}}}}"#
        );
        assert_eq!(accepted.response.body, expected);
        assert_eq!(session.invited_principal(), "ASSOCIATING");
        session.0.advance(2);
        assert_eq!(session.invited_principal(), "ASSOCIATED");
        let again = session.call_as(INVITED, "us-east-1", ACCEPT, &input);
        assert_eq!(again.response.body, expected, "the token answers the same call again");
        assert!(again.changes.is_empty());
    }

    #[test]
    fn acceptance_moves_the_time_stamp_and_a_rejection_does_not() {
        for (answer, expected) in [(ACCEPT, 1_700_000_060.0), ("RejectResourceShareInvitation", 1_700_000_000.0)] {
            let mut session = Session::new();
            let (_, arn) = session.invite("team");
            session.0.advance(60);
            let answered = session.call_as(INVITED, "us-east-1", answer, &json!({ "resourceShareInvitationArn": arn })).body();
            assert_eq!(answered["resourceShareInvitation"]["invitationTimestamp"], json!(expected), "{answer}");
            let listed = session.call_as(INVITED, "us-east-1", "GetResourceShareInvitations", &json!({})).body();
            assert_eq!(listed["resourceShareInvitations"][0]["invitationTimestamp"], json!(expected), "{answer}");
        }
    }

    #[test]
    fn the_share_is_visible_once_the_principal_is_associated() {
        let mut session = Session::new();
        let (_, arn) = session.invite("team");
        let told = json!({ "settings": { "workflowPace": "when-told" } });
        session.0.intervene(&serde_json::from_value(told).unwrap()).unwrap();
        session.call_as(INVITED, "us-east-1", ACCEPT, &json!({ "resourceShareInvitationArn": arn }));
        assert_eq!(session.names(INVITED, "OTHER-ACCOUNTS"), Vec::<String>::new());
        session.0.settle();
        assert_eq!(session.names(INVITED, "OTHER-ACCOUNTS"), ["team"]);
    }

    #[test]
    fn an_invitation_is_answered_once_and_in_time() {
        let mut session = Session::new();
        let (_, arn) = session.invite("team");
        let input = json!({ "resourceShareInvitationArn": arn });
        session.call_as(INVITED, "us-east-1", ACCEPT, &input);
        for operation in [ACCEPT, "RejectResourceShareInvitation"] {
            let exchange = session.call_as(INVITED, "us-east-1", operation, &input);
            let message = format!("The resource share invitation {arn} was already accepted.");
            assert_refused(&exchange, "ResourceShareInvitationAlreadyAcceptedException", &message);
        }
        let (_, late) = session.invite("late");
        session.0.advance(u32::try_from(LIFETIME).unwrap());
        assert_eq!(session.invited_principal(), "DISASSOCIATED");
        let exchange = session.call_as(INVITED, "us-east-1", ACCEPT, &json!({ "resourceShareInvitationArn": late }));
        let message = format!("The resource share invitation {late} has expired.");
        assert_refused(&exchange, "ResourceShareInvitationExpiredException", &message);
    }

    #[test]
    fn nobody_else_finds_it_and_nowhere_else() {
        let mut session = Session::new();
        let (_, arn) = session.invite("team");
        let input = json!({ "resourceShareInvitationArn": arn });
        for (account, region) in [(OWNER, "us-east-1"), ("210987654321", "us-east-1"), (INVITED, "eu-west-1")] {
            let exchange = session.call_as(account, region, ACCEPT, &input);
            let message = format!("ResourceShareInvitation {arn} could not be found.");
            assert_refused(&exchange, "ResourceShareInvitationArnNotFoundException", &message);
        }
        for wrong in [
            "nonsense",
            "arn:aws:ram:us-east-1:111122223333:resource-share/1",
            "arn:aws:ram:us-east-1:111122223333:resource-share-invitation/",
        ] {
            let exchange = session.call_as(INVITED, "us-east-1", ACCEPT, &json!({ "resourceShareInvitationArn": wrong }));
            assert_refused(
                &exchange,
                "MalformedArnException",
                "The specified resource share invitation ARN is not valid. Verify the ARN and try again.",
            );
        }
        assert_eq!(session.invited_principal(), "ASSOCIATING");
    }
}
