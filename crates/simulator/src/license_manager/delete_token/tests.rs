use crate::license_manager::testing::*;
use serde_json::json;

const NOT_FOUND: (&str, &str) = ("ResourceNotFoundException", "The resource cannot be found.");

#[test]
fn a_token_is_deleted_once_by_its_account() {
    let mut scene = Scene::new();
    let (license, _) = scene.granted_seats(&json!({}));
    let input = json!({ "LicenseArn": license, "ClientToken": "x" });
    let id = text(&scene.ok(CUSTOMER, "CreateToken", &input), "TokenId");
    let delete = json!({ "TokenId": id });
    scene.refused(VENDOR, "DeleteToken", &delete, NOT_FOUND.0, NOT_FOUND.1);
    scene.refused(CUSTOMER, "DeleteToken", &json!({ "TokenId": "unknown" }), NOT_FOUND.0, NOT_FOUND.1);
    let elsewhere = scene.send_to("eu-west-1", CUSTOMER, "DeleteToken", &delete);
    assert_eq!(
        elsewhere.response.body,
        r#"{"__type":"RedirectException","Location":"https://license-manager.us-east-1.amazonaws.com","Message":"This is not the correct Region for the resource. Try again."}"#
    );
    let exchange = scene.send(CUSTOMER, "DeleteToken", &delete);
    assert_eq!((exchange.response.status, exchange.response.body.as_str()), (200, "{}"));
    assert_eq!(exchange.changes[0].to, "deleted");
    scene.refused(CUSTOMER, "DeleteToken", &delete, NOT_FOUND.0, NOT_FOUND.1);
}

#[test]
fn an_expired_token_can_be_deleted() {
    let mut scene = Scene::new();
    let license = scene.license(VENDOR, &json!({}));
    let input = json!({ "LicenseArn": license, "ClientToken": "x", "ExpirationInDays": 1 });
    let id = text(&scene.ok(VENDOR, "CreateToken", &input), "TokenId");
    let changes = scene.simulator.advance(86_400);
    assert_eq!((changes.len(), changes[0].event.as_str()), (1, "expired"));
    scene.ok(VENDOR, "DeleteToken", &json!({ "TokenId": id }));
}
