//! A caller that knows the world a little: mostly sensible requests, some nonsense.

use serde_json::{Map, Value, json};
use simulator::Simulator;
use simulator::http::Request;
use simulator::index;
use simulator::license_manager;
use simulator::operation::{Location, Operation};
use simulator::protocol::{Draft, compose};
use simulator::schema::{Bound, Kind, Member, Shape};
use simulator::world::Ids;

const ACCOUNTS: [&str; 4] = ["111122223333", "123456789012", "210987654321", "444455556666"];
/// The same with AWS Marketplace, twice: its grants are those with the most rules.
pub(crate) const WITH_MARKETPLACE: [&str; 6] =
    ["111122223333", "123456789012", "210987654321", "444455556666", "294406891311", "294406891311"];
const TEMPLATES: [&str; 6] = [
    r#"{"Effect":"Allow","Action":["ssm:GetParameter"]}"#,
    r#"{"Effect":"Allow","Action":["ssm:GetParameters"]}"#,
    r#"{"Effect":"Allow","Action":"ssm:DescribeParameters"}"#,
    r#"{"Effect":"Allow","Action":["ssm:GetParameter","ssm:GetParameters"]}"#,
    r#"{"Effect":"Allow","Action":["ssm:GetParameterHistory"]}"#,
    r#"{"Effect":"Deny","Action":"*"}"#,
];

/// ARNs that are almost right, or not at all.
const ODD_ARNS: [&str; 10] = [
    "arn:aws:s3:::bucket",
    "arn:aws:license-manager::111122223333:license:l-00000000000040008000000000000000",
    "arn:aws:license-manager::111122223333:grant:g-00000000000040008000000000000000",
    "arn:aws:license-manager:us-east-1:111122223333:license-configuration:lic-00000000000040008000000000000000",
    "arn:aws-cn:license-manager::111122223333:license:l-1",
    "arn:aws:ram:us-east-1:111122223333:resource-share/00000000-0000-4000-8000-000000000000",
    "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet",
    "arn:aws:organizations::123456789012:ou/o-exampleorg1/ou-none-none0000",
    "arn:aws:iam::12345:root",
    "äöü:::::",
];

/// A source of requests.
pub(crate) struct RandomCaller {
    chance: Ids,
    operations: Vec<&'static Operation>,
    accounts: &'static [&'static str],
}

