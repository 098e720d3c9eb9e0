use crate::license_manager::testing::*;
use serde_json::{Value, json};

fn names(body: &Value) -> Vec<String> {
    body["Licenses"].as_array().unwrap().iter().map(|license| text(license, "LicenseName")).collect()
}

/// Four licenses of a vendor, and one of another account.
fn five_licenses(scene: &mut Scene) -> Vec<String> {
    let arns = [
        json!({ "LicenseName": "one" }),
        json!({ "LicenseName": "two", "ProductSKU": "SKU-2" }),
        json!({ "LicenseName": "three", "Beneficiary": "Other" }),
        json!({ "LicenseName": "four", "Issuer": { "Name": "Second" } }),
    ];
    let arns = arns.map(|changes| scene.license(VENDOR, &changes)).to_vec();
    let other = scene.license(CUSTOMER, &json!({ "LicenseName": "five" }));
    [arns, vec![other]].concat()
}

#[test]
fn an_account_lists_its_own_licenses_as_they_are_now() {
    let mut scene = Scene::new();
    let arns = five_licenses(&mut scene);
    scene.grant(VENDOR, &arns[0], &root(CUSTOMER));
    scene.version(&arns[1], &json!({ "LicenseName": "zwei", "Status": "SUSPENDED" }));
    scene.ok(VENDOR, "DeleteLicense", &json!({ "LicenseArn": arns[2], "SourceVersion": "1" }));
    let listed = scene.ok(VENDOR, "ListLicenses", &json!({}));
    assert_eq!(names(&listed), ["one", "zwei", "three", "four"], "the oldest first, deleted ones included");
    assert_eq!(listed["Licenses"][0], scene.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": arns[0] }))["License"]);
    assert_eq!(names(&scene.ok(CUSTOMER, "ListLicenses", &json!({}))), ["five"], "received ones are another list's");
    assert_eq!(scene.ok(OUTSIDER, "ListLicenses", &json!({})), json!({ "Licenses": [] }));
}

#[test]
fn filters_are_exact() {
    let mut scene = Scene::new();
    let arns = five_licenses(&mut scene);
    scene.version(&arns[0], &json!({ "LicenseName": "one", "Status": "DEACTIVATED" }));
    let filter = |name: &str, value: &str| json!({ "Name": name, "Values": [value] });
    let mut list = |filters: Value| names(&scene.ok(VENDOR, "ListLicenses", &json!({ "Filters": filters })));
    for (name, value, found) in [
        ("Beneficiary", "Other", vec!["three"]),
        ("ProductSKU", "SKU-2", vec!["two"]),
        ("Fingerprint", "aws:111122223333:Second:issuer-fingerprint", vec!["four"]),
        ("Status", "AVAILABLE", vec!["two", "three", "four"]),
        ("Status", "DEACTIVATED", vec!["one"]),
        ("Status", "available", vec![]),
        ("ProductSKU", "SKU-3", vec![]),
    ] {
        assert_eq!(list(json!([filter(name, value)])), found, "{name} {value}");
    }
    assert_eq!(list(json!([filter("ProductSKU", "SKU-1"), filter("Status", "AVAILABLE")])), ["three", "four"]);
    let named = scene.ok(VENDOR, "ListLicenses", &json!({ "LicenseArns": [arns[3], arns[4], arns[0], arns[3]] }));
    assert_eq!(names(&named), ["one", "four"], "each once, and the caller's own only");
    let refused = "The filters provided are not valid";
    for filter in [filter("IssuerName", "x"), filter("beneficiary", "x"), json!({ "Name": "Status", "Values": [] })] {
        let input = json!({ "Filters": [filter] });
        scene.refused(VENDOR, "ListLicenses", &input, "InvalidParameterValueException", refused);
    }
    let input = json!({ "LicenseArns": ["arn:aws:s3:::bucket"] });
    let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
    scene.refused(VENDOR, "ListLicenses", &input, "InvalidParameterValueException", message);
}

#[test]
fn pages_follow_each_other() {
    let mut scene = Scene::new();
    five_licenses(&mut scene);
    let first = scene.ok(VENDOR, "ListLicenses", &json!({ "MaxResults": 3 }));
    assert_eq!(names(&first), ["one", "two", "three"]);
    scene.license(VENDOR, &json!({ "LicenseName": "six" }));
    let second = scene.ok(VENDOR, "ListLicenses", &json!({ "NextToken": first["NextToken"] }));
    assert_eq!(names(&second), ["four", "six"]);
    assert_eq!(second.get("NextToken"), None);
    let input = json!({ "NextToken": first["NextToken"] });
    let message = "The NextToken provided is not valid";
    scene.refused(CUSTOMER, "ListLicenses", &input, "InvalidParameterValueException", message);
}
