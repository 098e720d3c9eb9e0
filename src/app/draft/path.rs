//! Paths in a draft.

use serde_json::Value;
use std::fmt;

/// The path from the input to a value in it. It is displayed as in violations: `Options.X`, `Tags.1.Key`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Part>);

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A member of a structure.
    Member(&'static str),
    /// An element of a list, counted from 0.
    Element(usize),
    /// The JSON inside a string, such as a policy.
    Inside,
    /// A member of that JSON.
    Key(String),
}

impl Path {
    /// The path with another part at the end.
    #[must_use]
    pub fn then(&self, part: Part) -> Self {
        let mut parts = self.0.clone();
        parts.push(part);
        Self(parts)
    }

    /// The parts, outermost first.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The path to the first string with JSON inside, and the path in that JSON.
    pub fn at_inside(&self) -> Option<(Self, Self)> {
        let place = self.0.iter().position(|part| *part == Part::Inside)?;
        let (outer, inner) = self.0.split_at(place);
        Some((outer.into(), inner.get(1..)?.into()))
    }

    /// The value at the end of the path, if there is one.
    pub fn find<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(value, |value, part| match part {
            Part::Member(name) => value.get(name),
            Part::Element(index) => value.get(index),
            Part::Key(name) => value.get(name),
            Part::Inside => None,
        })
    }
}

impl From<&[Part]> for Path {
    fn from(parts: &[Part]) -> Self {
        Self(parts.to_vec())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            if index > 0 && *part != Part::Inside {
                f.write_str(".")?;
            }
            match part {
                Part::Key(name) => f.write_str(name)?,
                Part::Inside => {}
                Part::Member(name) => f.write_str(name)?,
                Part::Element(index) => write!(f, "{}", index + 1)?,
            }
        }
        Ok(())
    }
}
