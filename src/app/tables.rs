//! What the world holds, as tables and as names.

mod license_manager;
mod ram;

pub use license_manager::{grant_names, grants, license_names, licenses};
pub use ram::{permission_names, permission_versions, permissions, resource_types, shares};

use super::WorldTab;
use super::form::Suggestion;
use crate::service::value::AccountId;
use crate::service::{Operation, Service, Simulator};
use serde_json::Value;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it holds.
    pub caption: &'static str,
    /// The columns' headings.
    pub columns: &'static [&'static str],
    /// The rows; the first cell of each names it.
    pub rows: Vec<Vec<Cell>>,
    /// What is said when there are no rows.
    pub empty: &'static str,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A name, an ARN, a number.
    Code(String),
    /// A status.
    Mark {
        /// The status.
        text: String,
        /// Its tone, as the styles name it.
        tone: &'static str,
    },
}

/// The versions of the resource a draft names, the latest one first.
pub fn versions(simulator: &Simulator, draft: &Value) -> Vec<Suggestion> {
    let arn = |name: &str| draft.get(name).and_then(Value::as_str).unwrap_or_default();
    let mut versions = license_manager::versions(simulator, arn("GrantArn"), arn("LicenseArn"));
    versions.extend(ram::versions(simulator, arn("permissionArn")));
    versions
}

/// The part of the world that an operation is about.
pub fn tab_of(operation: &'static Operation) -> WorldTab {
    match (operation.service, operation.group()) {
        (Service::LicenseManager, "Grants") => WorldTab::Grants,
        (Service::LicenseManager, _) => WorldTab::Licenses,
        (Service::Ram, "Permissions" | "Permission versions") => WorldTab::Permissions,
        (Service::Ram, _) => WorldTab::Shares,
    }
}

/// What people call an account, or its id.
pub(super) fn account_name(simulator: &Simulator, id: &AccountId) -> String {
    let account = simulator.world().accounts.get(id);
    account.map(|account| account.name.clone()).filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string())
}

/// The numbers of versions, the current one marked, the latest one first.
fn numbered(numbers: impl DoubleEndedIterator<Item = String>, current: &str) -> Vec<Suggestion> {
    numbers
        .rev()
        .map(|value| Suggestion { label: if value == current { format!("{value} (current)") } else { value.clone() }, value })
        .collect()
}
