//! An account and what its administrators switched.

use crate::service::table::Names;
use crate::service::value::AccountId;
use serde::{Deserialize, Serialize};

/// An AWS account of the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Account {
    /// The account's id.
    pub id: AccountId,
    /// What people call it, for example `Vendor`.
    #[serde(default)]
    pub name: String,
    /// Whether License Manager was set up, that is, its service-linked role exists.
    #[serde(default = "yes")]
    pub set_up: bool,
    /// The actions IAM denies to the account's caller, for example `license-manager:CreateGrant`.
    #[serde(default)]
    pub denied: Names,
}

impl Account {
    /// An account that is set up and denies nothing.
    pub fn new(id: AccountId, name: &str) -> Self {
        Self { id, name: name.to_owned(), set_up: true, denied: Names::new() }
    }
}

fn yes() -> bool {
    true
}
