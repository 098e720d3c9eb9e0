//! The test harness: it sends operations as accounts and compares whole responses.

mod consumptions;

pub(super) use consumptions::SIGN_KEY;

use crate::schema::Vintage;
use crate::world::Settings;
use crate::{Exchange, Options, Simulator};
use serde_json::{Map, Value, json};

pub(super) const VENDOR: &str = "111122223333";
pub(super) const CUSTOMER: &str = "123456789012";
pub(super) const MEMBER: &str = "210987654321";
pub(super) const OUTSIDER: &str = "444455556666";
pub(super) const MARKETPLACE: &str = "294406891311";
pub(super) const ORGANIZATION: &str = "arn:aws:organizations::123456789012:organization/o-exampleorg1";
pub(super) const UNIT: &str = "arn:aws:organizations::123456789012:ou/o-exampleorg1/ou-exam-workload1";

/// A simulator with helpers for tests.
pub(super) struct Scene {
    pub(super) simulator: Simulator,
    tokens: u32,
}

impl Scene {
    /// The default world.
    pub(super) fn new() -> Self {
        Self::of(Options::default())
    }

    /// The default world with other settings.
    pub(super) fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let mut options = Options::default();
        change(&mut options.settings);
        Self::of(options)
    }

    /// The default world in an edition of the model.
    pub(super) fn in_vintage(vintage: Vintage) -> Self {
        Self::of(Options { vintage, ..Options::default() })
    }

    /// A world with an account of AWS Marketplace.
    pub(super) fn of(mut options: Options) -> Self {
        let marketplace = crate::world::Account::new(MARKETPLACE.parse().unwrap(), "AWS Marketplace");
        options.accounts.push(marketplace);
        Self { simulator: Simulator::new(&options).unwrap(), tokens: 0 }
    }

    /// Sends an operation to us-east-1.
    pub(super) fn send(&mut self, account: &str, operation: &str, input: &Value) -> Exchange {
        self.send_to("us-east-1", account, operation, input)
    }

    /// Sends an operation to a Region.
    pub(super) fn send_to(&mut self, region: &str, account: &str, operation: &str, input: &Value) -> Exchange {
        self.simulator.call(account, region, &format!("license-manager:{operation}"), input).unwrap()
    }

    /// The body of a successful response.
    #[track_caller]
    pub(super) fn ok(&mut self, account: &str, operation: &str, input: &Value) -> Value {
        let exchange = self.send(account, operation, input);
        assert_eq!(exchange.response.status, 200, "{operation} as {account}: {}", exchange.response.body);
        exchange.body()
    }

    /// Asserts that a call is refused with 400, this error and this message, and changes nothing.
    #[track_caller]
    pub(super) fn refused(&mut self, account: &str, operation: &str, input: &Value, error: &str, message: &str) -> Exchange {
        // Work that ends just before the call is not a change of the call.
        self.simulator.advance(0);
        let before = (self.simulator.license_manager().clone(), self.simulator.world().ids.clone());
        let exchange = self.send(account, operation, input);
        assert_refused(&exchange, error, message);
        let after = (self.simulator.license_manager().clone(), self.simulator.world().ids.clone());
        assert!(before == after && exchange.changes.is_empty(), "the refused call changed the world");
        exchange
    }

    /// A new token.
    pub(super) fn token(&mut self) -> String {
        self.tokens += 1;
        format!("token{}", self.tokens)
    }

    /// The input of `CreateLicense`, with a new token and with `changes`.
    pub(super) fn license_input(&mut self, changes: &Value) -> Value {
        let input = json!({
            "LicenseName": "Example", "ProductName": "Example product", "ProductSKU": "SKU-1", "Issuer": { "Name": "Vendor" },
            "HomeRegion": "us-east-1", "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2033-01-01T00:00:00Z" },
            "Entitlements": [{ "Name": "Seats", "Unit": "Count", "MaxCount": 10 }], "Beneficiary": "Customer",
            "ConsumptionConfiguration": { "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } }, "ClientToken": self.token(),
        });
        merged(input, changes)
    }

    /// A license of an owner.
    #[track_caller]
    pub(super) fn license(&mut self, owner: &str, changes: &Value) -> String {
        let input = self.license_input(changes);
        text(&self.ok(owner, "CreateLicense", &input), "LicenseArn")
    }

    /// The input of `CreateLicenseVersion` that changes nothing, with a new token and with `changes`.
    pub(super) fn version_input(&mut self, license: &str, changes: &Value) -> Value {
        let fixed = json!({ "ProductSKU": null, "Beneficiary": null, "LicenseArn": license, "Status": "AVAILABLE" });
        let input = self.license_input(&fixed);
        merged(input, changes)
    }

    /// A new version of a license, sent by its owner.
    #[track_caller]
    pub(super) fn version(&mut self, license: &str, changes: &Value) -> Value {
        let input = self.version_input(license, changes);
        self.ok(VENDOR, "CreateLicenseVersion", &input)
    }

    /// Status and version of a license, in the store.
    #[track_caller]
    pub(super) fn license_state(&self, license: &str) -> String {
        let license = self.simulator.license_manager().license(license).unwrap();
        format!("{} {}", license.current().status(), license.version())
    }

    /// The input of `CreateGrant`, with a new token and with `changes`.
    pub(super) fn grant_input(&mut self, license: &str, principal: &str, changes: &Value) -> Value {
        let input = json!({
            "ClientToken": self.token(), "GrantName": "Grant", "LicenseArn": license, "Principals": [principal], "HomeRegion": "us-east-1",
            "AllowedOperations": ["CreateGrant", "CheckoutLicense", "CheckInLicense"],
        });
        merged(input, changes)
    }

    /// A grant of a license.
    #[track_caller]
    pub(super) fn grant(&mut self, grantor: &str, license: &str, principal: &str) -> String {
        let input = self.grant_input(license, principal, &json!({}));
        text(&self.ok(grantor, "CreateGrant", &input), "GrantArn")
    }

    /// Sends `CreateGrantVersion` with a new token.
    pub(super) fn change(&mut self, account: &str, grant: &str, changes: &Value) -> Exchange {
        let input = self.change_input(grant, changes);
        self.send(account, "CreateGrantVersion", &input)
    }

    /// The input of `CreateGrantVersion`, with a new token.
    pub(super) fn change_input(&mut self, grant: &str, changes: &Value) -> Value {
        merged(json!({ "ClientToken": self.token(), "GrantArn": grant }), changes)
    }

    /// Status and version of a grant, in the store.
    #[track_caller]
    pub(super) fn state(&self, grant: &str) -> String {
        let grant = self.simulator.license_manager().grant(grant).unwrap();
        format!("{} {}", grant.current().status(), grant.version())
    }

    /// A grant of a license that its grantee accepted and activated.
    #[track_caller]
    pub(super) fn active_grant(&mut self, grantor: &str, license: &str, grantee: &str) -> String {
        let grant = self.grant(grantor, license, &root(grantee));
        let answer = self.change(grantee, &grant, &json!({ "Status": "ACTIVE" }));
        assert_eq!(answer.response.status, 200, "{}", answer.response.body);
        grant
    }
}

/// Asserts that a response is a refusal: status 400, the error, the whole message.
#[track_caller]
pub(super) fn assert_refused(exchange: &Exchange, error: &str, message: &str) {
    let expected = json!({ "__type": error, "Message": message });
    assert_eq!((exchange.response.status, exchange.body()), (400, expected));
    assert_eq!(exchange.error_name(), Some(error));
}

/// The ARN of an account's root.
pub(super) fn root(account: &str) -> String {
    format!("arn:aws:iam::{account}:root")
}

/// A member that is a string.
#[track_caller]
pub(super) fn text(body: &Value, member: &str) -> String {
    body[member].as_str().unwrap().to_owned()
}

/// An input with changed members. `null` removes a member.
pub(super) fn merged(input: Value, changes: &Value) -> Value {
    let Value::Object(mut members) = input else { return input };
    members.extend(changes.as_object().cloned().unwrap_or_else(Map::new));
    members.retain(|_, value| !value.is_null());
    Value::Object(members)
}
