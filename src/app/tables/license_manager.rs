//! The tables of licenses, grants, checkouts and tokens.

use super::{Cell, Empty, Table, account_name, code, mark, newest_first, numbered, place, row, text};
use crate::app::pages::Pages;
use crate::app::suggestion::Suggestion;
use crate::app::transitions;
use simulator::Simulator;
use simulator::collection::Set;
use simulator::license_manager::consumption::ConsumptionState;
use simulator::license_manager::grant::GrantState;
use simulator::license_manager::license::LicenseState;
use simulator::license_manager::shapes::Entitlement;
use simulator::license_manager::token::TokenState;
use simulator::license_manager::{Grant, License, Principal, Tags};

/// The licenses.
pub(super) fn licenses(simulator: &Simulator, pages: &Pages) -> Table {
    let rows = pages.newest("Licenses", || simulator.license_manager().licenses().rev()).map(|license| {
        let (terms, current) = (license.terms(), license.current());
        let cells = vec![
            text(&current.content().name),
            mark(current.state()),
            Cell::Code(license.version().to_string()),
            Cell::Text(account_name(simulator, &terms.owner)),
            code(&terms.product_sku),
            code(terms.home_region.as_str()),
            code(&terms.arn),
            tags(license.tags()),
            Cell::Code(license.kept_until().map_or_else(String::new, |end| end.to_string())),
        ];
        row(&*terms.arn, place(&LicenseState::ALL, current.state()), cells)
    });
    Table {
        columns: &["Name", "Status", "Version", "Issuer account", "Product SKU", "Home Region", "ARN", "Tags", "Readable until"],
        page: rows,
        empty: Some(Empty::create("No licenses yet.", "CreateLicense")),
        machine: Some(&transitions::LICENSE),
    }
}

/// Every version of every license that has more than one.
pub(super) fn license_versions(simulator: &Simulator, pages: &Pages) -> Table {
    let versions = || {
        let licenses = simulator.license_manager().licenses().rev().filter(|license| license.version() > 1);
        licenses.flat_map(|license| newest_first(license.versions()).map(move |version| (license, version)))
    };
    let rows = pages.newest("License versions", versions).map(|(license, (number, version))| {
        let content = version.content();
        let entitlements: Vec<_> = content.entitlements.0.iter().map(entitlement).collect();
        let cells = vec![
            Cell::Code(format!("{}:{number}", content.name)),
            mark(version.state()),
            text(&content.product_name),
            code(content.validity.end.as_ref().map_or("", |end| end.as_str())),
            Cell::Text(entitlements.join(", ")),
        ];
        row(format!("{}:{number}", license.arn()), None, cells)
    });
    Table {
        columns: &["Version", "Status", "Product", "Valid until", "Entitlements"],
        page: rows,
        empty: Some(Empty::create("No license has a second version yet.", "CreateLicenseVersion")),
        machine: None,
    }
}

/// The grants.
pub(super) fn grants(simulator: &Simulator, pages: &Pages) -> Table {
    let rows = pages.newest("Grants", || simulator.license_manager().grants().rev()).map(|grant| {
        let (terms, current) = (grant.terms(), grant.current());
        let operations: Vec<_> = current.operations().iter().map(|operation| operation.as_str()).collect();
        let cells = vec![
            text(current.name()),
            mark(current.state()),
            Cell::Code(grant.version().to_string()),
            Cell::Text(account_name(simulator, &terms.grantor)),
            Cell::Text(principal_name(simulator, &terms.principal)),
            code(terms.home_region.as_str()),
            code(&terms.arn),
            code(&terms.parent_arn),
            Cell::Text(operations.join(", ")),
            tags(grant.tags()),
        ];
        row(&*terms.arn, place(&GrantState::ALL, current.state()), cells)
    });
    Table {
        columns: &["Name", "Status", "Version", "Grantor", "Grantee", "Home Region", "ARN", "Parent ARN", "Allowed operations", "Tags"],
        page: rows,
        empty: Some(Empty::create("No grants yet.", "CreateGrant")),
        machine: Some(&transitions::GRANT),
    }
}

/// How much of each counted entitlement is in use, where anything was ever checked out.
pub(super) fn usage(simulator: &Simulator, pages: &Pages) -> Table {
    let store = simulator.license_manager();
    let licenses = || {
        let mut seen = Set::new();
        let arns = store.consumptions().rev().map(|consumption| consumption.terms().license_arn.as_str());
        arns.filter(move |arn| seen.insert((*arn).to_owned())).filter_map(|arn| store.license(arn))
    };
    let rows = pages.newest("License usage", licenses).flat_map(|license| {
        let content = license.current().content();
        let renewed = license.renewed(&simulator.world().settings, simulator.now());
        let counted = content.entitlements.0.iter().filter(|entitlement| entitlement.max_count.is_some());
        counted.map(move |entitlement| {
            let used = store.used(license.arn(), &entitlement.name, renewed);
            let most = entitlement.max_count.unwrap_or_default();
            let overage = if entitlement.overage == Some(true) { "allowed" } else { "" };
            let cells = vec![
                text(&content.name),
                code(&entitlement.name),
                Cell::Code(used.to_string()),
                Cell::Code(most.to_string()),
                text(entitlement.unit.as_str()),
                text(overage),
            ];
            row(format!("{} {}", license.arn(), entitlement.name), None, cells)
        })
    });
    Table {
        columns: &["License", "Entitlement", "In use", "Limit", "Unit", "Overage"],
        page: rows,
        empty: Some(Empty::create("No checkouts yet.", "CheckoutLicense")),
        machine: None,
    }
}

