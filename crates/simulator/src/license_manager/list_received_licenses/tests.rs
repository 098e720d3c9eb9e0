//! Every rule of `ListReceivedLicenses`, through the façade.

use crate::license_manager::testing::*;
use crate::schema::Vintage;
use serde_json::{Value, json};

fn arns(body: &Value) -> Vec<String> {
    body["Licenses"].as_array().unwrap().iter().map(|license| text(license, "LicenseArn")).collect()
}

#[test]
fn a_license_comes_with_how_it_was_received() {
    let mut scene = Scene::in_vintage(Vintage::Year2026);
    let license = scene.license(VENDOR, &json!({ "LicenseMetadata": [{ "Name": "a", "Value": "b" }] }));
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    let exchange = scene.send(CUSTOMER, "ListReceivedLicenses", &json!({}));
    assert_eq!(
        exchange.response.body,
        format!(
            r#"{{"Licenses":[{{"LicenseArn":"{license}","LicenseName":"Example","ProductName":"Example product","ProductSKU":"SKU-1","Issuer":{{"Name":"Vendor","KeyFingerprint":"aws:111122223333:Vendor:issuer-fingerprint"}},"HomeRegion":"us-east-1","Status":"AVAILABLE","Validity":{{"Begin":"2023-01-01T00:00:00Z","End":"2033-01-01T00:00:00Z"}},"Beneficiary":"Customer","Entitlements":[{{"Name":"Seats","MaxCount":10,"Unit":"Count"}}],"ConsumptionConfiguration":{{"ProvisionalConfiguration":{{"MaxTimeToLiveInMinutes":60}}}},"LicenseMetadata":[{{"Name":"a","Value":"b"}}],"CreateTime":"1700000000","Version":"1","ReceivedMetadata":{{"ReceivedStatus":"PENDING_ACCEPT","AllowedOperations":["CreateGrant","CheckoutLicense","CheckInLicense"],"GrantType":"BuyerGrant"}}}}]}}"#
        )
    );
    scene.ok(VENDOR, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "1", "StatusReason": "the contract ended" }));
    let deleted = scene.ok(CUSTOMER, "ListReceivedLicenses", &json!({}));
    let metadata = &deleted["Licenses"][0]["ReceivedMetadata"];
    assert_eq!((&metadata["ReceivedStatus"], &metadata["ReceivedStatusReason"]), (&json!("DELETED"), &json!("the contract ended")));
    assert_eq!(scene.ok(VENDOR, "ListReceivedLicenses", &json!({})), json!({ "Licenses": [] }), "what one made one did not receive");
    assert_eq!(scene.ok(OUTSIDER, "ListReceivedLicenses", &json!({})), json!({ "Licenses": [] }));
}

#[test]
fn a_license_is_listed_once_by_its_newest_live_grant() {
    let mut scene = Scene::with(|settings| settings.refuse_duplicate_grants = false);
    let license = scene.license(VENDOR, &json!({}));
    let status = |scene: &mut Scene| {
        let body = scene.ok(CUSTOMER, "ListReceivedLicenses", &json!({}));
        assert_eq!(arns(&body), std::slice::from_ref(&license));
        text(&body["Licenses"][0]["ReceivedMetadata"], "ReceivedStatus")
    };
    let first = scene.active_grant(VENDOR, &license, CUSTOMER);
    assert_eq!(status(&mut scene), "ACTIVE");
    let second = scene.grant(VENDOR, &license, &root(CUSTOMER));
    assert_eq!(status(&mut scene), "PENDING_ACCEPT");
    scene.ok(CUSTOMER, "RejectGrant", &json!({ "GrantArn": second }));
    assert_eq!(status(&mut scene), "ACTIVE", "the older one is still live");
    scene.ok(VENDOR, "DeleteGrant", &json!({ "GrantArn": first, "Version": "2" }));
    assert_eq!(status(&mut scene), "REJECTED", "the newest one there was");
}

