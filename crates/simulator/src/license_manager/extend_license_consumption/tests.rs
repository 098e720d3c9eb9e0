use crate::license_manager::testing::*;
use serde_json::json;

#[test]
fn a_seat_is_held_for_longer() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let token = scene.check_out(&json!({}));
    scene.simulator.advance(1800);
    let exchange = scene.send(CUSTOMER, "ExtendLicenseConsumption", &json!({ "LicenseConsumptionToken": token }));
    assert_eq!(exchange.response.body, format!(r#"{{"LicenseConsumptionToken":"{token}","Expiration":"2023-11-14T23:43:24"}}"#));
    scene.simulator.advance(1800);
    assert_eq!(scene.usage(&license), "Seats 1, Data 0, Gold 0");
    scene.simulator.advance(1800);
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0");
}

#[test]
fn a_dry_run_checks_the_permission_alone() {
    let mut scene = Scene::new();
    let (license, grant) = scene.granted_seats(&json!({}));
    let token = scene.check_out(&json!({}));
    let dry = json!({ "LicenseConsumptionToken": token, "DryRun": true });
    let exchange = scene.send(CUSTOMER, "ExtendLicenseConsumption", &dry);
    assert_eq!(exchange.body(), json!({ "LicenseConsumptionToken": token, "Expiration": "2023-11-14T23:13:23" }));
    assert!(exchange.changes.is_empty());
    scene.simulator.advance(3600);
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0");
    scene.ok(CUSTOMER, "ExtendLicenseConsumption", &dry);
    scene.change(VENDOR, &grant, &json!({ "AllowedOperations": ["CheckoutLicense"] }));
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to perform ExtendConsumptionLicense on this license.";
    scene.refused(CUSTOMER, "ExtendLicenseConsumption", &dry, "AuthorizationException", message);
    let wet = json!({ "LicenseConsumptionToken": token, "DryRun": false });
    scene.refused(CUSTOMER, "ExtendLicenseConsumption", &wet, "AuthorizationException", message);
}

#[test]
fn only_seats_are_extended() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let message = "The license consumption cannot be extended";
    let refused = |scene: &mut Scene, token: &str| {
        let input = json!({ "LicenseConsumptionToken": token });
        scene.refused(CUSTOMER, "ExtendLicenseConsumption", &input, "ValidationException", message);
    };
    let returned = scene.check_out(&json!({}));
    scene.ok(CUSTOMER, "CheckInLicense", &json!({ "LicenseConsumptionToken": returned }));
    refused(&mut scene, &returned);
    let expired = scene.check_out(&json!({}));
    scene.simulator.advance(3600);
    refused(&mut scene, &expired);
    let drawn = scene.check_out(&json!({ "CheckoutType": "PERPETUAL" }));
    refused(&mut scene, &drawn);
    let borrowed = text(&scene.borrow(&license, &json!({})), "LicenseConsumptionToken");
    refused(&mut scene, &borrowed);
}

#[test]
fn the_license_must_be_usable_still() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let token = scene.check_out(&json!({}));
    let input = json!({ "LicenseConsumptionToken": token });
    let message = "The license consumption cannot be extended";
    scene.version(&license, &json!({ "Status": "SUSPENDED" }));
    scene.refused(CUSTOMER, "ExtendLicenseConsumption", &input, "ValidationException", message);
    let issuer = json!({ "Name": "Vendor", "SignKey": SIGN_KEY });
    let borrow = json!({ "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": 600 } });
    scene.version(&license, &json!({ "Issuer": issuer, "ConsumptionConfiguration": borrow }));
    scene.refused(CUSTOMER, "ExtendLicenseConsumption", &input, "ValidationException", message);
    // For how long is what the license says now.
    scene.version(&license, &json!({ "ConsumptionConfiguration": { "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 5 } } }));
    assert_eq!(scene.ok(CUSTOMER, "ExtendLicenseConsumption", &input)["Expiration"], "2023-11-14T22:18:29");
}

#[test]
fn a_token_is_its_accounts_own() {
    let mut scene = Scene::new();
    scene.granted_seats(&json!({}));
    let token = scene.check_out(&json!({}));
    for (account, token) in [(VENDOR, token.as_str()), (CUSTOMER, "unknown")] {
        let input = json!({ "LicenseConsumptionToken": token, "DryRun": true });
        scene.refused(account, "ExtendLicenseConsumption", &input, "ResourceNotFoundException", "The resource cannot be found.");
    }
}
