//! Resources that can be shared, and what accounts may do with those of others.

use super::{Cell, Empty, Table, account_name, code, row, text};
use crate::app::form::Suggestion;
use simulator::Simulator;
use simulator::ram::effective::{self, Allowance};
use simulator::ram::share::{AssociationKind, Attached};
use simulator::value::AccountId;

/// How many rows of what consumers may do are shown: each has its actions in it.
const MOST: usize = 200;

/// The resources the playground knows. Others are shared by their ARNs all the same.
pub(super) fn resources(simulator: &Simulator) -> Table {
    let shares = simulator.ram().shares();
    let rows = simulator.ram().resources().map(|owned| {
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
        caption: "Resources",
        columns: &["Resource", "Type", "Owner", "Region", "Resource shares", "Resource policy"],
        rows: rows.collect(),
        empty: Some(Empty { text: "No resources yet. Create one below.", operation: None }),
        moves: None,
    }
}

/// What each account may do with resources of others, share by share.
pub(super) fn access(simulator: &Simulator) -> Table {
    let (ram, world) = (simulator.ram(), simulator.world());
    let resources = ram.shares().all().enumerate().flat_map(|(number, _)| ram.shares().in_effect(number, AssociationKind::Resource, None));
    let rows = resources.flat_map(|(number, association)| {
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
        caption: "Access to shared resources",
        columns: &["Account", "Resource", "Actions", "Condition", "Permission", "Share"],
        rows: rows.take(MOST).collect(),
        empty: Some(Empty {
            text: "No account can use another account's resources yet. Share a resource, accept the invitation as the invited account, and finish the background work.",
            operation: None,
        }),
        moves: None,
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
pub fn resource_names(simulator: &Simulator) -> Vec<Suggestion> {
    let found = simulator.ram().resources().map(|owned| (owned.arn.clone(), owned.resource_type.clone()));
    found.map(|(value, label)| Suggestion { value, label }).collect()
}
