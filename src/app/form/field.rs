//! A field of a form.

use crate::app::draft::Path;
use crate::app::suggestion::Suggestion;

/// A field: a value of the input, or a missing one.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The path of the value.
    pub path: Path,
    /// The name of the member. For an element of a list, the whole path.
    pub label: String,
    /// Its description.
    pub doc: &'static str,
    /// Whether the model requires it.
    pub required: bool,
    /// Whether the draft has it.
    pub present: bool,
    /// What to do first if the world has no value for it yet, or an empty text.
    pub guidance: &'static str,
    /// Its constraints, each in a few words.
    pub hints: Vec<String>,
    /// Its control.
    pub control: Control,
    /// Its violations, in the words of the service.
    pub violations: Vec<String>,
}

/// The control that edits a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// A line or a block of text.
    Text {
        /// The text.
        value: String,
        /// Whether it has several lines.
        multiline: bool,
        /// Values from the world that fit.
        suggestions: Vec<Suggestion>,
        /// Whether it is a client token.
        is_token: bool,
    },
    /// A point in time, as text that can also be wrong.
    Moment {
        /// The text.
        value: String,
        /// The same for the browser's picker, in UTC; empty if the text is not a time.
        picked: String,
        /// Times that make sense.
        suggestions: Vec<Suggestion>,
    },
    /// A policy template: the text, and its parts if the text has no others.
    Template {
        /// The text.
        value: String,
        /// Its parts, if they can be shown as fields.
        parts: Option<Vec<Field>>,
    },
    /// One of a set.
    Choice {
        /// The value; empty when there is none.
        value: String,
        /// The set.
        choices: Vec<&'static str>,
    },
    /// Any of a set.
    Choices {
        /// The set, each with whether it is chosen.
        choices: Vec<(String, bool)>,
        /// Values outside the set.
        others: Vec<String>,
    },
    /// A number.
    Number {
        /// Its text.
        value: String,
        /// Values from the world that fit.
        suggestions: Vec<Suggestion>,
    },
    /// True or false.
    Flag {
        /// The value, if there is one.
        value: Option<bool>,
    },
    /// A list.
    List {
        /// Its elements.
        elements: Vec<Field>,
    },
    /// A structure.
    Group {
        /// Its members.
        members: Vec<Field>,
    },
    /// A value whose JSON type differs from the model's.
    WrongType {
        /// The value, as JSON.
        json: String,
    },
}

impl Field {
    /// Whether the form shows it from the start. Every other member is added by a button.
    pub fn is_shown(&self) -> bool {
        self.required || self.present || !self.violations.is_empty()
    }

    /// An id for the page, unique in the form.
    pub fn id(&self) -> String {
        id_of(&self.path.to_string())
    }
}

/// The id of a member's field in the page. The member is named as in a violation.
pub fn id_of(member: &str) -> String {
    format!("field-{}", member.replace('.', "-"))
}
