//! What is found before a refused call is proved by running it, and its length by a plain search.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod support;

use explorer::Search;
use explorer::find_passing::{Answer, FindPassing, Options, Outcome};
use serde_json::{Value, json};
use simulator::Simulator;
use simulator::session::{Act, CallStep, Session, Step};
use support::{Refused, passes, plain, refused, replay};

/// So many steps are tried for each refused call. In a test build, a step takes a millisecond.
const TRIES: usize = 1500;

fn find(simulator: &Simulator, call: &CallStep) -> Answer {
    FindPassing::new(simulator, call.clone(), Options { tries: Some(TRIES), ..Options::default() }).unwrap().finish()
}

/// What is found among single steps.
fn find_one(simulator: &Simulator, call: &CallStep) -> Answer {
    FindPassing::new(simulator, call.clone(), Options { depth: Some(1), ..Options::default() }).unwrap().finish()
}

#[test]
fn every_refused_call_of_the_examples_passes_after_what_is_found() {
    let mut found = Vec::new();
    for Refused { example, step, before, call } in refused() {
        let answer = find(&before, &call);
        let (after, _) = replay(&before, &answer.steps);
        match answer.outcome {
            Outcome::Found => {
                assert!(passes(&after, &call), "{example}, step {step}");
                assert_eq!(answer.outcomes.unwrap().len(), answer.steps.len() + 1);
                found.push(example.clone());
            }
            Outcome::None | Outcome::Never => assert!(answer.steps.is_empty() && answer.outcomes.is_none()),
            Outcome::Already => panic!("{example}, step {step} is refused"),
        }
        assert!(answer.refusal.is_some());
        if let Some(edited) = &answer.edited {
            let (after, _) = replay(&before, &edited.steps);
            assert!(passes(&after, &edited.call), "{example}, step {step}: the changed call");
        }
    }
    for example in ["seats-run-out", "permission-out-of-use", "second-active-grant", "the-sixth-version", "sharing-inside-the-organization"]
    {
        assert!(found.iter().any(|other| other == example), "{example}: {found:?}");
    }
}

#[test]
fn one_step_that_is_found_is_found_by_a_plain_search_too() {
    let mut compared = 0;
    for Refused { example, step, before, call } in refused() {
        let answer = find_one(&before, &call);
        // Only the explorer proposes the name that the call's own ARN has.
        if answer.outcome != Outcome::Found || (example.as_str(), step) == ("promote-from-policy", 10) {
            continue;
        }
        assert_eq!(plain::shortest(&before, 1, &plain::changing(), &|state| passes(state, &call)), Some(1), "{example}, step {step}");
        compared += 1;
    }
    assert!(compared > 5);
}

#[test]
fn what_is_not_found_in_one_step_is_not_found_by_a_plain_search_either() {
    for Refused { example, step, before, call } in refused() {
        let answer = find_one(&before, &call);
        if answer.outcome == Outcome::Found {
            continue;
        }
        assert_eq!(plain::shortest(&before, 1, &plain::changing(), &|state| passes(state, &call)), None, "{example}, step {step}");
    }
}

/// A license with a pending grant, and the grantee's checkout.
fn pending(settings: &Value, license_status: &str) -> (Simulator, CallStep) {
    let session = json!({
        "format": "grant-playground/1",
        "world": {
            "settings": settings,
            "accounts": [{ "id": "111122223333", "name": "Vendor" }, { "id": "123456789012", "name": "Customer" }]
        },
        "steps": [
            { "name": "license", "as": "111122223333", "operation": "license-manager:CreateLicense", "input": license() },
            { "as": "111122223333", "operation": "license-manager:CreateGrant", "input": {
                "ClientToken": "grant", "GrantName": "grant", "LicenseArn": "${license.LicenseArn}",
                "Principals": ["arn:aws:iam::123456789012:root"], "HomeRegion": "us-east-1",
                "AllowedOperations": ["CheckoutLicense", "CheckInLicense"] } }
        ]
    });
    let mut session = Session::parse(&session.to_string()).unwrap();
    if license_status != "AVAILABLE" {
        let mut input = license();
        input["LicenseArn"] = "${license.LicenseArn}".into();
        input["Status"] = license_status.into();
        input["ClientToken"] = "version".into();
        for name in ["ProductSKU", "Beneficiary"] {
            input.as_object_mut().unwrap().shift_remove(name);
        }
        let step = json!({ "as": "111122223333", "operation": "license-manager:CreateLicenseVersion", "input": input });
        session.steps.push(serde_json::from_value(step).unwrap());
    }
    let mut player = simulator::session::Player::new(&session.world).unwrap();
    for step in &session.steps {
        let result = player.step(step).unwrap();
        assert_eq!(result.exchange().unwrap().refusal(), None);
    }
    let fingerprint = player.simulator().license_manager().licenses().next().unwrap().key_fingerprint();
    let call = json!({ "as": "123456789012", "operation": "license-manager:CheckoutLicense", "input": {
        "ProductSKU": "product", "CheckoutType": "PROVISIONAL", "KeyFingerprint": fingerprint,
        "Entitlements": [{ "Name": "seats", "Unit": "Count", "Value": "1" }], "ClientToken": "checkout" } });
    let Act::Call(call) = serde_json::from_value::<Step>(call).unwrap().act else { panic!("it is a call") };
    (player.simulator().clone(), call)
}

