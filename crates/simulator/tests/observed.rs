//! What is published of License Manager's granted licenses, case by case: texts, times, life cycles, as a vendor and a customer
//! meet them. The cases are written from the published facts and know nothing of how the simulator is built.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

#[path = "observed/refusals.rs"]
mod refusals;

use serde_json::{Value, json};
use simulator::schema::Vintage;
use simulator::{Options, Simulator};

const VENDOR: &str = "111122223333";
const CUSTOMER: &str = "444455556666";
const FINGERPRINT: &str = "aws:111122223333:Example Vendor:issuer-fingerprint";

struct Desk {
    simulator: Simulator,
    region: &'static str,
    tokens: usize,
}

impl Desk {
    fn new() -> Self {
        let options = Options { vintage: Vintage::Year2026, ..Options::default() };
        Self { simulator: Simulator::new(&options).unwrap(), region: "us-east-1", tokens: 0 }
    }

    fn call(&mut self, account: &str, operation: &str, input: &Value) -> (u16, Value) {
        let response = self.simulator.call(account, self.region, &format!("license-manager:{operation}"), input).unwrap().response;
        (response.status, serde_json::from_str(&response.body).unwrap())
    }

    fn ok(&mut self, account: &str, operation: &str, input: &Value) -> Value {
        let (status, body) = self.call(account, operation, input);
        assert_eq!(status, 200, "{operation} {input}: {body}");
        body
    }

    fn refused(&mut self, account: &str, operation: &str, input: &Value) -> (String, String) {
        let (status, body) = self.call(account, operation, input);
        assert_eq!(status, 400, "{operation} {input}: {body}");
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        (text("__type"), text("Message"))
    }

    fn intervene(&mut self, change: &Value) {
        self.simulator.intervene(&serde_json::from_value(change.clone()).unwrap()).unwrap();
    }

    fn token(&mut self) -> String {
        self.tokens += 1;
        format!("token-{}", self.tokens)
    }

