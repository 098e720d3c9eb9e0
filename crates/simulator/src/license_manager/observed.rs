//! What is published of License Manager's granted licenses, case by case: texts, times, life cycles, as a vendor and a customer
//! meet them. The cases are written from the published facts and know nothing of how the simulator is built.
mod refusals;

use super::testing::{Scene, VENDOR, root};
use crate::schema::Vintage;
use serde_json::{Value, json};

/// An account outside the vendor's organization.
const CUSTOMER: &str = "444455556666";
const FINGERPRINT: &str = "aws:111122223333:Example Vendor:issuer-fingerprint";

impl Scene {
    /// The default world in the edition of 2026.
    fn of_2026() -> Self {
        Self::in_vintage(Vintage::Year2026)
    }

    /// The error and the message of a call that is refused with 400.
    #[track_caller]
    fn refusal(&mut self, account: &str, operation: &str, input: &Value) -> (String, String) {
        let exchange = self.send(account, operation, input);
        assert_eq!(exchange.response.status, 400, "{operation} {input}: {}", exchange.response.body);
        let body = exchange.body();
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        (text("__type"), text("Message"))
    }

    fn intervene(&mut self, change: &Value) {
        self.simulator.intervene(&serde_json::from_value(change.clone()).unwrap()).unwrap();
    }

    /// The vendor's license of the product Photon.
    fn photon(&mut self, consumption: &Value, sign_key: bool) -> String {
        let mut issuer = json!({ "Name": "Example Vendor" });
        if sign_key {
            issuer["SignKey"] = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".into();
        }
        let input = json!({
            "LicenseName": "Photon", "ProductName": "Photon", "ProductSKU": "photon-1", "Issuer": issuer, "HomeRegion": "us-east-1",
            "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2033-01-01T00:00:00Z" },
            "Entitlements": [
                { "Name": "seats", "Unit": "Count", "MaxCount": 2, "Overage": false, "AllowCheckIn": true },
                { "Name": "reports", "Unit": "None", "Value": "Enabled" },
            ],
            "Beneficiary": "Example Customer", "ConsumptionConfiguration": consumption, "ClientToken": self.token(),
        });
        self.ok(VENDOR, "CreateLicense", &input)["LicenseArn"].as_str().unwrap().to_owned()
    }

    /// A license, granted to the customer, accepted and activated.
    fn granted(&mut self, operations: &[&str]) -> (String, String) {
        let consumption = json!({
            "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 },
            "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": 1440 },
        });
        let license = self.photon(&consumption, true);
        let input = json!({
            "ClientToken": self.token(), "GrantName": "grant", "LicenseArn": license, "HomeRegion": "us-east-1",
            "Principals": [root(CUSTOMER)], "AllowedOperations": operations,
        });
        let grant = self.ok(VENDOR, "CreateGrant", &input)["GrantArn"].as_str().unwrap().to_owned();
        self.ok(CUSTOMER, "AcceptGrant", &json!({ "GrantArn": grant }));
        let activate = json!({ "ClientToken": self.token(), "GrantArn": grant, "Status": "ACTIVE" });
        self.ok(CUSTOMER, "CreateGrantVersion", &activate);
        (license, grant)
    }

    fn checkout(&mut self, entitlements: &Value) -> Value {
        let token = self.token();
        json!({
            "ProductSKU": "photon-1", "CheckoutType": "PROVISIONAL", "KeyFingerprint": FINGERPRINT, "Entitlements": entitlements,
            "ClientToken": token,
        })
    }
}

const ALL: &[&str] =
    &["CreateGrant", "CheckoutLicense", "CheckoutBorrowLicense", "CheckInLicense", "ExtendConsumptionLicense", "CreateToken"];
const NOT_ENTITLED: (&str, &str) = ("NoEntitlementsAllowedException", "No Entitlements Allowed");

fn seat() -> Value {
    json!([{ "Name": "seats", "Unit": "Count", "Value": "1" }])
}

fn is_plain_time(value: &Value) -> bool {
    let text = value.as_str().unwrap();
    text.len() == 19 && text.as_bytes()[10] == b'T'
}

