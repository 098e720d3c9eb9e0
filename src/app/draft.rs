//! The composed request: one draft for each operation, the caller, the Region and the injected fault.
//!
//! A draft is stored only as text. The form parses the text, edits the JSON and writes it back. Text that is not valid JSON stays
//! as it was typed.

mod edit;
mod path;
mod text;

pub use edit::{Edit, edit};
pub use path::{Part, Path};
pub use text::{InvalidJson, parse, to_input, to_text};

use serde::{Deserialize, Serialize};
use simulator::Operation;
use simulator::session::CallStep;
use simulator::value::{AccountId, Region};
use std::collections::BTreeMap;

/// The composed call, and the drafts of the other operations.
#[derive(Clone, Debug, PartialEq)]
pub struct Composer {
    /// The operation.
    pub operation: &'static Operation,
    /// The caller's account.
    pub account: AccountId,
    /// The Region.
    pub region: Region,
    /// The error to inject, if any.
    pub fault: Option<String>,
    /// The drafts, by the operation's IAM action.
    pub drafts: BTreeMap<String, Draft>,
}

/// A draft of one operation. Members that earlier versions of the page stored with it are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The members, as text.
    pub text: String,
    /// Whether a person changed it. Otherwise it is filled in again when the operation is chosen.
    pub touched: bool,
    /// The client token that the page generated for it.
    pub token: Option<String>,
}

impl Composer {
    /// The draft of the chosen operation.
    pub fn draft(&self) -> &Draft {
        const EMPTY: &Draft = &Draft { text: String::new(), touched: false, token: None };
        self.drafts.get(&self.operation.action()).unwrap_or(EMPTY)
    }

    /// The composed call.
    pub fn call(&self) -> CallStep {
        CallStep {
            account: self.account.clone(),
            region: self.region.clone(),
            operation: self.operation,
            input: to_input(&self.draft().text),
            fault: self.fault.clone(),
        }
    }

    /// The draft of the chosen operation, to change it.
    pub fn draft_mut(&mut self) -> &mut Draft {
        self.drafts.entry(self.operation.action()).or_default()
    }
}
