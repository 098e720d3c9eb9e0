//! What is in use of a license, over random sequences of checkouts, returns, versions and hours.

use grant_playground::service::protocol::{Draft, compose};
use grant_playground::service::schema::Vintage;
use grant_playground::service::{Operation, Options, Simulator};
use proptest::prelude::*;
use serde_json::{Value, json};

const OWNER: &str = "111122223333";
/// How many seats the license has.
const SEATS: i64 = 3;

fn call(simulator: &mut Simulator, operation: &str, input: &Value) -> Value {
    let draft = Draft {
        operation: Operation::find(&format!("license-manager:{operation}")).unwrap(),
        account: &OWNER.parse().unwrap(),
        region: &"us-east-1".parse().unwrap(),
        input: &input.to_string(),
        fault: None,
    };
    let request = compose(draft, simulator.now()).unwrap();
    simulator.handle(&request).body()
}

fn license(token: &str) -> Value {
    json!({
        "LicenseName": "Photon", "ProductName": "Photon", "Issuer": { "Name": "Example Vendor" }, "HomeRegion": "us-east-1",
        "Validity": { "Begin": "2023-01-01T00:00:00Z" },
        "Entitlements": [{ "Name": "seats", "Unit": "Count", "MaxCount": SEATS, "AllowCheckIn": true }],
        "ConsumptionConfiguration": { "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } },
        "ClientToken": token,
    })
}

fn with(mut value: Value, members: &Value) -> Value {
    value.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    value
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Neither more than there are, nor fewer than none, whatever is taken, returned, prolonged, reset, or runs out.
    #[test]
    fn what_is_in_use_stays_within_bounds(steps in prop::collection::vec((0..6_u8, 1..5_i64), 1..60)) {
        let mut simulator = Simulator::new(&Options { vintage: Vintage::Year2026, ..Options::default() }).unwrap();
        let first = with(license("license"), &json!({ "ProductSKU": "photon-1", "Beneficiary": "customer" }));
        let arn = call(&mut simulator, "CreateLicense", &first)["LicenseArn"].clone();
        let mut held: Vec<Value> = Vec::new();
        for (number, (step, amount)) in steps.into_iter().enumerate() {
            let token = format!("token-{number}");
            match step {
                0 | 1 => {
                    let kind = if step == 0 || amount < 4 { "PROVISIONAL" } else { "PERPETUAL" };
                    let input = json!({
                        "ProductSKU": "photon-1", "CheckoutType": kind, "KeyFingerprint": "aws:111122223333:Example Vendor:issuer-fingerprint",
                        "Entitlements": [{ "Name": "seats", "Unit": "Count", "Value": amount.to_string() }], "ClientToken": token,
                        "Beneficiary": "customer",
                    });
                    let body = call(&mut simulator, "CheckoutLicense", &input);
                    held.extend(body.get("LicenseConsumptionToken").cloned());
                }
                2 | 3 => if let Some(token) = held.get(usize::try_from(amount).unwrap() % held.len().max(1)) {
                    let operation = if step == 2 { "CheckInLicense" } else { "ExtendLicenseConsumption" };
                    call(&mut simulator, operation, &json!({ "LicenseConsumptionToken": token, "Beneficiary": "customer" }));
                },
                4 => {
                    let more = json!({ "LicenseArn": arn, "Status": "AVAILABLE", "ResetUsage": amount == 1 });
                    call(&mut simulator, "CreateLicenseVersion", &with(license(&token), &more));
                }
                _ => { simulator.advance(u32::try_from(amount * 1_200).unwrap()); }
            }
            let used = simulator.license_manager().used(arn.as_str().unwrap(), "seats", None);
            prop_assert!((0..=SEATS).contains(&used), "{used} of {SEATS} seats are in use");
            let usage = call(&mut simulator, "GetLicenseUsage", &json!({ "LicenseArn": arn }));
            let shown: i64 = usage["LicenseUsage"]["EntitlementUsages"][0]["ConsumedValue"].as_str().unwrap().parse().unwrap();
            prop_assert!((0..=SEATS).contains(&shown), "{usage}");
        }
    }
}
