//! A step of a session.

use super::{Expectation, Question};
use crate::http::Request;
use crate::index;
use crate::intervention::Intervention;
use crate::json::{Json, JsonError, record, through_json};
use crate::operation::Operation;
use crate::value::{AccountId, Region};
use serde_json::Value;

/// A step: an act with an optional note and an optional expectation.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// A name to which later steps can refer: `${name.GrantArn}` is a member of this step's response.
    pub name: Option<String>,
    /// What it shows, in Markdown.
    pub note: Option<String>,
    /// The question that a lesson asks about it.
    pub question: Option<Question>,
    /// The IDs of what it creates, in this order: `l-…` for a license, `g-…` for a grant, and any other one for a resource share or
    /// an invitation. What has no ID here gets a new one.
    pub ids: Vec<String>,
    /// What the step does.
    pub act: Act,
    /// The expected response.
    pub expect: Option<Expectation>,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Calls an operation as a client would.
    Call(CallStep),
    /// Sends an HTTP request.
    Request(Request),
    /// Moves the clock forward by seconds.
    Advance(u32),
    /// Ends all asynchronous work.
    Settle,
    /// Changes the world from outside.
    Change(Intervention),
}

/// A call of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct CallStep {
    /// The acting account.
    pub account: AccountId,
    /// The Region.
    pub region: Region,
    /// The operation. In JSON it is an IAM action (`ram:CreatePermission`), or a name that only one service has.
    pub operation: &'static Operation,
    /// The members.
    pub input: Input,
    /// The error to inject, if any.
    pub fault: Option<String>,
}

/// The members of a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// As JSON. Strings can refer to earlier responses.
    Value(Value),
    /// As the text to send, letter for letter.
    Text(String),
}

impl Step {
    /// A step of which only the act is known.
    pub fn new(act: Act) -> Self {
        Self { name: None, note: None, question: None, ids: Vec::new(), act, expect: None }
    }
}

/// A step as JSON writes it: its members determine what it does.
#[derive(Default)]
struct RawStep {
    name: Option<String>,
    note: Option<String>,
    question: Option<Question>,
    ids: Option<Vec<String>>,
    account: Option<AccountId>,
    region: Option<Region>,
    operation: Option<String>,
    input: Option<Value>,
    text: Option<String>,
    fault: Option<String>,
    request: Option<Request>,
    advance: Option<u32>,
    settle: Option<bool>,
    change: Option<Intervention>,
    expect: Option<Expectation>,
}

record! { sparse RawStep, |_| Self::default(), {
    name = "name",
    note = "note",
    question = "question",
    ids = "ids",
    account = "as",
    region = "region",
    operation = "operation",
    input = "input",
    text = "text",
    fault = "fault",
    request = "request",
    advance = "advance",
    settle = "settle",
    change = "change",
    expect = "expect",
} }

impl Json for Step {
    fn read(value: &Value) -> Result<Self, JsonError> {
        RawStep::read(value)?.try_into().map_err(|sentence: String| JsonError::new(sentence))
    }

    fn write(&self) -> Value {
        RawStep::from(self.clone()).write()
    }
}

through_json!(Step);

impl TryFrom<RawStep> for Step {
    type Error = String;

    fn try_from(raw: RawStep) -> Result<Self, Self::Error> {
        let RawStep { name, note, question, ids, account, region, operation, input, text, fault, request, advance, settle, change, expect } =
            raw;
        let is_call = account.is_some() || region.is_some() || operation.is_some() || input.is_some() || text.is_some() || fault.is_some();
        let mut acts = Vec::new();
        if is_call {
            let name = operation.ok_or("a call needs `operation`, for example `ram:CreatePermission`")?;
            let operation = index::find(&name)
                .ok_or_else(|| format!("there is no operation `{name}`; use one such as `license-manager:CreateGrant`"))?;
            let account = account.ok_or("a call needs `as`, the acting account's twelve digits")?;
            let input = match (input, text) {
                (Some(_), Some(_)) => return Err("a call has `input` or `text`, not both".to_owned()),
                (Some(value), None) => Input::Value(value),
                (None, Some(text)) => Input::Text(text),
                (None, None) => Input::Value(Value::Object(serde_json::Map::new())),
            };
            acts.push(Act::Call(CallStep { account, region: region.unwrap_or_default(), operation, input, fault }));
        }
        acts.extend(request.map(Act::Request));
        acts.extend(advance.map(Act::Advance));
        acts.extend(settle.filter(|settle| *settle).map(|_| Act::Settle));
        acts.extend(change.map(Act::Change));
        match (acts.pop(), acts.is_empty()) {
            (Some(act), true) => Ok(Self { name, note, question, ids: ids.unwrap_or_default(), act, expect }),
            _ => Err("a step does one thing: a call (`as`, `operation`, `input`), `request`, `advance`, `settle` or `change`".to_owned()),
        }
    }
}

impl From<Step> for RawStep {
    fn from(step: Step) -> Self {
        let ids = Some(step.ids).filter(|ids| !ids.is_empty());
        let mut raw = Self { name: step.name, note: step.note, question: step.question, ids, expect: step.expect, ..Self::default() };
        match step.act {
            Act::Call(call) => {
                raw.account = Some(call.account);
                raw.region = Some(call.region);
                raw.operation = Some(call.operation.action());
                raw.fault = call.fault;
                match call.input {
                    // In a file, `"input": null` is no input.
                    Input::Value(Value::Null) => raw.text = Some(Value::Null.to_string()),
                    Input::Value(value) => raw.input = Some(value),
                    Input::Text(text) => raw.text = Some(text),
                }
            }
            Act::Request(request) => raw.request = Some(request),
            Act::Advance(seconds) => raw.advance = Some(seconds),
            Act::Settle => raw.settle = Some(true),
            Act::Change(change) => raw.change = Some(change),
        }
        raw
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_body_of_null_is_not_a_body_without_members() {
        let call = |input| CallStep {
            account: "111122223333".parse().unwrap(),
            region: Region::default(),
            operation: index::find("license-manager:CreateLicense").unwrap(),
            input,
            fault: None,
        };
        let step = Step::new(Act::Call(call(Input::Value(Value::Null))));
        assert_eq!(step.write()["text"], json!("null"));
        assert_eq!(Step::read(&step.write()), Ok(Step::new(Act::Call(call(Input::Text("null".into()))))));
    }
}