fn is_hex_uuid(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) && &text[12..13] == "4"
}

#[test]
fn seats_run_out_and_come_back() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(ALL);
    let first = scene.checkout(&seat());
    let held = scene.ok(CUSTOMER, "CheckoutLicense", &first);
    assert!(is_hex_uuid(held["LicenseConsumptionToken"].as_str().unwrap()));
    assert!(is_plain_time(&held["IssuedAt"]) && is_plain_time(&held["Expiration"]), "no zone letter: {held}");
    assert_eq!(held["CheckoutType"], "PROVISIONAL");
    assert_eq!(held["LicenseArn"], json!(license));
    assert_eq!(held["EntitlementsAllowed"][0]["Name"], "seats");
    assert!(held.get("NodeId").is_none());
    assert_eq!(scene.ok(CUSTOMER, "CheckoutLicense", &first), held, "the same token gives the same answer");
    let second = scene.checkout(&seat());
    let second = scene.ok(CUSTOMER, "CheckoutLicense", &second);
    let third = scene.checkout(&seat());
    assert_eq!(scene.refusal(CUSTOMER, "CheckoutLicense", &third), (NOT_ENTITLED.0.to_owned(), NOT_ENTITLED.1.to_owned()));
    let usage = scene.ok(CUSTOMER, "GetLicenseUsage", &json!({ "LicenseArn": license }))["LicenseUsage"]["EntitlementUsages"].clone();
    let seats = usage.as_array().unwrap().iter().find(|usage| usage["Name"] == "seats").unwrap().clone();
    assert_eq!((&seats["ConsumedValue"], &seats["MaxCount"], &seats["Unit"]), (&json!("2"), &json!("2"), &json!("Count")));
    assert_eq!(scene.ok(CUSTOMER, "CheckInLicense", &json!({ "LicenseConsumptionToken": second["LicenseConsumptionToken"] })), json!({}));
    let third = scene.checkout(&seat());
    scene.ok(CUSTOMER, "CheckoutLicense", &third);
    scene.simulator.advance(61 * 60);
    for _ in 0..2 {
        let again = scene.checkout(&seat());
        scene.ok(CUSTOMER, "CheckoutLicense", &again);
    }
}

#[test]
fn several_entitlements_are_all_had_or_none() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(ALL);
    let many = json!([{ "Name": "reports", "Unit": "None", "Value": "Enabled" }, { "Name": "seats", "Unit": "Count", "Value": "3" }]);
    let input = scene.checkout(&many);
    assert_eq!(scene.refusal(CUSTOMER, "CheckoutLicense", &input).0, NOT_ENTITLED.0);
    let usage = scene.ok(CUSTOMER, "GetLicenseUsage", &json!({ "LicenseArn": license }));
    for usage in usage["LicenseUsage"]["EntitlementUsages"].as_array().unwrap() {
        assert_eq!(usage["ConsumedValue"], "0", "{usage}");
    }
    let wrong_unit = scene.checkout(&json!([{ "Name": "seats", "Unit": "None", "Value": "1" }]));
    assert_eq!(scene.refusal(CUSTOMER, "CheckoutLicense", &wrong_unit).1, NOT_ENTITLED.1);
    let mut sku = scene.checkout(&seat());
    sku["ProductSKU"] = "another".into();
    assert_eq!(scene.refusal(CUSTOMER, "CheckoutLicense", &sku).1, NOT_ENTITLED.1);
    let owner = scene.checkout(&seat());
    assert_ne!(scene.send(VENDOR, "CheckoutLicense", &owner).response.status, 200, "the owner must name the beneficiary");
    let mut owner = scene.checkout(&seat());
    owner["Beneficiary"] = "Example Customer".into();
    scene.ok(VENDOR, "CheckoutLicense", &owner);
}