fn license() -> Value {
    json!({
        "ClientToken": "license", "LicenseName": "Seats", "ProductName": "Product", "ProductSKU": "product",
        "Issuer": { "Name": "Vendor" }, "HomeRegion": "us-east-1",
        "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2033-01-01T00:00:00Z" },
        "Entitlements": [{ "Name": "seats", "Unit": "Count", "MaxCount": 10, "AllowCheckIn": true }],
        "Beneficiary": "Customer", "ConsumptionConfiguration": { "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } }
    })
}

fn names(answer: &Answer) -> Vec<String> {
    let name = |step: &Step| match &step.act {
        Act::Call(call) => format!("{} as {}", call.operation.name, call.account),
        other => format!("{other:?}"),
    };
    answer.steps.iter().map(name).collect()
}

#[test]
fn a_grant_is_accepted_and_activated_before_a_checkout() {
    let (simulator, call) = pending(&json!({ "activateUnaccepted": false }), "AVAILABLE");
    let answer = find(&simulator, &call);
    assert_eq!(names(&answer), ["AcceptGrant as 123456789012", "CreateGrantVersion as 123456789012"]);
    let grants = ["AcceptGrant", "RejectGrant", "CreateGrantVersion", "DeleteGrant", "CreateLicenseVersion", "CheckoutLicense"];
    let operations: Vec<_> = plain::changing().into_iter().filter(|operation| grants.contains(&operation.name)).collect();
    assert_eq!(plain::shortest(&simulator, 2, &operations, &|state| passes(state, &call)), Some(2));
}

#[test]
fn a_switched_off_license_needs_one_step_more() {
    let (simulator, call) = pending(&json!({ "activateUnaccepted": false }), "DEACTIVATED");
    let options = Options { tries: Some(20_000), ..Options::default() };
    let answer = FindPassing::new(&simulator, call.clone(), options).unwrap().finish();
    assert_eq!(answer.steps.len(), 3, "{:?}", names(&answer));
    assert!(names(&answer).contains(&"CreateLicenseVersion as 111122223333".to_owned()), "{:?}", names(&answer));
    assert!(passes(&replay(&simulator, &answer.steps).0, &call));
}

#[test]
fn a_limit_is_said() {
    let (simulator, call) = pending(&json!({ "activateUnaccepted": false }), "DEACTIVATED");
    let options = Options { depth: Some(2), tries: Some(100_000), ..Options::default() };
    let answer = FindPassing::new(&simulator, call.clone(), options).unwrap().finish();
    assert_eq!((answer.outcome, answer.searched.depth, answer.searched.cut), (Outcome::None, 2, false));
    let options = Options { tries: Some(50), ..Options::default() };
    let answer = FindPassing::new(&simulator, call, options).unwrap().finish();
    assert_eq!((answer.outcome, answer.searched.depth, answer.searched.cut), (Outcome::None, 0, true));
    assert!((50..=52).contains(&answer.searched.tried), "{}", answer.searched.tried);
}

#[test]
fn a_call_with_a_wrong_form_never_passes_and_a_good_one_does() {
    let (simulator, mut call) = pending(&json!({}), "AVAILABLE");
    let list = json!({ "as": "111122223333", "operation": "license-manager:ListLicenses" });
    let Act::Call(list) = serde_json::from_value::<Step>(list).unwrap().act else { panic!("it is a call") };
    let answer = find(&simulator, &list);
    assert_eq!((answer.outcome, answer.refusal, answer.searched.tried), (Outcome::Already, None, 1));
    call.input = simulator::session::Input::Value(json!({}));
    let answer = find(&simulator, &call);
    assert_eq!((answer.outcome, answer.edited), (Outcome::Never, None));
}

#[test]
fn slices_find_what_one_search_finds() {
    let (simulator, call) = pending(&json!({ "activateUnaccepted": false }), "AVAILABLE");
    let whole = find(&simulator, &call);
    let mut search = FindPassing::new(&simulator, call, Options { tries: Some(TRIES), ..Options::default() }).unwrap();
    let mut slices = 0;
    while !search.is_done() {
        search.advance(10);
        slices += 1;
    }
    assert!(slices > 3);
    assert_eq!(search.answer(), whole);
}
