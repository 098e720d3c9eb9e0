//! A place in an input, and inputs with another value there.

use serde_json::Value;
use simulator::remedy::{Edit, Remedy};

/// A place: a member, or the only element of a list.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// The place of the member, or of the list.
    member: String,
    /// Whether it is the list's element.
    is_element: bool,
}

impl Spot {
    /// A member of the structure at a place, or of the input.
    pub(super) fn member(of: Option<&Self>, name: &str) -> Self {
        let member = of.map_or_else(|| name.to_owned(), |of| format!("{}.{name}", of.place()));
        Self { member, is_element: false }
    }

    /// The only element of the list at this place.
    pub(super) fn element(&self) -> Self {
        Self { member: self.place(), is_element: true }
    }

    /// The place as edits write it.
    pub(super) fn place(&self) -> String {
        if self.is_element { format!("{}.1", self.member) } else { self.member.clone() }
    }

    /// The value at this place.
    pub(super) fn find<'a>(&self, input: &'a Value) -> Option<&'a Value> {
        self.place().split('.').try_fold(input, |value, part| match (value, part.parse::<usize>()) {
            (Value::Array(values), Ok(number)) => values.get(number.checked_sub(1)?),
            (Value::Object(members), _) => members.get(part),
            _ => None,
        })
    }
}

/// The input with another value at a place, or without one.
pub(super) fn set(input: &Value, spot: &Spot, value: Option<Value>) -> Value {
    let member = spot.member.clone();
    let edit = match value {
        Some(value) if spot.is_element => Edit::Set { member, value: vec![value].into() },
        Some(value) => Edit::Set { member, value },
        None => Edit::Omit { member },
    };
    let mut input = input.clone();
    Remedy { sentence: String::new(), edits: vec![edit] }.apply_to(&mut input);
    input
}
