mod several;

use crate::license_manager::consumption::ConsumptionState;
use crate::license_manager::testing::*;
use crate::trace::Evidence;
use serde_json::{Value, json};

const NOTHING: (&str, &str) = ("NoEntitlementsAllowedException", "No Entitlements Allowed");

/// Asserts that nothing is checked out, and what the page says of it.
#[track_caller]
fn assert_nothing(scene: &mut Scene, account: &str, changes: &Value, finding: &str) {
    let input = scene.checkout_input(changes);
    let exchange = scene.refused(account, "CheckoutLicense", &input, NOTHING.0, NOTHING.1);
    assert_eq!(findings(&exchange), [finding]);
}

fn findings(exchange: &crate::Exchange) -> Vec<String> {
    match &exchange.trace.refusal().unwrap().verdict {
        crate::trace::Verdict::Refused { findings, .. } => findings.clone(),
        crate::trace::Verdict::Passed => Vec::new(),
    }
}

#[test]
fn a_seat_is_held_for_a_time() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let input = scene.checkout_input(&json!({ "NodeId": "10.0.21.57" }));
    let exchange = scene.send(CUSTOMER, "CheckoutLicense", &input);
    let token = text(&exchange.body(), "LicenseConsumptionToken");
    assert_eq!(
        exchange.response.body,
        format!(
            r#"{{"CheckoutType":"PROVISIONAL","LicenseConsumptionToken":"{token}","EntitlementsAllowed":[{{"Name":"Seats","Value":"1","Unit":"Count"}}],"NodeId":"10.0.21.57","IssuedAt":"2023-11-14T22:13:23","Expiration":"2023-11-14T23:13:23","LicenseArn":"{license}"}}"#
        )
    );
    assert_eq!((token.len(), token.chars().nth(12)), (32, Some('4')));
    assert_eq!(scene.usage(&license), "Seats 1, Data 0, Gold 0");
    assert_eq!(scene.ok(CUSTOMER, "CheckoutLicense", &input)["LicenseConsumptionToken"], json!(token), "the same token, the same seat");
    assert_eq!(scene.usage(&license), "Seats 1, Data 0, Gold 0");
    let other = merged(input, &json!({ "NodeId": null }));
    let message = "The client token provided was already used with different parameters";
    scene.refused(CUSTOMER, "CheckoutLicense", &other, "ValidationException", message);
    scene.simulator.advance(3600);
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0");
    let consumption = scene.simulator.license_manager().consumption(&token).unwrap();
    assert_eq!(consumption.state(), ConsumptionState::Expired);
}

#[test]
fn a_seat_expires_to_the_second_and_whatever_the_workflows_do() {
    let mut scene = Scene::with(|settings| {
        settings.workflow_pace = crate::world::WorkflowPace::WhenTold;
        settings.tick_milliseconds = 0;
    });
    let license = scene.seats(&json!({}));
    let input = scene.checkout_input(&json!({ "Beneficiary": "Customer" }));
    scene.ok(VENDOR, "CheckoutLicense", &input);
    scene.simulator.advance(3599);
    assert_eq!(scene.usage(&license), "Seats 1, Data 0, Gold 0");
    let changes = scene.simulator.advance(1);
    assert_eq!((changes.len(), changes[0].event.as_str(), changes[0].to.as_str()), (1, "expired", "expired"));
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0");
}

#[test]
fn seats_run_out_and_come_back() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let first = scene.check_out(&json!({}));
    scene.check_out(&json!({}));
    assert_nothing(&mut scene, CUSTOMER, &json!({}), "2 of 2 `Seats` are in use, and the request asks for 1 more.");
    scene.ok(CUSTOMER, "CheckInLicense", &json!({ "LicenseConsumptionToken": first }));
    scene.check_out(&json!({}));
    assert_eq!(scene.usage(&license), "Seats 2, Data 0, Gold 0");
    // The seats are the license's, whoever uses it.
    assert_nothing(
        &mut scene,
        VENDOR,
        &json!({ "Beneficiary": "Customer" }),
        "2 of 2 `Seats` are in use, and the request asks for 1 more.",
    );
}

#[test]
fn overage_goes_beyond_the_count() {
    let mut scene = Scene::new();
    let seats = json!([{ "Name": "Seats", "Unit": "Count", "MaxCount": 2, "Overage": true }]);
    let (license, _) = scene.granted_seats(&json!({ "Entitlements": seats }));
    scene.check_out(&json!({ "Entitlements": [{ "Name": "Seats", "Unit": "Count", "Value": "5" }] }));
    assert_eq!(scene.usage(&license), "Seats 5");
    let most = json!([{ "Name": "Seats", "Unit": "Count", "Value": i64::MAX.to_string() }]);
    scene.check_out(&json!({ "Entitlements": most }));
    assert_eq!(scene.usage(&license), format!("Seats {}", i64::MAX));
}

