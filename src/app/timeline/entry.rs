//! A step and what came of it.

use crate::app::{prefill, response};
use simulator::Intervention;
use simulator::json::{Json, indented};
use simulator::operation::Operation;
use simulator::session::{Act, Played, Player, Step};
use simulator::value::{AccountId, Timestamp};
use simulator::world::Settings;

/// A step of the session on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The step.
    pub step: Step,
    /// What came of it.
    pub played: Played,
    /// The session's time when it ran.
    pub at: Timestamp,
    /// The state after it.
    pub(super) after: Player,
}

/// The outcome of a step, which is shown as a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A call succeeded.
    Success,
    /// A call was refused.
    Refused,
    /// The clock, the asynchronous work or the world was changed.
    Changed,
}

impl Entry {
    /// What was done, in a few words.
    pub fn title(&self) -> String {
        match &self.step.act {
            Act::Call(call) => call.operation.name.to_owned(),
            Act::Request(request) => {
                self.operation().map_or_else(|| format!("{} {}", request.method, request.path()), |operation| operation.name.to_owned())
            }
            Act::Advance(seconds) => format!("Clock {}", forward(*seconds)),
            Act::Settle => "Background work finished".to_owned(),
            Act::Change(intervention) => describe(intervention),
        }
    }

    /// What came of it, in a few words: `200`, `400 ValidationException`, `2 changes`.
    pub fn result(&self) -> String {
        match &self.played {
            Played::Exchange { exchange, .. } => response::result(exchange),
            Played::Changes(changes) => match changes.len() {
                0 => String::new(),
                1 => "1 change".to_owned(),
                many => format!("{many} changes"),
            },
        }
    }

    /// How it ended.
    pub fn outcome(&self) -> Outcome {
        match &self.played {
            Played::Exchange { exchange, .. } if exchange.refusal().is_some() => Outcome::Refused,
            Played::Exchange { .. } => Outcome::Success,
            Played::Changes(_) => Outcome::Changed,
        }
    }

    /// The step as the session keeps it.
    pub fn step_text(&self) -> String {
        indented(&self.step.write())
    }

    /// Who acted, if somebody did.
    pub fn account(&self) -> Option<&AccountId> {
        match &self.step.act {
            Act::Call(call) => Some(&call.account),
            Act::Request(_) => self.played.exchange()?.caller.as_ref().map(|caller| &caller.account),
            Act::Advance(_) | Act::Settle | Act::Change(_) => None,
        }
    }

    /// The members that were sent, as a draft's text.
    pub fn sent_text(&self) -> Option<String> {
        Some(prefill::sent_text(self.operation()?, &self.played.exchange()?.request))
    }

    /// The operation that was called, if one was.
    pub fn operation(&self) -> Option<&'static Operation> {
        match &self.step.act {
            Act::Call(call) => Some(call.operation),
            Act::Request(_) => self.played.exchange()?.operation,
            Act::Advance(_) | Act::Settle | Act::Change(_) => None,
        }
    }
}

impl Outcome {
    /// The mark's text.
    pub fn label(self) -> &'static str {
        match self {
            Self::Success => "succeeded",
            Self::Refused => "refused",
            Self::Changed => "changed",
        }
    }

    /// The mark's tone, as the styles name it.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Success => "good",
            Self::Refused => "bad",
            Self::Changed => "quiet",
        }
    }
}

/// `+1 h`, `+90 s`.
fn forward(seconds: u32) -> String {
    for (unit, length) in [("d", 86_400), ("h", 3600), ("min", 60)] {
        if seconds >= length && seconds.is_multiple_of(length) {
            return format!("+{} {unit}", seconds / length);
        }
    }
    format!("+{seconds} s")
}

fn describe(intervention: &Intervention) -> String {
    match intervention {
        Intervention::Account(account) => format!("Account {} changed", account.id),
        Intervention::Organization(organization) => format!("Organization {} changed", organization.id),
        Intervention::Settings(settings) => {
            let labels: Vec<_> =
                Settings::ALL.iter().filter(|setting| settings.contains_key(setting.name)).map(|setting| setting.label).collect();
            format!("Setting changed: {}", labels.join(", "))
        }
        Intervention::Share(placement) => format!("Permission added to share {}", placement.name),
        Intervention::Resource(placement) => {
            let kind = placement.resource_type.as_deref().unwrap_or("Resource");
            let what = if placement.deleted == Some(true) { "deleted" } else { "created" };
            format!("{kind} {} {what}", placement.name.as_deref().or(placement.arn.as_deref()).unwrap_or_default())
        }
        Intervention::ResourcePolicy(written) if written.is_empty() => format!("Policy of {} removed", written.resource_arn),
        Intervention::ResourcePolicy(written) => format!("Policy of {} edited", written.resource_arn),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_in_their_largest_whole_unit() {
        for (seconds, text) in [(60, "+1 min"), (90, "+90 s"), (7200, "+2 h"), (86_400, "+1 d"), (0, "+0 s")] {
            assert_eq!(forward(seconds), text);
        }
    }
}
