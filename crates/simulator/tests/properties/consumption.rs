//! What is in use of a license, over random sequences of checkouts, returns, versions and hours, beside a model of it.

use crate::request::request;
use proptest::prelude::*;
use serde_json::{Value, json};
use simulator::schema::Vintage;
use simulator::value::Timestamp;
use simulator::{Options, Simulator};

const OWNER: &str = "111122223333";
/// How many seats the license has.
const SEATS: i64 = 3;

fn call(simulator: &mut Simulator, operation: &str, input: &Value) -> Value {
    simulator.handle(&request(simulator, OWNER, operation, input)).body()
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

/// What a careful reader expects to be checked out: what comes back, until when, and how much was drawn down.
#[derive(Default)]
struct Expected {
    held: Vec<(Value, i64, Timestamp)>,
    drawn: i64,
}

impl Expected {
    fn used(&self) -> i64 {
        self.drawn + self.held.iter().map(|(_, amount, _)| amount).sum::<i64>()
    }

    /// An hour from the beginning of the second, as the license has it.
    fn end(now: Timestamp) -> Timestamp {
        now.whole_second().plus_seconds(3600)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// In use is what was taken, and neither returned, nor forgiven, nor over; a call is refused where that says it must be.
    #[test]
    fn what_is_in_use_is_what_was_taken(steps in prop::collection::vec((0..6_u8, 1..5_i64), 1..60)) {
        let mut simulator = Simulator::new(&Options { vintage: Vintage::Year2026, ..Options::default() }).unwrap();
        let first = with(license("license"), &json!({ "ProductSKU": "photon-1", "Beneficiary": "customer" }));
        let arn = call(&mut simulator, "CreateLicense", &first)["LicenseArn"].clone();
        let mut expected = Expected::default();
        // Tokens stay known after what they stand for is forgiven or over.
        let mut tokens: Vec<Value> = Vec::new();
        for (number, (step, amount)) in steps.into_iter().enumerate() {
            let token = format!("token-{number}");
            let now = simulator.now();
            expected.held.retain(|(_, _, end)| *end > now);
            match step {
                0 | 1 => {
                    let for_good = step == 1 && amount == 4;
                    let units = if for_good { 1 } else { amount };
                    let input = json!({
                        "ProductSKU": "photon-1", "CheckoutType": if for_good { "PERPETUAL" } else { "PROVISIONAL" },
                        "KeyFingerprint": "aws:111122223333:Example Vendor:issuer-fingerprint", "ClientToken": token,
                        "Entitlements": [{ "Name": "seats", "Unit": "Count", "Value": units.to_string() }], "Beneficiary": "customer",
                    });
                    let body = call(&mut simulator, "CheckoutLicense", &input);
                    prop_assert_eq!(body.get("__type").is_none(), expected.used() + units <= SEATS, "{}", body);
                    match body.get("LicenseConsumptionToken") {
                        Some(_) if for_good => expected.drawn += units,
                        Some(given) => {
                            expected.held.push((given.clone(), units, Expected::end(now)));
                            tokens.push(given.clone());
                        }
                        None => {}
                    }
                }
                2 | 3 => if let Some(token) = tokens.get(usize::try_from(amount).unwrap() % tokens.len().max(1)).cloned() {
                    let place = expected.held.iter().position(|(held, _, _)| *held == token);
                    let operation = if step == 2 { "CheckInLicense" } else { "ExtendLicenseConsumption" };
                    let body = call(&mut simulator, operation, &json!({ "LicenseConsumptionToken": token, "Beneficiary": "customer" }));
                    match place {
                        Some(place) if step == 2 => { expected.held.remove(place); }
                        Some(place) => expected.held[place].2 = Expected::end(now),
                        None => {}
                    }
                    prop_assert!(place.is_none() || body.get("__type").is_none(), "{body}");
                },
                4 => {
                    let forgets = amount == 1;
                    let more = json!({ "LicenseArn": arn, "Status": "AVAILABLE", "ResetUsage": forgets });
                    call(&mut simulator, "CreateLicenseVersion", &with(license(&token), &more));
                    if forgets {
                        expected = Expected::default();
                    }
                }
                _ => { simulator.advance(u32::try_from(amount * 1_200).unwrap()); }
            }
            let now = simulator.now();
            expected.held.retain(|(_, _, end)| *end > now);
            let usage = call(&mut simulator, "GetLicenseUsage", &json!({ "LicenseArn": arn }));
            let shown = &usage["LicenseUsage"]["EntitlementUsages"][0]["ConsumedValue"];
            prop_assert_eq!(shown, &json!(expected.used().to_string()));
            prop_assert_eq!(simulator.license_manager().used(arn.as_str().unwrap(), "seats", None), expected.used());
        }
        prop_assert!(Simulator::restore(&simulator.snapshot()).unwrap() == simulator);
    }
}
