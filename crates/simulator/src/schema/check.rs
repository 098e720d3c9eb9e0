//! The constraint check: every violation of a shape's bounds, in a stable order.

use super::{Bound, Kind, Shape, Vintage, Wire, primitive::read_long};
use crate::remedy::Remedy;
use serde_json::Value;

/// A value that breaks a bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The path of the value as the services' framework writes it: `options.activationOverrideBehavior`, `tags.1.member.key`.
    pub path: String,
    /// The path of the value as the request writes it: `Options.ActivationOverrideBehavior`, `Tags.1.Key`.
    pub member: String,
    /// The value as the framework repeats it; `None` if it is absent.
    pub value: Option<String>,
    /// The framework's sentence for the bound.
    pub constraint: String,
    /// The bound itself, if it is that of a number: the nearest value that satisfies it.
    pub nearest: Option<i64>,
}

/// The most violations that are collected. A message names at most ten, a form hardly shows more than these, and a request
/// with a hundred thousand wrong elements must not cost more than another one.
const MOST_VIOLATIONS: usize = 100;

/// Collects the first 100 violations: members in the model's order, a member's bounds in the order they are declared.
///
/// The order in the services' own responses is not stable; this one is.
pub fn check(shape: &'static Shape, value: &Value, vintage: Vintage) -> Vec<Violation> {
    let mut check = Check { vintage, way: Vec::new(), violations: Vec::new() };
    check.visit(shape, value);
    check.violations
}

struct Check {
    vintage: Vintage,
    /// The path from the root to the current value.
    way: Vec<Part>,
    violations: Vec<Violation>,
}

enum Part {
    Member(&'static str),
    /// The index of the element, from 1.
    Element(usize),
}

impl Check {
    fn visit(&mut self, shape: &'static Shape, value: &Value) {
        match (&shape.kind, value) {
            (Kind::Structure(_), Value::Object(object)) => {
                for member in shape.members(self.vintage) {
                    let value = object.get(member.name).unwrap_or(&Value::Null);
                    self.below(Part::Member(member.name), |check| {
                        if !value.is_null() {
                            check.visit((member.shape)(), value);
                        } else if member.is_required() {
                            check.report(None, NOT_NULL.to_owned(), None);
                        }
                    });
                }
            }
            (Kind::List(element), Value::Array(values)) => {
                for bound in shape.constraints(self.vintage).filter(|bound| !holds(bound, value)) {
                    self.report(Some(echo(value)), bound.sentence(), nearest(bound));
                }
                self.visit_elements(element(), values, value);
            }
            (Kind::Enumeration(_), Value::String(text)) => {
                if !shape.choices(self.vintage).any(|choice| choice == text) {
                    self.report(Some(text.clone()), enum_sentence(shape, self.vintage), None);
                }
            }
            (Kind::Text | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp, value) => {
                for bound in shape.constraints(self.vintage).filter(|bound| !holds(bound, value)) {
                    self.report(Some(echo(value)), bound.sentence(), nearest(bound));
                }
            }
            // `check_types` has already refused a value of another JSON type.
            (Kind::Structure(_) | Kind::List(_) | Kind::Enumeration(_), _) => {}
        }
    }

    fn visit_elements(&mut self, element: &'static Shape, values: &[Value], list: &Value) {
        match element.kind {
            Kind::Structure(_) | Kind::List(_) => {
                for (index, value) in values.iter().enumerate() {
                    self.below(Part::Element(index + 1), |check| {
                        if value.is_null() {
                            check.report(None, NOT_NULL.to_owned(), None);
                        } else {
                            check.visit(element, value);
                        }
                    });
                }
            }
            // A list of simple values is reported as a whole, with all bounds of its elements, violated or not.
            Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => {
                let vintage = self.vintage;
                let fits = |value: &Value| match (&element.kind, value) {
                    (_, Value::Null) => false,
                    (Kind::Enumeration(_), Value::String(text)) => element.choices(vintage).any(|choice| choice == text),
                    _ => element.constraints(vintage).all(|bound| holds(bound, value)),
                };
                if !values.iter().all(fits) {
                    let bounds = element_sentences(element, vintage, values.iter().any(Value::is_null));
                    self.report(Some(echo(list)), format!("Member must satisfy constraint: [{}]", bounds.join(", ")), None);
                }
            }
        }
    }

