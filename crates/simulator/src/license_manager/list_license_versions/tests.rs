use crate::license_manager::testing::*;
use serde_json::{Value, json};

fn versions(body: &Value) -> Vec<String> {
    let versions = body["Licenses"].as_array().unwrap().iter();
    versions.map(|license| format!("{} {}", text(license, "Version"), text(license, "Status"))).collect()
}

#[test]
fn every_version_as_it_was() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    scene.grant(VENDOR, &license, &root(CUSTOMER));
    for status in ["DEACTIVATED", "AVAILABLE", "AVAILABLE", "SUSPENDED"] {
        scene.version(&license, &json!({ "Status": status }));
    }
    let input = json!({ "LicenseArn": license });
    let all = ["1 AVAILABLE", "2 DEACTIVATED", "3 AVAILABLE", "4 AVAILABLE", "5 SUSPENDED"];
    let listed = scene.ok(VENDOR, "ListLicenseVersions", &input);
    assert_eq!(versions(&listed), all);
    assert_eq!(listed["Licenses"][1], scene.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license, "Version": "2" }))["License"]);
    assert_eq!(versions(&scene.ok(CUSTOMER, "ListLicenseVersions", &input)), all);

    let first = scene.ok(VENDOR, "ListLicenseVersions", &json!({ "LicenseArn": license, "MaxResults": 2 }));
    assert_eq!(versions(&first), all[..2]);
    let next = json!({ "LicenseArn": license, "MaxResults": 3, "NextToken": first["NextToken"] });
    let second = scene.ok(VENDOR, "ListLicenseVersions", &next);
    assert_eq!((versions(&second), second.get("NextToken")), (all[2..].iter().map(|text| (*text).to_owned()).collect(), None));
}

#[test]
fn a_token_belongs_to_its_license() {
    let mut scene = Scene::new();
    let licenses = [scene.license(VENDOR, &json!({})), scene.license(VENDOR, &json!({}))];
    scene.version(&licenses[0], &json!({}));
    let first = scene.ok(VENDOR, "ListLicenseVersions", &json!({ "LicenseArn": licenses[0], "MaxResults": 1 }));
    let input = json!({ "LicenseArn": licenses[1], "NextToken": first["NextToken"] });
    scene.refused(VENDOR, "ListLicenseVersions", &input, "InvalidParameterValueException", "The NextToken provided is not valid");
}

#[test]
fn refusals() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let mut refused = |account: &str, input: &Value, error: &str, message: &str| {
        scene.refused(account, "ListLicenseVersions", input, error, message);
    };
    let unknown = format!("The license {license} doesn't exist in our records");
    refused(OUTSIDER, &json!({ "LicenseArn": license }), "InvalidParameterValueException", &unknown);
    let other = "The value arn:aws:s3:::bucket is not a valid license ARN";
    refused(VENDOR, &json!({ "LicenseArn": "arn:aws:s3:::bucket" }), "InvalidParameterValueException", other);
    let bound = "1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1";
    refused(VENDOR, &json!({ "LicenseArn": license, "MaxResults": 0 }), "ValidationException", bound);
}
