//! `ListPendingInvitationResources`: lists the resources that the account can use if it accepts an invitation.

use super::list::{self, Asked};
use super::refusal::Refusal;
use super::shapes::{MaxResults, Resource, ResourceList, ResourceRegionScopeFilter};
use super::share::{Answered, AssociationKind, Invitation};
use super::{error, invitations, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `ListPendingInvitationResources`.
ListPendingInvitationResourcesRequest {
    /// The ARN of a pending invitation of the account.
    resource_share_invitation_arn: String = "resourceShareInvitationArn" as InvitationArn [required],
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of resources on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
    /// Only resources of types with this Region scope. The default is all.
    resource_region_scope: ResourceRegionScopeFilter = "resourceRegionScope",
});

structure!(/// The response of `ListPendingInvitationResources`.
ListPendingInvitationResourcesResponse {
    /// The resources in the share.
    resources: ResourceList = "resources",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListPendingInvitationResources", "POST" "/listpendinginvitationresources" Body,
    ListPendingInvitationResourcesRequest => ListPendingInvitationResourcesResponse, run,
    &[
        &error::MALFORMED_ARN, &error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER, &error::SERVER_INTERNAL,
        &error::SERVICE_UNAVAILABLE, &error::RESOURCE_SHARE_INVITATION_ARN_NOT_FOUND, &error::MISSING_REQUIRED_PARAMETER,
        &error::RESOURCE_SHARE_INVITATION_ALREADY_REJECTED, &error::RESOURCE_SHARE_INVITATION_EXPIRED,
    ],
    "Lists what is in a resource share, before the invitation to it is accepted."
};

fn run(
    call: &mut Call<'_>,
    mut input: ListPendingInvitationResourcesRequest,
) -> Result<ListPendingInvitationResourcesResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("ListPendingInvitationResources {}/{} {}", call.caller.account, call.caller.region, input.write());
    let number = invitations::received(call, &input.resource_share_invitation_arn)?;
    let shares = &call.store.shares;
    let invitation = shares.invitation(number);
    let answered = invitation.filter(|invitation| !invitation.is_pending());
    let refusal = |invitation: &Invitation| Refusal::not_pending(invitation, Answered(invitation.state()));
    call.trace.judge(&rules::INVITATION_PENDING, answered.map_or(Ok(()), |invitation| Err(refusal(invitation))))?;
    let share = invitation.and_then(|invitation| shares.share_invited_to(invitation)).map(|(association, _)| association.share());
    let scope = input.resource_region_scope.unwrap_or(ResourceRegionScopeFilter::All);
    let page = list::page_of_numbers(call.trace, &Asked { list, next_token, max_results }, &mut |after, most| {
        let within = share.into_iter().flat_map(|share| shares.within(share, AssociationKind::Resource, after));
        within.filter(|(_, resource)| resource.state().is_live()).map(|(number, _)| number).take(most).collect()
    })?;
    let rows = page.rows.into_iter().filter_map(|number| {
        let resource = shares.association(number)?;
        Some(Resource::listed(resource, shares.share_of(resource)?))
    });
    // A page can be shorter than requested, because the scope is checked last.
    let rows = rows.filter(|row| row.resource_region_scope.is_none_or(|found| scope.lets_through(found)));
    Ok(ListPendingInvitationResourcesResponse { resources: Some(ResourceList(rows.collect())), next_token: page.next_token })
}

#[cfg(test)]
mod tests {
    use crate::ram::testing::shares::*;
    use crate::ram::testing::{OWNER, Session, assert_refused};
    use serde_json::{Value, json};

    const LIST: &str = "ListPendingInvitationResources";

    fn invited(session: &mut Session) -> (String, String) {
        let parameter = resource(OWNER, "ssm", "parameter/db");
        let share = session
            .make(OWNER, &json!({ "resourceArns": [parameter, resource(OWNER, "ssm", "parameter/cache")], "principals": [OUTSIDER] }));
        let body = session.ok(OUTSIDER, "GetResourceShareInvitations", &json!({}));
        (share, body["resourceShareInvitations"][0]["resourceShareInvitationArn"].as_str().unwrap().to_owned())
    }

    fn arns(body: &Value) -> Vec<&str> {
        body["resources"].as_array().unwrap().iter().map(|row| row["arn"].as_str().unwrap()).collect()
    }

    #[test]
    fn an_invited_account_sees_what_it_would_get() {
        let mut session = Session::new();
        let (share, invitation) = invited(&mut session);
        let body = session.ok(OUTSIDER, LIST, &json!({ "resourceShareInvitationArn": invitation }));
        assert_eq!(arns(&body), [resource(OWNER, "ssm", "parameter/db"), resource(OWNER, "ssm", "parameter/cache")]);
        let keys: Vec<_> = body["resources"][0].as_object().unwrap().keys().collect();
        assert_eq!(keys, ["arn", "creationTime", "lastUpdatedTime", "resourceRegionScope", "resourceShareArn", "type"]);
        assert_eq!(body["resources"][0]["resourceShareArn"], json!(share));
        let first = session.ok(OUTSIDER, LIST, &json!({ "resourceShareInvitationArn": invitation, "maxResults": 1 }));
        let next = json!({ "resourceShareInvitationArn": invitation, "maxResults": 1, "nextToken": first["nextToken"] });
        assert_eq!(arns(&session.ok(OUTSIDER, LIST, &next)), [resource(OWNER, "ssm", "parameter/cache")]);
        let global = json!({ "resourceShareInvitationArn": invitation, "resourceRegionScope": "GLOBAL" });
        assert!(arns(&session.ok(OUTSIDER, LIST, &global)).is_empty());
    }

    #[test]
    fn only_while_the_invitation_waits() {
        for (answer, error, became) in [
            ("AcceptResourceShareInvitation", "InvalidParameterException", "was already accepted"),
            ("RejectResourceShareInvitation", "ResourceShareInvitationAlreadyRejectedException", "was already rejected"),
        ] {
            let mut session = Session::new();
            let (_, invitation) = invited(&mut session);
            let input = json!({ "resourceShareInvitationArn": invitation });
            session.ok(OUTSIDER, answer, &input);
            let exchange = session.call_as(OUTSIDER, "us-east-1", LIST, &input);
            assert_refused(&exchange, error, &format!("The resource share invitation {invitation} {became}."));
        }
        let mut session = Session::new();
        let (_, invitation) = invited(&mut session);
        session.0.advance(12 * 60 * 60);
        let exchange = session.call_as(OUTSIDER, "us-east-1", LIST, &json!({ "resourceShareInvitationArn": invitation }));
        let message = format!("The resource share invitation {invitation} has expired.");
        assert_refused(&exchange, "ResourceShareInvitationExpiredException", &message);
    }

    #[test]
    fn nobody_else_sees_it() {
        let mut session = Session::new();
        let (_, invitation) = invited(&mut session);
        let exchange = session.call_as(OWNER, "us-east-1", LIST, &json!({ "resourceShareInvitationArn": invitation }));
        let message = format!("ResourceShareInvitation {invitation} could not be found.");
        assert_refused(&exchange, "ResourceShareInvitationArnNotFoundException", &message);
    }
}