    fn below(&mut self, part: Part, visit: impl FnOnce(&mut Self)) {
        if self.violations.len() == MOST_VIOLATIONS {
            return;
        }
        self.way.push(part);
        visit(self);
        self.way.pop();
    }

    fn report(&mut self, value: Option<String>, constraint: String, nearest: Option<i64>) {
        if self.violations.len() == MOST_VIOLATIONS {
            return;
        }
        let (mut path, mut member) = (Vec::new(), Vec::new());
        for part in &self.way {
            match part {
                Part::Member(name) => {
                    path.push(lower_camel(name));
                    member.push((*name).to_owned());
                }
                Part::Element(number) => {
                    path.push(format!("{number}.member"));
                    member.push(number.to_string());
                }
            }
        }
        self.violations.push(Violation { path: path.join("."), member: member.join("."), value, constraint, nearest });
    }
}

const NOT_NULL: &str = "Member must not be null";

fn enum_sentence(shape: &Shape, vintage: Vintage) -> String {
    format!("Member must satisfy enum value set: [{}]", shape.choices(vintage).collect::<Vec<_>>().join(", "))
}

/// The bounds of an element in the message about its list: lengths before the pattern, as in responses of other services.
fn element_sentences(element: &'static Shape, vintage: Vintage, has_null: bool) -> Vec<String> {
    let is_pattern = |bound: &&Bound| matches!(bound, Bound::Pattern(_));
    let mut sentences: Vec<_> = element.constraints(vintage).filter(|bound| !is_pattern(bound)).map(Bound::sentence).collect();
    sentences.extend(element.constraints(vintage).filter(is_pattern).map(Bound::sentence));
    if matches!(element.kind, Kind::Enumeration(_)) {
        sentences.push(enum_sentence(element, vintage));
    }
    if has_null {
        sentences.push(NOT_NULL.to_owned());
    }
    sentences
}

fn nearest(bound: &Bound) -> Option<i64> {
    match bound {
        Bound::Min(number) | Bound::Max(number) => Some(*number),
        Bound::Pattern(_) | Bound::MinLength(_) | Bound::MaxLength(_) => None,
    }
}

fn holds(bound: &Bound, value: &Value) -> bool {
    let length = || match value {
        Value::String(text) => text.chars().count(),
        Value::Array(values) => values.len(),
        _ => 0,
    };
    match bound {
        Bound::Pattern(pattern) => value.as_str().is_none_or(|text| pattern.matches(text)),
        Bound::MinLength(least) => length() >= *least,
        Bound::MaxLength(most) => length() <= *most,
        Bound::Min(least) => read_long(value).is_none_or(|number| number >= *least),
        Bound::Max(most) => read_long(value).is_none_or(|number| number <= *most),
    }
}

/// How many members a remedy names.
const MOST_CORRECTED: usize = 10;

/// The remedy for violations: the members to correct, each once, at most ten.
pub fn correction(violations: &[Violation]) -> Remedy {
    let mut members: Vec<String> = Vec::new();
    for violation in violations {
        let member = format!("`{}`", violation.member);
        if members.len() < MOST_CORRECTED && !members.contains(&member) {
            members.push(member);
        }
    }
    let last = members.pop().unwrap_or_default();
    let members = if members.is_empty() { last } else { format!("{} and {last}", members.join(", ")) };
    let remedy = Remedy::from(format!("Correct {members}: see the limits at each field."));
    // Edits that leave something to correct would make no request pass.
    let nearest: Option<Vec<_>> = violations.iter().map(|violation| Some((&violation.member, violation.nearest?))).collect();
    nearest.into_iter().flatten().fold(remedy, |remedy, (member, value)| remedy.set(member, value))
}

/// A value as Java prints it: strings without quotes, lists in brackets. Integers saturate, as in the services' parser.
fn echo(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => format!("[{}]", values.iter().map(echo).collect::<Vec<_>>().join(", ")),
        Value::Number(_) => i32::read(value).map_or_else(|| value.to_string(), |number| number.to_string()),
        Value::Null | Value::Bool(_) | Value::Object(_) => value.to_string(),
    }
}

/// The framework's name for a member: its first letter in lower case.
fn lower_camel(name: &str) -> String {
    let mut name = name.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    name
}
