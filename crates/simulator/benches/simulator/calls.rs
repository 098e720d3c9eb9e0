//! The time of single calls, on a small session.

use crate::traffic::{body, request, send, target};
use serde_json::json;
use simulator::http::percent_encode;
use simulator::{Options, Simulator};
#[expect(clippy::disallowed_types, reason = "a benchmark measures real time; the simulator never sees it")]
use std::time::Instant;

const WARM_UP: usize = 2_000;
const ITERATIONS: usize = 20_000;
/// Simulators remember client tokens and deleted versions; each batch starts on a fresh one, as a session does.
const BATCH: usize = 50;

/// Measures every cycle.
pub(crate) fn measure_all() {
    measure("RAM CreatePermissionVersion + DeletePermissionVersion", permission, version_cycle);
    measure("License Manager CreateGrantVersion", grant, grant_version);
}

/// Runs a cycle many times and prints the median and the 99th percentile.
fn measure(name: &str, prepare: fn(&mut Simulator) -> String, cycle: fn(&mut Simulator, &str, usize)) {
    let mut prepared = Simulator::new(&Options::default()).expect("the default options make a world");
    let subject = prepare(&mut prepared);
    let mut times = Vec::with_capacity(ITERATIONS);
    let mut simulator = prepared.clone();
    for iteration in 0..WARM_UP + ITERATIONS {
        if iteration.is_multiple_of(BATCH) {
            simulator = prepared.clone();
        }
        #[expect(clippy::disallowed_types, reason = "a benchmark measures real time; the simulator never sees it")]
        let start = Instant::now();
        cycle(&mut simulator, &subject, iteration % BATCH);
        let time = start.elapsed();
        if iteration >= WARM_UP {
            times.push(time);
        }
    }
    times.sort_unstable();
    let microseconds = |place: usize| times.get(place).map_or(0.0, |time| time.as_secs_f64() * 1e6);
    println!("{name}: median {:.2} µs, p99 {:.2} µs", microseconds(ITERATIONS / 2), microseconds(ITERATIONS * 99 / 100));
}

/// A permission with one version.
fn permission(simulator: &mut Simulator) -> String {
    let template = r#"{"Effect":"Allow","Action":["ssm:GetParameter"]}"#;
    let input = json!({ "name": "bench", "resourceType": "ssm:Parameter", "policyTemplate": template });
    let body = body(&send(simulator, &request("ram", "POST", "/createpermission", &input.to_string())));
    body["permission"]["arn"].as_str().expect("an ARN").to_owned()
}

/// A version is made, and the one before it, no longer the default, is deleted.
fn version_cycle(simulator: &mut Simulator, arn: &str, iteration: usize) {
    let actions = if iteration.is_multiple_of(2) { "ssm:GetParameters" } else { "ssm:GetParameter" };
    let template = format!(r#"{{\"Effect\":\"Allow\",\"Action\":[\"{actions}\"]}}"#);
    let input = format!(r#"{{"permissionArn":"{arn}","policyTemplate":"{template}"}}"#);
    send(simulator, &request("ram", "POST", "/createpermissionversion", &input));
    let query = format!("permissionArn={}&permissionVersion={}", percent_encode(arn), iteration + 1);
    send(simulator, &request("ram", "DELETE", &format!("/deletepermissionversion?{query}"), ""));
}

/// A grant that can be renamed.
fn grant(simulator: &mut Simulator) -> String {
    let license = json!({
        "LicenseName": "Photon", "ProductName": "Photon", "ProductSKU": "photon-1", "Issuer": { "Name": "Example Vendor" },
        "HomeRegion": "us-east-1", "Validity": { "Begin": "2023-01-01T00:00:00Z", "End": "2033-01-01T00:00:00Z" },
        "Entitlements": [{ "Name": "seats", "Unit": "Count", "MaxCount": 10 }], "Beneficiary": "Example Customer",
        "ConsumptionConfiguration": { "RenewType": "None", "ProvisionalConfiguration": { "MaxTimeToLiveInMinutes": 60 } },
        "ClientToken": "license",
    });
    let license = body(&send(simulator, &target("CreateLicense", &license.to_string())));
    let grant = json!({
        "ClientToken": "grant", "GrantName": "bench", "LicenseArn": license["LicenseArn"], "HomeRegion": "us-east-1",
        "Principals": ["arn:aws:iam::444455556666:root"], "AllowedOperations": ["CreateGrant", "CheckoutLicense"],
    });
    let grant = body(&send(simulator, &target("CreateGrant", &grant.to_string())));
    grant["GrantArn"].as_str().expect("an ARN").to_owned()
}

fn grant_version(simulator: &mut Simulator, arn: &str, iteration: usize) {
    let input = format!(r#"{{"ClientToken":"version-{iteration}","GrantArn":"{arn}","GrantName":"name-{iteration}"}}"#);
    send(simulator, &target("CreateGrantVersion", &input));
}
