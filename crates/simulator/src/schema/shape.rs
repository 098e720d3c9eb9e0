//! The description of a shape of the API model, as data.

use super::{Meaning, Pattern, Vintage, Vintages};

/// A named shape of the API model.
#[derive(Debug)]
pub struct Shape {
    /// The shape's name in the model.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The bounds on it, in the order they are checked and reported.
    pub constraints: &'static [Constraint],
}

impl Shape {
    /// The bounds that an edition of the model has.
    pub fn constraints(&self, vintage: Vintage) -> impl Iterator<Item = &'static Bound> + use<> {
        self.constraints.iter().filter(move |constraint| constraint.vintages.contains(vintage)).map(|constraint| &constraint.bound)
    }

    /// The members in an edition of the model; none for a shape that is not a structure.
    pub fn members(&self, vintage: Vintage) -> impl Iterator<Item = &'static Member> + use<> {
        let members: &[Member] = match self.kind {
            Kind::Structure(members) => members,
            Kind::List(_) | Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => &[],
        };
        members.iter().filter(move |member| member.vintages.contains(vintage))
    }

    /// The first member of a meaning in an edition of the model.
    pub fn meant(&self, meaning: Meaning, vintage: Vintage) -> Option<&'static Member> {
        self.members(vintage).find(|member| member.meaning == Some(meaning))
    }

    /// The values of an enumeration in an edition of the model; none for any other shape.
    pub fn choices(&self, vintage: Vintage) -> impl Iterator<Item = &'static str> + use<> {
        let choices: &[Choice] = match self.kind {
            Kind::Enumeration(choices) => choices,
            Kind::Structure(_) | Kind::List(_) | Kind::Text | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => &[],
        };
        choices.iter().filter(move |choice| choice.vintages.contains(vintage)).map(|choice| choice.value)
    }
}

/// What a shape holds.
#[derive(Debug)]
pub enum Kind {
    /// Named members, in the model's order.
    Structure(&'static [Member]),
    /// A list of elements of one shape.
    List(fn() -> &'static Shape),
    /// A string.
    Text,
    /// One of a set of strings.
    Enumeration(&'static [Choice]),
    /// A 32-bit whole number.
    Integer,
    /// A 64-bit whole number.
    Long,
    /// True or false.
    Boolean,
    /// A time, on the wire as seconds since 1970.
    Timestamp,
}

/// A member of a structure.
#[derive(Debug)]
pub struct Member {
    /// Its name on the wire.
    pub name: &'static str,
    /// What it is for, in a sentence or two.
    pub doc: &'static str,
    /// What its value means, where its type does not say it.
    pub meaning: Option<Meaning>,
    /// Whether a request has it.
    pub presence: Presence,
    /// Its shape.
    pub shape: fn() -> &'static Shape,
    /// The editions of the model that have it.
    pub vintages: Vintages,
}

impl Member {
    /// Whether a request must carry it.
    pub fn is_required(&self) -> bool {
        self.presence == Presence::Required
    }
}

/// Whether requests carry a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Every request must.
    Required,
    /// None must, and most do.
    Usual,
    /// None must.
    Optional,
}

/// A value of an enumeration.
#[derive(Debug)]
pub struct Choice {
    /// The value on the wire.
    pub value: &'static str,
    /// The editions of the model that have it.
    pub vintages: Vintages,
}

/// A bound and the editions of the model that have it.
#[derive(Debug)]
pub struct Constraint {
    /// The bound.
    pub bound: Bound,
    /// The editions of the model that have it.
    pub vintages: Vintages,
}

/// A bound on a value. Lengths count characters of a string and elements of a list.
#[derive(Debug)]
pub enum Bound {
    /// The whole string matches.
    Pattern(Pattern),
    /// At least this long.
    MinLength(usize),
    /// At most this long.
    MaxLength(usize),
    /// At least this number.
    Min(i64),
    /// At most this number.
    Max(i64),
}

impl Bound {
    /// The sentence of the services' framework for this bound.
    pub fn sentence(&self) -> String {
        match self {
            Self::Pattern(pattern) => format!("Member must satisfy regular expression pattern: {}", pattern.text()),
            Self::MinLength(least) => format!("Member must have length greater than or equal to {least}"),
            Self::MaxLength(most) => format!("Member must have length less than or equal to {most}"),
            Self::Min(least) => format!("Member must have value greater than or equal to {least}"),
            Self::Max(most) => format!("Member must have value less than or equal to {most}"),
        }
    }
}
