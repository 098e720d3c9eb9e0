//! Resources that can be shared, and what accounts may do with those of others.

use super::{Cell, Empty, Table, account_name, code, newest_first, row, text};
use crate::app::pages::Pages;
use crate::app::suggestion::Suggestion;
use simulator::Simulator;
use simulator::ram::effective::{self, Allowance};
use simulator::ram::share::{AssociationKind, Attached};
use simulator::value::AccountId;

/// The resources the playground knows. Others are shared by their ARNs all the same.
pub(super) fn resources(simulator: &Simulator, pages: &Pages) -> Table {
    let shares = simulator.ram().shares();
    let rows = pages.newest("Resources", || simulator.ram().resources().rev()).map(|owned| {
        let found = shares.with_entity(AssociationKind::Resource, &owned.arn, None);
        let names = found.filter(|(_, found)| found.state().is_live()).filter_map(|(_, found)| shares.share_of(found));
        let names: Vec<_> = names.map(|share| share.name().to_owned()).collect();
        let cells = vec![
            code(&owned.arn),
            code(&owned.resource_type),
            Cell::Text(account_name(simulator, &owned.account)),
            code(owned.region.as_str()),
            Cell::Text(names.join(", ")),
            text(if owned.policy.is_some() { "edited directly" } else { "" }),
        ];
        row(&owned.arn, None, cells)
    });
    Table {
        columns: &["Resource", "Type", "Owner", "Region", "Resource shares", "Resource policy"],
        page: rows,
        empty: Some(Empty { text: "No resources yet. Create one below.", operation: None }),
        machine: None,
    }
}

/// What each account may do with resources of others, share by share. A page has so many shared resources: each account that
/// may do something with one of them is a row.
pub(super) fn access(simulator: &Simulator, pages: &Pages) -> Table {
    let (ram, world) = (simulator.ram(), simulator.world());
    let resources = || {
        let shares = ram.shares().all().enumerate().rev();
        shares.flat_map(|(number, _)| newest_first(ram.shares().in_effect(number, AssociationKind::Resource, None)))
    };
    let rows = pages.newest("Access to shared resources", resources).flat_map(|(number, association)| {
        let consumers = world.accounts.keys().map(move |account| (number, association, account));
        consumers.filter_map(|(number, association, account)| {
            let mut found = effective::for_account(ram, world, association.entity(), account);
            let allowance = found.find(|allowance| allowance.number == association.share())?;
            (allowance.share.account() != account).then(|| {
                let key = format!("{number} {account}");
                row(key, None, cells(simulator, account, association.entity(), &allowance))
            })
        })
    });
    Table {
        columns: &["Account", "Resource", "Actions", "Condition", "Permission", "Share"],
        page: rows,
        empty: Some(Empty {
            text: "No account can use another account's resources yet. Share a resource, accept the invitation as the invited account, and finish the background work.",
            operation: None,
        }),
        machine: None,
    }
}

fn cells(simulator: &Simulator, account: &AccountId, resource: &str, allowance: &Allowance<'_>) -> Vec<Cell> {
    let actions = if allowance.statement.is_some() { allowance.actions().join(", ") } else { "not published by AWS".to_owned() };
    vec![
        Cell::Text(account_name(simulator, account)),
        code(resource),
        Cell::Code(actions),
        Cell::Code(allowance.condition().map_or_else(String::new, ToString::to_string)),
        Cell::Code(allowance.attached.map_or_else(String::new, Attached::label)),
        text(allowance.share.name()),
    ]
}

/// The resources' ARNs.
pub fn resource_names(simulator: &Simulator) -> impl Iterator<Item = Suggestion> {
    let found = simulator.ram().resources().map(|owned| (owned.arn.clone(), owned.resource_type.clone()));
    found.map(|(value, label)| Suggestion { value, label })
}
