//! The sentences of the real service that somebody published.

use super::CUSTOMER;
use crate::license_manager::testing::{Scene, VENDOR, assert_refused, root};
use serde_json::json;

#[test]
fn published_refusals_letter_for_letter() {
    let mut scene = Scene::of_2026();
    let license = scene.photon(&json!({ "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } }), false);
    let grant_input = |scene: &mut Scene, principal: &str| {
        json!({
            "ClientToken": scene.token(), "GrantName": "grant", "LicenseArn": license, "HomeRegion": "us-east-1",
            "Principals": [principal], "AllowedOperations": ["CheckoutLicense"],
        })
    };
    let input = grant_input(&mut scene, &root(CUSTOMER));
    let elsewhere = scene.send_to("eu-west-1", VENDOR, "CreateGrant", &input);
    assert_refused(&elsewhere, "ValidationException", "Grant can only be created in resource home AWS region: us-east-1");
    let grant = scene.ok(VENDOR, "CreateGrant", &input)["GrantArn"].clone();
    let stale = scene.refusal(VENDOR, "DeleteGrant", &json!({ "GrantArn": grant, "Version": "2" }));
    assert_eq!(stale.0, "ValidationException");
    assert_eq!(stale.1, "A grant cannot be deleted since the version provided doesn't match the latest version 1 in our records");
    let stranger = scene.refusal(VENDOR, "AcceptGrant", &json!({ "GrantArn": grant }));
    assert_eq!(stranger.0, "ValidationException");
    assert_eq!(stranger.1, "Caller arn:aws:iam::111122223333:root is not allowed to accept this grant.");
    let organization = format!("arn:aws:organizations::{VENDOR}:organization/o-exampleorg1");
    scene.intervene(&json!({ "organization": { "id": "o-exampleorg1", "managementAccount": VENDOR, "trustedAccess": false } }));
    let input = grant_input(&mut scene, &organization);
    let untrusted = scene.refusal(VENDOR, "CreateGrant", &input);
    assert_eq!(untrusted.0, "ValidationException");
    assert_eq!(untrusted.1, "Grantor has disabled Trusted Access to AWS License Manager Service in AWS Organizations");
    scene.intervene(&json!({ "account": { "id": VENDOR, "denied": ["license-manager:ListLicenses"] } }));
    let denied = scene.refusal(VENDOR, "ListLicenses", &json!({}));
    assert_eq!(denied.0, "AuthorizationException");
    let sentence = "is not authorized to perform: license-manager:ListLicenses because no identity-based policy allows the license-manager:ListLicenses action";
    assert!(denied.1.starts_with("User: arn:aws:sts::111122223333:assumed-role/") && denied.1.ends_with(sentence), "{}", denied.1);
    scene.intervene(&json!({ "account": { "id": VENDOR, "setUp": false } }));
    let role =
        "Service role not found. Consult setup procedures in License Manager User Guide and create the required role for the service.";
    assert_eq!(scene.refusal(VENDOR, "ListLicenses", &json!({})), ("AccessDeniedException".to_owned(), role.to_owned()));
}
