use crate::Simulator;
use crate::license_manager::testing::*;
use base64ct::{Base64UrlUnpadded, Encoding};
use rsa::pss::{Signature, VerifyingKey};
use rsa::sha2::Sha384;
use rsa::signature::Verifier;
use rsa::{BigUint, RsaPublicKey};
use serde_json::{Value, json};

/// The header and the claims of a JSON Web Token whose signature a public key proves.
#[track_caller]
fn verified(token: &str, key: &Value) -> (Value, Value) {
    let number = |member: &str| BigUint::from_bytes_be(&Base64UrlUnpadded::decode_vec(key[member].as_str().unwrap()).unwrap());
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let signature = Signature::try_from(Base64UrlUnpadded::decode_vec(signature).unwrap().as_slice()).unwrap();
    let key = RsaPublicKey::new(number("n"), number("e")).unwrap();
    VerifyingKey::<Sha384>::new(key).verify(signed.as_bytes(), &signature).unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    let part = |text: &str| serde_json::from_slice(&Base64UrlUnpadded::decode_vec(text).unwrap()).unwrap();
    (part(header), part(claims))
}

#[test]
fn a_seat_is_borrowed_with_a_signed_token_as_proof() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let changes = json!({ "NodeId": "100.20.15.10", "CheckoutMetadata": [{ "Name": "Mac", "Value": "ABCDEFGHI" }, { "Name": "Empty" }, { "Value": "x" }] });
    let input = scene.borrow_input(&license, &changes);
    let exchange = scene.send(CUSTOMER, "CheckoutBorrowLicense", &input);
    let body = exchange.body();
    let (token, signed) = (text(&body, "LicenseConsumptionToken"), text(&body, "SignedToken"));
    assert_eq!(
        exchange.response.body,
        format!(
            r#"{{"LicenseArn":"{license}","LicenseConsumptionToken":"{token}","EntitlementsAllowed":[{{"Name":"Seats","Value":"1","Unit":"Count"}}],"NodeId":"100.20.15.10","SignedToken":"{signed}","IssuedAt":"2023-11-14T22:13:23","Expiration":"2023-11-15T08:13:23","CheckoutMetadata":[{{"Name":"Mac","Value":"ABCDEFGHI"}},{{"Name":"Empty"}},{{"Value":"x"}}]}}"#
        )
    );
    let keys: Vec<_> = scene.simulator.license_manager().public_keys().collect();
    let [key] = &keys[..] else { panic!("one key") };
    assert_eq!((&key["kid"], &key["kty"], &key["alg"], &key["e"]), (&json!(SIGN_KEY), &json!("RSA"), &json!("PS384"), &json!("AQAB")));
    let (header, claims) = verified(&signed, key);
    assert_eq!(header, json!({ "alg": "PS384", "typ": "JWT", "kid": SIGN_KEY }));
    assert_eq!(
        claims.to_string(),
        format!(
            r#"{{"entitlementsAllowed":[{{"name":"Seats","unit":"Count","value":"1"}}],"expiration":"2023-11-15T08:13:23","issuedAt":"2023-11-14T22:13:23","licenseArn":"{license}","licenseConsumptionToken":"{token}","nodeId":"100.20.15.10","checkoutMetadata":{{"Mac":"ABCDEFGHI","Empty":""}}}}"#
        )
    );
    assert_eq!(scene.usage(&license), "Seats 1, Data 0, Gold 0");
    assert_eq!(scene.ok(CUSTOMER, "CheckoutBorrowLicense", &input), body, "the same token, the same loan");
    let (_, claims) = verified(&text(&scene.borrow(&license, &json!({})), "SignedToken"), key);
    assert_eq!((claims.get("nodeId"), claims.get("checkoutMetadata")), (None, None));
    assert_eq!(scene.usage(&license), "Seats 2, Data 0, Gold 0");
    scene.simulator.advance(600 * 60);
    assert_eq!(scene.usage(&license), "Seats 0, Data 0, Gold 0");
}

#[test]
fn equal_sessions_sign_alike_and_each_sign_key_is_its_own() {
    let play = |seed| {
        let mut scene = Scene::of(crate::Options { seed, ..crate::Options::default() });
        let (license, _) = scene.granted_seats(&json!({}));
        let first = text(&scene.borrow(&license, &json!({})), "SignedToken");
        scene.version(
            &license,
            &json!({
                "Issuer": { "Name": "Vendor", "SignKey": "another" },
                "ConsumptionConfiguration": { "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": 1 } },
            }),
        );
        let second = text(&scene.borrow(&license, &json!({})), "SignedToken");
        let keys: Vec<_> = scene.simulator.license_manager().public_keys().collect();
        (first, second, keys, scene)
    };
    let (first, second, keys, scene) = play(1);
    let again = play(1);
    assert_eq!((&first, &second, &keys), (&again.0, &again.1, &again.2));
    assert_ne!(keys, play(2).2);
    assert_eq!(keys.len(), 2);
    let place = |name: &str| keys.iter().position(|key| key["kid"] == name).unwrap();
    assert_ne!(keys[0]["n"], keys[1]["n"]);
    verified(&first, &keys[place(SIGN_KEY)]);
    verified(&second, &keys[place("another")]);
    let restored = Simulator::restore(&scene.simulator.snapshot()).unwrap();
    assert_eq!(restored.license_manager().public_keys().collect::<Vec<_>>(), keys);
}

