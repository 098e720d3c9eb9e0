//! `ListSourceAssociations`: lists the sources of the caller's shares.

use super::get_resource_share_associations::Filter;
use super::list::{self, Asked};
use super::shapes::{AssociatedSource, AssociatedSourceList, MaxResults, ResourceShareAssociationStatus, StringList};
use super::share::AssociationKind;
use super::shares::AssociationKey;
use super::{error, lookup};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `ListSourceAssociations`.
ListSourceAssociationsRequest {
    /// Only sources of these shares.
    resource_share_arns: StringList = "resourceShareArns" as ResourceShareArn,
    /// Only this source.
    source_id: String = "sourceId" as Source,
    /// Only sources of this type.
    source_type: String = "sourceType" as SourceType,
    /// Only associations with this status.
    association_status: ResourceShareAssociationStatus = "associationStatus" as Status,
    /// The `nextToken` of the previous page.
    next_token: String = "nextToken" as PageToken,
    /// The maximum number of associations on the page: 1 to 500. The default is 500.
    max_results: MaxResults = "maxResults",
});

structure!(/// The response of `ListSourceAssociations`.
ListSourceAssociationsResponse {
    /// The sources, the oldest first.
    source_associations: AssociatedSourceList = "sourceAssociations",
    /// The token for the next page, if there is one.
    next_token: String = "nextToken" as PageToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ListSourceAssociations", "POST" "/listsourceassociations" Body,
    ListSourceAssociationsRequest => ListSourceAssociationsResponse, run,
    &[
        &error::UNKNOWN_RESOURCE, &error::MALFORMED_ARN, &error::INVALID_NEXT_TOKEN, &error::INVALID_PARAMETER,
        &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
    ],
    "Lists the sources of the account's own resource shares: from where service principals may come."
};

fn run(call: &mut Call<'_>, mut input: ListSourceAssociationsRequest) -> Result<ListSourceAssociationsResponse, ServiceError> {
    let (next_token, max_results) = (input.next_token.take(), input.max_results.take());
    let list = format!("ListSourceAssociations {}/{} {}", call.caller.account, call.caller.region, input.write());
    let mut named = Vec::new();
    for arn in input.resource_share_arns.iter().flat_map(|arns| &arns.0) {
        named.push(lookup::own_share(call, arn)?);
    }
    let kind = AssociationKind::Source;
    let status = input.association_status.map(ResourceShareAssociationStatus::as_str);
    let filter = Filter { kind, entity: input.source_id.as_deref(), status, named: &named };
    let shares = &call.store.shares;
    let owner = AssociationKey::Owner(call.caller.account.clone(), call.caller.region.clone(), kind);
    let page = list::page_of_numbers(call.trace, &Asked { list, next_token, max_results }, &mut |after, most| {
        let found = filter.ask(shares, owner.clone(), after);
        let found = found.filter(|(_, source)| input.source_type.as_deref().is_none_or(|wanted| wanted == source.resource_type()));
        found.map(|(number, _)| number).take(most).collect()
    })?;
    let found = page.rows.into_iter().filter_map(|number| shares.association(number));
    let rows = found.filter_map(|association| Some(AssociatedSource::of(association, shares.share_of(association)?))).collect();
    Ok(ListSourceAssociationsResponse { source_associations: Some(AssociatedSourceList(rows)), next_token: page.next_token })
}

#[cfg(test)]
mod tests {
    use crate::ram::testing::shares::*;
    use crate::ram::testing::{OWNER, Session};
    use crate::trace::Evidence;
    use serde_json::{Value, json};

    const LIST: &str = "ListSourceAssociations";

    #[test]
    fn a_source_shows_its_type_and_its_times() {
        let mut session = Session::new();
        let share = session.make(OWNER, &json!({ "sources": [OUTSIDER] }));
        session.0.advance(10);
        session.answers(
            LIST,
            &json!({}),
            &format!(
                r#"{{"sourceAssociations":[{{"creationTime":1.7E9,"lastUpdatedTime":1.700000001E9,"resourceShareArn":"{share}","sourceId":"444455556666","sourceType":"ACCOUNT","status":"ASSOCIATED"}}]}}"#
            ),
        );
    }

    #[test]
    fn filters_and_pages() {
        let mut session = Session::new();
        let sources = json!({ "sources": [OUTSIDER, "o-exampleorg1", "o-exampleorg1/r-exam/", "arn:aws:s3:::bucket"] });
        let shares = [session.make(OWNER, &sources), session.make(OWNER, &json!({ "sources": [MEMBER] }))];
        session.ok(OWNER, "DisassociateResourceShare", &json!({ "resourceShareArn": shares[0], "sources": [OUTSIDER] }));
        let ids = |body: &Value| -> Vec<String> {
            body["sourceAssociations"].as_array().unwrap().iter().map(|row| row["sourceId"].as_str().unwrap().to_owned()).collect()
        };
        for (filters, expected) in [
            (json!({}), vec![OUTSIDER, "o-exampleorg1", "o-exampleorg1/r-exam/", "arn:aws:s3:::bucket", MEMBER]),
            (json!({ "resourceShareArns": [shares[1]] }), vec![MEMBER]),
            (json!({ "sourceId": "o-exampleorg1" }), vec!["o-exampleorg1"]),
            (json!({ "sourceType": "ORGANIZATION_PATH" }), vec!["o-exampleorg1/r-exam/"]),
            (json!({ "sourceType": "ACCOUNT" }), vec![OUTSIDER, MEMBER]),
            (json!({ "associationStatus": "DISASSOCIATED" }), vec![OUTSIDER]),
        ] {
            assert_eq!(ids(&session.ok(OWNER, LIST, &filters)), expected, "{filters}");
        }
        let first = session.ok(OWNER, LIST, &json!({ "maxResults": 4 }));
        let second = session.ok(OWNER, LIST, &json!({ "maxResults": 4, "nextToken": first["nextToken"] }));
        assert_eq!((ids(&first).len(), ids(&second)), (4, vec![MEMBER.to_owned()]));
        assert_eq!(ids(&session.ok(OUTSIDER, LIST, &json!({}))), [""; 0]);
        let own = ("ram/own-share", Evidence::Inferred);
        let message = format!("ResourceShare {} could not be found.", shares[0]);
        session.no(OUTSIDER, LIST, &json!({ "resourceShareArns": [shares[0]] }), own, "UnknownResourceException", &message);
    }
}