#[test]
fn a_borrowed_license_comes_with_a_signed_token() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(ALL);
    let token = scene.token();
    let input = json!({
        "LicenseArn": license, "Entitlements": seat(), "DigitalSignatureMethod": "JWT_PS384", "NodeId": "node-1", "ClientToken": token,
        "CheckoutMetadata": [{ "Name": "host", "Value": "laptop" }],
    });
    let borrowed = scene.ok(CUSTOMER, "CheckoutBorrowLicense", &input);
    assert_eq!(borrowed["NodeId"], "node-1");
    let signed = borrowed["SignedToken"].as_str().unwrap();
    assert_eq!(signed.split('.').count(), 3, "a JWT has a header, a payload and a signature");
    let mut again = Scene::of_2026();
    again.granted(ALL);
    assert_eq!(again.ok(CUSTOMER, "CheckoutBorrowLicense", &input)["SignedToken"], borrowed["SignedToken"], "equal sessions, equal bytes");
    scene.ok(CUSTOMER, "CheckInLicense", &json!({ "LicenseConsumptionToken": borrowed["LicenseConsumptionToken"] }));
}

#[test]
fn a_checkout_can_be_prolonged() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(ALL);
    let in_use = |scene: &mut Scene| {
        scene.ok(CUSTOMER, "GetLicenseUsage", &json!({ "LicenseArn": license }))["LicenseUsage"]["EntitlementUsages"][0]["ConsumedValue"]
            .clone()
    };
    let held: Vec<_> = (0..2)
        .map(|_| {
            let input = scene.checkout(&seat());
            scene.ok(CUSTOMER, "CheckoutLicense", &input)
        })
        .collect();
    scene.simulator.advance(50 * 60);
    let extend = |held: &Value, dry: bool| json!({ "LicenseConsumptionToken": held["LicenseConsumptionToken"], "DryRun": dry });
    let extended = scene.ok(CUSTOMER, "ExtendLicenseConsumption", &extend(&held[0], false));
    assert!(extended["Expiration"].as_str().unwrap() > held[0]["Expiration"].as_str().unwrap());
    scene.ok(CUSTOMER, "ExtendLicenseConsumption", &extend(&held[1], true));
    scene.simulator.advance(20 * 60);
    assert_eq!(in_use(&mut scene), "1", "a dry run prolongs nothing");
    scene.simulator.advance(50 * 60);
    assert_eq!(in_use(&mut scene), "0");
    let unknown = json!({ "LicenseConsumptionToken": "f1603b3c1f574b7284db84a9e771ee12" });
    assert_eq!(scene.refusal(CUSTOMER, "ExtendLicenseConsumption", &unknown).0, "ResourceNotFoundException");
    assert_eq!(scene.refusal(CUSTOMER, "CheckInLicense", &unknown).0, "ResourceNotFoundException");
}

#[test]
fn a_grant_without_the_operation_does_not_allow_it() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(&["CheckInLicense"]);
    let denied = |(error, _): (String, String)| ["AuthorizationException", "AccessDeniedException"].contains(&error.as_str());
    let input = scene.checkout(&seat());
    assert!(denied(scene.refusal(CUSTOMER, "CheckoutLicense", &input)));
    let token = scene.token();
    assert!(denied(scene.refusal(CUSTOMER, "CreateToken", &json!({ "LicenseArn": license, "ClientToken": token }))));
}

#[test]
fn refresh_and_access_tokens() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(ALL);
    let token = scene.token();
    let made = scene.ok(VENDOR, "CreateToken", &json!({ "LicenseArn": license, "ClientToken": token, "TokenProperties": ["team"] }));
    assert_eq!(made["TokenType"], "REFRESH_TOKEN");
    let text = made["Token"].as_str().unwrap();
    assert!(text.split('.').count() == 3 && text.len() <= 4096);
    let access = scene.ok(VENDOR, "GetAccessToken", &json!({ "Token": text }));
    assert_eq!(access["AccessToken"].as_str().unwrap().split('.').count(), 3);
    let listed = scene.ok(VENDOR, "ListTokens", &json!({ "Filters": [{ "Name": "LicenseArns", "Values": [license] }] }));
    assert_eq!(listed["Tokens"][0]["TokenId"], made["TokenId"]);
    assert_eq!(scene.ok(VENDOR, "DeleteToken", &json!({ "TokenId": made["TokenId"] })), json!({}));
    scene.refusal(VENDOR, "GetAccessToken", &json!({ "Token": text }));
}

