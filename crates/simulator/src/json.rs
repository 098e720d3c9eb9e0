//! Between a session's JSON and its Rust values.
//!
//! A declaration per type gives both directions. Unlike derived readers, what it makes is not generic over where the JSON
//! comes from: the page's module holds each reader once. Snapshots and the JavaScript API go through serde to the same.

#[macro_use]
mod macros;
mod primitive;
mod surrogates;
#[cfg(test)]
mod tests;

use super::value::excerpt;
use serde_json::{Map, Value};
use std::fmt;

/// A value that stands in a session.
pub trait Json: Sized {
    /// Reads it, or says what is wrong.
    fn read(value: &Value) -> Result<Self, Misfit>;

    /// Writes it.
    fn write(&self) -> Value;

    /// What a missing member stands for: nothing, unless the type can be missing.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether it may be left out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// JSON that is not what it must be: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit(Box<Parts>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    sentence: String,
    path: String,
}

impl Misfit {
    /// Of a value with a good reason.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(Box::new(Parts { sentence: sentence.into(), path: String::new() }))
    }

    /// Of a value that is none of these names.
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

    /// The same, seen from the object or the list the value is in.
    #[must_use]
    pub fn within(mut self, member: &str) -> Self {
        let path = &mut self.0.path;
        let dot = if path.is_empty() { "" } else { "." };
        *path = [member, dot, path].concat();
        self
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Parts { sentence, path } = &*self.0;
        f.write_str(sentence)?;
        if path.is_empty() { Ok(()) } else { write!(f, " (at `{path}`)") }
    }
}

/// The members of an object.
pub struct Members<'a>(&'a Map<String, Value>);

impl<'a> Members<'a> {
    /// The members of an object that may have these.
    pub fn of(value: &'a Value, names: &[&str]) -> Result<Self, Misfit> {
        let members = Self::open(value)?;
        match members.0.keys().find(|name| !names.contains(&name.as_str())) {
            Some(name) => Err(Misfit::new(format!("unknown field `{}`, expected {}", excerpt(name), one_of(names)))),
            None => Ok(members),
        }
    }

    /// The members of an object that may have others too.
    pub fn open(value: &'a Value) -> Result<Self, Misfit> {
        value.as_object().map(Self).ok_or_else(|| Misfit::kind(value, "an object"))
    }

    /// A member that must be there, unless its type can be missing.
    pub fn get<T: Json>(&self, name: &str) -> Result<T, Misfit> {
        match self.0.get(name) {
            Some(value) => T::read(value).map_err(|misfit| misfit.within(name)),
            None => T::absent().ok_or_else(|| Misfit::new(["missing field `", name, "`"].concat())),
        }
    }

    /// Puts a member where its default stands.
    pub fn set<T: Json>(&self, name: &str, place: &mut T) -> Result<(), Misfit> {
        if let Some(value) = self.0.get(name) {
            *place = T::read(value).map_err(|misfit| misfit.within(name))?;
        }
        Ok(())
    }
}

/// Sets a member of an object.
pub(super) fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    object.insert(name.to_owned(), value);
}

/// Names as a sentence offers them.
pub(super) fn one_of(names: &[&str]) -> String {
    let before = if names.len() > 2 { "one of `" } else { "`" };
    [before, &names.join(if names.len() == 2 { "` or `" } else { "`, `" }), "`"].concat()
}

pub(crate) use macros::{choices, record, through_json};
pub use surrogates::without_lone_surrogates;
