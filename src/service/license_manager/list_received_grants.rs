//! `ListReceivedGrants`: the grants made to the caller, to its organization, or to a unit it is in.

use super::grant::Grant;
use super::list::Query;
use super::list::filter::{self, GrantFilter};
use super::principal::Principal;
use super::shapes::{ArnList, FilterList, GrantList, MaxSize100};
use super::store::Store;
use super::{error, rules};
use crate::service::error::ServiceError;
use crate::service::operation::{Call, Operation, operation};
use crate::service::schema::structure;
use std::iter;

/// The operation.
pub static OPERATION: Operation = operation! {
    LicenseManager, "ListReceivedGrants", "POST" "/" Body, ListReceivedGrantsRequest => ListReceivedGrantsResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Lists the grants the caller received, deleted and rejected ones included."
};

structure!(/// What `ListReceivedGrants` takes.
ListReceivedGrantsRequest {
    /// The grants to list; all, when absent.
    grant_arns: ArnList = "GrantArns",
    /// Filters: `ProductSKU`, `LicenseIssuerName`, `LicenseArn`, `GrantStatus`, `GranterAccountId`.
    filters: FilterList = "Filters",
    /// The `NextToken` of the page before.
    next_token: String = "NextToken",
    /// How many grants the page holds; 100, when absent.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// What `ListReceivedGrants` gives.
ListReceivedGrantsResponse {
    /// The grants, the oldest first.
    grants: GrantList = "Grants",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken",
});

static FILTERS: [GrantFilter; 5] = [
    ("ProductSKU", filter::product_sku),
    ("LicenseIssuerName", filter::issuer_name),
    ("LicenseArn", filter::license_arn),
    ("GrantStatus", filter::received_status),
    // The spelling is the service's.
    ("GranterAccountId", filter::grantor_account),
];

fn run(call: &mut Call<'_>, input: ListReceivedGrantsRequest) -> Result<ListReceivedGrantsResponse, ServiceError> {
    let ListReceivedGrantsRequest { grant_arns: arns, filters, next_token, max_results } = input;
    let query = Query { operation: OPERATION.name, arns, filters, next_token, max_results, supported: &FILTERS, caller: call.caller };
    let listing = query.check(call.trace)?;
    let (store, account) = (&*call.license_manager, &call.caller.account);
    let principals = Principal::all_of(account, call.world);
    // A grant to one's own organization was distributed, not received.
    let received = made_to_any(store, &principals, listing.after)
        .filter(|number| store.grant_at(*number).is_some_and(|grant| grant.terms().grantor != *account));
    let (grants, next_token) = listing.page(store, received, Grant::received_shape);
    if grants
        .0
        .iter()
        .any(|shown| store.grant(shown.grant_arn.as_str()).is_some_and(|grant| grant.current().status() != shown.grant_status))
    {
        call.trace.pass(&rules::RECALL_UNSEEN);
    }
    Ok(ListReceivedGrantsResponse { grants: Some(grants), next_token })
}

/// The numbers of the grants to these principals, in order. A grant has one principal, so none comes twice.
fn made_to_any<'a>(store: &'a Store, principals: &[Principal], after: Option<usize>) -> impl Iterator<Item = usize> + use<'a> {
    let mut sources: Vec<_> = principals.iter().map(|principal| store.made_to(principal, after).peekable()).collect();
    iter::from_fn(move || {
        let heads = sources.iter_mut().enumerate().filter_map(|(place, source)| Some((*source.peek()?, place)));
        let (_, place) = heads.min()?;
        sources.get_mut(place)?.next()
    })
}

#[cfg(test)]
mod tests {
    use crate::service::license_manager::testing::*;
    use serde_json::{Value, json};

    fn arns(body: &Value) -> Vec<String> {
        body["Grants"].as_array().unwrap().iter().map(|grant| text(grant, "GrantArn")).collect()
    }

    #[test]
    fn grants_to_the_account_and_to_what_it_is_in() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let direct = scene.grant(VENDOR, &license, &root(MEMBER));
        let own = scene.license(CUSTOMER, &json!({}));
        let spread = scene.grant(CUSTOMER, &own, ORGANIZATION);
        scene.simulator.settle();
        let part = scene.simulator.license_manager().children(&spread).next().unwrap().arn().to_owned();
        let all = scene.ok(MEMBER, "ListReceivedGrants", &json!({}));
        assert_eq!(arns(&all), [direct.clone(), spread.clone(), part.clone()]);
        assert!(arns(&scene.ok(CUSTOMER, "ListReceivedGrants", &json!({}))).is_empty(), "what it distributed itself it did not receive");
        for (name, value, found) in [
            ("GranterAccountId", VENDOR, vec![direct.clone()]),
            ("LicenseArn", own.as_str(), vec![spread.clone(), part.clone()]),
            ("GrantStatus", "DISABLED", vec![part.clone()]),
            ("ProductSKU", "SKU-1", vec![direct.clone(), spread, part]),
            ("LicenseIssuerName", "Nobody", vec![]),
        ] {
            let filter = json!({ "Filters": [{ "Name": name, "Values": [value] }] });
            assert_eq!(arns(&scene.ok(MEMBER, "ListReceivedGrants", &filter)), found, "{name}");
        }
        let page = scene.ok(MEMBER, "ListReceivedGrants", &json!({ "MaxResults": 1 }));
        let next = scene.ok(MEMBER, "ListReceivedGrants", &json!({ "MaxResults": 1, "NextToken": page["NextToken"] }));
        assert_eq!((arns(&page), arns(&next).len()), (vec![direct], 1));
    }

    #[test]
    fn filters_of_the_other_list_are_refused() {
        let mut scene = Scene::new();
        let input = json!({ "Filters": [{ "Name": "GranteePrincipalARN", "Values": ["x"] }] });
        let exchange =
            scene.refused(MEMBER, "ListReceivedGrants", &input, "InvalidParameterValueException", "The filters provided are not valid");
        let check = exchange.trace.refusal().unwrap();
        assert_eq!(check.rule.name, "license-manager/filters");
    }
}