/// What was checked out.
pub(super) fn consumptions(simulator: &Simulator, pages: &Pages) -> Table {
    let rows = pages.newest("Checkouts", || simulator.license_manager().consumptions().rev()).map(|consumption| {
        let terms = consumption.terms();
        let entitlements: Vec<_> = terms
            .entitlements
            .0
            .iter()
            .map(|entitlement| {
                let value = entitlement.value.as_deref().map_or_else(String::new, |value| format!(": {value}"));
                format!("{}{value}", entitlement.name)
            })
            .collect();
        let cells = vec![
            code(consumption.token()),
            mark(consumption.state()),
            Cell::Text(account_name(simulator, &terms.account)),
            Cell::Text(entitlements.join(", ")),
            Cell::Code(terms.issued.to_string()),
            Cell::Code(consumption.expiration().map_or_else(String::new, |moment| moment.to_string())),
            code(&terms.license_arn),
        ];
        row(consumption.token(), place(&ConsumptionState::ALL, consumption.state()), cells)
    });
    Table {
        columns: &["Consumption token", "State", "Account", "Entitlements", "Checked out at", "Expires", "License"],
        page: rows,
        empty: None,
        machine: Some(&transitions::CONSUMPTION),
    }
}

/// The refresh tokens.
pub(super) fn tokens(simulator: &Simulator, pages: &Pages) -> Table {
    let rows = pages.newest("Refresh tokens", || simulator.license_manager().tokens().rev()).map(|token| {
        let terms = token.terms();
        let cells = vec![
            code(token.id()),
            mark(token.state()),
            Cell::Text(account_name(simulator, &terms.account)),
            Cell::Code(terms.issued.to_string()),
            Cell::Code(terms.expiration.to_string()),
            code(&terms.license_arn),
        ];
        row(token.id(), place(&TokenState::ALL, token.state()), cells)
    });
    Table {
        columns: &["ID", "State", "Account", "Created", "Expires", "License"],
        page: rows,
        empty: Some(Empty::create("No refresh tokens yet.", "CreateToken")),
        machine: Some(&transitions::TOKEN),
    }
}

fn tags(tags: &Tags) -> Cell {
    super::tags(&mut tags.iter().map(|tag| (tag.key.as_deref().unwrap_or_default(), tag.value.as_deref().unwrap_or_default())))
}

/// The public keys of the signatures.
pub(super) fn public_keys(simulator: &Simulator, pages: &Pages) -> Table {
    let rows = pages.given("Public keys", || simulator.license_manager().public_keys()).map(|key| {
        let name = key.get("kid").and_then(serde_json::Value::as_str).unwrap_or_default();
        row(name, None, vec![code(name), Cell::Code(key.to_string())])
    });
    Table {
        columns: &["Key", "JSON Web Key"],
        page: rows,
        empty: Some(Empty { text: "No public keys yet. CheckoutBorrowLicense and CreateToken sign the first tokens.", operation: None }),
        machine: None,
    }
}

/// The licenses' ARNs, the newest first.
pub fn license_names(simulator: &Simulator) -> impl Iterator<Item = Suggestion> {
    let licenses = simulator.license_manager().licenses().rev();
    licenses.map(|license| Suggestion { value: license.arn().to_owned(), label: license.current().content().name.clone() })
}

/// The grants' ARNs, the newest first.
pub fn grant_names(simulator: &Simulator) -> impl Iterator<Item = Suggestion> {
    let grants = simulator.license_manager().grants().rev();
    grants.map(|grant| {
        let (current, grantee) = (grant.current(), principal_name(simulator, &grant.terms().principal));
        Suggestion { value: grant.arn().to_owned(), label: format!("{} · {} · {grantee}", current.name(), current.status()) }
    })
}

/// The versions of the license with an ARN.
pub fn versions_of_license(simulator: &Simulator, arn: &str) -> Vec<Suggestion> {
    versions_to(simulator.license_manager().license(arn).map(License::version))
}

/// The versions of the grant with an ARN.
pub fn versions_of_grant(simulator: &Simulator, arn: &str) -> Vec<Suggestion> {
    versions_to(simulator.license_manager().grant(arn).map(Grant::version))
}

fn versions_to(latest: Option<usize>) -> Vec<Suggestion> {
    let latest = latest.unwrap_or_default();
    numbered((1..=latest).map(|number| number.to_string()), &latest.to_string())
}

pub(crate) fn principal_name(simulator: &Simulator, principal: &Principal) -> String {
    match principal {
        Principal::Account(account) => account_name(simulator, account),
        Principal::Organization(arn) => {
            arn.rsplit_once(":organization/").or_else(|| arn.rsplit_once(":ou/")).map_or(&**arn, |(_, id)| id).to_owned()
        }
    }
}

/// `Seats: 10 Count`, `Edition: pro`.
fn entitlement(entitlement: &Entitlement) -> String {
    let amount = match (&entitlement.value, entitlement.max_count) {
        (Some(value), _) => value.clone(),
        (None, Some(most)) => format!("{most} {}", entitlement.unit),
        (None, None) => return entitlement.name.clone(),
    };
    format!("{}: {amount}", entitlement.name)
}
