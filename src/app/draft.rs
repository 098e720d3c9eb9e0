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

use serde_json::Value;
use simulator::Operation;
use simulator::collection::Map;
use simulator::json::{Json, JsonError, Members};
use simulator::session::CallStep;
use simulator::value::{AccountId, Region};

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
    pub drafts: Map<String, Draft>,
}

/// A draft of one operation. Members that earlier versions of the page stored with it are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    /// Changes the draft of the chosen operation, and returns it as it was.
    pub fn change_draft(&mut self, change: impl FnOnce(&mut Draft)) -> Draft {
        let old = self.draft().clone();
        let mut draft = old.clone();
        change(&mut draft);
        self.drafts.insert(self.operation.action(), draft);
        old
    }

    /// Replaces the draft of the chosen operation, and returns the old one.
    pub fn replace_draft(&mut self, draft: Draft) -> Draft {
        self.change_draft(|old| *old = draft)
    }
}

impl Json for Draft {
    fn read(value: &Value) -> Result<Self, JsonError> {
        let members = Members::open(value)?;
        Ok(Self { text: members.get("text")?, touched: members.get("touched")?, token: members.get("token")? })
    }

    fn write(&self) -> Value {
        let Self { text, touched, token } = self;
        [("text", text.write()), ("touched", touched.write()), ("token", token.write())].into_iter().collect()
    }
}
