use crate::Exchange;
use crate::http::{Headers, Request};
use crate::license_manager::signing::SERVICE_KEY;
use crate::license_manager::testing::*;
use crate::trace::Evidence;
use serde_json::{Value, json};

/// A scene with a license of the vendor's, and the refresh token the vendor made, with its id.
fn refresh(changes: &Value) -> (Scene, String, String, String) {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = merged(json!({ "LicenseArn": license, "ClientToken": "x" }), changes);
    let made = scene.ok(VENDOR, "CreateToken", &input);
    (scene, license, text(&made, "TokenId"), text(&made, "Token"))
}

/// Sends `GetAccessToken` without credentials.
fn unsigned(scene: &mut Scene, region: &str, operation: &str, input: &Value) -> Exchange {
    let headers: Headers = [
        ("Host", format!("license-manager.{region}.amazonaws.com")),
        ("Content-Type", "application/x-amz-json-1.1".to_owned()),
        ("X-Amz-Target", format!("AWSLicenseManager.{operation}")),
    ]
    .into_iter()
    .collect();
    let url = format!("https://license-manager.{region}.amazonaws.com/");
    scene.simulator.handle(&Request { method: "POST".into(), url, headers, body: input.to_string() })
}

#[test]
fn a_refresh_token_gets_an_access_token() {
    let (mut scene, license, id, token) = refresh(&json!({ "TokenProperties": ["a"], "RoleArns": ["arn:aws:iam::111122223333:role/A"] }));
    let exchange = scene.send(OUTSIDER, "GetAccessToken", &json!({ "Token": token, "TokenProperties": ["a"] }));
    let access = text(&exchange.body(), "AccessToken");
    assert_eq!(exchange.response.body, format!(r#"{{"AccessToken":"{access}"}}"#));
    assert_eq!(
        scene.simulator.license_manager().claims(SERVICE_KEY, &access).unwrap(),
        json!({
            "iss": "openid-license-manager.amazonaws.com", "sub": id, "aud": license,
            "amr": ["aws:license-manager:token-issuer-account-id:111122223333", "a"],
            "roleArns": ["arn:aws:iam::111122223333:role/A"], "tokenType": "ACCESS_TOKEN",
            "iat": 1_700_000_002, "exp": 1_700_000_002 + 3600,
        })
    );
    let again = text(&scene.ok(VENDOR, "GetAccessToken", &json!({ "Token": token })), "AccessToken");
    assert_ne!(access, again);
}

#[test]
fn no_credentials_are_needed() {
    let (mut scene, _, _, token) = refresh(&json!({}));
    let exchange = unsigned(&mut scene, "us-east-1", "GetAccessToken", &json!({ "Token": token }));
    assert_eq!((exchange.response.status, &exchange.caller), (200, &None), "{}", exchange.response.body);
    let rule = exchange.trace.checks().iter().find(|check| check.rule.name == "protocol/credentials-needless").unwrap();
    assert_eq!(rule.rule.evidence, Evidence::Observed);
    let exchange = unsigned(&mut scene, "us-east-1", "ListTokens", &json!({}));
    assert_eq!(exchange.error_name(), Some("MissingAuthenticationTokenException"), "other operations need them");
    let exchange = unsigned(&mut scene, "us-east-1", "GetAccessToken", &json!({}));
    assert_eq!(exchange.error_name(), Some("ValidationException"));
}

#[test]
fn the_region_is_the_hosts() {
    let (mut scene, _, _, token) = refresh(&json!({}));
    let message = "An access token can only be obtained in resource home AWS region: us-east-1";
    assert_refused(&unsigned(&mut scene, "eu-west-1", "GetAccessToken", &json!({ "Token": token })), "ValidationException", message);
    assert_refused(&scene.send_to("eu-west-1", VENDOR, "GetAccessToken", &json!({ "Token": token })), "ValidationException", message);
}

#[test]
fn only_what_license_manager_signed_is_taken() {
    let (mut scene, _, _, token) = refresh(&json!({}));
    let access = text(&scene.ok(VENDOR, "GetAccessToken", &json!({ "Token": token })), "AccessToken");
    let borrowed = {
        let (license, _) = scene.granted_seats(&json!({}));
        text(&scene.borrow(&license, &json!({})), "SignedToken")
    };
    for wrong in ["x", "a.b.c", &access, &borrowed, &format!("{token}A"), token.rsplit_once('.').unwrap().0] {
        let input = json!({ "Token": wrong });
        scene.refused(VENDOR, "GetAccessToken", &input, "AuthorizationException", "The token provided is not valid");
    }
}

#[test]
fn a_token_of_another_session_is_not_known() {
    let (mut scene, ..) = refresh(&json!({}));
    let mut other = Scene::of(crate::Options { seed: 2, ..crate::Options::default() });
    let license = other.license(VENDOR, &json!({}));
    let foreign = text(&other.ok(VENDOR, "CreateToken", &json!({ "LicenseArn": license, "ClientToken": "x" })), "Token");
    scene.refused(VENDOR, "GetAccessToken", &json!({ "Token": foreign }), "AuthorizationException", "The token provided is not valid");
    // Nothing was signed here yet: there is no key.
    let mut fresh = Scene::new();
    fresh.refused(VENDOR, "GetAccessToken", &json!({ "Token": foreign }), "AuthorizationException", "The token provided is not valid");
}

#[test]
fn expired_and_deleted_tokens_get_nothing() {
    let (mut scene, _, _, token) = refresh(&json!({ "ExpirationInDays": 1 }));
    let input = json!({ "Token": token });
    scene.ok(VENDOR, "GetAccessToken", &input);
    scene.simulator.advance(86_400);
    scene.refused(VENDOR, "GetAccessToken", &input, "AuthorizationException", "The token provided has expired");
    let (mut scene, _, id, token) = refresh(&json!({}));
    scene.ok(VENDOR, "DeleteToken", &json!({ "TokenId": id }));
    let input = json!({ "Token": token });
    scene.refused(VENDOR, "GetAccessToken", &input, "AuthorizationException", "The token provided is not valid");
}

#[test]
fn the_token_has_the_properties_asked_for() {
    let message = "The token properties provided don't match the properties of the token";
    let (mut scene, _, _, token) = refresh(&json!({ "TokenProperties": ["a", "b"] }));
    scene.ok(VENDOR, "GetAccessToken", &json!({ "Token": token, "TokenProperties": ["b"] }));
    let input = json!({ "Token": token, "TokenProperties": ["b", "c"] });
    scene.refused(VENDOR, "GetAccessToken", &input, "ValidationException", message);
    let (mut scene, _, _, token) = refresh(&json!({}));
    let input = json!({ "Token": token, "TokenProperties": ["a"] });
    scene.refused(VENDOR, "GetAccessToken", &input, "ValidationException", message);
}

#[test]
fn a_license_gets_so_many_an_hour() {
    let (mut scene, license, _, token) = refresh(&json!({}));
    let input = json!({ "LicenseArn": license, "ClientToken": "y" });
    let second = text(&scene.ok(VENDOR, "CreateToken", &input), "Token");
    for number in 0..10 {
        scene.ok(VENDOR, "GetAccessToken", &json!({ "Token": if number % 2 == 0 { &token } else { &second } }));
    }
    let message = "Too many requests have been submitted. Try again after a brief wait.";
    for token in [&token, &second] {
        scene.refused(VENDOR, "GetAccessToken", &json!({ "Token": token }), "RateLimitExceededException", message);
    }
    scene.simulator.advance(3600 - 12);
    scene.ok(VENDOR, "GetAccessToken", &json!({ "Token": token }));
}
