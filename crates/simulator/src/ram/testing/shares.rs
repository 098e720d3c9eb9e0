//! Helpers for the tests of shares: accounts, resources, and short names for common requests.

use super::{OWNER, Session, assert_refused};
use crate::trace::Evidence;
use serde_json::{Value, json};

/// The management account of an organization.
pub(crate) const MANAGEMENT: &str = "123456789012";
/// The other account of the organization, in the unit [`UNIT`].
pub(crate) const MEMBER: &str = "210987654321";
/// An account without an organization. The owner has none either.
pub(crate) const OUTSIDER: &str = "444455556666";
/// The organization.
pub(crate) const ORGANIZATION: &str = "arn:aws:organizations::123456789012:organization/o-exampleorg1";
/// Its organizational unit.
pub(crate) const UNIT: &str = "arn:aws:organizations::123456789012:ou/o-exampleorg1/ou-exam-workload1";
/// A message that several refusals have.
pub(crate) const WITHIN: &str = "The resource you are attempting to share can only be shared within your AWS Organization. This error may also occur if you have not enabled sharing with your AWS organization, or that onboarding process is still in progress.";

/// A resource of an account. Its type, such as `ssm:Parameter` or `ec2:Subnet`, follows from the start of the ARN's last part.
pub(crate) fn resource(account: &str, service: &str, rest: &str) -> String {
    format!("arn:aws:{service}:us-east-1:{account}:{rest}")
}

impl Session {
    /// Sends a request to us-east-1 and expects success.
    #[track_caller]
    pub(crate) fn ok(&mut self, account: &str, operation: &str, input: &Value) -> Value {
        let exchange = self.call_as(account, "us-east-1", operation, input);
        assert_eq!(exchange.response.status, 200, "{operation} {input}: {}", exchange.response.body);
        exchange.body()
    }

    /// Sends a request to us-east-1 after all asynchronous work, and expects a refusal by this rule, with this message, that
    /// changes nothing.
    #[track_caller]
    pub(crate) fn no(&mut self, account: &str, operation: &str, input: &Value, rule: (&str, Evidence), error: &str, message: &str) {
        self.0.settle();
        let before = self.0.ram().clone();
        let exchange = self.call_as(account, "us-east-1", operation, input);
        assert_refused(&exchange, error, message);
        let found = exchange.trace.refusal().map(|check| (check.rule.name, check.rule.evidence));
        assert_eq!(found, Some(rule), "{operation} {input}");
        assert_eq!(*self.0.ram(), before, "{operation} {input} changed something");
    }

    /// Creates a share of an account and returns its ARN.
    #[track_caller]
    pub(crate) fn make(&mut self, account: &str, input: &Value) -> String {
        let mut whole = json!({ "name": "team" });
        whole.as_object_mut().unwrap().extend(input.as_object().unwrap().clone());
        let body = self.ok(account, "CreateResourceShare", &whole);
        body["resourceShare"]["resourceShareArn"].as_str().unwrap().to_owned()
    }

    /// Adds or removes principals of an account's share. Returns the status of each one, and whether it is external.
    #[track_caller]
    pub(crate) fn principals(&mut self, account: &str, operation: &str, share: &str, principals: &[&str]) -> Vec<(String, bool)> {
        let body = self.ok(account, operation, &json!({ "resourceShareArn": share, "principals": principals }));
        rows(&body).map(|row| (row["status"].as_str().unwrap().to_owned(), row["external"].as_bool().unwrap())).collect()
    }

    /// The content of an account's shares: entity and status.
    pub(crate) fn within(&mut self, account: &str, kind: &str) -> Vec<(String, String)> {
        let body = self.ok(account, "GetResourceShareAssociations", &json!({ "associationType": kind }));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        rows(&body).map(|row| (text(&row["associatedEntity"]), text(&row["status"]))).collect()
    }

    /// The names of the shares that an account sees.
    pub(crate) fn names(&mut self, account: &str, owner: &str) -> Vec<String> {
        let body = self.ok(account, "GetResourceShares", &json!({ "resourceOwner": owner }));
        body["resourceShares"].as_array().unwrap().iter().map(|share| share["name"].as_str().unwrap().to_owned()).collect()
    }

    /// Enables sharing with the organization.
    pub(crate) fn enable_sharing(&mut self) {
        self.ok(MANAGEMENT, "EnableSharingWithAwsOrganization", &json!({}));
    }

    /// The status of a share of the owner.
    pub(crate) fn status(&mut self, share: &str) -> String {
        let body = self.ok(OWNER, "GetResourceShares", &json!({ "resourceOwner": "SELF", "resourceShareArns": [share] }));
        body["resourceShares"][0]["status"].as_str().unwrap().to_owned()
    }
}

fn rows(body: &Value) -> impl Iterator<Item = &Value> {
    body["resourceShareAssociations"].as_array().unwrap().iter()
}
