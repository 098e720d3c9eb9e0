//! Reading and writing the JSON of sessions.
//!
//! One declaration of a type gives both. Unlike derived readers, these readers are not generic over the source of the JSON, so
//! that the page's module contains each reader once. Snapshots and the JavaScript API use the same readers through serde.

#[macro_use]
mod macros;
mod primitive;
mod surrogates;
#[cfg(test)]
mod tests;

use super::value::excerpt;
use serde_json::{Map, Value};
use std::fmt;

/// A value of a session.
pub trait Json: Sized {
    /// Reads the value. The error says what is wrong.
    fn read(value: &Value) -> Result<Self, JsonError>;

    /// Writes the value.
    fn write(&self) -> Value;

    /// The value of a missing member; `None` unless the type can be missing.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether the value can be omitted.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A type whose values have names, or a number.
pub trait Choices {
    /// The names, in order. A number has none.
    const NAMES: &'static [&'static str];
    /// The same for people, if people choose one.
    const LABELS: &'static [&'static str];
}

impl Choices for bool {
    const NAMES: &'static [&'static str] = &["true", "false"];
    const LABELS: &'static [&'static str] = &["On", "Off"];
}

impl Choices for u32 {
    const NAMES: &'static [&'static str] = &[];
    const LABELS: &'static [&'static str] = &[];
}

/// What is wrong with a JSON value, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError(Box<Parts>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    sentence: String,
    path: String,
}

impl JsonError {
    /// An error with this sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(Box::new(Parts { sentence: sentence.into(), path: String::new() }))
    }

    /// The error of a value that is not one of these names.
    pub fn none_of(names: &[&str], value: &Value) -> Self {
        match value.as_str() {
            Some(text) => Self::new(format!("unknown variant `{}`, expected {}", excerpt(text), one_of(names))),
            None => Self::kind(value, &one_of(names)),
        }
    }

    fn kind(found: &Value, wanted: &str) -> Self {
        let kind = match found {
            Value::Null | Value::Bool(_) | Value::Number(_) => format!("`{found}`"),
            Value::String(_) => format!("the string {}", excerpt(&found.to_string())),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        Self::new(["invalid type: ", &kind, ", expected ", wanted].concat())
    }

    /// The same error with `member` added at the front of its path.
    #[must_use]
    pub fn within(mut self, member: &str) -> Self {
        let path = &mut self.0.path;
        let dot = if path.is_empty() { "" } else { "." };
        *path = [member, dot, path].concat();
        self
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { sentence, path } = &*self.0;
        f.write_str(sentence)?;
        if path.is_empty() { Ok(()) } else { write!(f, " (at `{path}`)") }
    }
}

/// The members of an object.
pub struct Members<'a>(&'a Map<String, Value>);

impl<'a> Members<'a> {
    /// The members of an object that can have only these members.
    pub fn of(value: &'a Value, names: &[&str]) -> Result<Self, JsonError> {
        let members = Self::open(value)?;
        match members.0.keys().find(|name| !names.contains(&name.as_str())) {
            Some(name) => Err(JsonError::new(format!("unknown field `{}`, expected {}", excerpt(name), one_of(names)))),
            None => Ok(members),
        }
    }

    /// The members of an object that can have any members.
    pub fn open(value: &'a Value) -> Result<Self, JsonError> {
        value.as_object().map(Self).ok_or_else(|| JsonError::kind(value, "an object"))
    }

    /// A member that is required, unless its type can be missing.
    pub fn get<T: Json>(&self, name: &str) -> Result<T, JsonError> {
        match self.0.get(name) {
            Some(value) => T::read(value).map_err(|misfit| misfit.within(name)),
            None => T::absent().ok_or_else(|| JsonError::new(["missing field `", name, "`"].concat())),
        }
    }

    /// Replaces the default in `place` by a member, if there is one.
    pub fn set<T: Json>(&self, name: &str, place: &mut T) -> Result<(), JsonError> {
        if let Some(value) = self.0.get(name) {
            *place = T::read(value).map_err(|misfit| misfit.within(name))?;
        }
        Ok(())
    }
}

/// JSON as text, indented for people. A value's `to_string` writes it in one line.
pub fn indented(value: &Value) -> String {
    format!("{value:#}")
}

/// An object with these members, in this order. `json!` would add serde's generic code to the page's program.
pub fn object<const N: usize>(members: [(&str, Value); N]) -> Value {
    members.into_iter().collect()
}

/// Sets a member of an object.
pub(super) fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    object.insert(name.to_owned(), value);
}

/// The names in a list for a sentence.
pub(super) fn one_of(names: &[&str]) -> String {
    let before = if names.len() > 2 { "one of `" } else { "`" };
    [before, &names.join(if names.len() == 2 { "` or `" } else { "`, `" }), "`"].concat()
}

pub(crate) use macros::{choices, record, through_json};
pub use surrogates::without_lone_surrogates;
