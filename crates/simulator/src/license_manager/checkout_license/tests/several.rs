//! Which of several licenses of a product is checked out, and how many of several entitlements.

use super::{NOTHING, assert_nothing};
use crate::license_manager::testing::*;
use crate::trace::Evidence;
use serde_json::json;

#[test]
fn of_several_licenses_the_most_recent_counts() {
    let mut scene = Scene::new();
    let (older, _) = scene.granted_seats(&json!({}));
    let (newer, grant) = scene.granted_seats(&json!({}));
    let licenses = |scene: &mut Scene| {
        let (received, own) = (scene.checkout_input(&json!({})), scene.checkout_input(&json!({ "Beneficiary": "Customer" })));
        [scene.ok(CUSTOMER, "CheckoutLicense", &received), scene.ok(VENDOR, "CheckoutLicense", &own)]
            .map(|answer| text(&answer, "LicenseArn"))
    };
    assert_eq!(licenses(&mut scene), [newer.clone(), newer.clone()]);
    let input = scene.checkout_input(&json!({}));
    // Its seats are taken now, and the older license's are not looked at.
    scene.refused(CUSTOMER, "CheckoutLicense", &input, NOTHING.0, NOTHING.1);
    scene.change(CUSTOMER, &grant, &json!({ "Status": "DISABLED" }));
    let received = scene.checkout_input(&json!({}));
    assert_eq!(text(&scene.ok(CUSTOMER, "CheckoutLicense", &received), "LicenseArn"), older);
}

#[test]
fn what_cannot_be_used_is_passed_over_for_an_older_license() {
    let mut scene = Scene::new();
    let (older, _) = scene.granted_seats(&json!({}));
    let (deleted, _) = scene.granted_seats(&json!({}));
    let (early, _) = scene.granted_seats(&json!({ "Validity": { "Begin": "2023-11-15T00:00:00Z" } }));
    scene.ok(VENDOR, "DeleteLicense", &json!({ "LicenseArn": deleted, "SourceVersion": "1" }));
    for (account, changes) in [(CUSTOMER, json!({})), (VENDOR, json!({ "Beneficiary": "Customer" }))] {
        let input = scene.checkout_input(&changes);
        let exchange = scene.send(account, "CheckoutLicense", &input);
        assert_eq!(text(&exchange.body(), "LicenseArn"), older);
        let passed = exchange.trace.checks().iter().find(|check| check.rule.name == "license-manager/checkout-passed-over").unwrap();
        assert_eq!(passed.rule.evidence, Evidence::Inferred);
    }
    // Where none can be used, the newest is spoken of.
    scene.ok(VENDOR, "DeleteLicense", &json!({ "LicenseArn": older, "SourceVersion": "1" }));
    let finding =
        format!("The license is valid from `2023-11-15T00:00:00Z`. The current time is `2023-11-14T22:13:33Z`. Its ARN is `{early}`.");
    assert_nothing(&mut scene, CUSTOMER, &json!({}), &finding);
    scene.simulator.advance(86_400);
    let input = scene.checkout_input(&json!({}));
    let exchange = scene.send(CUSTOMER, "CheckoutLicense", &input);
    assert_eq!(text(&exchange.body(), "LicenseArn"), early);
    assert!(exchange.trace.checks().iter().all(|check| check.rule.name != "license-manager/checkout-passed-over"));
}

#[test]
fn so_many_entitlements_are_had_at_once() {
    let (error, message) = ("ResourceLimitExceededException", "Your resource limits have been exceeded.");
    let seat = json!({ "Name": "Seats", "Unit": "Count", "Value": "1" });
    let gold = json!({ "Name": "Gold", "Unit": "None" });
    for (quota, passes) in [(1, false), (2, true)] {
        let mut scene = Scene::with(|settings| settings.counted_entitlements_per_checkout = quota);
        let (license, _) = scene.granted_seats(&json!({}));
        let input = scene.checkout_input(&json!({ "Entitlements": [seat, gold, { "Name": "Data", "Unit": "Gigabytes", "Value": "5" }] }));
        let borrowed =
            scene.borrow_input(&license, &json!({ "Entitlements": [seat, { "Name": "Data", "Unit": "Gigabytes", "Value": "5" }] }));
        for (operation, input) in [("CheckoutLicense", &input), ("CheckoutBorrowLicense", &borrowed)] {
            if passes {
                scene.ok(CUSTOMER, operation, input);
            } else {
                let exchange = scene.refused(CUSTOMER, operation, input, error, message);
                assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/entitlements-per-checkout");
            }
        }
        let one = scene.checkout_input(&json!({ "Entitlements": [{ "Name": "Data", "Unit": "Gigabytes", "Value": "5" }, gold] }));
        scene.ok(CUSTOMER, "CheckoutLicense", &one);
    }
}

#[test]
fn a_capability_asked_for_with_another_value_is_not_had() {
    let gold = |value: &str| json!({ "Entitlements": [{ "Name": "Gold", "Unit": "None", "Value": value }] });
    let finding = "The license has `Gold` with the value `Enabled`, not `Disabled`.";
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    assert_nothing(&mut scene, CUSTOMER, &gold("Disabled"), finding);
    let borrowed = scene.borrow_input(&license, &gold("Disabled"));
    let (error, message) = ("EntitlementNotAllowedException", "The entitlement is not allowed.");
    let exchange = scene.refused(CUSTOMER, "CheckoutBorrowLicense", &borrowed, error, message);
    assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/capability-value");
    let input = scene.checkout_input(&gold("Enabled"));
    assert_eq!(scene.ok(CUSTOMER, "CheckoutLicense", &input)["EntitlementsAllowed"], gold("Enabled")["Entitlements"]);

    let mut scene = Scene::with(|settings| settings.check_capability_values = false);
    scene.granted_seats(&json!({}));
    let input = scene.checkout_input(&gold("Disabled"));
    assert_eq!(scene.ok(CUSTOMER, "CheckoutLicense", &input)["EntitlementsAllowed"], gold("Disabled")["Entitlements"]);
}

#[test]
fn a_sub_grant_allows_what_the_grant_above_it_allows() {
    let refusal = format!("Caller {} is not allowed to perform CheckoutLicense on this license.", root(MEMBER));
    let changes = [(CUSTOMER, json!({ "Status": "DISABLED" })), (VENDOR, json!({ "AllowedOperations": ["CreateGrant"] }))];
    for (changer, change) in &changes {
        for needs_parent in [true, false] {
            let mut scene = Scene::with(|settings| settings.sub_grants_need_parent = needs_parent);
            let license = scene.seats(&json!({}));
            let above = scene.active_grant(VENDOR, &license, CUSTOMER);
            scene.active_grant(CUSTOMER, &license, MEMBER);
            let input = scene.checkout_input(&json!({}));
            let exchange = scene.send(MEMBER, "CheckoutLicense", &input);
            assert_eq!(exchange.response.status, 200, "{}", exchange.response.body);
            let answer = scene.change(changer, &above, change);
            assert_eq!(answer.response.status, 200, "{}", answer.response.body);
            let input = scene.checkout_input(&json!({}));
            if needs_parent {
                let exchange = scene.refused(MEMBER, "CheckoutLicense", &input, "AuthorizationException", &refusal);
                assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/held-above");
            } else {
                scene.ok(MEMBER, "CheckoutLicense", &input);
            }
        }
    }
}
