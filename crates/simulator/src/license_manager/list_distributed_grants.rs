//! `ListDistributedGrants`: the grants that the caller created, including those that workflows created for it.

use super::column::{Column, Filter};
use super::list::Query;
use super::shapes::{ArnList, FilterList, GrantList, MaxSize100};
use super::{error, find};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ListDistributedGrants", "POST" "/" Body, ListDistributedGrantsRequest => ListDistributedGrantsResponse, run,
    &[
        &error::VALIDATION, &error::INVALID_PARAMETER_VALUE, &error::RESOURCE_LIMIT_EXCEEDED, &error::SERVER_INTERNAL,
        &error::AUTHORIZATION, &error::ACCESS_DENIED, &error::RATE_LIMIT_EXCEEDED,
    ],
    "Lists the grants that the caller created, including deleted and rejected ones."
};

structure!(/// The request of `ListDistributedGrants`.
ListDistributedGrantsRequest {
    /// The grants to list. The default is all.
    grant_arns: ArnList = "GrantArns" as GrantArn,
    /// Filters: `LicenseArn`, `GrantStatus`, `GranteePrincipalARN`, `ProductSKU`, `LicenseIssuerName`.
    filters: FilterList = "Filters",
    /// The `NextToken` of the previous page.
    next_token: String = "NextToken" as PageToken,
    /// The maximum number of grants on the page. The default is 100.
    max_results: MaxSize100 = "MaxResults",
});

structure!(/// The response of `ListDistributedGrants`.
ListDistributedGrantsResponse {
    /// The grants, oldest first.
    grants: GrantList = "Grants",
    /// The token of the next page, if there is one.
    next_token: String = "NextToken" as PageToken,
});

static FILTERS: [Filter; 5] = [
    ("LicenseArn", Column::LicenseArn),
    ("GrantStatus", Column::GrantStatus),
    ("GranteePrincipalARN", Column::Principal),
    ("ProductSKU", Column::ProductSku),
    ("LicenseIssuerName", Column::IssuerName),
];

fn run(call: &mut Call<'_>, input: ListDistributedGrantsRequest) -> Result<ListDistributedGrantsResponse, ServiceError> {
    let ListDistributedGrantsRequest { grant_arns, filters, next_token, max_results } = input;
    let arns = grant_arns.map(|arns| (arns, find::grant_arn as _));
    let (operation, supported, caller) = (&OPERATION, &FILTERS, call.caller);
    let listing = Query { operation, arns, filters, next_token, max_results, supported, about: None, caller }
        .check(call.trace, &call.world.settings)?;
    let (store, account) = (&*call.store, &caller.account);
    let made = listing.grants(store, store.made_by(account, &listing.filters, listing.after));
    let mine = made.filter(|(_, row)| row.grant.is_some_and(|grant| grant.terms().grantor == *account));
    let (page, next_token) = listing.page(&mut mine.map(|(number, _)| number));
    let grants = page.into_iter().filter_map(|number| store.grant_at(number)).map(|grant| grant.shape(call.trace)).collect();
    Ok(ListDistributedGrantsResponse { grants: Some(GrantList(grants)), next_token })
}

#[cfg(test)]
mod tests {
    use crate::license_manager::testing::*;
    use serde_json::{Value, json};

    /// A vendor's grants of two licenses, the second one's deleted.
    fn two_grants(scene: &mut Scene) -> [String; 2] {
        let first = scene.license(VENDOR, &json!({}));
        let second = scene.license(VENDOR, &json!({ "ProductSKU": "SKU-2", "Issuer": { "Name": "Other" } }));
        let grants = [scene.grant(VENDOR, &first, &root(CUSTOMER)), scene.grant(VENDOR, &second, &root(OUTSIDER))];
        scene.ok(VENDOR, "DeleteGrant", &json!({ "GrantArn": grants[1], "Version": "1" }));
        grants
    }

    fn arns(body: &Value) -> Vec<String> {
        body["Grants"].as_array().unwrap().iter().map(|grant| text(grant, "GrantArn")).collect()
    }

