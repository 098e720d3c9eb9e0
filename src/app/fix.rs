//! The fix of a refused request: what the remedy changes, and what the service answers then.

use super::response::{result, status_line};
use super::timeline::Timeline;
use explorer::correction::corrected;
use serde_json::Value;
use simulator::remedy::Edit;
use simulator::session::{Act, CallStep};
use simulator::trace::Verdict;

/// A value that is longer than this is cut in the list of changes: characters.
const LONGEST: usize = 60;

/// The fix of the refused request at the selected point.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// The changes, each as a short sentence.
    pub changes: Vec<String>,
    /// The calls to send. The corrected request is the last one.
    pub calls: Vec<CallStep>,
    /// The response to the corrected request: `200 OK`, `400 ValidationException`.
    pub response: String,
    /// Whether the corrected request succeeds.
    pub succeeds: bool,
}

impl Fix {
    /// The fix, if the simulator knows one. The calls are tried on a copy of the session.
    pub fn of(timeline: &Timeline) -> Option<Self> {
        let entry = timeline.current()?;
        let Act::Call(sent) = &entry.step.act else { return None };
        let check = entry.played.exchange()?.trace.refusal()?;
        let Verdict::Refused { remedy, .. } = &check.verdict else { return None };
        if remedy.edits.is_empty() {
            return None;
        }
        let calls = corrected(sent, remedy, serde_json::from_str(&entry.sent_text()?).ok()?);
        let played = timeline.try_calls(&calls).ok()?;
        let response = played.last()?;
        let response = if response.refusal().is_some() { result(response) } else { status_line(response.response.status) };
        Some(Self {
            changes: remedy.edits.iter().map(|edit| words(edit, timeline)).collect(),
            succeeds: played.iter().all(|exchange| exchange.refusal().is_none()),
            calls,
            response,
        })
    }
}

fn words(edit: &Edit, timeline: &Timeline) -> String {
    match edit {
        Edit::Set { member, value } => format!("Set `{member}` to `{}`.", excerpt(value)),
        Edit::Omit { member } => format!("Omit `{member}`."),
        Edit::Account(account) => format!("Send the request as {}.", timeline.account_name(account)),
        Edit::Region(region) => format!("Send the request to the Region `{region}`."),
        Edit::First { operation, account, .. } => {
            let name = operation.rsplit(':').next().unwrap_or_default();
            let sender = account.as_ref().map(|account| format!(" as {}", timeline.account_name(account))).unwrap_or_default();
            format!("First send `{name}`{sender}.")
        }
    }
}

fn excerpt(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}
