//! From a draft to the request that a client would send.

use super::aws_json;
use crate::http::{Headers, Request, percent_encode};
use crate::operation::{Location, Operation, Protocol};
use crate::value::{AccountId, Region, Timestamp};
use serde_json::Value;

/// The request header that switches a fault on: its value is the name of an error the operation declares.
pub const FAULT_HEADER: &str = "x-playground-fault";

/// A request as a person composes it.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// The acting account.
    pub account: &'a AccountId,
    /// The Region.
    pub region: &'a Region,
    /// The members as JSON text, as it was typed.
    pub input: &'a str,
    /// The error to inject, if any.
    pub fault: Option<&'a str>,
}

/// Builds the request. The error says why this is not possible: members of a query string must be a JSON object.
pub fn compose(draft: Draft<'_>, now: Timestamp) -> Result<Request, String> {
    let Draft { operation, account, region, input, fault } = draft;
    let host = operation.service.host(region);
    let mut url = format!("https://{host}{}", operation.path);
    let body = match operation.location {
        Location::Body => input.to_owned(),
        Location::Query => {
            url.push_str(&query(operation, input)?);
            String::new()
        }
    };
    let mut headers = Headers::new();
    headers.push("Host", host);
    match (operation.service.protocol, operation.location) {
        (Protocol::AwsJson { target_prefix }, _) => {
            headers.push("Content-Type", aws_json::CONTENT_TYPE);
            headers.push("X-Amz-Target", format!("{target_prefix}{}", operation.name));
        }
        (Protocol::RestJson, Location::Body) => headers.push("Content-Type", "application/json"),
        (Protocol::RestJson, Location::Query) => {}
    }
    let moment = now.basic();
    let day = moment.get(..8).unwrap_or_default();
    headers.push("X-Amz-Date", moment.as_str());
    let scope = format!("{account}/{day}/{region}/{}/aws4_request", operation.service.prefix);
    headers.push(
        "Authorization",
        format!("AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=content-type;host;x-amz-date, Signature={:064x}", 0),
    );
    if let Some(fault) = fault {
        headers.push(FAULT_HEADER, fault);
    }
    Ok(Request { method: operation.method.to_owned(), url, headers, body })
}

fn query(operation: &Operation, input: &str) -> Result<String, String> {
    let members = match serde_json::from_str(input) {
        Ok(Value::Object(members)) => members,
        Ok(_) => return Err(format!("{} sends its members in the query string: write them as a JSON object", operation.name)),
        Err(error) => {
            return Err(format!("{} sends its members in the query string: write them as a JSON object ({error})", operation.name));
        }
    };
    let mut query = String::new();
    for (name, value) in &members {
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        query.push(if query.is_empty() { '?' } else { '&' });
        query.push_str(&percent_encode(name));
        query.push('=');
        query.push_str(&percent_encode(&text));
    }
    Ok(query)
}
