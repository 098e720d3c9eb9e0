//! A value from the world, offered for a field.

/// A value, and what a person knows it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The value.
    pub value: String,
    /// What it is, for a person; empty where the value says it.
    pub label: String,
}

impl Suggestion {
    /// A value and its label.
    pub fn new(value: &str, label: &str) -> Self {
        Self { value: value.to_owned(), label: label.to_owned() }
    }
}
