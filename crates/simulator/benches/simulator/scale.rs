//! What calls cost with 100 grants stored and with 100,000, and what a grant takes of memory.

use crate::MEMORY;
use crate::comparison::{self, Call, compare};
use crate::traffic::{body, send, target, target_as};
use serde_json::{Value, json};
use simulator::http::Request;
use simulator::world::Account;
use simulator::{Options, Simulator};

const SMALL: usize = 100;
const LARGE: usize = 100_000;
/// A small session would grow while it is measured; so it begins anew after so many calls.
const BATCH: usize = 20;
const VENDOR: &str = "111122223333";

/// A session with grants of one vendor, half of them active: each license is granted to each grantee.
struct Stock {
    grantees: usize,
    simulator: Simulator,
    licenses: Vec<String>,
    grants: Vec<String>,
    bytes: usize,
}

const CALLS: [Call<Stock>; 9] = [
    ("CreateGrant", |stock, number| create(stock.license(number), &account(stock.grantees + number), &format!("new-{number}"))),
    ("CreateGrantVersion, to activate", |stock, number| stock.version(2 * number + 1, "ACTIVE")),
    ("CreateGrantVersion, to deactivate", |stock, number| stock.version(2 * number, "DISABLED")),
    ("GetGrant", |stock, number| target("GetGrant", &json!({ "GrantArn": stock.grants[number % stock.grants.len()] }).to_string())),
    ("ListDistributedGrants, one status", |_, _| list(VENDOR, "ListDistributedGrants", &json!({ "GrantStatus": "ACTIVE" }))),
    ("ListDistributedGrants, one license", |stock, number| {
        list(VENDOR, "ListDistributedGrants", &json!({ "LicenseArn": stock.license(number) }))
    }),
    ("ListDistributedGrants, a license's active ones", |stock, number| {
        list(VENDOR, "ListDistributedGrants", &json!({ "LicenseArn": stock.license(number), "GrantStatus": "ACTIVE" }))
    }),
    ("ListReceivedGrants, one grantor", |stock, number| {
        list(&account(number % stock.grantees), "ListReceivedGrants", &json!({ "GranterAccountId": VENDOR }))
    }),
    ("ListReceivedLicenses, one product", |stock, number| {
        list(&account(number % stock.grantees), "ListReceivedLicenses", &json!({ "ProductSKU": "photon-0" }))
    }),
];

/// Prints each call's median in both sessions, the ratio, and the bytes of a grant.
pub(crate) fn measure_all() {
    let (small, large) = (Stock::new(SMALL, 10), Stock::new(LARGE, 2_000));
    compare("License Manager", [SMALL, LARGE].map(|count| format!("{count} grants")), [&small, &large], &CALLS);
    println!("memory: {} bytes per grant of {LARGE}, half of them with a second version", large.bytes / LARGE);
    println!("snapshot: {} bytes per grant", large.simulator.snapshot().len() / LARGE);
}

impl Stock {
    fn new(count: usize, grantees: usize) -> Self {
        let mut options = Options::default();
        // So that grants can be made of licenses that have their fill.
        options.settings.grants_per_license = u32::MAX;
        // So that the sessions differ in their grants alone, not in the client tokens they remember.
        options.settings.client_token_minutes = 0;
        options.accounts.extend((0..grantees).map(|number| Account::new(account(number).parse().expect("an id"), "")));
        let mut simulator = Simulator::new(&options).expect("the default options make a world");
        let licenses: Vec<_> = (0..count.div_ceil(grantees)).map(|number| license(&mut simulator, number)).collect();
        let mut grants = Vec::with_capacity(count);
        let before = MEMORY.current_usage();
        for number in 0..count {
            let (license, grantee) = (&licenses[number / grantees], account(number % grantees));
            let made = body(&send(&mut simulator, &create(license, &grantee, &format!("grant-{number}"))));
            let arn = made["GrantArn"].as_str().expect("an ARN").to_owned();
            if number.is_multiple_of(2) {
                let input = json!({ "ClientToken": format!("activate-{number}"), "GrantArn": arn, "Status": "ACTIVE" });
                send(&mut simulator, &target_as(&grantee, "CreateGrantVersion", &input.to_string()));
            }
            grants.push(arn);
        }
        let names = grants.iter().map(|arn: &String| arn.capacity()).sum::<usize>();
        let bytes = MEMORY.current_usage() - before - names;
        Self { grantees, simulator, licenses, grants, bytes }
    }

    /// One of the licenses.
    fn license(&self, number: usize) -> &str {
        &self.licenses[number % self.licenses.len()]
    }

    /// The grantee's call that gives one of the grants another status.
    fn version(&self, number: usize, status: &str) -> Request {
        let place = number % self.grants.len();
        let input = json!({ "ClientToken": format!("version-{number}"), "GrantArn": self.grants[place], "Status": status });
        target_as(&account(place % self.grantees), "CreateGrantVersion", &input.to_string())
    }
}

impl comparison::Stock for Stock {
    fn simulator(&self) -> &Simulator {
        &self.simulator
    }

    fn batch(&self) -> Option<usize> {
        (self.grants.len() == SMALL).then_some(BATCH)
    }
}

/// A grantee's id.
fn account(number: usize) -> String {
    format!("{:012}", 500_000_000_000 + number)
}

fn license(simulator: &mut Simulator, number: usize) -> String {
    let input = json!({
        "LicenseName": "Photon", "ProductName": "Photon", "ProductSKU": format!("photon-{number}"), "Issuer": { "Name": "Example Vendor" },
        "HomeRegion": "us-east-1", "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2033-01-01T00:00:00Z" },
        "Entitlements": [{ "Name": "seats", "Unit": "Count", "MaxCount": 10 }], "Beneficiary": "Example Customer",
        "ConsumptionConfiguration": { "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } },
        "ClientToken": format!("license-{number}"),
    });
    let made = body(&send(simulator, &target("CreateLicense", &input.to_string())));
    made["LicenseArn"].as_str().expect("an ARN").to_owned()
}

fn create(license: &str, grantee: &str, token: &str) -> Request {
    let input = json!({
        "ClientToken": token, "GrantName": "bench", "LicenseArn": license, "HomeRegion": "us-east-1",
        "Principals": [format!("arn:aws:iam::{grantee}:root")], "AllowedOperations": ["CreateGrant", "CheckoutLicense"],
    });
    target("CreateGrant", &input.to_string())
}

/// The first page, of five rows, of a list with filters: as many as the small session has for each.
fn list(account: &str, operation: &str, filters: &Value) -> Request {
    let filters = filters.as_object().into_iter().flatten().map(|(name, value)| json!({ "Name": name, "Values": [value] }));
    let input = json!({ "MaxResults": 5, "Filters": filters.collect::<Vec<_>>() });
    target_as(account, operation, &input.to_string())
}
