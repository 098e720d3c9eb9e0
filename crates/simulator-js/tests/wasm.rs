//! The JavaScript API as wasm, in Node.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test that cannot go on has failed")]

use js_sys::{Object, Reflect};
use simulator_js::{Simulator, play};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

fn js(text: &str) -> JsValue {
    js_sys::JSON::parse(text).unwrap()
}

fn json(value: &JsValue) -> serde_json::Value {
    serde_json::from_str(&String::from(js_sys::JSON::stringify(value).unwrap())).unwrap()
}

fn simulator() -> Simulator {
    Simulator::new(&JsValue::UNDEFINED).unwrap()
}

fn list_grants() -> JsValue {
    js(r#"{
        "method": "POST",
        "url": "https://license-manager.us-east-1.amazonaws.com/",
        "headers": {
            "Content-Type": "application/x-amz-json-1.1",
            "X-Amz-Target": "AWSLicenseManager.ListDistributedGrants",
            "X-Amz-Date": "20231114T221320Z",
            "Authorization": "AWS4-HMAC-SHA256 Credential=111122223333/20231114/us-east-1/license-manager/aws4_request, SignedHeaders=host, Signature=0"
        },
        "body": "{}"
    }"#)
}

/// The sentence of a misuse, which must be of the class.
fn sentence<T>(result: Result<T, JsValue>, class: &str) -> String {
    let error: js_sys::Error = result.err().unwrap().dyn_into().unwrap();
    assert_eq!(String::from(error.name()), class);
    error.message().into()
}

#[wasm_bindgen_test]
fn misuse_of_the_constructor_is_a_type_error() {
    assert_eq!(
        sentence(Simulator::new(&5.into()), "TypeError"),
        "the options cannot be `5`; options must be an object such as `{ seed: 7, vintage: \"2023\" }`"
    );
    let sentence = sentence(Simulator::new(&js(r#"{ "seed": -1 }"#)), "TypeError");
    assert!(sentence.starts_with("the option `seed` cannot be read: "), "{sentence}");
}

#[wasm_bindgen_test]
fn contradicting_options_are_an_error() {
    let options = js(r#"{ "accounts": [{ "id": "111122223333" }, { "id": "111122223333" }] }"#);
    assert_eq!(sentence(Simulator::new(&options), "Error"), "account `111122223333` is listed twice; list each account once");
}

#[wasm_bindgen_test]
fn a_request_is_answered_and_traced() {
    let mut simulator = simulator();
    assert!(simulator.trace(&JsValue::UNDEFINED).unwrap().is_undefined());
    let response = json(&simulator.handle(&list_grants()).unwrap());
    assert_eq!(response["status"], 200, "{response}");
    assert_eq!(response["body"], r#"{"Grants":[]}"#);
    let trace = json(&simulator.trace(&JsValue::UNDEFINED).unwrap());
    assert!(trace.as_array().unwrap().iter().all(|check| check["verdict"] == "passed"), "{trace}");
}

#[wasm_bindgen_test]
fn nonsense_is_answered_too() {
    let request = Object::new();
    Reflect::set(&request, &"method".into(), &"\u{0}".into()).unwrap();
    Reflect::set(&request, &"url".into(), &"?".into()).unwrap();
    let response = json(&simulator().handle(&request).unwrap());
    assert_eq!(response["status"], 403);
}

#[wasm_bindgen_test]
fn a_snapshot_restores_every_byte() {
    let mut first = simulator();
    first.handle(&list_grants()).unwrap();
    let snapshot = first.snapshot();
    let mut second = Simulator::new(&js(r#"{ "seed": 2 }"#)).unwrap();
    second.restore(&snapshot.as_str().into()).unwrap();
    assert_eq!(second.snapshot(), snapshot);
    assert_eq!(json(&second.handle(&list_grants()).unwrap()), json(&first.handle(&list_grants()).unwrap()));
    assert_eq!(
        sentence(second.restore(&JsValue::NULL), "TypeError"),
        "the argument of `restore` must be a text that `snapshot()` returned, not null"
    );
}

#[wasm_bindgen_test]
fn a_session_is_played() {
    let session = r#"{ "format": "grant-playground/1", "steps": [
        { "as": "111122223333", "operation": "license-manager:ListDistributedGrants", "expect": { "status": 201 } }, { "advance": 5 }
    ] }"#;
    let played = play(&session.into()).unwrap();
    assert!(played.get(0).is_object(), "the simulator");
    let outcomes = json(&played.get(1));
    assert_eq!(outcomes[0]["differences"][0], "the status is `200`, not `201`");
    assert_eq!(outcomes[1], serde_json::json!({ "changes": [], "differences": [] }));
}

#[wasm_bindgen_test]
fn the_session_so_far_has_a_step_for_each_call() {
    let mut simulator = simulator();
    simulator.handle(&list_grants()).unwrap();
    simulator.advance(&5.into()).unwrap();
    let expected = serde_json::json!({
        "format": "grant-playground/1",
        "world": {},
        "steps": [
            { "as": "111122223333", "region": "us-east-1", "operation": "license-manager:ListDistributedGrants", "input": {} },
            { "advance": 5 }
        ]
    });
    assert_eq!(json(&simulator.session().unwrap()), expected);
    let snapshot = JsValue::from(simulator.snapshot());
    simulator.restore(&snapshot).unwrap();
    let sentence = sentence(simulator.session(), "Error");
    assert!(sentence.starts_with("a restored simulator does not know its steps"), "{sentence}");
}
