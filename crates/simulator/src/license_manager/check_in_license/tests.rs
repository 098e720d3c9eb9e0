use crate::license_manager::testing::*;
use serde_json::{Value, json};

fn check_in(token: &str) -> Value {
    json!({ "LicenseConsumptionToken": token })
}

#[test]
fn what_comes_back_is_free_again() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let token = scene.check_out(&json!({}));
    let exchange = scene.send(CUSTOMER, "CheckInLicense", &check_in(&token));
    assert_eq!((exchange.response.status, exchange.response.body.as_str()), (200, "{}"));
    assert_eq!(exchange.changes.len(), 1);
    assert_eq!((exchange.changes[0].from.as_deref(), exchange.changes[0].to.as_str()), (Some("checked out"), "checked in"));
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0");
    // Its time is over without it.
    assert!(scene.simulator.advance(7200).is_empty());
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0");
}

#[test]
fn the_beneficiary_may_be_left_out_and_may_not_be_wrong() {
    let mut scene = Scene::new();
    scene.seats(&json!({}));
    let mut check_out = || {
        let input = scene.checkout_input(&json!({ "Beneficiary": "Customer" }));
        text(&scene.ok(VENDOR, "CheckoutLicense", &input), "LicenseConsumptionToken")
    };
    let (first, second) = (check_out(), check_out());
    let wrong = merged(check_in(&first), &json!({ "Beneficiary": "Other" }));
    scene.refused(VENDOR, "CheckInLicense", &wrong, "ResourceNotFoundException", "The resource cannot be found.");
    scene.ok(VENDOR, "CheckInLicense", &merged(check_in(&first), &json!({ "Beneficiary": "Customer" })));
    scene.ok(VENDOR, "CheckInLicense", &check_in(&second));
}

#[test]
fn a_token_is_its_accounts_own() {
    let mut scene = Scene::new();
    scene.granted_seats(&json!({}));
    let token = scene.check_out(&json!({}));
    for (account, token) in [(VENDOR, token.as_str()), (OUTSIDER, &token), (CUSTOMER, "f1603b3c1f574b7284db84a9e771ee12"), (CUSTOMER, "")] {
        scene.refused(account, "CheckInLicense", &check_in(token), "ResourceNotFoundException", "The resource cannot be found.");
    }
}

#[test]
fn what_is_not_out_cannot_come_back() {
    let mut scene = Scene::new();
    scene.granted_seats(&json!({}));
    let message = "The license consumption cannot be checked in";
    let returned = scene.check_out(&json!({}));
    scene.ok(CUSTOMER, "CheckInLicense", &check_in(&returned));
    scene.refused(CUSTOMER, "CheckInLicense", &check_in(&returned), "ConflictException", message);
    let expired = scene.check_out(&json!({}));
    scene.simulator.advance(3600);
    scene.refused(CUSTOMER, "CheckInLicense", &check_in(&expired), "ConflictException", message);
    let drawn = scene.check_out(&json!({ "CheckoutType": "PERPETUAL" }));
    scene.refused(CUSTOMER, "CheckInLicense", &check_in(&drawn), "ConflictException", message);
    scene.simulator.intervene(&serde_json::from_value(json!({ "settings": { "refusedCheckIn": "validation" } })).unwrap()).unwrap();
    scene.refused(CUSTOMER, "CheckInLicense", &check_in(&drawn), "ValidationException", message);
}

