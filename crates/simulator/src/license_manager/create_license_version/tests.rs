use crate::license_manager::testing::*;
use crate::schema::Vintage;
use serde_json::{Value, json};

const VALIDATION: &str = "ValidationException";

#[track_caller]
fn assert_version_refused(scene: &mut Scene, account: &str, license: &str, changes: &Value, error: &str, message: &str) {
    let input = scene.version_input(license, changes);
    scene.refused(account, "CreateLicenseVersion", &input, error, message);
}

#[test]
fn versions_grow_by_one_and_earlier_ones_stay() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({ "LicenseMetadata": [{ "Name": "a", "Value": "b" }] }));
    let input = scene.version_input(&license, &json!({ "LicenseName": "New", "Issuer": { "Name": "Other" }, "SourceVersion": "1" }));
    let exchange = scene.send(VENDOR, "CreateLicenseVersion", &input);
    assert_eq!(exchange.response.body, format!(r#"{{"LicenseArn":"{license}","Version":"2","Status":"AVAILABLE"}}"#));
    let change = serde_json::to_value(&exchange.changes).unwrap();
    assert_eq!(change, json!([{ "resource": license, "event": "revised", "from": "AVAILABLE", "to": "AVAILABLE" }]));
    assert_eq!(scene.version(&license, &json!({ "Status": "DEACTIVATED" }))["Version"], "3");

    let mut get = |version: &str| scene.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license, "Version": version }));
    let (first, second, third) = (get("1"), get("2"), get("3"));
    let row = |body: &Value| {
        let shown = &body["License"];
        [&shown["LicenseName"], &shown["Issuer"]["KeyFingerprint"], &shown["Status"], &shown["Version"]]
            .map(|text| text.as_str().unwrap().to_owned())
    };
    assert_eq!(row(&first), ["Example", "aws:111122223333:Vendor:issuer-fingerprint", "AVAILABLE", "1"]);
    assert_eq!(row(&second), ["New", "aws:111122223333:Other:issuer-fingerprint", "AVAILABLE", "2"]);
    assert_eq!(row(&third), ["Example", "aws:111122223333:Vendor:issuer-fingerprint", "DEACTIVATED", "3"]);
    assert_eq!(first["License"]["LicenseMetadata"], json!([{ "Name": "a", "Value": "b" }]));
    assert_eq!(third["License"].get("LicenseMetadata"), None, "a version says everything anew");
    for body in [&first, &second, &third] {
        let shown = &body["License"];
        assert_eq!(
            [&shown["ProductSKU"], &shown["Beneficiary"], &shown["CreateTime"]],
            [&json!("SKU-1"), &json!("Customer"), &json!("1700000000")]
        );
    }
}

#[test]
fn an_old_source_version_is_a_conflict() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    scene.version(&license, &json!({ "SourceVersion": "1" }));
    for given in ["1", "3", "02", ""] {
        let message =
            "A license version cannot be created since the source version provided doesn't match the latest version 2 in our records";
        assert_version_refused(&mut scene, VENDOR, &license, &json!({ "SourceVersion": given }), "ConflictException", message);
    }
    scene.version(&license, &json!({}));
    assert_eq!(scene.license_state(&license), "AVAILABLE 3");
}

#[test]
fn a_repeated_token_gives_the_first_answer_or_conflicts() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = scene.version_input(&license, &json!({ "SourceVersion": "1" }));
    let first = scene.ok(VENDOR, "CreateLicenseVersion", &input);
    assert_eq!(scene.ok(VENDOR, "CreateLicenseVersion", &input), first);
    assert_eq!(scene.license_state(&license), "AVAILABLE 2");
    let other = merged(input, &json!({ "LicenseName": "Other" }));
    let message = "The client token provided was already used with different parameters";
    scene.refused(VENDOR, "CreateLicenseVersion", &other, "ConflictException", message);
}

#[test]
fn the_statuses_an_owner_gives() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    for status in ["SUSPENDED", "DEACTIVATED", "SUSPENDED", "SUSPENDED", "AVAILABLE", "DEACTIVATED", "AVAILABLE"] {
        assert_eq!(scene.version(&license, &json!({ "Status": status }))["Status"], status);
    }
    for status in ["PENDING_AVAILABLE", "EXPIRED", "PENDING_DELETE", "DELETED"] {
        let message = format!("A license cannot be changed to status {status}. Valid statuses are AVAILABLE, DEACTIVATED and SUSPENDED");
        assert_version_refused(&mut scene, VENDOR, &license, &json!({ "Status": status }), VALIDATION, &message);
    }
}

