//! A draft as a form: a field for each member of the operation's input, with its constraints and their current violations.

mod build;
mod field;
mod hint;

pub use field::{Control, Field, id_of};
pub use hint::{hints, kind_name, short_hints};

use super::completions::Candidates;
use super::draft::{Composer, InvalidJson, parse};
use build::Builder;
use serde_json::Value;
use simulator::Simulator;
use simulator::operation::Location;
use simulator::schema::{check, check_types};

/// A draft as a form shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The fields, or why the text cannot be shown as fields.
    pub fields: Result<Vec<Field>, NotEditable>,
    /// Members that the API model does not have. The service ignores them.
    pub unknown: Vec<String>,
    /// Why the text is not a JSON object, in a sentence. The service refuses such a text as a whole.
    pub problem: Option<String>,
    /// Every violated constraint, in the order in which the service reports them.
    pub violations: Vec<FieldViolation>,
}

/// Why a draft cannot be shown as fields. The draft keeps its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotEditable {
    /// The text is not JSON.
    InvalidJson(InvalidJson),
    /// The JSON is not an object.
    NotAnObject,
}

impl NotEditable {
    /// What is wrong with the text, in a sentence.
    pub fn problem(&self) -> String {
        match self {
            Self::InvalidJson(error) => not_json(error),
            Self::NotAnObject => "The text is valid JSON, but not a JSON object.".to_owned(),
        }
    }
}

const EMPTY: &str = "The text is empty. An empty text is not valid JSON.";

fn not_json(error: &InvalidJson) -> String {
    format!("The text is not valid JSON: {} at line {}, column {}.", error.message, error.line, error.column)
}

/// A value that violates a constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldViolation {
    /// The path of the value as the request spells it: `Options.ActivationOverrideBehavior`.
    pub member: String,
    /// The service's message about it.
    pub text: String,
}

impl Form {
    /// The form of the chosen operation's draft, in the world of a simulator.
    pub fn of(composer: &Composer, simulator: &Simulator) -> Self {
        let world = simulator.world();
        let shape = (composer.operation.input)();
        let value = match parse(&composer.draft().text) {
            Ok(value @ Value::Object(_)) => value,
            Ok(_) => return Self::unshowable(NotEditable::NotAnObject),
            Err(error) => return Self::unshowable(NotEditable::InvalidJson(error)),
        };
        let draft = composer.draft();
        // The form shows empty text as an empty object. As a body it is not valid JSON.
        let is_empty = draft.text.trim().is_empty();
        let problem = (is_empty && composer.operation.location == Location::Body).then(|| EMPTY.to_owned());
        let violations = if problem.is_some() { Vec::new() } else { violations(composer, &value, simulator) };
        let candidates = Candidates { simulator, input: shape, draft: &value, vintage: world.vintage };
        let unknown = value
            .as_object()
            .into_iter()
            .flat_map(|members| members.keys())
            .filter(|name| shape.members(world.vintage).all(|member| member.name != name.as_str()));
        let builder = Builder { vintage: world.vintage, violations: &violations, candidates, touched: draft.touched };
        Self { unknown: unknown.cloned().collect(), fields: Ok(builder.members(shape, &value)), problem, violations }
    }

    fn unshowable(reason: NotEditable) -> Self {
        let problem = Some(reason.problem());
        Self { fields: Err(reason), unknown: Vec::new(), problem, violations: Vec::new() }
    }
}

/// The service's messages about the members: the first value of a wrong JSON type, or every violated constraint.
fn violations(composer: &Composer, value: &Value, simulator: &Simulator) -> Vec<FieldViolation> {
    let world = simulator.world();
    let shape = (composer.operation.input)();
    if let Err(error) = check_types(shape, value, world.vintage) {
        return vec![FieldViolation { member: error.path, text: error.message }];
    }
    let violations = check(shape, value, world.vintage);
    violations
        .iter()
        .map(|violation| FieldViolation {
            member: violation.member.clone(),
            text: (composer.operation.service.sentence)(violation, &world.settings),
        })
        .collect()
}