#[test]
fn counted_entitlements_are_had_together_or_not_at_all() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let both = |seats: &str, data: &str| {
        json!({ "Entitlements": [
            { "Name": "Seats", "Unit": "Count", "Value": seats }, { "Name": "Data", "Unit": "Gigabytes", "Value": data },
        ] })
    };
    assert_nothing(&mut scene, CUSTOMER, &both("1", "101"), "0 of 100 `Data` are in use, and the request asks for 101 more.");
    assert_nothing(&mut scene, CUSTOMER, &both("3", "1"), "0 of 2 `Seats` are in use, and the request asks for 3 more.");
    scene.check_out(&both("2", "100"));
    assert_eq!(scene.usage(&license), "Seats 2, Data 100, Gold 0");
    let mut scene = Scene::new();
    scene.granted_seats(&json!({}));
    let one = json!({ "Name": "Seats", "Unit": "Count", "Value": "1" });
    let thrice = json!({ "Entitlements": [one, one, one] });
    assert_nothing(&mut scene, CUSTOMER, &thrice, "0 of 2 `Seats` are in use, and the request asks for 3 more.");
}

#[test]
fn units_and_names_must_match() {
    let mut scene = Scene::new();
    scene.granted_seats(&json!({}));
    for (entitlement, finding) in [
        (
            json!({ "Name": "Seats", "Unit": "Gigabytes", "Value": "1" }),
            "The license has no entitlement `Seats` with the unit `Gigabytes`.",
        ),
        (json!({ "Name": "seats", "Unit": "Count", "Value": "1" }), "The license has no entitlement `seats` with the unit `Count`."),
        (json!({ "Name": "Gold", "Unit": "Count", "Value": "1" }), "The license has no entitlement `Gold` with the unit `Count`."),
        (json!({ "Name": "Seats", "Unit": "None" }), "The license has none of the requested entitlements."),
    ] {
        assert_nothing(&mut scene, CUSTOMER, &json!({ "Entitlements": [entitlement] }), finding);
    }
    assert_nothing(&mut scene, CUSTOMER, &json!({ "Entitlements": [] }), "The license has none of the requested entitlements.");
}

#[test]
fn of_the_tiers_asked_for_the_bought_one_is_had() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let tiers = json!([{ "Name": "Silver", "Unit": "None" }, { "Name": "Gold", "Unit": "None" }, { "Name": "Platinum", "Unit": "None" }]);
    let input = scene.checkout_input(&json!({ "Entitlements": tiers }));
    let exchange = scene.send(CUSTOMER, "CheckoutLicense", &input);
    assert_eq!(exchange.body()["EntitlementsAllowed"], json!([{ "Name": "Gold", "Unit": "None" }]));
    let tiers = exchange.trace.checks().iter().find(|check| check.rule.name == "license-manager/tiers").unwrap();
    assert_eq!(tiers.rule.evidence, Evidence::Documented);
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0", "a capability is never used up");
}

#[test]
fn values_are_whole_numbers_from_one() {
    let mut scene = Scene::new();
    scene.granted_seats(&json!({}));
    for value in ["0", "-1", "+1", "1.5", " 1", "one", "", "9223372036854775808"] {
        let entitlements = json!({ "Entitlements": [{ "Name": "Seats", "Unit": "Count", "Value": value }] });
        let input = scene.checkout_input(&entitlements);
        let message = format!("The value {value} of the entitlement Seats is not valid");
        scene.refused(CUSTOMER, "CheckoutLicense", &input, "ValidationException", &message);
    }
    let input = scene.checkout_input(&json!({ "Entitlements": [{ "Name": "Seats", "Unit": "Count" }] }));
    scene.refused(CUSTOMER, "CheckoutLicense", &input, "ValidationException", "A value is required for the entitlement Seats");
}