#[test]
fn filters_are_exact() {
    let mut scene = Scene::new();
    let first = scene.license(VENDOR, &json!({}));
    let ended = json!({ "Begin": "2021-01-01T00:00:00Z", "End": "2023-11-14T22:13:26Z" });
    let second = json!({ "ProductSKU": "SKU-2", "Issuer": { "Name": "Other" }, "Beneficiary": "Someone", "Validity": ended });
    let second = scene.license(VENDOR, &second);
    for license in [&first, &second] {
        scene.grant(VENDOR, license, &root(CUSTOMER));
    }
    scene.simulator.advance(10);
    for (name, value, found) in [
        ("ProductSKU", "SKU-2", vec![&second]),
        ("Status", "AVAILABLE", vec![&first]),
        ("Status", "EXPIRED", vec![&second]),
        ("Fingerprint", "aws:111122223333:Other:issuer-fingerprint", vec![&second]),
        ("IssuerName", "Vendor", vec![&first]),
        ("Beneficiary", "Someone", vec![&second]),
        ("Beneficiary", "someone", vec![]),
    ] {
        let filter = json!({ "Filters": [{ "Name": name, "Values": [value] }] });
        let listed = arns(&scene.ok(CUSTOMER, "ListReceivedLicenses", &filter));
        assert_eq!(listed.iter().collect::<Vec<_>>(), found, "{name} {value}");
    }
    let both = json!({ "Filters": [{ "Name": "ProductSKU", "Values": ["SKU-2"] }, { "Name": "Status", "Values": ["AVAILABLE"] }] });
    assert!(arns(&scene.ok(CUSTOMER, "ListReceivedLicenses", &both)).is_empty());
    for name in ["Issuer", "LicenseIssuerName", "GrantStatus", "productSKU"] {
        let filter = json!({ "Filters": [{ "Name": name, "Values": ["x"] }] });
        let message = "The filters provided are not valid";
        scene.refused(CUSTOMER, "ListReceivedLicenses", &filter, "InvalidParameterValueException", message);
    }
}

#[test]
fn named_licenses_and_pages() {
    let mut scene = Scene::new();
    let licenses: Vec<_> = (0..3).map(|_| scene.license(VENDOR, &json!({}))).collect();
    for license in &licenses[..2] {
        scene.grant(VENDOR, license, &root(CUSTOMER));
    }
    let named = json!({ "LicenseArns": [licenses[2], licenses[1]] });
    assert_eq!(arns(&scene.ok(CUSTOMER, "ListReceivedLicenses", &named)), licenses[1..2], "a license one has no grant of is not listed");
    let first = scene.ok(CUSTOMER, "ListReceivedLicenses", &json!({ "MaxResults": 1 }));
    let second = scene.ok(CUSTOMER, "ListReceivedLicenses", &json!({ "MaxResults": 1, "NextToken": first["NextToken"] }));
    assert_eq!((arns(&first), arns(&second)), (licenses[..1].to_vec(), licenses[1..2].to_vec()));
    assert_eq!(second.get("NextToken"), None);
    let wrong = json!({ "LicenseArns": ["arn:aws:s3:::bucket"] });
    let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
    scene.refused(CUSTOMER, "ListReceivedLicenses", &wrong, "InvalidParameterValueException", message);
}

#[test]
fn a_marketplace_license_names_its_grant() {
    let mut scene = Scene::new();
    let license = scene.license(MARKETPLACE, &json!({ "LicenseMetadata": [{ "Name": "a", "Value": "b" }] }));
    let grant = scene.grant(MARKETPLACE, &license, &root(CUSTOMER));
    let body = scene.ok(CUSTOMER, "ListReceivedLicenses", &json!({}));
    let pairs = json!([{ "Name": "a", "Value": "b" }, { "Name": "grantArn", "Value": grant }]);
    assert_eq!(body["Licenses"][0]["LicenseMetadata"], pairs);
    assert_eq!(body["Licenses"][0]["ReceivedMetadata"]["ReceivedStatus"], "ACTIVE");
}

#[test]
fn an_account_s_part_speaks_for_an_organization_s_grant() {
    let mut scene = Scene::new();
    let license = scene.license(CUSTOMER, &json!({}));
    scene.grant(CUSTOMER, &license, ORGANIZATION);
    scene.simulator.settle();
    let body = scene.ok(MEMBER, "ListReceivedLicenses", &json!({}));
    assert_eq!((arns(&body), &body["Licenses"][0]["ReceivedMetadata"]["ReceivedStatus"]), (vec![license], &json!("DISABLED")));
}