    #[test]
    fn filters_are_exact() {
        let mut scene = Scene::new();
        let [first, second] = two_grants(&mut scene);
        let license = scene.simulator.license_manager().licenses().next().unwrap().arn().to_owned();
        assert_eq!(arns(&scene.ok(VENDOR, "ListDistributedGrants", &json!({}))), [first.clone(), second.clone()]);
        assert_eq!(scene.ok(CUSTOMER, "ListDistributedGrants", &json!({})), json!({ "Grants": [] }));
        for (name, value, found) in [
            ("LicenseArn", license.as_str(), &first),
            ("GrantStatus", "DELETED", &second),
            ("GranteePrincipalARN", &root(OUTSIDER), &second),
            ("ProductSKU", "SKU-1", &first),
            ("LicenseIssuerName", "Other", &second),
        ] {
            let filter = json!({ "Filters": [{ "Name": name, "Values": [value] }] });
            assert_eq!(arns(&scene.ok(VENDOR, "ListDistributedGrants", &filter)), std::slice::from_ref(found), "{name}");
        }
        let none = json!({ "Filters": [{ "Name": "ProductSKU", "Values": ["SKU-1"] }, { "Name": "GrantStatus", "Values": ["DELETED"] }] });
        assert!(arns(&scene.ok(VENDOR, "ListDistributedGrants", &none)).is_empty());
        assert_eq!(arns(&scene.ok(VENDOR, "ListDistributedGrants", &json!({ "GrantArns": [second] }))), [second]);
    }

    #[test]
    fn other_filters_are_refused() {
        let mut scene = Scene::new();
        for filter in [
            json!({ "Name": "GranteePrincipalArn", "Values": ["x"] }),
            json!({ "Name": "GrantStatus", "Values": ["ACTIVE", "DISABLED"] }),
            json!({ "Name": "GrantStatus" }),
            json!({ "Values": ["ACTIVE"] }),
        ] {
            let input = json!({ "Filters": [filter] });
            scene.refused(VENDOR, "ListDistributedGrants", &input, "InvalidParameterValueException", "The filters provided are not valid");
        }
    }

    #[test]
    fn pages_survive_changes_in_between() {
        let mut scene = Scene::new();
        let license = scene.license(VENDOR, &json!({}));
        let grants: Vec<_> = (1..=5).map(|number| scene.grant(VENDOR, &license, &root(&format!("10000000000{number}")))).collect();
        let page =
            |scene: &mut Scene, token: &Value| scene.ok(VENDOR, "ListDistributedGrants", &json!({ "MaxResults": 2, "NextToken": token }));
        let first = page(&mut scene, &Value::Null);
        assert_eq!(arns(&first), grants[..2]);
        scene.ok(VENDOR, "DeleteGrant", &json!({ "GrantArn": grants[1], "Version": "1" }));
        let second = page(&mut scene, &first["NextToken"]);
        assert_eq!(arns(&second), grants[2..4]);
        let added = scene.grant(VENDOR, &license, &root(CUSTOMER));
        let third = page(&mut scene, &second["NextToken"]);
        assert_eq!(arns(&third), [grants[4].clone(), added]);
        assert_eq!(third.get("NextToken"), None);
    }

    #[test]
    fn a_token_belongs_to_its_list() {
        let mut scene = Scene::new();
        two_grants(&mut scene);
        let token = text(&scene.ok(VENDOR, "ListDistributedGrants", &json!({ "MaxResults": 1 })), "NextToken");
        let mut refused = |account: &str, operation: &str, input: &Value| {
            scene.refused(account, operation, input, "InvalidParameterValueException", "The NextToken provided is not valid");
        };
        refused(CUSTOMER, "ListDistributedGrants", &json!({ "NextToken": token }));
        refused(VENDOR, "ListReceivedGrants", &json!({ "NextToken": token }));
        let filters = json!([{ "Name": "GrantStatus", "Values": ["DELETED"] }]);
        refused(VENDOR, "ListDistributedGrants", &json!({ "NextToken": token, "Filters": filters }));
        for token in ["", "x", "äöü", &token.to_uppercase(), &format!("{token}0")] {
            refused(VENDOR, "ListDistributedGrants", &json!({ "NextToken": token }));
        }
    }
}
