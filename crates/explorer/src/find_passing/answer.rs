//! The answer to what has to happen before a call passes.

use crate::correction::corrected;
use crate::frontier::{refusal_of, remedy_of};
use crate::search::{Searched, as_step, attempt, passes};
use serde::Serialize;
use serde_json::Value;
use simulator::operation::Change;
use simulator::remedy::Edit;
use simulator::session::{Act, CallStep, Input, Played, Player, Step};
use simulator::trace::Check;

/// A remedy can be refused in turn, for another reason: so often it is followed.
const REMEDIES: usize = 5;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The call passes as it is.
    Already,
    /// It passes after the steps, and after no shorter sequence of the searched steps.
    Found,
    /// It passes after none of the searched sequences.
    None,
    /// Nothing that happens before can help: the request itself is wrong, or the session's settings deny it.
    Never,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// What was found.
    pub outcome: Outcome,
    /// The call.
    #[serde(serialize_with = "as_step")]
    pub call: CallStep,
    /// The steps before the call.
    pub steps: Vec<Step>,
    /// The results of the steps and of the call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcomes: Option<Vec<StepOutcome>>,
    /// Why it is refused now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Check>,
    /// A changed call that passes instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited: Option<Edited>,
    /// How much was searched.
    pub searched: Searched,
}

/// A changed call that passes, and what is sent before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edited {
    /// What is sent before it.
    pub steps: Vec<Step>,
    /// The changed call.
    #[serde(serialize_with = "as_step")]
    pub call: CallStep,
    /// The changes of the remedies.
    pub edits: Vec<Edit>,
}

/// The result of a step, in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepOutcome {
    /// The status of the response, if a request was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// What changed.
    pub changes: Vec<Change>,
}

/// The call that the remedies of a refused call lead to, if it passes.
pub(super) fn edited(player: &Player, call: &CallStep) -> Option<Edited> {
    let (mut call, mut edits, mut before) = (call.clone(), Vec::new(), Vec::new());
    for _ in 0..REMEDIES {
        let mut player = player.clone();
        for step in &before {
            player.step(step).ok().filter(passes)?;
        }
        let (_, result) = attempt(&player, &Step::new(Act::Call(call.clone())))?;
        if passes(&result) {
            return Some(Edited { steps: before, call, edits });
        }
        let remedy = remedy_of(refusal_of(&result)?)?;
        let input: Value = match &call.input {
            Input::Value(value) => value.clone(),
            Input::Text(text) => serde_json::from_str(text).ok()?,
        };
        if remedy.edits.is_empty() {
            return None;
        }
        let mut calls = corrected(&call, remedy, input);
        call = calls.pop()?;
        before.extend(calls.into_iter().map(|call| Step::new(Act::Call(call))));
        edits.extend(remedy.edits.iter().cloned());
    }
    None
}

/// The results of steps and of a call after them.
pub(super) fn replay(player: &Player, steps: &[Step], call: &Step) -> Vec<StepOutcome> {
    let mut player = player.clone();
    let result = steps.iter().chain([call]).filter_map(|step| player.step(step).ok());
    let outcome = |result: Played| StepOutcome {
        status: result.exchange().map(|exchange| exchange.response.status),
        changes: result.changes().to_vec(),
    };
    result.map(outcome).collect()
}
