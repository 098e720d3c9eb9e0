//! The tables of the World pane, and the names of its resources.

mod license_manager;
mod ram;
mod resources;
#[cfg(test)]
mod tests;

pub(super) use license_manager::principal_name;
pub use license_manager::{grant_names, license_names, versions_of_grant, versions_of_license};
pub use ram::{permission_names, resource_types, versions_of_permission};
pub use resources::resource_names;

use super::WorldTab;
use super::badge::{Badge, Shown};
use super::pages::{Page, Pages};
use super::suggestion::Suggestion;
use super::transitions::StateMachine;
use simulator::operation::Change;
use simulator::ram::PermissionRef;
use simulator::schema::Meaning;
use simulator::value::{AccountId, Arn};
use simulator::{Operation, Simulator};

/// A table.
#[derive(Debug)]
pub struct Table {
    /// The columns' headings.
    pub columns: &'static [&'static str],
    /// The shown rows, with the table's caption.
    pub page: Page<Row>,
    /// What the page shows instead of a table without rows, if anything.
    pub empty: Option<Empty>,
    /// The possible transitions of a row's resource, if it has states.
    pub machine: Option<&'static StateMachine>,
}

/// What the page shows instead of a table without rows.
#[derive(Clone, Copy, Debug)]
pub struct Empty {
    /// What is missing.
    pub text: &'static str,
    /// The operation that creates it, if there is one.
    pub operation: Option<&'static str>,
}

impl Empty {
    const fn create(text: &'static str, operation: &'static str) -> Self {
        Self { text, operation: Some(operation) }
    }
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Its unique key.
    pub key: String,
    /// The cells; the first one names it.
    pub cells: Vec<Cell>,
    /// The index of its state among the states of its kind.
    pub state: Option<usize>,
    /// The end of its ARN, if another row has the same name.
    pub end: Option<String>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A name, an ARN, a number.
    Code(String),
    /// A status.
    Mark(Badge),
}

/// The tables of a tab, each at its shown page.
pub fn tables(tab: WorldTab, simulator: &Simulator, pages: &Pages) -> Vec<Table> {
    let made: &[fn(&Simulator, &Pages) -> Table] = match tab {
        WorldTab::Licenses => &[license_manager::licenses, license_manager::license_versions],
        WorldTab::Grants => &[license_manager::grants],
        WorldTab::Usage => &[license_manager::usage, license_manager::consumptions, license_manager::tokens, license_manager::public_keys],
        WorldTab::Permissions => &[ram::permissions, ram::permission_versions, ram::replacements],
        WorldTab::Shares => &[ram::shares, ram::attached, ram::associations, ram::invitations],
        WorldTab::Resources => &[resources::resources, resources::access],
        WorldTab::Accounts | WorldTab::Organizations | WorldTab::Settings => &[],
    };
    let mut tables: Vec<_> = made.iter().map(|table| table(simulator, pages)).collect();
    for table in &mut tables {
        tell_apart(&mut table.page.rows);
    }
    tables
}

/// Shows the ends of ARNs where rows of different resources have the same name.
fn tell_apart(rows: &mut [Row]) {
    let named = |row: &Row| {
        // The key of a row is an ARN, or begins with one.
        let arn = row.key.split(' ').next().filter(|arn| arn.starts_with("arn:"))?;
        Some((row.cells.first()?.clone(), end(without_version(arn)).to_owned()))
    };
    let all: Vec<_> = rows.iter().map(named).collect();
    for (row, own) in rows.iter_mut().zip(&all) {
        let Some((name, end)) = own else { continue };
        let is_other = |(other, ending): &(Cell, String)| other == name && ending != end;
        row.end = all.iter().flatten().any(is_other).then(|| format!("…{end}"));
    }
}

/// The end of an ARN or ID, which tells it from others.
pub(super) fn end(id: &str) -> &str {
    id.len().checked_sub(6).and_then(|start| id.get(start..)).unwrap_or(id)
}