#[test]
fn the_owner_names_the_beneficiary_and_nobody_else_does() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let about = "with the SKU `SKU-1` and the key fingerprint `aws:111122223333:Vendor:issuer-fingerprint`";
    assert_nothing(&mut scene, VENDOR, &json!({}), &format!("The caller has no active grant of a license {about}."));
    let other = format!("The caller owns no license {about} for the beneficiary `Other`.");
    assert_nothing(&mut scene, VENDOR, &json!({ "Beneficiary": "Other" }), &other);
    let theirs = format!("The caller owns no license {about} for the beneficiary `Customer`.");
    assert_nothing(&mut scene, CUSTOMER, &json!({ "Beneficiary": "Customer" }), &theirs);
    let input = scene.checkout_input(&json!({ "Beneficiary": "Customer" }));
    assert_eq!(scene.ok(VENDOR, "CheckoutLicense", &input)["LicenseArn"], json!(license));
}

#[test]
fn the_sku_the_fingerprint_and_an_active_grant_are_needed() {
    let mut scene = Scene::new();
    let (_, grant) = scene.granted_seats(&json!({}));
    let none = |sku: &str, fingerprint: &str| {
        format!("The caller has no active grant of a license with the SKU `{sku}` and the key fingerprint `{fingerprint}`.")
    };
    let ours = "aws:111122223333:Vendor:issuer-fingerprint";
    assert_nothing(&mut scene, CUSTOMER, &json!({ "ProductSKU": "SKU-2" }), &none("SKU-2", ours));
    let other = "aws:111122223333:Other:issuer-fingerprint";
    assert_nothing(&mut scene, CUSTOMER, &json!({ "KeyFingerprint": other }), &none("SKU-1", other));
    assert_nothing(&mut scene, OUTSIDER, &json!({}), &none("SKU-1", ours));
    scene.change(CUSTOMER, &grant, &json!({ "Status": "DISABLED" }));
    assert_nothing(&mut scene, CUSTOMER, &json!({}), &none("SKU-1", ours));
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    scene.check_out(&json!({}));
    // The issuer's name is part of the fingerprint: grants follow it.
    let license = scene.simulator.license_manager().licenses().next().unwrap().arn().to_owned();
    scene.version(&license, &json!({ "Issuer": { "Name": "Other" } }));
    assert_nothing(&mut scene, CUSTOMER, &json!({}), &none("SKU-1", ours));
    scene.check_out(&json!({ "KeyFingerprint": other }));
    let input = scene.checkout_input(&json!({ "KeyFingerprint": other, "Beneficiary": "Customer" }));
    scene.ok(VENDOR, "CheckoutLicense", &input);
}

#[test]
fn the_license_must_be_available_and_valid() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    scene.version(&license, &json!({ "Status": "DEACTIVATED" }));
    let finding = format!("The license has the status `DEACTIVATED`. Its ARN is `{license}`.");
    assert_nothing(&mut scene, CUSTOMER, &json!({}), &finding);
    assert_nothing(&mut scene, VENDOR, &json!({ "Beneficiary": "Customer" }), &finding);
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({ "Validity": { "Begin": "2023-11-15T00:00:00Z", "End": "2023-11-16T00:00:00Z" } }));
    let finding =
        format!("The license is valid from `2023-11-15T00:00:00Z`. The current time is `2023-11-14T22:13:23Z`. Its ARN is `{license}`.");
    assert_nothing(&mut scene, CUSTOMER, &json!({}), &finding);
    scene.simulator.advance(86_400);
    scene.check_out(&json!({}));
    scene.simulator.advance(86_400);
    assert_nothing(&mut scene, CUSTOMER, &json!({}), &format!("The license has the status `EXPIRED`. Its ARN is `{license}`."));
    // Where asynchronous work waits to be told, the validity ends all the same.
    let mut scene = Scene::with(|settings| settings.workflow_pace = crate::world::WorkflowPace::WhenTold);
    let license = scene.seats(&json!({ "Validity": { "Begin": "2023-11-14T00:00:00Z", "End": "2023-11-14T23:00:00Z" } }));
    scene.simulator.advance(3600);
    let finding =
        format!("The license was valid until `2023-11-14T23:00:00Z`. The current time is `2023-11-14T23:13:21Z`. Its ARN is `{license}`.");
    assert_nothing(&mut scene, VENDOR, &json!({ "Beneficiary": "Customer" }), &finding);
}

#[test]
fn the_grant_must_allow_the_operation() {
    let mut scene = Scene::new();
    let license = scene.seats(&json!({}));
    let input = scene.grant_input(&license, &root(CUSTOMER), &json!({ "AllowedOperations": ["CheckInLicense"] }));
    let grant = text(&scene.ok(VENDOR, "CreateGrant", &input), "GrantArn");
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to perform CheckoutLicense on this license.";
    let input = scene.checkout_input(&json!({}));
    let exchange = scene.refused(CUSTOMER, "CheckoutLicense", &input, "AuthorizationException", message);
    assert_eq!(findings(&exchange), ["No active grant of the license allows the caller `CheckoutLicense`."]);
    scene.simulator.intervene(&serde_json::from_value(json!({ "settings": { "ungrantedOperation": "access-denied" } })).unwrap()).unwrap();
    scene.refused(CUSTOMER, "CheckoutLicense", &input, "AccessDeniedException", message);
}

