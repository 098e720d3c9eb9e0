//! `GetResourceShareInvitations`: lists the invitations that the caller has received.

use super::list::{self, Asked};
use super::refusal::Refusal;
use super::shapes::{MaxResults, ResourceShareInvitation, ResourceShareInvitationList, StringList};
use super::{error, invitations, lookup, sharing_rules as rules};
use crate::collection::ascending;
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `GetResourceShareInvitations`.
GetResourceShareInvitationsRequest {
    /// Only these invitations, by ARN.
    resource_share_invitation_arns: StringList = "resourceShareInvitationArns" as InvitationArn,
    /// Only invitations to these shares.
    resource_share_arns: StringList = "resourceShareArns" as ResourceShareArn,
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of invitations on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `GetResourceShareInvitations`.
GetResourceShareInvitationsResponse {
    /// The invitations, the oldest first.
    resource_share_invitations: ResourceShareInvitationList = "resourceShareInvitations",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "GetResourceShareInvitations", "POST" "/getresourceshareinvitations" Body,
    GetResourceShareInvitationsRequest => GetResourceShareInvitationsResponse, run,
    &[
        &error::RESOURCE_SHARE_INVITATION_ARN_NOT_FOUND, &error::INVALID_MAX_RESULTS, &error::MALFORMED_ARN, &error::UNKNOWN_RESOURCE,
        &error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
    ],
    "Lists the invitations to resource shares that the account received, and how each was answered."
};

fn run(call: &mut Call<'_>, mut input: GetResourceShareInvitationsRequest) -> Result<GetResourceShareInvitationsResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("GetResourceShareInvitations {}/{} {}", call.caller.account, call.caller.region, input.write());
    let mut named: Option<Vec<usize>> = None;
    for arn in input.resource_share_invitation_arns.iter().flat_map(|arns| &arns.0) {
        let number = invitations::received(call, arn)?;
        named.get_or_insert_with(Vec::new).push(number);
    }
    let named = named.map(ascending);
    let mut to: Option<Vec<usize>> = None;
    for arn in input.resource_share_arns.iter().flat_map(|arns| &arns.0) {
        lookup::judge_share_arn(call, arn)?;
        let found = call.store.shares.find(arn).filter(|(_, share)| !share.is_forgotten() && *share.region() == call.caller.region);
        let found = found.map(|(number, _)| number).ok_or_else(|| Refusal::unknown_share(arn));
        let number = call.trace.judge(&rules::INVITING_SHARE, found)?;
        to.get_or_insert_with(Vec::new).push(number);
    }
    let shares = &call.store.shares;
    let page = list::page_of_numbers(call.trace, &Asked { list, next_token, max_results }, &mut |after, most| {
        let is_to = |number: &usize| {
            let association = shares.invitation(*number).and_then(|invitation| shares.association(invitation.association()));
            to.as_ref().is_none_or(|to| association.is_some_and(|found| to.contains(&found.share())))
        };
        if let Some(named) = &named {
            let rest = named.iter().copied().filter(|number| after.is_none_or(|after| *number > after));
            return rest.filter(is_to).take(most).collect();
        }
        let found = shares.received(&call.caller.account, &call.caller.region, to.as_deref(), after);
        found.map(|(number, _)| number).take(most).collect()
    })?;
    let found = page.rows.into_iter().filter_map(|number| shares.invitation(number));
    let rows = found.filter_map(|invitation| ResourceShareInvitation::of(invitation, shares)).collect();
    Ok(GetResourceShareInvitationsResponse {
        resource_share_invitations: Some(ResourceShareInvitationList(rows)),
        next_token: page.next_token,
    })
}

#[cfg(test)]
mod tests {
    use crate::ram::testing::shares::*;
    use crate::ram::testing::{OWNER, Session};
    use crate::trace::Evidence;
    use serde_json::{Value, json};

    const GET: &str = "GetResourceShareInvitations";

    fn names(body: &Value) -> Vec<&str> {
        body["resourceShareInvitations"].as_array().unwrap().iter().map(|row| row["resourceShareName"].as_str().unwrap()).collect()
    }

    fn arn(body: &Value, place: usize) -> &str {
        body["resourceShareInvitations"][place]["resourceShareInvitationArn"].as_str().unwrap()
    }

    #[test]
    fn an_invitation_shows_its_share_and_both_accounts() {
        let mut session = Session::new();
        let role = "arn:aws:iam::444455556666:role/reader";
        let share = session.make(OWNER, &json!({ "principals": [OUTSIDER, role] }));
        let body = session.ok(OUTSIDER, GET, &json!({}));
        let start = "arn:aws:ram:us-east-1:111122223333:resource-share-invitation/";
        assert!(arn(&body, 0).starts_with(start), "{body}");
        let expected = json!({
            "invitationTimestamp": 1.7e9, "receiverAccountId": OUTSIDER, "resourceShareArn": share,
            "resourceShareInvitationArn": arn(&body, 0), "resourceShareName": "team", "senderAccountId": OWNER, "status": "PENDING",
        });
        assert_eq!(body["resourceShareInvitations"][0], expected);
        assert_eq!(body["resourceShareInvitations"][1]["receiverArn"], role);
        assert_eq!(names(&session.ok(OWNER, GET, &json!({}))), [""; 0]);
        assert_eq!(names(&session.ok(MEMBER, GET, &json!({}))), [""; 0]);
    }

    #[test]
    fn filters_and_pages() {
        let mut session = Session::new();
        let shares = ["one", "two", "three"].map(|name| session.make(OWNER, &json!({ "name": name, "principals": [OUTSIDER] })));
        let all = session.ok(OUTSIDER, GET, &json!({}));
        assert_eq!(names(&all), ["one", "two", "three"]);
        let of = |filters: Value, session: &mut Session| session.ok(OUTSIDER, GET, &filters);
        assert_eq!(names(&of(json!({ "resourceShareArns": [shares[2], shares[0]] }), &mut session)), ["one", "three"]);
        assert_eq!(names(&of(json!({ "resourceShareInvitationArns": [arn(&all, 1)] }), &mut session)), ["two"]);
        let both = json!({ "resourceShareInvitationArns": [arn(&all, 2), arn(&all, 1)], "resourceShareArns": [shares[2], shares[0]] });
        assert_eq!(names(&of(both, &mut session)), ["three"]);
        let two = [arn(&all, 2), arn(&all, 1), arn(&all, 2)];
        let first = of(json!({ "resourceShareInvitationArns": two, "maxResults": 1 }), &mut session);
        let second = json!({ "resourceShareInvitationArns": two, "maxResults": 1, "nextToken": first["nextToken"] });
        assert_eq!((names(&first), names(&of(second, &mut session))), (vec!["two"], vec!["three"]));
        let first = of(json!({ "resourceShareArns": [shares[2], shares[0]], "maxResults": 1 }), &mut session);
        let second = json!({ "resourceShareArns": [shares[2], shares[0]], "maxResults": 1, "nextToken": first["nextToken"] });
        assert_eq!((names(&first), names(&of(second, &mut session))), (vec!["one"], vec!["three"]));
        let first = of(json!({ "maxResults": 2 }), &mut session);
        let second = of(json!({ "maxResults": 2, "nextToken": first["nextToken"] }), &mut session);
        assert_eq!((names(&first), names(&second), second.get("nextToken")), (vec!["one", "two"], vec!["three"], None));
    }

    #[test]
    fn an_answered_invitation_is_shown_for_a_week() {
        let mut session = Session::new();
        session.make(OWNER, &json!({ "principals": [OUTSIDER] }));
        let listed = session.ok(OUTSIDER, GET, &json!({}));
        session.ok(OUTSIDER, "RejectResourceShareInvitation", &json!({ "resourceShareInvitationArn": arn(&listed, 0) }));
        assert_eq!(session.ok(OUTSIDER, GET, &json!({}))["resourceShareInvitations"][0]["status"], "REJECTED");
        session.0.advance(7 * 24 * 60 * 60);
        assert_eq!(names(&session.ok(OUTSIDER, GET, &json!({}))), [""; 0]);
        let gone = format!("ResourceShareInvitation {} could not be found.", arn(&listed, 0));
        let not_found = "ResourceShareInvitationArnNotFoundException";
        for (operation, input) in [
            (GET, json!({ "resourceShareInvitationArns": [arn(&listed, 0)] })),
            ("AcceptResourceShareInvitation", json!({ "resourceShareInvitationArn": arn(&listed, 0) })),
        ] {
            session.no(OUTSIDER, operation, &input, ("ram/invitation-exists", Evidence::Model), not_found, &gone);
        }
    }

    #[test]
    fn a_rejected_principal_is_out_or_failed() {
        for (fails, status) in [(false, "DISASSOCIATED"), (true, "FAILED")] {
            let mut session = Session::new();
            let settings = json!({ "settings": { "rejectedInvitationFails": fails } });
            session.0.intervene(&serde_json::from_value(settings).unwrap()).unwrap();
            let share = session.make(OWNER, &json!({ "principals": [OUTSIDER] }));
            let listed = session.ok(OUTSIDER, GET, &json!({}));
            session.ok(OUTSIDER, "RejectResourceShareInvitation", &json!({ "resourceShareInvitationArn": arn(&listed, 0) }));
            assert_eq!(session.within(OWNER, "PRINCIPAL"), [(OUTSIDER.to_owned(), status.to_owned())]);
            // In both cases the owner can invite again, and nothing prevents the deletion of the share.
            session.principals(OWNER, "AssociateResourceShare", &share, &[OUTSIDER]);
            assert_eq!(session.within(OWNER, "PRINCIPAL"), [(OUTSIDER.to_owned(), "ASSOCIATING".to_owned())]);
        }
    }

    #[test]
    fn what_cannot_be_asked() {
        let mut session = Session::new();
        let none = "arn:aws:ram:us-east-1:111122223333:resource-share/910a2dec-0000-4cc1-beeb-8da1658eec67";
        session.no(
            OUTSIDER,
            GET,
            &json!({ "resourceShareArns": [none] }),
            ("ram/inviting-share", Evidence::Model),
            "UnknownResourceException",
            &format!("ResourceShare {none} could not be found."),
        );
        let exchange = session.call(GET, &json!({ "maxResults": 501 }));
        assert_eq!(exchange.error_name(), Some("InvalidMaxResultsException"));
        let exchange = session.call(GET, &json!({ "resourceShareInvitationArns": ["x"] }));
        assert_eq!(exchange.error_name(), Some("MalformedArnException"));
    }
}
