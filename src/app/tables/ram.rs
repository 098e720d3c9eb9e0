//! Permissions, their versions, and resource shares with all that is in them.

use super::{Cell, Empty, Table, account_name, code, mark, name_of, newest_first, numbered, place, row, tags, text};
use crate::app::pages::Pages;
use crate::app::suggestion::Suggestion;
use crate::app::transitions;
use simulator::Simulator;
use simulator::ram::PermissionRef;
use simulator::ram::catalogue::{CustomerManaged, ResourceType};
use simulator::ram::permission::{Permission, PermissionState, Version, VersionStatus};
use simulator::ram::replacement::ReplacementState;
use simulator::ram::shapes::Tag;
use simulator::ram::share::{AssociationKind, AssociationState, InvitationState, ResourceShare, ShareState};

/// The permissions.
pub(super) fn permissions(simulator: &Simulator, pages: &Pages) -> Table {
    let rows = pages.given("Customer managed permissions", || all(simulator)).map(|permission| {
        let default = permission.default_version().map_or_else(String::new, |version| version.number().to_string());
        let arn = permission.arn().to_string();
        let cells = vec![
            text(permission.arn().name()),
            mark(permission.state()),
            Cell::Code(default),
            code(permission.resource_type()),
            Cell::Text(account_name(simulator, permission.arn().account())),
            code(permission.arn().region().as_str()),
            code(&arn),
            tags(&mut permission.tags().into_iter().flat_map(|tags| &tags.0).map(Tag::pair)),
        ];
        row(arn, place(&PermissionState::ALL, permission.state()), cells)
    });
    Table {
        columns: &["Name", "State", "Default version", "Resource type", "Owner", "Region", "ARN", "Tags"],
        page: rows,
        empty: Some(Empty::create("No customer managed permissions yet.", "CreatePermission")),
        machine: Some(&transitions::PERMISSION),
    }
}

/// Every version of every permission.
pub(super) fn permission_versions(simulator: &Simulator, pages: &Pages) -> Table {
    let now = simulator.now();
    let versions = || all(simulator).flat_map(|permission| permission.versions(now).map(move |version| (permission, version)));
    let rows = pages.given("Permission versions", versions).map(|(permission, version)| {
        let status = version.status();
        let reference = PermissionRef::Customer(permission.arn().clone());
        let shares = simulator.ram().shares().with_permission(&reference, Some(version.number()), None);
        let shares: Vec<_> = shares.map(|(_, share)| share.name().to_owned()).collect();
        let cells = vec![
            Cell::Code(format!("{}:{}", permission.arn().name(), version.number())),
            mark(permission.status_of(version)),
            text(if status.is_default() { "default" } else { "" }),
            Cell::Text(shares.join(", ")),
            Cell::Code(version.created().to_string()),
            code(version.template()),
        ];
        row(format!("{}:{}", permission.arn(), version.number()), place(&VersionStatus::ALL, status), cells)
    });
    Table {
        columns: &["Version", "Status", "Default", "Resource shares", "Created", "Policy template"],
        page: rows,
        empty: None,
        machine: Some(&transitions::VERSION),
    }
}

/// The replacements of permissions on shares.
pub(super) fn replacements(simulator: &Simulator, pages: &Pages) -> Table {
    let rows = pages.newest("Permission replacements", || newest_first(simulator.ram().replacements())).map(|replacement| {
        let task = replacement.task();
        let version = task.from_version.map_or_else(|| task.from.name().to_owned(), |version| format!("{}:{version}", task.from.name()));
        let ended = if replacement.state().is_pending() { replacement.due() } else { replacement.updated() };
        let cells = vec![
            code(replacement.id()),
            mark(replacement.state()),
            Cell::Code(version),
            Cell::Code(format!("{}:{}", task.to.name(), task.to_version)),
            Cell::Text(account_name(simulator, &task.account)),
            code(task.region.as_str()),
            Cell::Code(replacement.created().to_string()),
            Cell::Code(ended.to_string()),
        ];
        row(replacement.id(), place(&ReplacementState::ALL, replacement.state()), cells)
    });
    Table {
        columns: &["ID", "Status", "From", "To", "Owner", "Region", "Requested", "Completed"],
        page: rows,
        empty: Some(Empty::create("No permission replacements yet.", "ReplacePermissionAssociations")),
        machine: Some(&transitions::REPLACEMENT),
    }
}

/// The resource shares.
pub(super) fn shares(simulator: &Simulator, pages: &Pages) -> Table {
    let rows = pages.newest("Resource shares", || readable(simulator).rev()).map(|(_, share)| {
        let cells = vec![
            text(share.name()),
            mark(share.state()),
            Cell::Text(account_name(simulator, share.account())),
            code(share.region().as_str()),
            text(if share.content().allow_external { "allowed" } else { "not allowed" }),
            text(share.feature_set().name()),
            code(share.arn()),
            tags(&mut share.tags()),
        ];
        row(share.arn(), place(&ShareState::ALL, share.state()), cells)
    });
    Table {
        columns: &["Name", "Status", "Owner", "Region", "External principals", "Feature set", "ARN", "Tags"],
        page: rows,
        empty: Some(Empty::create("No resource shares yet.", "CreateResourceShare")),
        machine: Some(&transitions::SHARE),
    }
}