#[test]
fn an_expired_license_is_renewed() {
    let mut scene = Scene::new();
    let validity = json!({ "Begin": "2023-01-01T00:00:00Z", "End": "2023-11-15T00:00:00Z" });
    let license = scene.license(VENDOR, &json!({ "Validity": validity }));
    scene.simulator.advance(60 * 60 * 24);
    assert_eq!(scene.license_state(&license), "EXPIRED 1");
    for status in ["DEACTIVATED", "SUSPENDED"] {
        let message = format!("A license with status EXPIRED cannot be changed to status {status}");
        assert_version_refused(&mut scene, VENDOR, &license, &json!({ "Status": status }), VALIDATION, &message);
    }
    scene.version(&license, &json!({ "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2023-11-20T00:00:00Z" } }));
    assert_eq!(scene.license_state(&license), "AVAILABLE 2");
    let changes = scene.simulator.advance(60 * 60 * 24 * 5);
    assert_eq!((changes.len(), changes[0].event.as_str()), (1, "expired"), "it ends by its new validity");
    assert_eq!(scene.license_state(&license), "EXPIRED 2");
    scene.version(&license, &json!({ "Validity": { "Begin": "2023-01-01T00:00:00Z" } }));
    assert!(scene.simulator.advance(u32::MAX).is_empty(), "without an end it never ends");
}

#[test]
fn a_later_end_takes_the_place_of_the_earlier_one() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({ "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2023-11-15T00:00:00Z" } }));
    scene.version(
        &license,
        &json!({ "Status": "SUSPENDED", "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2024-11-15T00:00:00Z" } }),
    );
    assert!(scene.simulator.advance(60 * 60 * 24 * 30).is_empty());
    scene.simulator.advance(60 * 60 * 24 * 360);
    assert_eq!(scene.license_state(&license), "EXPIRED 2");
}

#[test]
fn what_a_version_may_say() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let borrow = json!({ "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": 60 } });
    let validity = json!({ "Begin": "2023-01-01T00:00:00Z", "End": "2022-01-01T00:00:00Z" });
    let unit = "The entitlement E must have a value if its unit is None, and a maximum count otherwise";
    for (changes, message) in [
        (json!({ "Validity": validity }), "The end of the validity period must be after its beginning"),
        (json!({ "Entitlements": [{ "Name": "E", "Unit": "Count" }] }), unit),
        (json!({ "ConsumptionConfiguration": borrow }), "A sign key is required for a borrow configuration"),
        (json!({ "HomeRegion": "eu-west-1" }), "The home region of a license cannot be changed. It is us-east-1"),
    ] {
        assert_version_refused(&mut scene, VENDOR, &license, &changes, VALIDATION, message);
    }
}

#[test]
fn only_its_owner_in_its_home_region_changes_it() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    scene.grant(VENDOR, &license, &root(CUSTOMER));
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to create a version of this license.";
    assert_version_refused(&mut scene, CUSTOMER, &license, &json!({}), VALIDATION, message);
    let message = format!("The license {license} doesn't exist in our records");
    assert_version_refused(&mut scene, OUTSIDER, &license, &json!({}), "ResourceNotFoundException", &message);
    let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
    assert_version_refused(&mut scene, VENDOR, "arn:aws:s3:::bucket", &json!({}), VALIDATION, message);
    let input = scene.version_input(&license, &json!({}));
    let exchange = scene.send_to("eu-west-1", VENDOR, "CreateLicenseVersion", &input);
    assert_eq!(
        exchange.response.body,
        r#"{"__type":"RedirectException","Location":"https://license-manager.us-east-1.amazonaws.com","Message":"This is not the correct Region for the resource. Try again."}"#
    );
    assert_eq!(scene.license_state(&license), "AVAILABLE 1");
}

#[test]
fn resetting_the_usage_is_of_2026() {
    for (vintage, known) in [(Vintage::Early, false), (Vintage::Year2023, false), (Vintage::Year2026, true)] {
        let members = <super::CreateLicenseVersionRequest as crate::schema::Wire>::shape().members(vintage);
        assert_eq!(members.last().map(|member| member.name == "ResetUsage"), Some(known));
    }
}