#[test]
fn versions_of_a_license() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(ALL);
    let version = |scene: &mut Scene, source: &str, status: &str| {
        json!({
            "LicenseArn": license, "LicenseName": "Photon 2", "ProductName": "Photon", "Issuer": { "Name": "Example Vendor" },
            "HomeRegion": "us-east-1", "Validity": { "Begin": "2023-01-01T00:00:00Z" }, "Status": status, "SourceVersion": source,
            "Entitlements": [{ "Name": "seats", "Unit": "Count", "MaxCount": 5, "AllowCheckIn": true }],
            "ConsumptionConfiguration": { "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } },
            "ClientToken": scene.token(),
        })
    };
    let second = version(&mut scene, "1", "AVAILABLE");
    let made = scene.ok(VENDOR, "CreateLicenseVersion", &second);
    assert_eq!(made, json!({ "LicenseArn": license, "Version": "2", "Status": "AVAILABLE" }));
    let stale = version(&mut scene, "1", "AVAILABLE");
    assert_eq!(scene.refusal(VENDOR, "CreateLicenseVersion", &stale).0, "ConflictException");
    let versions = scene.ok(VENDOR, "ListLicenseVersions", &json!({ "LicenseArn": license }));
    assert_eq!(versions["Licenses"].as_array().unwrap().len(), 2);
    let first = scene.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license, "Version": "1" }));
    assert_eq!(first["License"]["LicenseName"], "Photon");
    let off = version(&mut scene, "2", "DEACTIVATED");
    scene.ok(VENDOR, "CreateLicenseVersion", &off);
    let input = scene.checkout(&seat());
    assert_eq!(scene.refusal(CUSTOMER, "CheckoutLicense", &input).0, NOT_ENTITLED.0);
    scene.refusal(VENDOR, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "1" }));
    let deleted = scene.ok(VENDOR, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "3" }));
    assert!(["PENDING_DELETE", "DELETED"].contains(&deleted["Status"].as_str().unwrap()));
    scene.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license }));
    scene.ok(CUSTOMER, "GetLicense", &json!({ "LicenseArn": license }));
}

#[test]
fn received_licenses_say_how_they_were_received() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(&["CheckoutLicense"]);
    let received = scene.ok(CUSTOMER, "ListReceivedLicenses", &json!({ "Filters": [{ "Name": "ProductSKU", "Values": ["photon-1"] }] }));
    let row = &received["Licenses"][0];
    assert_eq!(row["LicenseArn"], json!(license));
    assert_eq!(row["ReceivedMetadata"]["ReceivedStatus"], "ACTIVE");
    assert_eq!(row["ReceivedMetadata"]["AllowedOperations"], json!(["CheckoutLicense"]));
    assert_eq!(row["CreateTime"], "1700000000", "seconds, as a string");
    let own = scene.ok(VENDOR, "ListLicenses", &json!({ "Filters": [{ "Name": "Fingerprint", "Values": [FINGERPRINT] }] }));
    assert_eq!(own["Licenses"][0]["LicenseArn"], json!(license));
    scene.refusal(VENDOR, "ListLicenses", &json!({ "Filters": [{ "Name": "fingerprint", "Values": [FINGERPRINT] }] }));
    assert_eq!(scene.ok(VENDOR, "ListReceivedLicenses", &json!({}))["Licenses"], json!([]));
}

#[test]
fn tags_come_and_go() {
    let mut scene = Scene::of_2026();
    let (license, _) = scene.granted(ALL);
    let tags = json!([{ "Key": "team", "Value": "docs" }]);
    assert_eq!(scene.ok(VENDOR, "TagResource", &json!({ "ResourceArn": license, "Tags": tags })), json!({}));
    assert_eq!(scene.ok(VENDOR, "ListTagsForResource", &json!({ "ResourceArn": license }))["Tags"], tags);
    assert_eq!(scene.ok(VENDOR, "UntagResource", &json!({ "ResourceArn": license, "TagKeys": ["team", "absent"] })), json!({}));
    assert_eq!(scene.ok(VENDOR, "ListTagsForResource", &json!({ "ResourceArn": license }))["Tags"], json!([]));
}
