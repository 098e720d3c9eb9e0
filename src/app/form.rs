//! A draft as a form: a field for each member of the operation's input, with its constraints and their current violations.

mod build;
mod field;
mod hint;
pub mod moment;
mod template;

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
    /// Those of them that look like a member of the model, each with that member.
    pub nearest: Vec<(String, &'static str)>,
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
        let unknown: Vec<String> = unknown.cloned().collect();
        let known = |name: &String| nearest(name, shape.members(world.vintage).map(|member| member.name));
        let nearest = unknown.iter().filter_map(|name| Some((name.clone(), known(name)?))).collect();
        Self { unknown, nearest, fields: Ok(builder.members(shape, &value)), problem, violations }
    }

    fn unshowable(reason: NotEditable) -> Self {
        let problem = Some(reason.problem());
        Self { fields: Err(reason), unknown: Vec::new(), nearest: Vec::new(), problem, violations: Vec::new() }
    }
}

/// The name that an unknown name most resembles: the same letters in another case, or a typing mistake or two.
fn nearest(unknown: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let distances = known.map(|name| (distance(&unknown.to_ascii_lowercase(), &name.to_ascii_lowercase()), name));
    distances.min().filter(|(distance, name)| *distance <= name.len() / 4).map(|(_, name)| name)
}

/// How many letters have to be inserted, removed or replaced to get from one text to the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        for (cell, expected) in row.iter_mut().skip(1).zip(other.chars()) {
            let best = (*cell + 1).min(left + 1).min(diagonal + usize::from(letter != expected));
            diagonal = std::mem::replace(cell, best);
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelled_member_is_recognized() {
        let known = || ["GrantName", "LicenseArn", "Principals"].into_iter();
        for (unknown, expected) in [
            ("grantName", Some("GrantName")),
            ("LicenceArn", Some("LicenseArn")),
            ("Principal", Some("Principals")),
            ("Mine", None),
            ("", None),
        ] {
            assert_eq!(nearest(unknown, known()), expected, "{unknown}");
        }
        assert_eq!((distance("kitten", "sitting"), distance("", "abc"), distance("abc", "abc")), (3, 3, 0));
    }
}
