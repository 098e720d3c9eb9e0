//! Helpers for the tests of RAM's operations: a session with one vendor, and checks of its responses.

pub(super) mod shares;

use crate::ram::SharePlacement;
use crate::trace::Evidence;
use crate::{Exchange, Intervention, Options, Simulator};
use serde_json::{Value, json};

/// The calling account, unless a test names another one.
pub(super) const OWNER: &str = "111122223333";
/// The ARN of the permission `read` of that account.
pub(super) const READ: &str = "arn:aws:ram:us-east-1:111122223333:permission/read";
/// A template that `ssm:Parameter` allows.
pub(super) const GET: &str = r#"{"Effect":"Allow","Action":["ssm:GetParameter"]}"#;
/// Another such template.
pub(super) const GET_ALL: &str = r#"{"Effect":"Allow","Action":["ssm:GetParameters"]}"#;

/// The resource types that belong to no Region.
pub(super) const GLOBAL_TYPES: [&str; 7] = [
    "arc-region-switch:Plan",
    "bcm-dashboards:Dashboard",
    "billing:Billingview",
    "cloudfront:Vpcorigin",
    "networkmanager:CoreNetwork",
    "route53-recovery-control:Cluster",
    "route53globalresolver:DnsView",
];

/// A simulator for tests.
pub(super) struct Session(pub(super) Simulator);

impl Session {
    pub(super) fn new() -> Self {
        Self(Simulator::new(&Options::default()).unwrap())
    }

    /// A session with the permission `read`, whose version 1 is [`GET`].
    pub(super) fn with_permission() -> Self {
        let mut session = Self::new();
        session.accepted("CreatePermission", &json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
        session
    }

    /// A session with the permission `read` in this number of versions, all different.
    pub(super) fn with_versions(count: usize) -> Self {
        let mut session = Self::with_permission();
        for number in 2..=count {
            session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": template(number) }));
        }
        session
    }

    pub(super) fn call(&mut self, operation: &str, input: &Value) -> Exchange {
        self.call_as(OWNER, "us-east-1", operation, input)
    }

    pub(super) fn call_as(&mut self, account: &str, region: &str, operation: &str, input: &Value) -> Exchange {
        self.0.call(account, region, &format!("ram:{operation}"), input).unwrap()
    }

    /// Sends a request and expects success.
    #[track_caller]
    pub(super) fn accepted(&mut self, operation: &str, input: &Value) -> Value {
        let exchange = self.call(operation, input);
        assert_eq!(exchange.response.status, 200, "{operation} {input}: {}", exchange.response.body);
        exchange.body()
    }

    /// Sends a request and expects exactly this body.
    #[track_caller]
    pub(super) fn answers(&mut self, operation: &str, input: &Value, body: &str) {
        let exchange = self.call(operation, input);
        assert_eq!((exchange.response.status, exchange.response.body.as_str()), (200, body), "{operation} {input}");
    }

    /// Sends a request and expects a refusal with this message that changes nothing.
    #[track_caller]
    pub(super) fn refused(&mut self, operation: &str, input: &Value, error: &str, message: &str) {
        let before = self.0.ram().clone();
        let exchange = self.call(operation, input);
        assert_refused(&exchange, error, message);
        assert_eq!(*self.0.ram(), before, "{operation} {input} changed something");
        assert!(exchange.changes.is_empty());
    }

    /// Sends a request and expects a refusal by this rule, with this evidence.
    #[track_caller]
    pub(super) fn refused_by(&mut self, operation: &str, input: &Value, rule: &str, evidence: Evidence) {
        let exchange = self.call(operation, input);
        let found = exchange.trace.refusal().map(|check| (check.rule.name, check.rule.evidence));
        assert_eq!(found, Some((rule, evidence)), "{operation} {input}: {}", exchange.response.body);
    }

    /// Adds the default version of `read` to the share `team`.
    pub(super) fn share(&mut self) {
        let placement = SharePlacement {
            account: OWNER.parse().unwrap(),
            region: "us-east-1".parse().unwrap(),
            name: "team".into(),
            permission_arn: READ.into(),
        };
        self.0.intervene(&Intervention::Share(placement)).unwrap();
    }

    /// The ARN of the oldest share.
    pub(super) fn share_arn(&self) -> String {
        self.0.ram().shares().all().next().unwrap().arn().to_owned()
    }

    /// The permissions on the oldest share, as listed: name, version, and whether it is the default version.
    pub(super) fn on_share(&mut self) -> Vec<(String, String, bool)> {
        let listed = self.accepted("ListResourceSharePermissions", &json!({ "resourceShareArn": self.share_arn() }));
        let text = |value: &Value| value.as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let row = |row: &Value| (text(&row["arn"]), text(&row["version"]), row["defaultVersion"].as_bool().unwrap());
        listed["permissions"].as_array().unwrap().iter().map(row).collect()
    }

    /// The listed versions of `read`: status, whether it is the default version, and times in seconds after the session's start.
    pub(super) fn versions(&mut self) -> Vec<(String, String, bool, f64, f64)> {
        let listed = self.accepted("ListPermissionVersions", &json!({ "permissionArn": READ }));
        let after = |moment: &Value| ((moment.as_f64().unwrap() - 1_700_000_000.0) * 1000.0).round() / 1000.0;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let row = |row: &Value| {
            (
                text(&row["version"]),
                text(&row["status"]),
                row["defaultVersion"].as_bool().unwrap(),
                after(&row["creationTime"]),
                after(&row["lastUpdatedTime"]),
            )
        };
        listed["permissions"].as_array().unwrap().iter().map(row).collect()
    }
}

#[track_caller]
pub(super) fn assert_refused(exchange: &Exchange, error: &str, message: &str) {
    let refusal = exchange.refusal();
    let found = refusal.map(|refusal| (refusal.name.as_str(), refusal.message.as_deref().unwrap_or_default()));
    assert_eq!(found, Some((error, message)), "{}", exchange.response.body);
    let status = match error {
        "PermissionAlreadyExistsException" => 409,
        "InternalFailure" => 500,
        _ => 400,
    };
    assert_eq!(exchange.response.status, status);
}

/// A different template for each number.
pub(super) fn template(number: usize) -> String {
    format!(r#"{{"Effect":"Allow","Action":["ssm:GetParameter"],"Condition":{{"StringEquals":{{"aws:SourceVpce":"vpce-{number}"}}}}}}"#)
}
