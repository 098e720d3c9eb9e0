//! The bounds of an operation's members as a table, with what differs between editions of the API model.

use super::form::{hints, kind_name};
use crate::service::Operation;
use crate::service::schema::{Kind, Member, Shape, Vintage};

/// A row: a member, nested ones included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place: `Options.DesiredStatus`, `Tags[].Key`.
    pub member: String,
    /// What it holds.
    pub kind: String,
    /// Whether it is required.
    pub required: bool,
    /// Its bounds in the session's edition, each in a few words.
    pub bounds: Vec<String>,
    /// What is different in the other editions, each in a sentence.
    pub differences: Vec<String>,
}

/// The rows of an operation's input: every member any edition has.
pub fn rows(operation: &Operation, vintage: Vintage) -> Vec<Row> {
    let mut rows = Vec::new();
    collect((operation.input)(), "", vintage, &mut rows, 0);
    rows
}

/// The model nests a few levels; a shape that held itself would end here.
const DEEPEST: usize = 6;

fn collect(shape: &'static Shape, prefix: &str, vintage: Vintage, rows: &mut Vec<Row>, depth: usize) {
    let Kind::Structure(members) = shape.kind else { return };
    if depth > DEEPEST {
        return;
    }
    for member in members {
        let shape = (member.shape)();
        let name = format!("{prefix}{}", member.name);
        rows.push(Row {
            kind: kind_name(shape),
            required: member.required,
            bounds: bounds(shape, vintage),
            differences: differences(member, vintage),
            member: name.clone(),
        });
        match shape.kind {
            Kind::Structure(_) => collect(shape, &format!("{name}."), vintage, rows, depth + 1),
            Kind::List(element) => collect(element(), &format!("{name}[]."), vintage, rows, depth + 1),
            Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => {}
        }
    }
}

fn bounds(shape: &'static Shape, vintage: Vintage) -> Vec<String> {
    let mut bounds = hints(shape, vintage);
    let values = match shape.kind {
        Kind::List(element) => element(),
        _ => shape,
    };
    let choices: Vec<_> = values.choices(vintage).collect();
    if !choices.is_empty() {
        bounds.push(format!("one of {}", choices.join(", ")));
    }
    bounds
}

fn differences(member: &Member, vintage: Vintage) -> Vec<String> {
    let shape = (member.shape)();
    let here = bounds(shape, vintage);
    let is_here = member.vintages.contains(vintage);
    let mut differences = Vec::new();
    if !is_here {
        differences.push(format!("not in {}", vintage.name()));
    }
    for other in Vintage::ALL.into_iter().filter(|other| *other != vintage) {
        if !member.vintages.contains(other) {
            if is_here {
                differences.push(format!("not in {}", other.name()));
            }
            continue;
        }
        if !is_here {
            differences.push(format!("in {}", other.name()));
            continue;
        }
        let there = bounds(shape, other);
        if there != here {
            let new: Vec<_> = there.iter().filter(|bound| !here.contains(bound)).cloned().collect();
            let text = if new.is_empty() { "fewer bounds".to_owned() } else { new.join("; ") };
            differences.push(format!("{}: {text}", other.name()));
        }
    }
    differences
}
