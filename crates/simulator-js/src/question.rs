//! Converts the arguments of the searches, or returns a sentence that says what is wrong.

use super::argument::{self, Misuse};
use explorer::resource::Resource;
use explorer::{find_passing, passes, vectors};
use serde_json::{Map, Value};
use simulator::json::Json;
use simulator::session::{Act, CallStep, Step};
use simulator::value::{AccountId, Region};
use simulator::{Operation, Simulator, index};
use wasm_bindgen::JsValue;

/// What a search looks for.
pub(super) enum Question {
    /// What passes.
    Passes(passes::Options),
    /// What has to happen before a call passes.
    FindPassing(CallStep, find_passing::Options),
    /// What states a resource can reach.
    Reachable(Resource, Option<usize>),
}

const CALL_ADVICE: &str =
    "a call must be an object such as `{ as: \"111122223333\", operation: \"license-manager:ListLicenses\", input: {} }`";

const QUESTION_ADVICE: &str = "a question must be an object such as `{ reachable: \"arn:aws:license-manager::111122223333:grant:g-…\" }`";

/// A question: one of `passes`, `findPassing` and `reachable`.
pub(super) fn question(value: &JsValue, simulator: &Simulator) -> Result<Question, Misuse> {
    let mut members: Map<String, Value> = argument::read("a question", value, QUESTION_ADVICE)?;
    let mut take = |name: &str| members.shift_remove(name);
    let (passes, call, resource) = (take("passes"), take("findPassing"), take("reachable"));
    match (passes, call, resource) {
        (Some(Value::Object(options)), None, None) => {
            Options::new(members, &[])?;
            passes_of(options, simulator).map(Question::Passes)
        }
        (None, Some(call), None) => Ok(Question::FindPassing(call_of(&call)?, limits_of(members)?)),
        (None, None, Some(Value::String(resource))) => {
            let tries = Options::new(members, &["tries"])?.count("tries")?;
            Ok(Question::Reachable(resource_of(&resource, simulator)?, tries))
        }
        _ => Err(Misuse::Type(
            "a question must have `passes` (an object), `findPassing` (a call) or `reachable` (a resource), and not two of them".to_owned(),
        )),
    }
}

/// The options of `passes()`.
pub(super) fn passes(value: &JsValue, simulator: &Simulator) -> Result<passes::Options, Misuse> {
    passes_of(members(value)?, simulator)
}

/// A call.
pub(super) fn call(value: &JsValue) -> Result<CallStep, Misuse> {
    call_of(&argument::read("a call", value, CALL_ADVICE)?)
}

/// The options of `findPassing()`.
pub(super) fn limits(value: &JsValue) -> Result<find_passing::Options, Misuse> {
    limits_of(members(value)?)
}

/// A resource.
pub(super) fn resource(value: &JsValue, simulator: &Simulator) -> Result<Resource, Misuse> {
    resource_of(&argument::text(value, || "a resource must be a string".to_owned())?, simulator)
}

/// The options of `reachable()`.
pub(super) fn tries(value: &JsValue) -> Result<Option<usize>, Misuse> {
    Options::new(members(value)?, &["tries"])?.count("tries")
}

/// An operation.
pub(super) fn operation(value: &JsValue) -> Result<&'static Operation, Misuse> {
    operation_of(&argument::text(value, || "an operation must be a string".to_owned())?)
}

/// The options of `vectors()`.
pub(super) fn sender(value: &JsValue) -> Result<vectors::Options, Misuse> {
    let options = Options::new(members(value)?, &["as", "region"])?;
    let account = options.texts("as")?.and_then(|texts| texts.into_iter().next()).map(|text| account_of(&text)).transpose()?;
    let region = options.texts("region")?.and_then(|texts| texts.into_iter().next());
    let region = region.map(|text| text.parse::<Region>().map_err(Misuse::Value)).transpose()?;
    Ok(vectors::Options { account, region, refresh_token: None })
}