    fn license(&mut self, consumption: &Value, sign_key: bool) -> String {
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
        let license = self.license(&consumption, true);
        let input = json!({
            "ClientToken": self.token(), "GrantName": "grant", "LicenseArn": license, "HomeRegion": "us-east-1",
            "Principals": [format!("arn:aws:iam::{CUSTOMER}:root")], "AllowedOperations": operations,
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
    let mut desk = Desk::new();
    let (license, _) = desk.granted(ALL);
    let first = desk.checkout(&seat());
    let held = desk.ok(CUSTOMER, "CheckoutLicense", &first);
    assert!(is_hex_uuid(held["LicenseConsumptionToken"].as_str().unwrap()));
    assert!(is_plain_time(&held["IssuedAt"]) && is_plain_time(&held["Expiration"]), "no zone letter: {held}");
    assert_eq!(held["CheckoutType"], "PROVISIONAL");
    assert_eq!(held["LicenseArn"], json!(license));
    assert_eq!(held["EntitlementsAllowed"][0]["Name"], "seats");
    assert!(held.get("NodeId").is_none());
    assert_eq!(desk.ok(CUSTOMER, "CheckoutLicense", &first), held, "the same token gives the same answer");
    let second = desk.checkout(&seat());
    let second = desk.ok(CUSTOMER, "CheckoutLicense", &second);
    let third = desk.checkout(&seat());
    assert_eq!(desk.refused(CUSTOMER, "CheckoutLicense", &third), (NOT_ENTITLED.0.to_owned(), NOT_ENTITLED.1.to_owned()));
    let usage = desk.ok(CUSTOMER, "GetLicenseUsage", &json!({ "LicenseArn": license }))["LicenseUsage"]["EntitlementUsages"].clone();
    let seats = usage.as_array().unwrap().iter().find(|usage| usage["Name"] == "seats").unwrap().clone();
    assert_eq!((&seats["ConsumedValue"], &seats["MaxCount"], &seats["Unit"]), (&json!("2"), &json!("2"), &json!("Count")));
    assert_eq!(desk.ok(CUSTOMER, "CheckInLicense", &json!({ "LicenseConsumptionToken": second["LicenseConsumptionToken"] })), json!({}));
    let third = desk.checkout(&seat());
    desk.ok(CUSTOMER, "CheckoutLicense", &third);
    desk.simulator.advance(61 * 60);
    for _ in 0..2 {
        let again = desk.checkout(&seat());
        desk.ok(CUSTOMER, "CheckoutLicense", &again);
    }
}

#[test]
fn several_entitlements_are_all_had_or_none() {
    let mut desk = Desk::new();
    let (license, _) = desk.granted(ALL);
    let many = json!([{ "Name": "reports", "Unit": "None", "Value": "Enabled" }, { "Name": "seats", "Unit": "Count", "Value": "3" }]);
    let input = desk.checkout(&many);
    assert_eq!(desk.refused(CUSTOMER, "CheckoutLicense", &input).0, NOT_ENTITLED.0);
    let usage = desk.ok(CUSTOMER, "GetLicenseUsage", &json!({ "LicenseArn": license }));
    for usage in usage["LicenseUsage"]["EntitlementUsages"].as_array().unwrap() {
        assert_eq!(usage["ConsumedValue"], "0", "{usage}");
    }
    let wrong_unit = desk.checkout(&json!([{ "Name": "seats", "Unit": "None", "Value": "1" }]));
    assert_eq!(desk.refused(CUSTOMER, "CheckoutLicense", &wrong_unit).1, NOT_ENTITLED.1);
    let mut sku = desk.checkout(&seat());
    sku["ProductSKU"] = "another".into();
    assert_eq!(desk.refused(CUSTOMER, "CheckoutLicense", &sku).1, NOT_ENTITLED.1);
    let owner = desk.checkout(&seat());
    assert_ne!(desk.call(VENDOR, "CheckoutLicense", &owner).0, 200, "the owner must name the beneficiary");
    let mut owner = desk.checkout(&seat());
    owner["Beneficiary"] = "Example Customer".into();
    desk.ok(VENDOR, "CheckoutLicense", &owner);
}

#[test]
fn a_borrowed_license_comes_with_a_signed_token() {
    let mut desk = Desk::new();
    let (license, _) = desk.granted(ALL);
    let token = desk.token();
    let input = json!({
        "LicenseArn": license, "Entitlements": seat(), "DigitalSignatureMethod": "JWT_PS384", "NodeId": "node-1", "ClientToken": token,
        "CheckoutMetadata": [{ "Name": "host", "Value": "laptop" }],
    });
    let borrowed = desk.ok(CUSTOMER, "CheckoutBorrowLicense", &input);
    assert_eq!(borrowed["NodeId"], "node-1");
    let signed = borrowed["SignedToken"].as_str().unwrap();
    assert_eq!(signed.split('.').count(), 3, "a JWT has a header, a payload and a signature");
    let mut again = Desk::new();
    again.granted(ALL);
    again.tokens = desk.tokens;
    assert_eq!(again.ok(CUSTOMER, "CheckoutBorrowLicense", &input)["SignedToken"], borrowed["SignedToken"], "equal sessions, equal bytes");
    desk.ok(CUSTOMER, "CheckInLicense", &json!({ "LicenseConsumptionToken": borrowed["LicenseConsumptionToken"] }));
}

#[test]
fn a_checkout_can_be_prolonged() {
    let mut desk = Desk::new();
    let (license, _) = desk.granted(ALL);
    let in_use = |desk: &mut Desk| {
        desk.ok(CUSTOMER, "GetLicenseUsage", &json!({ "LicenseArn": license }))["LicenseUsage"]["EntitlementUsages"][0]["ConsumedValue"]
            .clone()
    };
    let held: Vec<_> = (0..2)
        .map(|_| {
            let input = desk.checkout(&seat());
            desk.ok(CUSTOMER, "CheckoutLicense", &input)
        })
        .collect();
    desk.simulator.advance(50 * 60);
    let extend = |held: &Value, dry: bool| json!({ "LicenseConsumptionToken": held["LicenseConsumptionToken"], "DryRun": dry });
    let extended = desk.ok(CUSTOMER, "ExtendLicenseConsumption", &extend(&held[0], false));
    assert!(extended["Expiration"].as_str().unwrap() > held[0]["Expiration"].as_str().unwrap());
    desk.ok(CUSTOMER, "ExtendLicenseConsumption", &extend(&held[1], true));
    desk.simulator.advance(20 * 60);
    assert_eq!(in_use(&mut desk), "1", "a dry run prolongs nothing");
    desk.simulator.advance(50 * 60);
    assert_eq!(in_use(&mut desk), "0");
    let unknown = json!({ "LicenseConsumptionToken": "f1603b3c1f574b7284db84a9e771ee12" });
    assert_eq!(desk.refused(CUSTOMER, "ExtendLicenseConsumption", &unknown).0, "ResourceNotFoundException");
    assert_eq!(desk.refused(CUSTOMER, "CheckInLicense", &unknown).0, "ResourceNotFoundException");
}

#[test]
fn a_grant_without_the_operation_does_not_allow_it() {
    let mut desk = Desk::new();
    let (license, _) = desk.granted(&["CheckInLicense"]);
    let denied = |(error, _): (String, String)| ["AuthorizationException", "AccessDeniedException"].contains(&error.as_str());
    let input = desk.checkout(&seat());
    assert!(denied(desk.refused(CUSTOMER, "CheckoutLicense", &input)));
    let token = desk.token();
    assert!(denied(desk.refused(CUSTOMER, "CreateToken", &json!({ "LicenseArn": license, "ClientToken": token }))));
}

#[test]
fn refresh_and_access_tokens() {
    let mut desk = Desk::new();
    let (license, _) = desk.granted(ALL);
    let token = desk.token();
    let made = desk.ok(VENDOR, "CreateToken", &json!({ "LicenseArn": license, "ClientToken": token, "TokenProperties": ["team"] }));
    assert_eq!(made["TokenType"], "REFRESH_TOKEN");
    let text = made["Token"].as_str().unwrap();
    assert!(text.split('.').count() == 3 && text.len() <= 4096);
    let access = desk.ok(VENDOR, "GetAccessToken", &json!({ "Token": text }));
    assert_eq!(access["AccessToken"].as_str().unwrap().split('.').count(), 3);
    let listed = desk.ok(VENDOR, "ListTokens", &json!({ "Filters": [{ "Name": "LicenseArns", "Values": [license] }] }));
    assert_eq!(listed["Tokens"][0]["TokenId"], made["TokenId"]);
    assert_eq!(desk.ok(VENDOR, "DeleteToken", &json!({ "TokenId": made["TokenId"] })), json!({}));
    desk.refused(VENDOR, "GetAccessToken", &json!({ "Token": text }));
}

#[test]
fn versions_of_a_license() {
    let mut desk = Desk::new();
    let (license, _) = desk.granted(ALL);
    let version = |desk: &mut Desk, source: &str, status: &str| {
        json!({
            "LicenseArn": license, "LicenseName": "Photon 2", "ProductName": "Photon", "Issuer": { "Name": "Example Vendor" },
            "HomeRegion": "us-east-1", "Validity": { "Begin": "2023-01-01T00:00:00Z" }, "Status": status, "SourceVersion": source,
            "Entitlements": [{ "Name": "seats", "Unit": "Count", "MaxCount": 5, "AllowCheckIn": true }],
            "ConsumptionConfiguration": { "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } },
            "ClientToken": desk.token(),
        })
    };
    let second = version(&mut desk, "1", "AVAILABLE");
    let made = desk.ok(VENDOR, "CreateLicenseVersion", &second);
    assert_eq!(made, json!({ "LicenseArn": license, "Version": "2", "Status": "AVAILABLE" }));
    let stale = version(&mut desk, "1", "AVAILABLE");
    assert_eq!(desk.refused(VENDOR, "CreateLicenseVersion", &stale).0, "ConflictException");
    let versions = desk.ok(VENDOR, "ListLicenseVersions", &json!({ "LicenseArn": license }));
    assert_eq!(versions["Licenses"].as_array().unwrap().len(), 2);
    let first = desk.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license, "Version": "1" }));
    assert_eq!(first["License"]["LicenseName"], "Photon");
    let off = version(&mut desk, "2", "DEACTIVATED");
    desk.ok(VENDOR, "CreateLicenseVersion", &off);
    let input = desk.checkout(&seat());
    assert_eq!(desk.refused(CUSTOMER, "CheckoutLicense", &input).0, NOT_ENTITLED.0);
    desk.refused(VENDOR, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "1" }));
    let deleted = desk.ok(VENDOR, "DeleteLicense", &json!({ "LicenseArn": license, "SourceVersion": "3" }));
    assert!(["PENDING_DELETE", "DELETED"].contains(&deleted["Status"].as_str().unwrap()));
    desk.ok(VENDOR, "GetLicense", &json!({ "LicenseArn": license }));
    desk.ok(CUSTOMER, "GetLicense", &json!({ "LicenseArn": license }));
}

