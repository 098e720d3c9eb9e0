use crate::license_manager::signing::SERVICE_KEY;
use crate::license_manager::testing::*;
use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::{Value, json};

/// The input of `CreateToken`, with a new client token and with `changes`.
fn input(scene: &mut Scene, license: &str, changes: &Value) -> Value {
    merged(json!({ "LicenseArn": license, "ClientToken": scene.token() }), changes)
}

fn claims(token: &str) -> String {
    let claims = token.split('.').nth(1).unwrap();
    String::from_utf8(Base64UrlUnpadded::decode_vec(claims).unwrap()).unwrap()
}

#[test]
fn a_token_is_signed_and_says_what_it_is_for() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let role = "arn:aws:iam::123456789012:role/Consumer";
    let input = input(&mut scene, &license, &json!({ "RoleArns": [role], "TokenProperties": ["team:a", "b"], "ExpirationInDays": 30 }));
    let exchange = scene.send(CUSTOMER, "CreateToken", &input);
    let (id, token) = (text(&exchange.body(), "TokenId"), text(&exchange.body(), "Token"));
    assert_eq!(exchange.response.body, format!(r#"{{"TokenId":"{id}","TokenType":"REFRESH_TOKEN","Token":"{token}"}}"#));
    assert_eq!((id.len(), id.chars().nth(14)), (36, Some('4')));
    let issued = 1_700_000_003;
    assert_eq!(
        claims(&token),
        format!(
            r#"{{"iss":"openid-license-manager.amazonaws.com","sub":"{id}","aud":"{license}","amr":["aws:license-manager:token-issuer-account-id:123456789012","team:a","b"],"roleArns":["{role}"],"tokenType":"REFRESH_TOKEN","iat":{issued},"exp":{}}}"#,
            issued + 30 * 86_400
        )
    );
    let store = scene.simulator.license_manager();
    assert!(store.claims(SERVICE_KEY, &token).is_some(), "the service's key signed it");
    assert_eq!(store.public_keys().map(|key| key["kid"].clone()).collect::<Vec<_>>(), [json!(SERVICE_KEY)]);
    assert_eq!(scene.ok(CUSTOMER, "CreateToken", &input)["TokenId"], json!(id), "the same client token, the same token");
    scene.simulator.advance(600);
    assert_ne!(scene.ok(CUSTOMER, "CreateToken", &input)["TokenId"], json!(id), "ten minutes later it is another request");
}

#[test]
fn a_token_lives_for_a_year_unless_told_otherwise() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let plain = input(&mut scene, &license, &json!({}));
    let token = text(&scene.ok(VENDOR, "CreateToken", &plain), "Token");
    assert!(claims(&token).ends_with(&format!(r#""iat":1700000001,"exp":{}}}"#, 1_700_000_001 + 365 * 86_400)), "{}", claims(&token));
    for days in [0, -1] {
        let input = input(&mut scene, &license, &json!({ "ExpirationInDays": days }));
        scene.refused(VENDOR, "CreateToken", &input, "ValidationException", "The expiration in days must be greater than 0");
    }
}

#[test]
fn who_makes_tokens_and_of_what() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let asked = input(&mut scene, &license, &json!({}));
    let unknown = format!("The license {license} doesn't exist in our records");
    scene.refused(CUSTOMER, "CreateToken", &asked, "ResourceNotFoundException", &unknown);
    let bucket = input(&mut scene, "arn:aws:s3:::bucket", &json!({}));
    let message = "The value arn:aws:s3:::bucket is not a valid license ARN";
    scene.refused(CUSTOMER, "CreateToken", &bucket, "ValidationException", message);
    scene.active_grant(VENDOR, &license, CUSTOMER);
    let message = "Caller arn:aws:iam::123456789012:root is not allowed to perform CreateToken on this license.";
    scene.refused(CUSTOMER, "CreateToken", &asked, "AuthorizationException", message);
    scene.version(&license, &json!({ "Status": "DEACTIVATED" }));
    let message = "A token cannot be created for a license that is not available";
    scene.refused(VENDOR, "CreateToken", &asked, "ValidationException", message);
}

#[test]
fn the_wrong_region_redirects() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = input(&mut scene, &license, &json!({}));
    let exchange = scene.send_to("eu-west-1", VENDOR, "CreateToken", &input);
    assert_eq!(
        exchange.response.body,
        r#"{"__type":"RedirectException","Location":"https://license-manager.us-east-1.amazonaws.com","Message":"This is not the correct Region for the resource. Try again."}"#
    );
}

#[test]
fn an_account_has_so_many_tokens_for_a_license() {
    let mut scene = Scene::with(|settings| settings.tokens_per_license = 2);
    let (license, _) = scene.granted_seats(&json!({}));
    let create = |scene: &mut Scene, account: &str| {
        let input = input(scene, &license, &json!({ "ExpirationInDays": 1 }));
        scene.send(account, "CreateToken", &input)
    };
    let first = text(&create(&mut scene, CUSTOMER).body(), "TokenId");
    create(&mut scene, CUSTOMER);
    assert_refused(&create(&mut scene, CUSTOMER), "ResourceLimitExceededException", "Your resource limits have been exceeded.");
    assert_eq!(create(&mut scene, VENDOR).response.status, 200, "each account has a quota of its own");
    scene.ok(CUSTOMER, "DeleteToken", &json!({ "TokenId": first }));
    assert_eq!(create(&mut scene, CUSTOMER).response.status, 200, "deleted tokens do not count");
    assert_eq!(create(&mut scene, CUSTOMER).error_name(), Some("ResourceLimitExceededException"));
    scene.simulator.advance(86_400);
    assert_eq!(create(&mut scene, CUSTOMER).response.status, 200, "expired tokens do not count");
}

#[test]
fn a_token_has_4096_characters_at_most() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let made = |scene: &mut Scene, length: usize| {
        let input = input(scene, &license, &json!({ "TokenProperties": ["x".repeat(length)] }));
        scene.send(VENDOR, "CreateToken", &input)
    };
    let short = text(&made(&mut scene, 0).body(), "Token").len();
    let room = (4096 - short) * 3 / 4;
    assert_eq!(text(&made(&mut scene, room).body(), "Token").len(), 4096);
    let before = scene.simulator.license_manager().clone();
    assert_refused(&made(&mut scene, room + 1), "ValidationException", "The token would be longer than 4096 characters");
    assert!(*scene.simulator.license_manager() == before);
}
