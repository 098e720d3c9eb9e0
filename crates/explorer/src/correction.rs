//! The calls that a remedy leads to: the corrected call, and what must be sent before it.

use serde_json::Value;
use simulator::index;
use simulator::remedy::{Edit, Remedy};
use simulator::session::{CallStep, Input};

/// The calls to send instead of a refused one, which had this input: those that come first, and at the end the corrected call.
pub fn corrected(sent: &CallStep, remedy: &Remedy, mut input: Value) -> Vec<CallStep> {
    remedy.apply_to(&mut input);
    let mut call = CallStep { input: Input::Value(input), fault: None, ..sent.clone() };
    for edit in &remedy.edits {
        match edit {
            Edit::Account(account) => call.account = account.clone(),
            Edit::Region(region) => call.region = region.clone(),
            Edit::Set { .. } | Edit::Omit { .. } | Edit::First { .. } => {}
        }
    }
    let mut calls: Vec<CallStep> = remedy.edits.iter().filter_map(|edit| first(edit, &call)).collect();
    calls.push(call);
    calls
}

/// The call that must be sent before another one.
pub(crate) fn first(edit: &Edit, before: &CallStep) -> Option<CallStep> {
    let Edit::First { operation, account, input } = edit else { return None };
    Some(CallStep {
        account: account.clone().unwrap_or_else(|| before.account.clone()),
        region: before.region.clone(),
        operation: index::find(operation)?,
        input: Input::Value(input.clone()),
        fault: None,
    })
}
