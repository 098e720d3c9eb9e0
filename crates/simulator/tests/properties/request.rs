//! A request as a client composes it.

use serde_json::Value;
use simulator::Simulator;
use simulator::http::Request;
use simulator::index;
use simulator::protocol::{Draft, compose};

/// An account's call of an operation in us-east-1. One that both services have is named with its service: `ram:TagResource`.
pub(crate) fn request(simulator: &Simulator, account: &str, operation: &str, input: &Value) -> Request {
    let draft = Draft {
        operation: index::find(operation).unwrap(),
        account: &account.parse().unwrap(),
        region: &"us-east-1".parse().unwrap(),
        input: &input.to_string(),
        fault: None,
    };
    compose(draft, simulator.now()).unwrap()
}
