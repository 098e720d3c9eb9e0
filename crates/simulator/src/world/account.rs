//! Accounts and their switches.

use crate::collection::Set;
use crate::json::record;
use crate::value::AccountId;

/// An AWS account of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The account's id.
    pub id: AccountId,
    /// A name for people, for example `Vendor`.
    pub name: String,
    /// Whether the account is set up for License Manager: its service-linked role exists.
    pub set_up: bool,
    /// Whether the service-linked role exists that activating AWS Marketplace grants needs.
    pub marketplace_role: bool,
    /// The actions IAM denies to the account's caller, for example `license-manager:CreateGrant`.
    pub denied: Set<String>,
}

record! { whole Account, |members| Self::new(members.get("id")?, ""), {
    id = "id",
    name = "name",
    set_up = "setUp",
    marketplace_role = "marketplaceRole",
    denied = "denied",
} }

impl Account {
    /// An account that is set up and denies nothing.
    pub fn new(id: AccountId, name: &str) -> Self {
        Self { id, name: name.to_owned(), set_up: true, marketplace_role: true, denied: Set::new() }
    }
}