impl RandomCaller {
    /// A caller for a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self { chance: Ids::new(seed), operations: index::all().collect(), accounts: &ACCOUNTS }
    }

    /// A caller of License Manager alone, above all of what makes and changes grants; AWS Marketplace is among the accounts.
    pub(crate) fn of_license_manager(seed: u64) -> Self {
        let mut operations: Vec<_> = license_manager::SERVICE.operations().collect();
        for (name, times) in [("CreateLicense", 3), ("CreateGrant", 12), ("CreateGrantVersion", 12), ("AcceptGrant", 3), ("DeleteGrant", 2)]
        {
            let operation = index::find(&format!("license-manager:{name}")).unwrap();
            operations.extend(std::iter::repeat_n(operation, times));
        }
        Self { chance: Ids::new(seed), operations, accounts: &WITH_MARKETPLACE }
    }

    /// A request for some operation, by some account.
    pub(crate) fn request(&mut self, simulator: &Simulator) -> Request {
        let place = self.below(self.operations.len());
        let operation = self.operations[place];
        let input = self.input(operation, simulator);
        self.send(operation, &input, simulator)
    }

    /// The request that carries an input.
    pub(crate) fn send(&mut self, operation: &'static Operation, input: &Value, simulator: &Simulator) -> Request {
        let account = self.account(input, simulator).parse().unwrap();
        let region = if self.one_in(12) { "eu-west-1" } else { "us-east-1" }.parse().unwrap();
        let text = if self.one_in(40) && operation.location == Location::Body { "[1".to_owned() } else { input.to_string() };
        compose(Draft { operation, account: &account, region: &region, input: &text, fault: None }, simulator.now()).unwrap()
    }

    /// An input for an operation.
    pub(crate) fn input(&mut self, operation: &Operation, simulator: &Simulator) -> Value {
        self.structure((operation.input)(), simulator)
    }

    fn structure(&mut self, shape: &'static Shape, simulator: &Simulator) -> Value {
        let mut object = Map::new();
        for member in shape.members(simulator.world().vintage) {
            let seldom =
                ["NextToken", "nextToken", "Options", "GrantType", "Filters", "permissionTemplateParameters"].contains(&member.name);
            let given = if member.is_required() { !self.one_in(60) } else { self.one_in(if seldom { 12 } else { 3 }) };
            if given {
                object.insert(member.name.to_owned(), self.member(member, simulator));
            }
        }
        Value::Object(object)
    }

    fn member(&mut self, member: &Member, simulator: &Simulator) -> Value {
        if self.one_in(80) {
            return [json!(1), json!("x y"), json!([]), json!({}), json!(true), Value::Null][self.below(6)].clone();
        }
        match member.name {
            "resourceType" => "ssm:Parameter".into(),
            "policyTemplate" => TEMPLATES[self.below(TEMPLATES.len())].into(),
            "permissionVersion" => json!(1 + self.below(6)),
            "SourceVersion" | "Version" => (1 + self.below(4)).to_string().into(),
            "HomeRegion" => "us-east-1".into(),
            "Status" if !self.one_in(8) && (member.shape)().name == "LicenseStatus" => {
                ["AVAILABLE", "AVAILABLE", "DEACTIVATED", "SUSPENDED"][self.below(4)].into()
            }
            "Status" if !self.one_in(8) => ["ACTIVE", "DISABLED"][self.below(2)].into(),
            "AllowedOperations" if !self.one_in(8) => json!([
                "CreateGrant",
                "CheckoutLicense",
                "CheckoutBorrowLicense",
                "CheckInLicense",
                "ExtendConsumptionLicense",
                "CreateToken",
            ]),
            "Validity" => json!({ "Begin": "2023-01-01T00:00:00Z", "End": "2033-01-01T00:00:00Z" }),
            "Entitlements" if (member.shape)().name == "EntitlementDataList" => json!([{ "Name": "seats", "Unit": "Count", "Value": "1" }]),
            "KeyFingerprint" => format!("aws:{}:Example:issuer-fingerprint", ACCOUNTS[self.below(4)]).into(),
            "Entitlements" => json!([{ "Name": "seats", "Unit": "Count", "MaxCount": 10 }]),
            "ConsumptionConfiguration" => json!({
                "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 1 },
                "BorrowConfiguration": { "AllowEarlyCheckIn": true, "MaxTimeToLiveInMinutes": 1 },
            }),
            "Issuer" => json!({ "Name": if self.one_in(3) { "Other" } else { "Example" }, "SignKey": "key" }),
            "NextToken" | "nextToken" => "not ours".into(),
            name => self.value((member.shape)(), name, simulator),
        }
    }

    fn value(&mut self, shape: &'static Shape, name: &str, simulator: &Simulator) -> Value {
        let vintage = simulator.world().vintage;
        match shape.kind {
            Kind::Structure(_) => self.structure(shape, simulator),
            Kind::List(element) => {
                let length =
                    if shape.constraints(vintage).any(|bound| matches!(bound, Bound::MaxLength(1))) { 1 } else { 1 + self.below(3) };
                (0..length).map(|_| self.value(element(), name, simulator)).collect()
            }
            Kind::Enumeration(_) => {
                let choices: Vec<_> = shape.choices(vintage).collect();
                choices[self.below(choices.len())].into()
            }
            Kind::Integer | Kind::Long if self.one_in(20) => json!([0, -1, i64::from(i32::MAX), i64::MAX, i64::MIN][self.below(5)]),
            Kind::Integer | Kind::Long => json!(1 + self.below(5)),
            Kind::Boolean => self.one_in(2).into(),
            Kind::Timestamp => json!(1),
            Kind::Text => self.text(name, simulator).into(),
        }
    }

    fn text(&mut self, name: &str, simulator: &Simulator) -> String {
        let store = simulator.license_manager();
        let known: Vec<String> = match name {
            "LicenseArn" | "LicenseArns" => store.licenses().map(|license| license.arn().to_string()).collect(),
            "ResourceArn" => {
                let grants = store.grants().map(|grant| grant.arn().to_string());
                store.licenses().map(|license| license.arn().to_string()).chain(grants).collect()
            }
            "GrantArn" | "GrantArns" => store.grants().map(|grant| grant.arn().to_string()).collect(),
            "permissionArn" | "permissionArns" => {
                simulator.ram().permissions(simulator.now()).map(|permission| permission.arn().to_string()).collect()
            }
            "Principals" => principals(simulator),
            "resourceShareArn" | "resourceShareArns" => simulator.ram().shares().all().map(|share| share.arn().to_owned()).collect(),
            "resourceShareInvitationArn" | "resourceShareInvitationArns" => {
                simulator.ram().shares().invitations().map(|invitation| invitation.arn().to_owned()).collect()
            }
            "principals" | "principal" => shared_with(simulator),
            "resourceArns" => shared(),
            "resourceArn" => {
                let permissions = simulator.ram().permissions(simulator.now()).map(|permission| permission.arn().to_string());
                let shares = simulator.ram().shares().all().map(|share| share.arn().to_owned());
                permissions.chain(shares).chain(shared()).collect()
            }
            "sources" | "sourceId" => vec![ACCOUNTS[0].into(), "o-exampleorg1".into()],
            "name" => vec!["one".into(), "two".into(), "three".into()],
            "LicenseConsumptionToken" => store.consumptions().map(|consumption| consumption.token().to_owned()).collect(),
            "TokenId" | "TokenIds" => store.tokens().map(|token| token.id().to_owned()).collect(),
            "ClientToken" | "clientToken" => vec![format!("token-{}", self.below(400))],
            _ => vec!["text".into(), "other".into()],
        };
        if known.is_empty() || self.one_in(30) {
            ODD_ARNS[self.below(ODD_ARNS.len())].into()
        } else {
            known[self.below(known.len())].clone()
        }
    }

    /// An account with something to do: mostly the owner or the grantee of what the input names.
    fn account(&mut self, input: &Value, simulator: &Simulator) -> String {
        let anyone = self.accounts[self.below(self.accounts.len())].to_owned();
        let invitation = input.get("resourceShareInvitationArn").and_then(Value::as_str);
        let invited = invitation.and_then(|arn| simulator.ram().shares().find_invitation(arn));
        if let Some((_, invitation)) = invited.filter(|_| !self.one_in(8)) {
            return invitation.receiver().to_string();
        }
        let arn = ["GrantArn", "LicenseArn", "ResourceArn", "permissionArn", "resourceShareArn"]
            .iter()
            .find_map(|name| input.get(name)?.as_str())
            .unwrap_or_default();
        let owner = arn.split(':').nth(4).filter(|owner| self.accounts.contains(owner)).map(str::to_owned);
        let grantee = simulator.license_manager().grant(arn).and_then(|grant| {
            let principal = grant.terms().principal.arn();
            ACCOUNTS.iter().find(|account| principal.contains(**account)).map(|account| (*account).to_owned())
        });
        match (self.below(8), grantee) {
            (0, _) => anyone,
            (1..=4, Some(grantee)) => grantee,
            _ => owner.unwrap_or(anyone),
        }
    }

    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.chance.bits() % limit as u64).unwrap()
    }
}

