//! `ListReceivedGrants`: the grants to the caller, to its organization, or to a unit it is in.

use super::column::{Column, Filter};
use super::list::Query;
use super::principal::Principal;
use super::shapes::{ArnList, FilterList, GrantList, MaxSize100};
use super::{error, find};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ListReceivedGrants", "POST" "/" Body, ListReceivedGrantsRequest => ListReceivedGrantsResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Lists the grants that the caller received, including deleted and rejected ones."
};

structure!(/// The request of `ListReceivedGrants`.
ListReceivedGrantsRequest {
    /// The grants to list. The default is all.
    grant_arns: ArnList = "GrantArns" as GrantArn,
    /// Filters: `ProductSKU`, `LicenseIssuerName`, `LicenseArn`, `GrantStatus`, `GranterAccountId`.
    filters: FilterList = "Filters",
    /// The `NextToken` of the previous page.
    next_token: String = "NextToken" as PageToken,
    /// The maximum number of grants on the page. The default is 100.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// The response of `ListReceivedGrants`.
ListReceivedGrantsResponse {
    /// The grants, oldest first.
    grants: GrantList = "Grants",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken" as PageToken,
});

static FILTERS: [Filter; 5] = [
    ("ProductSKU", Column::ProductSku),
    ("LicenseIssuerName", Column::IssuerName),
    ("LicenseArn", Column::LicenseArn),
    ("GrantStatus", Column::ReceivedStatus),
    // The service spells it like this.
    ("GranterAccountId", Column::Grantor),
];

fn run(call: &mut Call<'_>, input: ListReceivedGrantsRequest) -> Result<ListReceivedGrantsResponse, ServiceError> {
    let ListReceivedGrantsRequest { grant_arns, filters, next_token, max_results } = input;
    let arns = grant_arns.map(|arns| (arns, find::grant_arn as _));
    let (operation, supported, caller) = (&OPERATION, &FILTERS, call.caller);
    let listing = Query { operation, arns, filters, next_token, max_results, supported, about: None, caller }
        .check(call.trace, &call.world.settings)?;
    let (store, account) = (&*call.store, &caller.account);
    let principals = Principal::all_of(account, call.world);
    let made = listing.grants(store, store.made_to(&principals, &listing.filters, listing.after));
    // A grant of the caller to its own organization is a distributed grant, not a received one.
    let received = made.filter(|(_, row)| {
        row.grant.is_some_and(|grant| grant.terms().grantor != *account && principals.contains(&grant.terms().principal))
    });
    let (page, next_token) = listing.page(&mut received.map(|(number, _)| number));
    let grants = page.into_iter().filter_map(|number| store.grant_at(number)).map(|grant| grant.received_shape(call.trace)).collect();
    Ok(ListReceivedGrantsResponse { grants: Some(GrantList(grants)), next_token })
}

#[cfg(test)]
mod tests {
    use crate::license_manager::testing::*;
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
