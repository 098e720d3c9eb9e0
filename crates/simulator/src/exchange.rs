//! A request, its response, and why.

use super::http::{Request, Response};
use super::operation::{Caller, Change, Operation};
use super::trace::Trace;
use super::value::Timestamp;
use serde::Serialize;
use serde_json::Value;

/// One entry of the journal.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Exchange {
    /// Its number in the session, from 0.
    pub number: u64,
    /// The session's time when it happened.
    pub at: Timestamp,
    /// The operation, once one was found.
    pub operation: Option<&'static Operation>,
    /// Who called, once that was known.
    pub caller: Option<Caller>,
    /// The request.
    pub request: Request,
    /// The response.
    pub response: Response,
    /// The checks that ran.
    pub trace: Trace,
    /// What changed, background work that was due just before the call included: it comes first.
    pub changes: Vec<Change>,
    /// How many of the changes are of background work.
    pub background: usize,
}

impl Exchange {
    /// What background work changed just before the call.
    pub fn changes_before(&self) -> &[Change] {
        self.changes.get(..self.background).unwrap_or_default()
    }

    /// What the call changed.
    pub fn own_changes(&self) -> &[Change] {
        self.changes.get(self.background..).unwrap_or_default()
    }

    /// The error's name, if the request was refused.
    pub fn error_name(&self) -> Option<&str> {
        self.refusal().map(|error| error.name.as_str())
    }

    /// The error, if the request was refused.
    pub fn refusal(&self) -> Option<&super::error::ServiceError> {
        self.trace.refusal().and_then(|check| match &check.verdict {
            super::trace::Verdict::Refused { error, .. } => Some(error),
            super::trace::Verdict::Passed => None,
        })
    }

    /// The response's body as JSON; `Null` when it is none.
    pub fn body(&self) -> Value {
        serde_json::from_str(&self.response.body).unwrap_or(Value::Null)
    }
}