fn principals(simulator: &Simulator) -> Vec<String> {
    let organizations = simulator.world().organizations.values();
    let organizations = organizations
        .flat_map(|organization| organization.units.keys().map(|unit| organization.unit_arn(unit)).chain([organization.arn()]));
    ACCOUNTS.iter().map(|account| format!("arn:aws:iam::{account}:root")).chain(organizations).collect()
}

/// Whom shares are for: accounts, a role, an organization and its unit, a service.
fn shared_with(simulator: &Simulator) -> Vec<String> {
    let others = ["arn:aws:iam::444455556666:role/reader", "pca-connector-ad.amazonaws.com"].map(str::to_owned);
    let accounts = ACCOUNTS.iter().map(|account| (*account).to_owned());
    let organizations = principals(simulator).into_iter().filter(|principal| principal.contains(":organizations:"));
    accounts.chain(organizations).chain(others).collect()
}

/// Resources of two accounts, of types with different rules.
fn shared() -> Vec<String> {
    let of = |account: &str| {
        ["ssm:us-east-1:{}:parameter/db", "ec2:us-east-1:{}:subnet/subnet-1", "ec2:us-east-1:{}:transit-gateway/tgw-1"]
            .map(|form| ["arn:aws:", &form.replace("{}", account)].concat())
    };
    [of(ACCOUNTS[0]), of(ACCOUNTS[1])].concat()
}
