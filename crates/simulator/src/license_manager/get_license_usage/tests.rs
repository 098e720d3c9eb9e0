use crate::Simulator;
use crate::license_manager::testing::*;
use serde_json::json;

#[test]
fn owner_and_grantees_see_what_all_of_them_use() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    scene.check_out(&json!({}));
    let input = scene.checkout_input(&json!({ "Beneficiary": "Customer" }));
    scene.ok(VENDOR, "CheckoutLicense", &input);
    for account in [VENDOR, CUSTOMER] {
        let exchange = scene.send(account, "GetLicenseUsage", &json!({ "LicenseArn": license }));
        assert_eq!(
            exchange.response.body,
            r#"{"LicenseUsage":{"EntitlementUsages":[{"Name":"Seats","ConsumedValue":"2","MaxCount":"2","Unit":"Count"},{"Name":"Data","ConsumedValue":"0","MaxCount":"100","Unit":"Gigabytes"},{"Name":"Gold","ConsumedValue":"0","Unit":"None"}]}}"#
        );
    }
    let message = format!("The license {license} doesn't exist in our records");
    scene.refused(OUTSIDER, "GetLicenseUsage", &json!({ "LicenseArn": license }), "InvalidParameterValueException", &message);
    let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
    scene.refused(VENDOR, "GetLicenseUsage", &json!({ "LicenseArn": "arn:aws:s3:::bucket" }), "InvalidParameterValueException", message);
}

#[test]
fn a_new_version_may_begin_the_usage_anew() {
    let mut scene = Scene::in_vintage(crate::schema::Vintage::Year2026);
    let (license, _) = scene.granted_seats(&json!({}));
    let data = json!({ "CheckoutType": "PERPETUAL", "Entitlements": [{ "Name": "Data", "Unit": "Gigabytes", "Value": "100" }] });
    let token = scene.check_out(&json!({}));
    scene.check_out(&data);
    let same = json!({
        "Issuer": { "Name": "Vendor" },
        "Entitlements": [{ "Name": "Seats", "Unit": "Count", "MaxCount": 2, "AllowCheckIn": true }, { "Name": "Data", "Unit": "Gigabytes", "MaxCount": 100 }],
    });
    scene.version(&license, &same);
    assert_eq!(scene.usage(&license), "Seats 1, Data 100", "usage is kept unless it is reset");
    scene.version(&license, &merged(same, &json!({ "ResetUsage": true })));
    assert_eq!(scene.usage(&license), "Seats 0, Data 0");
    scene.check_out(&data);
    // What was checked out before still comes back, and frees nothing twice.
    scene.ok(CUSTOMER, "CheckInLicense", &json!({ "LicenseConsumptionToken": token }));
    scene.check_out(&json!({}));
    assert_eq!(scene.usage(&license), "Seats 1, Data 100");
    assert!(Simulator::restore(&scene.simulator.snapshot()).unwrap() == scene.simulator);
}