/// The permissions on resource shares.
pub(super) fn attached(simulator: &Simulator, pages: &Pages) -> Table {
    let attached = || readable(simulator).rev().flat_map(|(_, share)| newest_first(share.permissions()).map(move |found| (share, found)));
    let rows = pages.newest("Permissions of resource shares", attached).map(|(share, (resource_type, attached))| {
        let permission = attached.permission.customer().and_then(|arn| simulator.ram().permission(arn));
        let default = permission.and_then(Permission::default_version).map(Version::number);
        // Of an AWS managed permission only the current version is known.
        let is_default = attached.permission.customer().is_none() || default == Some(attached.version);
        let cells = vec![
            text(share.name()),
            Cell::Code(attached.label()),
            text(if is_default { "default version" } else { "older version" }),
            code(resource_type),
            Cell::Code(attached.at.to_string()),
            Cell::Code(attached.permission.to_string()),
        ];
        row(format!("{} {resource_type}", share.arn()), None, cells)
    });
    Table { columns: &["Share", "Permission", "Version", "Resource type", "Added", "ARN"], page: rows, empty: None, machine: None }
}

/// The principals, resources and sources of the shares.
pub(super) fn associations(simulator: &Simulator, pages: &Pages) -> Table {
    let shares = simulator.ram().shares();
    let associations = || {
        readable(simulator).rev().flat_map(|(number, share)| {
            let found = AssociationKind::ALL.into_iter().flat_map(move |kind| shares.within(number, kind, None));
            newest_first(found.filter(|(_, association)| !association.is_forgotten())).map(move |found| (share, found))
        })
    };
    let rows = pages.newest("Resource share associations", associations).map(|(share, (number, association))| {
        let cells = vec![
            text(share.name()),
            mark(association.state()),
            text(association.kind().name()),
            Cell::Code(name_of(simulator, association.entity())),
            code(association.resource_type()),
            text(if association.external() { "outside the organization" } else { "" }),
            Cell::Code(association.updated().to_string()),
        ];
        row(format!("{} {number}", share.arn()), place(&AssociationState::ALL, association.state()), cells)
    });
    Table {
        columns: &["Share", "Status", "Type", "Principal, resource or source", "Resource type", "External", "Updated"],
        page: rows,
        empty: Some(Empty::create("No associations yet.", "AssociateResourceShare")),
        machine: Some(&transitions::ASSOCIATION),
    }
}

/// The invitations to resource shares.
pub(super) fn invitations(simulator: &Simulator, pages: &Pages) -> Table {
    let shares = simulator.ram().shares();
    let invitations = || shares.invitations().rev().filter(|invitation| !invitation.is_forgotten());
    let rows = pages.newest("Invitations", invitations).map(|invitation| {
        let until = invitation.due().filter(|_| invitation.is_pending());
        let share = shares.share_invited_to(invitation).map(|(_, share)| share);
        let cells = vec![
            text(share.map_or("", ResourceShare::name)),
            mark(invitation.state()),
            Cell::Text(share.map_or_else(String::new, |share| account_name(simulator, share.account()))),
            Cell::Text(account_name(simulator, invitation.receiver())),
            Cell::Code(invitation.sent().to_string()),
            Cell::Code(until.map_or_else(String::new, |until| until.to_string())),
            code(invitation.arn()),
        ];
        row(invitation.arn(), place(&InvitationState::ALL, invitation.state()), cells)
    });
    Table {
        columns: &["Share", "Status", "From", "To", "Sent", "Expires", "ARN"],
        page: rows,
        empty: Some(Empty {
            text: "No invitations yet. To send one, share a resource with an account outside your organization.",
            operation: None,
        }),
        machine: Some(&transitions::INVITATION),
    }
}

/// The shares that can be read, each with its number.
fn readable(simulator: &Simulator) -> impl DoubleEndedIterator<Item = (usize, &ResourceShare)> {
    simulator.ram().shares().all().enumerate().filter(|(_, share)| !share.is_forgotten())
}

/// The live permissions' ARNs.
pub fn permission_names(simulator: &Simulator) -> impl Iterator<Item = Suggestion> {
    let live = all(simulator).filter(|permission| permission.is_live());
    live.map(|permission| Suggestion { value: permission.arn().to_string(), label: permission.arn().name().to_owned() })
}

/// The resource types that take customer managed permissions.
pub fn resource_types() -> impl Iterator<Item = Suggestion> {
    let taken = ResourceType::ALL.iter().filter(|found| matches!(found.customer_managed, CustomerManaged::Taken | CustomerManaged::Seen));
    taken.map(|resource_type| Suggestion { value: resource_type.name.to_owned(), label: String::new() })
}

/// The live versions of the permission with an ARN.
pub fn versions_of_permission(simulator: &Simulator, arn: &str) -> Vec<Suggestion> {
    let named = arn.parse::<PermissionRef>().ok();
    let permission = named.as_ref().and_then(PermissionRef::customer).and_then(|arn| simulator.ram().permission(arn));
    let Some(permission) = permission.filter(|permission| permission.is_readable(simulator.now())) else { return Vec::new() };
    let current = permission.default_version().map(|version| version.number().to_string()).unwrap_or_default();
    let numbers: Vec<_> = permission.live_versions().map(|version| version.number().to_string()).collect();
    numbered(numbers.into_iter(), &current)
}

fn all(simulator: &Simulator) -> impl Iterator<Item = &Permission> {
    simulator.ram().permissions(simulator.now())
}