fn passes_of(members: Map<String, Value>, simulator: &Simulator) -> Result<passes::Options, Misuse> {
    let options = Options::new(members, &["resource", "accounts", "operations", "tries"])?;
    let resource = options.texts("resource")?.and_then(|texts| texts.into_iter().next());
    let accounts = options.texts("accounts")?.map(|texts| texts.iter().map(|text| account_of(text)).collect()).transpose()?;
    let operations = options.texts("operations")?.map(|texts| texts.iter().map(|text| operation_of(text)).collect()).transpose()?;
    Ok(passes::Options {
        resource: resource.map(|id| resource_of(&id, simulator)).transpose()?,
        accounts,
        operations,
        tries: options.count("tries")?,
        refresh_token: None,
    })
}

fn call_of(value: &Value) -> Result<CallStep, Misuse> {
    let step = Step::read(value).map_err(|error| Misuse::Type(format!("a call cannot be read: {error}; {CALL_ADVICE}")))?;
    match step.act {
        Act::Call(call) => Ok(call),
        Act::Request(_) | Act::Advance(_) | Act::Settle | Act::Change(_) => Err(Misuse::Type(CALL_ADVICE.to_owned())),
    }
}

fn limits_of(members: Map<String, Value>) -> Result<find_passing::Options, Misuse> {
    let options = Options::new(members, &["depth", "tries"])?;
    Ok(find_passing::Options { depth: options.count("depth")?, tries: options.count("tries")?, refresh_token: None })
}

fn resource_of(id: &str, simulator: &Simulator) -> Result<Resource, Misuse> {
    let sentence =
        || format!("there is no resource `{id}` in the session; use the ARN of one, the token of a checkout, or the ID of a refresh token");
    Resource::find(id, simulator).ok_or_else(|| Misuse::Value(sentence()))
}

fn account_of(text: &str) -> Result<AccountId, Misuse> {
    text.parse().map_err(Misuse::Value)
}

fn operation_of(name: &str) -> Result<&'static Operation, Misuse> {
    let sentence = || format!("there is no operation `{name}`; use one such as `license-manager:CreateGrant`");
    index::find(name).ok_or_else(|| Misuse::Value(sentence()))
}

/// The members of optional options.
fn members(value: &JsValue) -> Result<Map<String, Value>, Misuse> {
    if value.is_undefined() || value.is_null() {
        return Ok(Map::new());
    }
    argument::read("the options", value, "options must be an object such as `{ tries: 1000 }`")
}

/// Options by their names.
struct Options(Map<String, Value>);

impl Options {
    /// The options, if each of them has one of these names.
    fn new(members: Map<String, Value>, names: &[&str]) -> Result<Self, Misuse> {
        let Some(unknown) = members.keys().find(|name| !names.contains(&name.as_str())) else { return Ok(Self(members)) };
        let names = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let known = if names.is_empty() { "there are none here".to_owned() } else { format!("the options are {names}") };
        Err(Misuse::Type(format!("there is no option `{unknown}`; {known}")))
    }

    /// A whole number from 1.
    fn count(&self, name: &str) -> Result<Option<usize>, Misuse> {
        let Some(value) = self.0.get(name) else { return Ok(None) };
        let count = value.as_f64().and_then(argument::whole).filter(|count| *count > 0);
        let sentence = || format!("the option `{name}` must be a whole number from 1, not `{value}`");
        count.map(Some).ok_or_else(|| Misuse::Type(sentence()))
    }

    /// A string, or a list of strings.
    fn texts(&self, name: &str) -> Result<Option<Vec<String>>, Misuse> {
        let wrong = || Misuse::Type(format!("the option `{name}` must consist of strings"));
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(vec![text.clone()])),
            Some(Value::Array(values)) => {
                let texts = values.iter().map(|value| value.as_str().map(str::to_owned).ok_or_else(wrong));
                texts.collect::<Result<_, _>>().map(Some)
            }
            Some(_) => Err(wrong()),
        }
    }
}
