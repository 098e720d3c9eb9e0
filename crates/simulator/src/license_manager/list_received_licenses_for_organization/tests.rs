//! Every rule of `ListReceivedLicensesForOrganization`, through the façade.

use crate::Options;
use crate::license_manager::testing::*;
use serde_json::{Value, json};

const OPERATION: &str = "ListReceivedLicensesForOrganization";

fn rows(body: &Value) -> Vec<(String, String)> {
    let rows = body["Licenses"].as_array().unwrap().iter();
    rows.map(|row| (text(row, "LicenseArn"), text(&row["ReceivedMetadata"], "ReceivedStatus"))).collect()
}

#[test]
fn what_any_account_of_the_organization_received() {
    let mut scene = Scene::new();
    let to_member = scene.license(VENDOR, &json!({}));
    scene.active_grant(VENDOR, &to_member, MEMBER);
    let to_management = scene.license(VENDOR, &json!({ "ProductSKU": "SKU-2", "Beneficiary": "Management" }));
    scene.grant(VENDOR, &to_management, &root(CUSTOMER));
    let elsewhere = scene.license(VENDOR, &json!({}));
    scene.grant(VENDOR, &elsewhere, &root(OUTSIDER));
    let spread = scene.license(CUSTOMER, &json!({ "ProductSKU": "SKU-3" }));
    scene.grant(CUSTOMER, &spread, ORGANIZATION);
    scene.simulator.settle();
    let row = |license: &String, status: &str| (license.clone(), status.to_owned());
    let all = [row(&to_member, "ACTIVE"), row(&to_management, "PENDING_ACCEPT"), row(&spread, "WORKFLOW_COMPLETED")];
    assert_eq!(rows(&scene.ok(CUSTOMER, OPERATION, &json!({}))), all, "each once, the organization's own grant first");
    for (name, value, place) in [("ProductSKU", "SKU-2", 1), ("Beneficiary", "Management", 1), ("ProductSKU", "SKU-3", 2)] {
        let filter = json!({ "Filters": [{ "Name": name, "Values": [value] }] });
        assert_eq!(rows(&scene.ok(CUSTOMER, OPERATION, &filter)), all[place..=place], "{name} {value}");
    }
    let first = scene.ok(CUSTOMER, OPERATION, &json!({ "MaxResults": 2 }));
    let second = scene.ok(CUSTOMER, OPERATION, &json!({ "MaxResults": 2, "NextToken": first["NextToken"] }));
    assert_eq!((rows(&first), rows(&second)), (all[..2].to_vec(), all[2..].to_vec()));
    let filter = json!({ "Filters": [{ "Name": "Status", "Values": ["AVAILABLE"] }] });
    scene.refused(CUSTOMER, OPERATION, &filter, "InvalidParameterValueException", "The filters provided are not valid");
}

#[test]
fn administrators_alone_list_for_the_organization() {
    let denied = "Access to resource denied.";
    let mut scene = Scene::new();
    for account in [VENDOR, MEMBER] {
        let exchange = scene.refused(account, OPERATION, &json!({}), "AccessDeniedException", denied);
        assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/organization-administrator");
    }
    let mut options = Options::default();
    options.organizations[0].delegated_administrator = Some(MEMBER.parse().unwrap());
    let mut scene = Scene::of(options.clone());
    assert_eq!(scene.ok(MEMBER, OPERATION, &json!({})), json!({ "Licenses": [] }));
    for (trusted_access, all_features) in [(false, true), (true, false)] {
        let mut options = options.clone();
        let organization = &mut options.organizations[0];
        (organization.trusted_access, organization.all_features) = (trusted_access, all_features);
        let mut scene = Scene::of(options);
        for account in [CUSTOMER, MEMBER] {
            scene.refused(account, OPERATION, &json!({}), "AccessDeniedException", denied);
        }
    }
}
