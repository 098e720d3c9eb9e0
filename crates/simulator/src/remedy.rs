//! What would let a refused request pass: a sentence for a person, and edits that a program can apply.

use crate::value::{AccountId, Region};
use serde::Serialize;
use serde_json::Value;

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

impl<T: Into<String>> From<T> for Remedy {
    fn from(sentence: T) -> Self {
        Self { sentence: sentence.into(), edits: Vec::new() }
    }
}
