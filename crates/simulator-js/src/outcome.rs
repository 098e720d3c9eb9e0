//! The outcome of a session's step, for JavaScript.

use serde::Serialize;
use simulator::http::{Request, Response};
use simulator::operation::{Change, Operation};
use simulator::session::{Played, Step};
use simulator::trace::Trace;

/// The outcome of a step. A step that sends no request has only changes.
#[derive(Debug, Serialize)]
pub(super) struct Outcome<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<&'a Request>,
    #[serde(skip_serializing_if = "Option::is_none")]
    response: Option<&'a Response>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<&'a Trace>,
    changes: &'a [Change],
    differences: &'a [String],
}

impl<'a> Outcome<'a> {
    /// The outcome of `step`.
    pub(super) fn of(step: &'a Step, played: &'a Played) -> Self {
        let exchange = played.exchange();
        Self {
            name: step.name.as_deref(),
            operation: exchange.and_then(|exchange| exchange.operation).map(Operation::action),
            request: exchange.map(|exchange| &exchange.request),
            response: exchange.map(|exchange| &exchange.response),
            trace: exchange.map(|exchange| &exchange.trace),
            changes: played.changes(),
            differences: played.differences(),
        }
    }
}
