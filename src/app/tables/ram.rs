//! Permissions, their versions, and resource shares.

use super::{Cell, Table, account_name, numbered};
use crate::app::form::Suggestion;
use crate::service::Simulator;
use crate::service::ram::PermissionRef;
use crate::service::ram::catalogue::{CustomerManaged, ResourceType};
use crate::service::ram::permission::{Permission, PermissionState, Version, VersionStatus};

/// The permissions.
pub fn permissions(simulator: &Simulator) -> Table {
    let rows = all(simulator).map(|permission| {
        let default = permission.default_version().map_or_else(String::new, |version| version.number().to_string());
        vec![
            Cell::Text(permission.arn().name().to_owned()),
            Cell::Mark { text: permission.state().name().to_owned(), tone: state_tone(permission.state()) },
            Cell::Code(default),
            Cell::Code(permission.resource_type().to_owned()),
            Cell::Text(account_name(simulator, permission.arn().account())),
            Cell::Code(permission.arn().region().to_string()),
            Cell::Code(permission.arn().to_string()),
        ]
    });
    Table {
        caption: "Customer managed permissions",
        columns: &["Name", "State", "Default version", "Resource type", "Owner", "Region", "ARN"],
        rows: rows.collect(),
        empty: "no customer managed permissions at this point; send CreatePermission",
    }
}

/// Every version of every permission.
pub fn permission_versions(simulator: &Simulator) -> Table {
    let now = simulator.now();
    let rows = all(simulator).flat_map(|permission| permission.versions(now).map(move |version| (permission, version)));
    let rows = rows.map(|(permission, version)| {
        let status = version.status();
        let reference = PermissionRef::Customer(permission.arn().clone());
        let shares = simulator.ram().shares().with_permission(&reference, Some(version.number()), None);
        let shares: Vec<_> = shares.map(|(_, share)| share.name().to_owned()).collect();
        vec![
            Cell::Code(format!("{}:{}", permission.arn().name(), version.number())),
            Cell::Mark { text: permission.status_of(version).to_string(), tone: version_tone(status) },
            Cell::Text(if status.is_default() { "default".to_owned() } else { String::new() }),
            Cell::Text(shares.join(", ")),
            Cell::Text(version.created().to_string()),
            Cell::Code(version.template().to_owned()),
        ]
    });
    Table {
        caption: "Versions of permissions",
        columns: &["Version", "Status", "Default", "On shares", "Created", "Policy template"],
        rows: rows.collect(),
        empty: "no versions at this point",
    }
}

/// The resource shares: a row for each permission on one.
pub fn shares(simulator: &Simulator) -> Table {
    let readable = simulator.ram().shares().all().filter(|share| !share.is_forgotten());
    let rows = readable.flat_map(|share| share.permissions().map(move |(kind, attached)| (share, kind, attached)));
    let rows = rows.map(|(share, resource_type, attached)| {
        let permission = attached.permission.customer().and_then(|arn| simulator.ram().permission(arn));
        let default = permission.and_then(Permission::default_version).map(Version::number);
        // Of an AWS managed permission only the current version is known.
        let is_default = attached.permission.customer().is_none() || default == Some(attached.version);
        let (text, tone) = if is_default { ("default version", "good") } else { ("an older version", "warm") };
        vec![
            Cell::Text(share.name().to_owned()),
            Cell::Code(attached.label()),
            Cell::Mark { text: text.to_owned(), tone },
            Cell::Code(resource_type.to_owned()),
            Cell::Text(account_name(simulator, share.account())),
            Cell::Code(share.region().to_string()),
            Cell::Code(share.arn().to_owned()),
        ]
    });
    Table {
        caption: "Resource shares and the permissions on them",
        columns: &["Share", "Permission", "Version", "Resource type", "Owner", "Region", "ARN"],
        rows: rows.collect(),
        empty: "no resource shares at this point; put a permission on one below",
    }
}

/// The live permissions' ARNs.
pub fn permission_names(simulator: &Simulator) -> Vec<Suggestion> {
    let live = all(simulator).filter(|permission| permission.is_live());
    live.map(|permission| Suggestion { value: permission.arn().to_string(), label: permission.arn().name().to_owned() }).collect()
}

/// The resource types that take customer managed permissions.
pub fn resource_types() -> Vec<Suggestion> {
    let taken = ResourceType::ALL.iter().filter(|found| matches!(found.customer_managed, CustomerManaged::Taken | CustomerManaged::Seen));
    taken.map(|resource_type| Suggestion { value: resource_type.name.to_owned(), label: String::new() }).collect()
}

/// The live versions of the permission with an ARN.
pub(super) fn versions(simulator: &Simulator, arn: &str) -> Vec<Suggestion> {
    let Some(permission) = all(simulator).find(|permission| permission.arn().to_string() == arn) else { return Vec::new() };
    let current = permission.default_version().map(|version| version.number().to_string()).unwrap_or_default();
    let numbers: Vec<_> = permission.live_versions().map(|version| version.number().to_string()).collect();
    numbered(numbers.into_iter(), &current)
}

fn all(simulator: &Simulator) -> impl Iterator<Item = &Permission> {
    simulator.ram().permissions(simulator.now())
}

fn state_tone(state: PermissionState) -> &'static str {
    match state {
        PermissionState::Live => "good",
        PermissionState::Deprecated => "warm",
        PermissionState::Deleted => "quiet",
    }
}

fn version_tone(status: VersionStatus) -> &'static str {
    match status {
        VersionStatus::Default => "good",
        VersionStatus::Former => "warm",
        VersionStatus::Deleted | VersionStatus::DeletedAsDefault => "quiet",
    }
}
