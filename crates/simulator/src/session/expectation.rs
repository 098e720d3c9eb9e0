//! The expected response of a step: how a session tests itself.

use super::super::Exchange;
use crate::json::record;
use serde_json::Value;

/// An expected response. Parts that are not given can have any value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expectation {
    /// The HTTP status code.
    pub status: Option<u16>,
    /// The error's name.
    pub error: Option<String>,
    /// The error's whole message.
    pub message: Option<String>,
    /// Members the body must have. Objects are compared member by member, everything else whole.
    pub body: Option<Value>,
    /// The body, letter for letter.
    pub text: Option<String>,
}

record! { sparse Expectation, |_| Self::default(), { status = "status", error = "error", message = "message", body = "body", text = "text" } }

impl Expectation {
    /// All differences between the response and the expected one, in sentences.
    pub fn differences(&self, exchange: &Exchange) -> Vec<String> {
        let mut differences = Vec::new();
        let mut compare = |what: &str, expected: Option<String>, found: Option<&str>| {
            if let Some(expected) = expected.filter(|expected| Some(expected.as_str()) != found) {
                differences.push(format!("{what} is `{}`, not `{expected}`", found.unwrap_or_default()));
            }
        };
        let refusal = exchange.refusal();
        compare("the status", self.status.map(|status| status.to_string()), Some(&exchange.response.status.to_string()));
        compare("the error", self.error.clone(), refusal.map(|error| error.name.as_str()));
        compare("the message", self.message.clone(), refusal.and_then(|error| error.message.as_deref()));
        compare("the body", self.text.clone(), Some(&exchange.response.body));
        if let Some(expected) = &self.body {
            compare_bodies("the body", expected, &exchange.body(), &mut differences);
        }
        differences
    }
}

fn compare_bodies(path: &str, expected: &Value, found: &Value, differences: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (name, value) in expected {
                compare_bodies(&format!("{path}'s `{name}`"), value, found.get(name).unwrap_or(&Value::Null), differences);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare_bodies(&format!("{path}[{index}]"), expected, found, differences);
            }
        }
        // JSON knows one kind of number: JavaScript writes `1.0` as `1`.
        (Value::Number(expected), Value::Number(found)) if expected.as_f64() == found.as_f64() => {}
        _ if expected == found => {}
        _ => differences.push(format!("{path} is `{found}`, not `{expected}`")),
    }
}