#[test]
fn a_seat_needs_a_provisional_configuration() {
    let mut scene = Scene::new();
    let borrow = json!({ "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": 600 } });
    scene.granted_seats(&json!({ "ConsumptionConfiguration": borrow }));
    assert_nothing(&mut scene, CUSTOMER, &json!({}), "The license has no `ConsumptionConfiguration.ProvisionalConfiguration`.");
    let input = scene.checkout_input(&json!({ "CheckoutType": "PERPETUAL" }));
    assert_eq!(scene.ok(CUSTOMER, "CheckoutLicense", &input).get("Expiration"), None);
}

#[test]
fn what_is_drawn_down_never_comes_back() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let draw = |gigabytes: &str| json!({ "CheckoutType": "PERPETUAL", "Entitlements": [{ "Name": "Data", "Unit": "Gigabytes", "Value": gigabytes }] });
    let input = scene.checkout_input(&draw("60"));
    let answer = scene.ok(CUSTOMER, "CheckoutLicense", &input);
    assert_eq!((&answer["CheckoutType"], &answer["Expiration"]), (&json!("PERPETUAL"), &json!("2023-11-14T23:13:23")));
    assert_nothing(&mut scene, CUSTOMER, &draw("41"), "60 of 100 `Data` are in use, and the request asks for 41 more.");
    scene.check_out(&draw("40"));
    scene.simulator.advance(365 * 86_400);
    assert_eq!(scene.usage(&license), "Seats 0, Data 100, Gold 0");
}

#[test]
fn renewal_lets_what_was_drawn_down_begin_anew() {
    for (renew_type, before, after) in [("Weekly", 7 * 86_400 - 3600, 7200), ("Monthly", 30 * 86_400 - 3600, 7200)] {
        let mut scene = Scene::new();
        let consumption = json!({ "RenewType": renew_type, "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 100_000 } });
        let (license, _) = scene.granted_seats(
            &json!({ "Validity": { "Begin": "2023-11-14T22:13:20Z" }, "ConsumptionConfiguration": consumption, "Issuer": { "Name": "Vendor" } }),
        );
        let data = json!({ "CheckoutType": "PERPETUAL", "Entitlements": [{ "Name": "Data", "Unit": "Gigabytes", "Value": "100" }] });
        scene.check_out(&data);
        scene.check_out(&json!({}));
        scene.simulator.advance(before);
        assert_eq!(scene.usage(&license), "Seats 1, Data 100, Gold 0", "{renew_type}");
        scene.simulator.advance(after);
        assert_eq!(scene.usage(&license), "Seats 1, Data 0, Gold 0", "{renew_type}: seats are still held");
        scene.check_out(&data);
        assert_eq!(scene.usage(&license), "Seats 1, Data 100, Gold 0", "{renew_type}");
        let restored = crate::Simulator::restore(&scene.simulator.snapshot()).unwrap();
        assert!(restored == scene.simulator);
        scene.simulator.intervene(&serde_json::from_value(json!({ "settings": { "renewUsage": false } })).unwrap()).unwrap();
        assert_eq!(scene.usage(&license), "Seats 1, Data 100, Gold 0", "{renew_type}: what was drawn down since the last renewal");
    }
}

#[test]
fn the_region_matters_if_the_session_says_so() {
    let mut scene = Scene::new();
    scene.granted_seats(&json!({}));
    let input = scene.checkout_input(&json!({}));
    assert_eq!(scene.send_to("eu-west-1", CUSTOMER, "CheckoutLicense", &input).response.status, 200);
    scene.simulator.intervene(&serde_json::from_value(json!({ "settings": { "consumptionRegion": "home" } })).unwrap()).unwrap();
    let input = scene.checkout_input(&json!({}));
    let exchange = scene.send_to("eu-west-1", CUSTOMER, "CheckoutLicense", &input);
    assert_eq!(
        exchange.response.body,
        r#"{"__type":"RedirectException","Location":"https://license-manager.us-east-1.amazonaws.com","Message":"This is not the correct Region for the resource. Try again."}"#
    );
    scene.ok(CUSTOMER, "CheckoutLicense", &input);
}
