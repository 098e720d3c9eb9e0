//! Licenses that are consumed, and consuming them.

use super::{CUSTOMER, Scene, VENDOR, merged, root, text};
use serde_json::{Value, json};

pub(crate) const SIGN_KEY: &str = "arn:aws:kms:us-east-1:111122223333:key/1";
const FINGERPRINT: &str = "aws:111122223333:Vendor:issuer-fingerprint";

impl Scene {
    /// A license of the vendor's that is consumed: two seats that come back, a quantity that does not, and a capability.
    #[track_caller]
    pub(crate) fn seats(&mut self, changes: &Value) -> String {
        let consumed = json!({
            "Issuer": { "Name": "Vendor", "SignKey": SIGN_KEY },
            "Entitlements": [
                { "Name": "Seats", "Unit": "Count", "MaxCount": 2, "AllowCheckIn": true },
                { "Name": "Data", "Unit": "Gigabytes", "MaxCount": 100 },
                { "Name": "Gold", "Unit": "None", "Value": "Enabled" },
            ],
            "ConsumptionConfiguration": {
                "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 },
                "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": 600 },
            },
        });
        self.license(VENDOR, &merged(consumed, changes))
    }

    /// The vendor's license that is consumed, with a grant of it to the customer that allows everything and is active.
    #[track_caller]
    pub(crate) fn granted_seats(&mut self, changes: &Value) -> (String, String) {
        let license = self.seats(changes);
        let grant = self.usable_grant(&license, CUSTOMER);
        (license, grant)
    }

    /// An active grant of a license that allows everything there is to consume it.
    #[track_caller]
    pub(crate) fn usable_grant(&mut self, license: &str, grantee: &str) -> String {
        let operations = json!({ "AllowedOperations": ["CheckoutLicense", "CheckoutBorrowLicense", "CheckInLicense", "ExtendConsumptionLicense", "CreateToken"] });
        let input = self.grant_input(license, &root(grantee), &operations);
        let grant = text(&self.ok(VENDOR, "CreateGrant", &input), "GrantArn");
        let answer = self.change(grantee, &grant, &json!({ "Status": "ACTIVE" }));
        assert_eq!(answer.response.status, 200, "{}", answer.response.body);
        grant
    }

    /// The input of `CheckoutLicense` for one seat of the vendor's license, with a new token and with `changes`.
    pub(crate) fn checkout_input(&mut self, changes: &Value) -> Value {
        let input = json!({
            "ProductSKU": "SKU-1", "CheckoutType": "PROVISIONAL", "KeyFingerprint": FINGERPRINT,
            "Entitlements": [{ "Name": "Seats", "Unit": "Count", "Value": "1" }], "ClientToken": self.token(),
        });
        merged(input, changes)
    }

    /// Checks out as the customer; gives the license consumption token.
    #[track_caller]
    pub(crate) fn check_out(&mut self, changes: &Value) -> String {
        let input = self.checkout_input(changes);
        text(&self.ok(CUSTOMER, "CheckoutLicense", &input), "LicenseConsumptionToken")
    }

    /// Borrows one seat as the customer; gives the whole response.
    #[track_caller]
    pub(crate) fn borrow(&mut self, license: &str, changes: &Value) -> Value {
        let input = self.borrow_input(license, changes);
        self.ok(CUSTOMER, "CheckoutBorrowLicense", &input)
    }

    /// The input of `CheckoutBorrowLicense` for one seat, with a new token and with `changes`.
    pub(crate) fn borrow_input(&mut self, license: &str, changes: &Value) -> Value {
        let input = json!({
            "LicenseArn": license, "Entitlements": [{ "Name": "Seats", "Unit": "Count", "Value": "1" }],
            "DigitalSignatureMethod": "JWT_PS384", "ClientToken": self.token(),
        });
        merged(input, changes)
    }

    /// How much of each entitlement of a license is in use, as its owner sees it.
    #[track_caller]
    pub(crate) fn usage(&mut self, license: &str) -> String {
        let usage = self.ok(VENDOR, "GetLicenseUsage", &json!({ "LicenseArn": license }));
        let usages = usage["LicenseUsage"]["EntitlementUsages"].as_array().unwrap().clone();
        usages.iter().map(|usage| format!("{} {}", text(usage, "Name"), text(usage, "ConsumedValue"))).collect::<Vec<_>>().join(", ")
    }
}
