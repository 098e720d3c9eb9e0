//! Tests of both protocols.

use super::{Draft, MOST_BYTES, compose};
use crate::http::{Headers, Request};
use crate::index;
use crate::{Exchange, Options, Simulator};

const REQUESTS: [(&str, &str); 2] =
    [("license-manager:CreateLicense", "RequestEntityTooLargeException"), ("ram:CreatePermission", "RequestTooLargeException")];

fn request(operation: &str, region: &str, input: &str) -> Request {
    let (account, region) = ("111122223333".parse().unwrap(), region.parse().unwrap());
    let operation = index::find(operation).unwrap();
    compose(Draft { operation, account: &account, region: &region, input, fault: None }, "2026-11-29T08:00:00Z".parse().unwrap()).unwrap()
}

fn send(request: &Request) -> Exchange {
    Simulator::new(&Options::default()).unwrap().handle(request)
}

#[test]
fn a_body_above_the_limit_is_refused() {
    for (operation, error) in REQUESTS {
        let longest = format!("{{{}}}", " ".repeat(MOST_BYTES - 2));
        assert_eq!(send(&request(operation, "us-east-1", &longest)).response.status, 400);
        let exchange = send(&request(operation, "us-east-1", &format!("{longest} ")));
        assert_eq!((exchange.error_name(), exchange.response.status), (Some(error), 413));
    }
}

#[test]
fn a_region_that_aws_does_not_have_is_refused_and_the_others_are_named() {
    for (operation, _) in REQUESTS {
        let exchange = send(&request(operation, "mars-1", "{}"));
        assert_eq!(exchange.error_name(), Some("InvalidSignatureException"));
        assert!(
            exchange.response.body.contains("Credential should be scoped to a valid region, not 'mars-1'. "),
            "{}",
            exchange.response.body
        );
        let crate::trace::Verdict::Refused { remedy, .. } = &exchange.trace.refusal().unwrap().verdict else { panic!() };
        assert!(remedy.sentence.contains("eu-central-1"), "{}", remedy.sentence);
    }
}

#[test]
fn each_service_has_its_regions() {
    let outcome = |operation: &str| send(&request(operation, "us-isob-west-1", "{}")).error_name().map(str::to_owned);
    assert_eq!(outcome("license-manager:ListLicenses").as_deref(), Some("InvalidSignatureException"));
    assert_eq!(outcome("ram:ListResourceTypes"), None);
}

#[test]
fn the_date_is_that_of_the_signature_so_that_no_sdk_believes_in_clock_skew() {
    for (operation, _) in REQUESTS {
        let mut request = request(operation, "us-east-1", "{}");
        assert_eq!(send(&request).response.headers.get("date"), Some("Sun, 29 Nov 2026 08:00:00 GMT"));
        let mut headers = Headers::new();
        for (name, value) in request.headers.iter() {
            headers.push(name, if name == "X-Amz-Date" { "yesterday" } else { value });
        }
        request.headers = headers;
        assert_eq!(send(&request).response.headers.get("date"), Some("Tue, 14 Nov 2023 22:13:20 GMT"));
    }
}

#[test]
fn findings_are_bounded_and_short() {
    let many = format!(r#"{{"Entitlements":[{}{{}}]}}"#, "{},".repeat(80_000));
    let long = format!(r#"{{"name":"{}"}}"#, "?".repeat(100_000));
    for (operation, input, most) in [("license-manager:CreateLicense", many, 100), ("ram:CreatePermission", long, 10)] {
        let exchange = send(&request(operation, "us-east-1", &input));
        let crate::trace::Verdict::Refused { findings, .. } = &exchange.trace.refusal().unwrap().verdict else { panic!() };
        assert!(!findings.is_empty() && findings.len() <= most, "{}", findings.len());
        assert!(findings.iter().all(|finding| finding.len() < 1_000));
    }
}

#[test]
fn an_operation_that_aws_has_and_the_playground_has_not_is_named() {
    let mut request = request("license-manager:CreateLicense", "us-east-1", "{}");
    for (target, error) in [("GetServiceSettings", "NotSimulatedByGrantPlayground"), ("GetNothing", "UnknownOperationException")] {
        let mut headers = Headers::new();
        for (name, value) in request.headers.iter() {
            let value = if name == "X-Amz-Target" { format!("AWSLicenseManager.{target}") } else { value.to_owned() };
            headers.push(name, value);
        }
        request.headers = headers;
        let exchange = send(&request);
        assert_eq!(exchange.error_name(), Some(error));
        let names_it =
            "GetServiceSettings is an operation of AWS License Manager that is not simulated here. Simulated are: CreateLicense, ";
        assert_eq!(exchange.response.body.contains(names_it), target == "GetServiceSettings", "{}", exchange.response.body);
    }
}
