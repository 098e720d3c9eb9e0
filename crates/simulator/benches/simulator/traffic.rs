//! Requests, and what is wanted of their answers.

use serde_json::Value;
use simulator::Simulator;
use simulator::http::{Headers, Request, Response};

/// A call of License Manager by the vendor.
pub(crate) fn target(operation: &str, body: &str) -> Request {
    target_as("111122223333", operation, body)
}

/// A call of License Manager.
pub(crate) fn target_as(account: &str, operation: &str, body: &str) -> Request {
    let mut request = request_as(account, "license-manager", "POST", "/", body);
    request.headers.push("content-type", "application/x-amz-json-1.1");
    request.headers.push("x-amz-target", format!("AWSLicenseManager.{operation}"));
    request
}

/// A request of the vendor.
pub(crate) fn request(service: &str, method: &str, path: &str, body: &str) -> Request {
    request_as("111122223333", service, method, path, body)
}

fn request_as(account: &str, service: &str, method: &str, path: &str, body: &str) -> Request {
    let scope = format!("{account}/20231114/us-east-1/{service}/aws4_request");
    let headers: Headers = [
        ("x-amz-date", "20231114T221320Z".to_owned()),
        ("authorization", format!("AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date, Signature=0")),
    ]
    .into_iter()
    .collect();
    let url = format!("https://{service}.us-east-1.amazonaws.com{path}");
    Request { method: method.to_owned(), url, headers, body: body.to_owned() }
}

/// Sends a request that is answered with 200.
pub(crate) fn send(simulator: &mut Simulator, request: &Request) -> Response {
    let response = simulator.handle(request).response;
    assert_eq!(response.status, 200, "{}", response.body);
    response
}

/// The body of an answer.
pub(crate) fn body(response: &Response) -> Value {
    serde_json::from_str(&response.body).expect("an answer is JSON")
}