/// The tab with the resource of an ARN, or of a token.
pub fn tab_of_resource(arn: &str, simulator: &Simulator) -> Option<WorldTab> {
    let licenses = simulator.license_manager();
    let arn = without_version(arn);
    if licenses.license(arn).is_some() {
        return Some(WorldTab::Licenses);
    }
    if licenses.grant(arn).is_some() {
        return Some(WorldTab::Grants);
    }
    if arn.parse::<PermissionRef>().is_ok() {
        return Some(WorldTab::Permissions);
    }
    // A checkout and a token have an ID instead of an ARN.
    Some(if arn.parse::<Arn>().is_ok() { WorldTab::Shares } else { WorldTab::Usage })
}

/// Whether a change is a change of the row with this key: of the resource itself, or of one of its versions.
pub fn is_changed(key: &str, change: &Change) -> bool {
    change.resource == key || without_version(&change.resource) == key
}

/// The ARN without `:2`, the number of a version.
fn without_version(arn: &str) -> &str {
    arn.rsplit_once(':').filter(|(_, version)| version.bytes().all(|byte| byte.is_ascii_digit())).map_or(arn, |(arn, _)| arn)
}

/// The part of the world that an operation is about.
pub fn tab_of(operation: &'static Operation) -> WorldTab {
    let is_about = |meanings: &[Meaning]| operation.group().is_some_and(|group| meanings.contains(&group.about));
    if is_about(&[Meaning::LicenseArn, Meaning::LicenseOrGrantArn]) {
        WorldTab::Licenses
    } else if is_about(&[Meaning::GrantArn]) {
        WorldTab::Grants
    } else if is_about(&[Meaning::ConsumptionToken, Meaning::RefreshToken]) {
        WorldTab::Usage
    } else if is_about(&[Meaning::PermissionArn, Meaning::PermissionVersion]) {
        WorldTab::Permissions
    } else if is_about(&[Meaning::ResourceArn]) {
        WorldTab::Resources
    } else {
        WorldTab::Shares
    }
}

/// The name of an account, or its ID.
pub(super) fn account_name(simulator: &Simulator, id: &AccountId) -> String {
    let account = simulator.world().accounts.get(id);
    account.map(|account| account.name.clone()).filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_string())
}

/// The name of an account and its ID.
pub fn account_label(simulator: &Simulator, id: &AccountId) -> String {
    match simulator.world().accounts.get(id) {
        Some(account) if !account.name.is_empty() => format!("{} · {id}", account.name),
        _ => id.to_string(),
    }
}

/// The name of the account with this ID, or the text if it is not an account ID.
pub(super) fn name_of(simulator: &Simulator, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |id| account_name(simulator, &id))
}

/// The version numbers, from the latest one. The current one is marked.
fn numbered(numbers: impl DoubleEndedIterator<Item = String>, current: &str) -> Vec<Suggestion> {
    numbers
        .rev()
        .map(|value| Suggestion { label: if value == current { format!("{value} (current)") } else { value.clone() }, value })
        .collect()
}

/// What a resource has of something, with the newest first. It has few of each, and they are known from the oldest on.
fn newest_first<T>(oldest_first: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
    let all: Vec<_> = oldest_first.collect();
    all.into_iter().rev()
}

fn row(key: impl Into<String>, state: Option<usize>, cells: Vec<Cell>) -> Row {
    Row { key: key.into(), cells, state, end: None }
}

/// The index of a state among the states of its kind.
fn place<S: Copy + PartialEq>(states: &[S], state: S) -> Option<usize> {
    states.iter().position(|other| *other == state)
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn code(text: &str) -> Cell {
    Cell::Code(text.to_owned())
}

/// Tags in one cell.
fn tags(pairs: &mut dyn Iterator<Item = (&str, &str)>) -> Cell {
    let pairs: Vec<_> = pairs.map(|(key, value)| format!("{key}={value}")).collect();
    Cell::Text(pairs.join(", "))
}

fn mark(state: impl Shown) -> Cell {
    Cell::Mark(state.badge())
}
