//! Licenses and grants.

use super::{Cell, Table, account_name, numbered};
use crate::app::form::Suggestion;
use crate::service::Simulator;
use crate::service::license_manager::shapes::{GrantStatus, LicenseStatus};
use crate::service::license_manager::{Grant, License, Principal};

/// The licenses.
pub fn licenses(simulator: &Simulator) -> Table {
    let rows = simulator.license_manager().licenses().map(|license| {
        let (terms, current) = (license.terms(), license.current());
        vec![
            Cell::Text(current.content().name.clone()),
            Cell::Mark { text: current.status().to_string(), tone: license_tone(current.status()) },
            Cell::Code(license.version().to_string()),
            Cell::Text(account_name(simulator, &terms.owner)),
            Cell::Code(terms.product_sku.clone()),
            Cell::Code(terms.home_region.to_string()),
            Cell::Code(terms.arn.clone()),
        ]
    });
    Table {
        caption: "Licenses",
        columns: &["Name", "Status", "Version", "Issuer account", "Product SKU", "Home Region", "ARN"],
        rows: rows.collect(),
        empty: "no licenses at this point; send CreateLicense",
    }
}

/// The grants.
pub fn grants(simulator: &Simulator) -> Table {
    let rows = simulator.license_manager().grants().map(|grant| {
        let (terms, current) = (grant.terms(), grant.current());
        let operations: Vec<_> = current.operations().iter().map(|operation| operation.as_str()).collect();
        vec![
            Cell::Text(current.name().to_owned()),
            Cell::Mark { text: current.status().to_string(), tone: grant_tone(current.status()) },
            Cell::Code(grant.version().to_string()),
            Cell::Text(account_name(simulator, &terms.grantor)),
            Cell::Text(principal_name(simulator, &terms.principal)),
            Cell::Code(terms.home_region.to_string()),
            Cell::Code(terms.arn.clone()),
            Cell::Code(terms.parent_arn.clone()),
            Cell::Text(operations.join(", ")),
        ]
    });
    Table {
        caption: "Grants",
        columns: &["Name", "Status", "Version", "Grantor", "Grantee", "Home Region", "ARN", "Parent ARN", "Allowed operations"],
        rows: rows.collect(),
        empty: "no grants at this point; send CreateGrant",
    }
}

/// The licenses' ARNs, the newest first.
pub fn license_names(simulator: &Simulator) -> Vec<Suggestion> {
    let licenses = simulator.license_manager().licenses().rev();
    licenses.map(|license| Suggestion { value: license.arn().to_owned(), label: license.current().content().name.clone() }).collect()
}

/// The grants' ARNs, the newest first.
pub fn grant_names(simulator: &Simulator) -> Vec<Suggestion> {
    let grants = simulator.license_manager().grants().rev();
    grants
        .map(|grant| {
            let (current, grantee) = (grant.current(), principal_name(simulator, &grant.terms().principal));
            Suggestion { value: grant.arn().to_owned(), label: format!("{} · {} · {grantee}", current.name(), current.status()) }
        })
        .collect()
}

/// The versions of a grant, or of a license when no grant is named.
pub(super) fn versions(simulator: &Simulator, grant: &str, license: &str) -> Vec<Suggestion> {
    let store = simulator.license_manager();
    let latest = store.grant(grant).map(Grant::version).or_else(|| store.license(license).map(License::version));
    let latest = latest.unwrap_or_default();
    numbered((1..=latest).map(|number| number.to_string()), &latest.to_string())
}

fn principal_name(simulator: &Simulator, principal: &Principal) -> String {
    match principal {
        Principal::Account(account) => account_name(simulator, account),
        Principal::Organization(arn) => {
            arn.rsplit_once(":organization/").or_else(|| arn.rsplit_once(":ou/")).map_or(arn.as_str(), |(_, id)| id).to_owned()
        }
    }
}

fn license_tone(status: LicenseStatus) -> &'static str {
    match status {
        LicenseStatus::Available => "good",
        LicenseStatus::PendingAvailable | LicenseStatus::PendingDelete | LicenseStatus::Suspended => "warm",
        LicenseStatus::Deactivated | LicenseStatus::Expired | LicenseStatus::Deleted => "quiet",
    }
}

fn grant_tone(status: GrantStatus) -> &'static str {
    match status {
        GrantStatus::Active | GrantStatus::WorkflowCompleted => "good",
        GrantStatus::PendingWorkflow | GrantStatus::PendingAccept | GrantStatus::PendingDelete | GrantStatus::Disabled => "warm",
        GrantStatus::FailedWorkflow => "bad",
        GrantStatus::Rejected | GrantStatus::Deleted => "quiet",
    }
}
