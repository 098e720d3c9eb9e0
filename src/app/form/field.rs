//! A field of a form.

use crate::app::draft::Path;

/// A field: one value of the input, or one that could be there.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Where the value is.
    pub path: Path,
    /// Its name on the wire; of a list's element, its whole place.
    pub label: String,
    /// What it is for.
    pub doc: &'static str,
    /// Whether the model requires it.
    pub required: bool,
    /// Whether the draft has it.
    pub present: bool,
    /// What to do first where the world has no value for it yet; empty otherwise.
    pub guidance: &'static str,
    /// Its bounds, each in a few words.
    pub hints: Vec<String>,
    /// How it is edited.
    pub control: Control,
    /// What breaks its bounds, in the service's words.
    pub complaints: Vec<String>,
}

/// How a value is edited.
#[derive(Clone, Debug, PartialEq)]
pub enum Control {
    /// A line or a block of text.
    Text {
        /// The text.
        value: String,
        /// Whether it deserves several lines.
        multiline: bool,
        /// Values from the world that fit.
        suggestions: Vec<Suggestion>,
        /// Whether it is a client token.
        is_token: bool,
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
        choices: Vec<(&'static str, bool)>,
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
        /// Whether the elements are structures.
        structures: bool,
    },
    /// A structure.
    Group {
        /// Its members.
        members: Vec<Field>,
    },
    /// A value of another JSON type than the model asks for.
    Misfit {
        /// The value, as JSON.
        json: String,
    },
}

/// A value from the world, offered for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The value.
    pub value: String,
    /// What it is, for a person.
    pub label: String,
}

impl Field {
    /// An id for the page, unique in the form.
    pub fn id(&self) -> String {
        id_of(&self.path.to_string())
    }
}

/// The page's id of the field of a member, given as a violation names it.
pub fn id_of(member: &str) -> String {
    format!("field-{}", member.replace('.', "-"))
}
