//! What would let a refused request pass: a sentence for a person, and edits that a program can apply.

use crate::value::{AccountId, Region};
use serde::Serialize;
use serde_json::{Map, Value};

/// The smallest change that makes a request pass the rule that refused it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remedy {
    /// The change, in a sentence.
    #[serde(rename = "remedy")]
    pub sentence: String,
    /// The change as data. All edits together make the request pass the rule. There are none if the simulator cannot know the
    /// right value, or if somebody has to choose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
}

/// A change of a request, of its sender or of what is sent before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Edit {
    /// Gives a member a value.
    Set {
        /// The place of the member, for example `Options.DesiredStatus` or `Tags.1.Key`.
        member: String,
        /// Its value.
        value: Value,
    },
    /// Omits a member.
    Omit {
        /// The place of the member.
        member: String,
    },
    /// Sends the request as this account.
    Account(AccountId),
    /// Sends the request to this Region.
    Region(Region),
    /// Sends another request first.
    First {
        /// The operation, for example `license-manager:AcceptGrant`.
        operation: String,
        /// Who sends it, if not the sender of the refused request.
        #[serde(skip_serializing_if = "Option::is_none")]
        account: Option<AccountId>,
        /// Its members.
        input: Value,
    },
}

impl Remedy {
    /// Changes the members of the refused request as the edits say. A place that the request does not have is left alone.
    pub fn apply_to(&self, input: &mut Value) {
        for edit in &self.edits {
            match edit {
                Edit::Set { member, value } => put(input, member, Some(value)),
                Edit::Omit { member } => put(input, member, None),
                Edit::Account(_) | Edit::Region(_) | Edit::First { .. } => {}
            }
        }
    }

    /// The same with a member set to a value.
    pub(crate) fn set(self, member: impl Into<String>, value: impl Into<Value>) -> Self {
        self.with(Edit::Set { member: member.into(), value: value.into() })
    }

    /// The same without a member.
    pub(crate) fn omit(self, member: &str) -> Self {
        self.with(Edit::Omit { member: member.to_owned() })
    }

    /// The same, sent as another account.
    pub(crate) fn by_account(self, account: &AccountId) -> Self {
        self.with(Edit::Account(account.clone()))
    }

    /// The same, sent to another Region.
    pub(crate) fn in_region(self, region: &Region) -> Self {
        self.with(Edit::Region(region.clone()))
    }

    /// The same after another request, which `account` sends, or else the same sender.
    pub(crate) fn after(self, operation: &str, account: Option<&AccountId>, input: Value) -> Self {
        self.with(Edit::First { operation: operation.to_owned(), account: account.cloned(), input })
    }

    /// The same with another edit.
    pub(crate) fn with(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }
}

/// Gives the member at a place a value, or omits it. Elements of lists are counted from 1.
fn put(input: &mut Value, place: &str, value: Option<&Value>) {
    let (parents, name) = place.rsplit_once('.').map_or((None, place), |(parents, name)| (Some(parents), name));
    let mut parent = input;
    for part in parents.into_iter().flat_map(|parents| parents.split('.')) {
        let next = match (parent, part.parse::<usize>()) {
            (Value::Array(elements), Ok(number)) => elements.get_mut(number.saturating_sub(1)),
            (Value::Object(members), _) => Some(members.entry(part).or_insert_with(|| Map::new().into())),
            _ => None,
        };
        let Some(next) = next else { return };
        parent = next;
    }
    if let Value::Object(members) = parent {
        match value {
            Some(value) => {
                members.insert(name.to_owned(), value.clone());
            }
            // `shift_remove` keeps the order of the others.
            None => {
                members.shift_remove(name);
            }
        }
    }
}

impl<T: Into<String>> From<T> for Remedy {
    fn from(sentence: T) -> Self {
        Self { sentence: sentence.into(), edits: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn edits_reach_members_inside_structures_and_lists() {
        let mut input = json!({ "Tags": [{ "Key": "a" }, { "Key": "b", "Value": "c" }], "Version": "1" });
        let remedy = Remedy::from("").set("Tags.2.Key", "d").omit("Tags.2.Value").set("Options.Mode", "x").omit("Version").omit("absent");
        remedy.apply_to(&mut input);
        assert_eq!(input.to_string(), r#"{"Tags":[{"Key":"a"},{"Key":"d"}],"Options":{"Mode":"x"}}"#);
        let (mut list, mut text) = (json!({ "Tags": [] }), json!("text"));
        Remedy::from("").set("Tags.1.Key", "a").set("Tags.x.Key", "a").apply_to(&mut list);
        remedy.apply_to(&mut text);
        assert_eq!((list, text), (json!({ "Tags": [] }), json!("text")));
    }
}