#[test]
fn the_entitlements_must_allow_check_in() {
    for allow in [json!(false), Value::Null] {
        let mut scene = Scene::new();
        let seats = merged(json!({ "Name": "Seats", "Unit": "Count", "MaxCount": 2 }), &json!({ "AllowCheckIn": allow }));
        let (license, _) = scene
            .granted_seats(&json!({ "Entitlements": [seats, { "Name": "Gold", "Unit": "None", "Value": "x", "AllowCheckIn": true }] }));
        let token = scene.check_out(&json!({}));
        let gold = scene.check_out(&json!({ "Entitlements": [{ "Name": "Gold", "Unit": "None" }] }));
        let message = "The entitlement Seats does not allow check-in";
        scene.refused(CUSTOMER, "CheckInLicense", &check_in(&token), "ConflictException", message);
        scene.ok(CUSTOMER, "CheckInLicense", &check_in(&gold));
        // What the license says now counts.
        let allowed = json!([{ "Name": "Seats", "Unit": "Count", "MaxCount": 2, "AllowCheckIn": true }]);
        scene.version(&license, &json!({ "Entitlements": allowed }));
        scene.ok(CUSTOMER, "CheckInLicense", &check_in(&token));
    }
}

#[test]
fn what_is_borrowed_comes_back_early_if_the_license_allows() {
    let mut scene = Scene::new();
    // Whether the entitlement allows check-in does not matter here.
    let seats = json!([{ "Name": "Seats", "Unit": "Count", "MaxCount": 2 }]);
    let (license, _) = scene.granted_seats(&json!({ "Entitlements": seats }));
    let token = text(&scene.borrow(&license, &json!({})), "LicenseConsumptionToken");
    scene.ok(CUSTOMER, "CheckInLicense", &check_in(&token));
    assert_eq!(scene.usage(&license), "Seats 0");
    let token = text(&scene.borrow(&license, &json!({})), "LicenseConsumptionToken");
    scene.version(&license, &json!({}));
    scene.ok(CUSTOMER, "CheckInLicense", &check_in(&token)); // The license is not borrowed any more, and nothing forbids it.
    let mut scene = Scene::new();
    let borrow = json!({ "BorrowConfiguration": { "AllowEarlyCheckIn": false, "MaxTimeToLiveInMinutes": 600 } });
    let (license, _) = scene.granted_seats(&json!({ "ConsumptionConfiguration": borrow }));
    let token = text(&scene.borrow(&license, &json!({})), "LicenseConsumptionToken");
    let message = "The license does not allow early check-in";
    scene.refused(CUSTOMER, "CheckInLicense", &check_in(&token), "ConflictException", message);
    scene.simulator.advance(600 * 60);
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0");
}

#[test]
fn the_grant_must_allow_the_operation_still() {
    let mut scene = Scene::new();
    let (_, grant) = scene.granted_seats(&json!({}));
    let token = scene.check_out(&json!({}));
    scene.change(VENDOR, &grant, &json!({ "AllowedOperations": ["CheckoutLicense"] }));
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to perform CheckInLicense on this license.";
    scene.refused(CUSTOMER, "CheckInLicense", &check_in(&token), "AuthorizationException", message);
    scene.change(VENDOR, &grant, &json!({ "AllowedOperations": ["CheckInLicense"] }));
    scene.change(CUSTOMER, &grant, &json!({ "Status": "DISABLED" }));
    scene.refused(CUSTOMER, "CheckInLicense", &check_in(&token), "AuthorizationException", message);
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    scene.ok(CUSTOMER, "CheckInLicense", &check_in(&token));
}

#[test]
fn a_capability_does_not_keep_the_seats() {
    for needs in [false, true] {
        let mut scene = Scene::with(|settings| settings.capabilities_need_check_in = needs);
        let seats = json!({ "Name": "Seats", "Unit": "Count", "MaxCount": 2, "AllowCheckIn": true });
        scene.granted_seats(&json!({ "Entitlements": [seats, { "Name": "Gold", "Unit": "None", "Value": "x" }] }));
        let both = json!([{ "Name": "Seats", "Unit": "Count", "Value": "1" }, { "Name": "Gold", "Unit": "None" }]);
        let token = scene.check_out(&json!({ "Entitlements": both }));
        if needs {
            let message = "The entitlement Gold does not allow check-in";
            scene.refused(CUSTOMER, "CheckInLicense", &check_in(&token), "ConflictException", message);
        } else {
            scene.ok(CUSTOMER, "CheckInLicense", &check_in(&token));
        }
    }
}
