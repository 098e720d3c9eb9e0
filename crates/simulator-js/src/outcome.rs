//! The outcome of a session's step, for JavaScript.

use serde::Serialize;
use simulator::Exchange;
use simulator::http::{Request, Response};
use simulator::operation::{Caller, Change, Operation};
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
    caller: Option<&'a Caller>,
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
        let request = played.exchange().map(Self::of_request);
        let nothing =
            Self { name: None, operation: None, caller: None, request: None, response: None, trace: None, changes: &[], differences: &[] };
        Self { name: step.name.as_deref(), changes: played.changes(), differences: played.differences(), ..request.unwrap_or(nothing) }
    }

    /// The outcome of a request that is not a step of a session.
    pub(super) fn of_request(exchange: &'a Exchange) -> Self {
        Self {
            name: None,
            operation: exchange.operation.map(Operation::action),
            caller: exchange.caller.as_ref(),
            request: Some(&exchange.request),
            response: Some(&exchange.response),
            trace: Some(&exchange.trace),
            changes: &exchange.changes,
            differences: &[],
        }
    }
}