#[test]
fn received_licenses_say_how_they_were_received() {
    let mut desk = Desk::new();
    let (license, _) = desk.granted(&["CheckoutLicense"]);
    let received = desk.ok(CUSTOMER, "ListReceivedLicenses", &json!({ "Filters": [{ "Name": "ProductSKU", "Values": ["photon-1"] }] }));
    let row = &received["Licenses"][0];
    assert_eq!(row["LicenseArn"], json!(license));
    assert_eq!(row["ReceivedMetadata"]["ReceivedStatus"], "ACTIVE");
    assert_eq!(row["ReceivedMetadata"]["AllowedOperations"], json!(["CheckoutLicense"]));
    assert_eq!(row["CreateTime"], "1700000000", "seconds, as a string");
    let own = desk.ok(VENDOR, "ListLicenses", &json!({ "Filters": [{ "Name": "Fingerprint", "Values": [FINGERPRINT] }] }));
    assert_eq!(own["Licenses"][0]["LicenseArn"], json!(license));
    desk.refused(VENDOR, "ListLicenses", &json!({ "Filters": [{ "Name": "fingerprint", "Values": [FINGERPRINT] }] }));
    assert_eq!(desk.ok(VENDOR, "ListReceivedLicenses", &json!({}))["Licenses"], json!([]));
}

#[test]
fn tags_come_and_go() {
    let mut desk = Desk::new();
    let (license, _) = desk.granted(ALL);
    let tags = json!([{ "Key": "team", "Value": "docs" }]);
    assert_eq!(desk.ok(VENDOR, "TagResource", &json!({ "ResourceArn": license, "Tags": tags })), json!({}));
    assert_eq!(desk.ok(VENDOR, "ListTagsForResource", &json!({ "ResourceArn": license }))["Tags"], tags);
    assert_eq!(desk.ok(VENDOR, "UntagResource", &json!({ "ResourceArn": license, "TagKeys": ["team", "absent"] })), json!({}));
    assert_eq!(desk.ok(VENDOR, "ListTagsForResource", &json!({ "ResourceArn": license }))["Tags"], json!([]));
}