#[test]
fn there_are_no_partial_checkouts() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let seat = json!({ "Name": "Seats", "Unit": "Count", "Value": "1" });
    for lacking in [
        json!({ "Name": "Silver", "Unit": "None" }),
        json!({ "Name": "Seats", "Unit": "None" }),
        json!({ "Name": "Seats", "Unit": "Gigabytes", "Value": "1" }),
    ] {
        let input = scene.borrow_input(&license, &json!({ "Entitlements": [seat, lacking] }));
        scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, "EntitlementNotAllowedException", "The entitlement is not allowed.");
    }
    let nothing = ("NoEntitlementsAllowedException", "No Entitlements Allowed");
    let input = scene.borrow_input(&license, &json!({ "Entitlements": [] }));
    scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, nothing.0, nothing.1);
    let many = json!([{ "Name": "Gold", "Unit": "None" }, { "Name": "Seats", "Unit": "Count", "Value": "3" }]);
    let input = scene.borrow_input(&license, &json!({ "Entitlements": many }));
    scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, nothing.0, nothing.1);
    let input = scene.borrow_input(&license, &json!({ "Entitlements": [{ "Name": "Seats", "Unit": "Count", "Value": "x" }] }));
    scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, "ValidationException", "The value x of the entitlement Seats is not valid");
    let gold = scene.borrow(&license, &json!({ "Entitlements": [seat, { "Name": "Gold", "Unit": "None" }] }));
    assert_eq!(
        gold["EntitlementsAllowed"],
        json!([{ "Name": "Seats", "Value": "1", "Unit": "Count" }, { "Name": "Gold", "Unit": "None" }])
    );
}

#[test]
fn the_license_needs_a_borrow_configuration() {
    let mut scene = Scene::new();
    let provisional = json!({ "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } });
    let (license, _) = scene.granted_seats(&json!({ "ConsumptionConfiguration": provisional }));
    let input = scene.borrow_input(&license, &json!({}));
    let exchange = scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, "NoEntitlementsAllowedException", "No Entitlements Allowed");
    assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/borrow-configuration");
    scene.version(&license, &json!({ "Status": "DEACTIVATED" }));
    let exchange = scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, "NoEntitlementsAllowedException", "No Entitlements Allowed");
    assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/checkout-license-state");
}

#[test]
fn who_may_borrow() {
    let mut scene = Scene::new();
    let license = scene.seats(&json!({}));
    let input = scene.borrow_input(&license, &json!({}));
    let unknown = format!("The license {license} doesn't exist in our records");
    scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, "ResourceNotFoundException", &unknown);
    let not_ours = scene.borrow_input("arn:aws:s3:::bucket", &json!({}));
    let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
    scene.refused(CUSTOMER, "CheckoutBorrowLicense", &not_ours, "InvalidParameterValueException", message);
    let grant = scene.grant(VENDOR, &license, &root(CUSTOMER));
    let exchange = scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, "NoEntitlementsAllowedException", "No Entitlements Allowed");
    assert_eq!(exchange.trace.refusal().unwrap().rule.name, "license-manager/borrow-grant");
    scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" }));
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to perform CheckoutBorrowLicense on this license.";
    scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, "AuthorizationException", message);
    scene.change(VENDOR, &grant, &json!({ "AllowedOperations": ["CheckoutBorrowLicense"] }));
    scene.ok(CUSTOMER, "CheckoutBorrowLicense", &input);
    scene.ok(VENDOR, "CheckoutBorrowLicense", &input);
}

#[test]
fn another_signature_method_breaks_a_bound() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let input = scene.borrow_input(&license, &json!({ "DigitalSignatureMethod": "JWT_RS256" }));
    let message = "1 validation error detected: Value 'JWT_RS256' at 'digitalSignatureMethod' failed to satisfy constraint: Member must satisfy enum value set: [JWT_PS384]";
    scene.refused(CUSTOMER, "CheckoutBorrowLicense", &input, "ValidationException", message);
}

#[test]
fn the_region_matters_if_the_session_says_so() {
    let mut scene = Scene::with(|settings| settings.consumption_region = crate::world::ConsumptionRegion::Home);
    let (license, _) = scene.granted_seats(&json!({}));
    let input = scene.borrow_input(&license, &json!({}));
    let exchange = scene.send_to("eu-west-1", CUSTOMER, "CheckoutBorrowLicense", &input);
    assert_eq!(exchange.error_name(), Some("RedirectException"));
    scene.ok(CUSTOMER, "CheckoutBorrowLicense", &input);
}

#[test]
fn a_delegate_grant_conveys_no_entitlement() {
    let mut scene = Scene::in_vintage(crate::schema::Vintage::Year2026);
    let license = scene.seats(&json!({}));
    let delegate = json!({ "GrantType": "DelegateGrant", "AllowedOperations": ["ListReceivedLicenses"] });
    let input = scene.grant_input(&license, &root(CUSTOMER), &delegate);
    let grant = text(&scene.ok(VENDOR, "CreateGrant", &input), "GrantArn");
    assert_eq!(scene.change(CUSTOMER, &grant, &json!({ "Status": "ACTIVE" })).response.status, 200);
    for (operation, input, rule) in [
        ("CheckoutBorrowLicense", scene.borrow_input(&license, &json!({})), "license-manager/borrow-grant"),
        ("CheckoutLicense", scene.checkout_input(&json!({})), "license-manager/checkout-license"),
    ] {
        let exchange = scene.refused(CUSTOMER, operation, &input, "NoEntitlementsAllowedException", "No Entitlements Allowed");
        assert_eq!(exchange.trace.refusal().unwrap().rule.name, rule);
    }
}
