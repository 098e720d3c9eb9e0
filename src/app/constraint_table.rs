//! The constraints of an operation's members as a table, with the differences between the editions of the API model.

use super::form::{hints, kind_name};
use simulator::Operation;
use simulator::schema::{Kind, Member, Shape, Vintage};

/// A row: a member, nested ones included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place: `Options.DesiredStatus`, `Tags[].Key`.
    pub member: String,
    /// Its type.
    pub kind: String,
    /// Whether it is required.
    pub required: bool,
    /// Its constraints in the session's edition, each in a few words.
    pub bounds: Vec<String>,
    /// The differences in the other editions, one text per edition.
    pub differences: Vec<String>,
}

/// The rows of an operation's input: every member any edition has.
pub fn rows(operation: &Operation, vintage: Vintage) -> Vec<Row> {
    let mut rows = Vec::new();
    collect((operation.input)(), "", vintage, &mut rows, 0);
    rows
}

/// The model nests only a few levels. This limit ends the recursion if a shape ever contains itself.
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
            required: member.is_required(),
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
    let choices = choices(shape, vintage);
    if !choices.is_empty() {
        bounds.push(format!("one of {}", choices.join(", ")));
    }
    bounds
}

/// The values of an enumeration, or of the elements of a list.
fn choices(shape: &'static Shape, vintage: Vintage) -> Vec<String> {
    let values = match shape.kind {
        Kind::List(element) => element(),
        _ => shape,
    };
    values.choices(vintage).map(str::to_owned).collect()
}

/// The differences in each other edition, the oldest one first.
fn differences(member: &Member, vintage: Vintage) -> Vec<String> {
    let shape = (member.shape)();
    let is_here = member.vintages.contains(vintage);
    let mut differences = Vec::new();
    if !is_here {
        differences.push(format!("{}: not available", vintage.name()));
    }
    for other in Vintage::ALL.into_iter().filter(|other| *other != vintage) {
        match (is_here, member.vintages.contains(other)) {
            (false, false) => {}
            (true, false) => differences.push(format!("{}: not available", other.name())),
            (false, true) => differences.push(format!("{}: available", other.name())),
            (true, true) => {
                let (here, there) = (hints(shape, vintage), hints(shape, other));
                let (new, gone) = (beyond(&there, &here), beyond(&here, &there));
                let (here, there) = (choices(shape, vintage), choices(shape, other));
                let (more, fewer) = (beyond(&there, &here).join(", "), beyond(&here, &there).join(", "));
                // If another constraint replaces this one, naming the new one is enough.
                let gone = if new.is_empty() { gone.join("; ") } else { String::new() };
                let parts = [("", new.join("; ")), ("without the constraint: ", gone), ("adds ", more), ("lacks ", fewer)];
                let parts: Vec<_> = parts.iter().filter(|(_, text)| !text.is_empty()).map(|(word, text)| format!("{word}{text}")).collect();
                if !parts.is_empty() {
                    differences.push(format!("{}: {}", other.name(), parts.join("; ")));
                }
            }
        }
    }
    differences
}

/// The texts that are in `one` and not in `other`.
fn beyond(one: &[String], other: &[String]) -> Vec<String> {
    one.iter().filter(|text| !other.contains(text)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use simulator::index;

    fn differences_of(operation: &str, member: &str, vintage: Vintage) -> Vec<String> {
        let rows = rows(index::find(operation).unwrap(), vintage);
        rows.into_iter().find(|row| row.member == member).unwrap().differences
    }

    #[test]
    fn what_differs_between_the_editions_is_told_by_member() {
        let cases: &[(&str, Vintage, &[&str])] = &[
            ("ClientToken", Vintage::Year2023, &[]),
            ("ClientToken", Vintage::Early, &[]),
            (
                "AllowedOperations",
                Vintage::Year2023,
                &[
                    "early: 1 to 7 elements; lacks BatchCreateLicenseUsageRecords",
                    "2026: adds ListReceivedLicenses; lacks BatchCreateLicenseUsageRecords",
                ],
            ),
            ("GrantType", Vintage::Year2023, &["2023: not available", "2026: available"]),
            ("GrantType", Vintage::Year2026, &["early: not available", "2023: not available"]),
            ("HomeRegion", Vintage::Year2023, &[]),
        ];
        for (member, vintage, expected) in cases {
            assert_eq!(differences_of("CreateGrant", member, *vintage), *expected, "{member} in {}", vintage.name());
        }
    }
}
