//! What a search for a passing call tries, and what it leaves out.

use crate::calls::{Given, Moment, reads, subjects, tags};
use crate::resource::Resource;
use crate::search::Searched;
use serde_json::Value;
use simulator::schema::Meaning;
use simulator::session::{CallStep, Input};
use simulator::value::AccountId;
use simulator::{Operation, Simulator};
use std::collections::BTreeSet;

/// So many accounts send calls at most.
const MOST_ACCOUNTS: usize = 8;

/// Calls are tried about so many resources at most.
const MOST_RESOURCES: usize = 60;

/// For so many seconds RAM remembers a client token.
const RAM_TOKEN_SECONDS: u32 = 86_400;

/// What is tried.
#[derive(Debug)]
pub(super) struct Scope {
    operations: Vec<&'static Operation>,
    accounts: Vec<AccountId>,
    given: Given,
    /// The resources at the beginning. Later ones are in scope.
    first: BTreeSet<String>,
    /// The texts of the call, which can name resources.
    texts: Vec<String>,
    /// Whether the call names resources that are there at the beginning.
    names_resources: bool,
    /// Times to wait, in seconds.
    pub(super) waits: Vec<u32>,
    limits: Vec<&'static str>,
}

impl Scope {
    pub(super) fn of(call: &CallStep, simulator: &Simulator) -> Self {
        let input: Value = match &call.input {
            Input::Value(value) => value.clone(),
            Input::Text(text) => serde_json::from_str(text).unwrap_or_default(),
        };
        let about_tags = tags(call.operation, simulator);
        let is_tried = |operation: &&'static Operation| !reads(operation) && (about_tags || !tags(operation, simulator));
        let operations = call.operation.service.operations().filter(is_tried).collect();
        let mut limits = vec![
            "Only calls that change something are tried, with proposals for their members, the values of the call itself, and the corrections that remedies name.",
            "New resources are made only as the call can name them: with its values.",
            "Only operations of the call's own service are tried: the services store nothing in common.",
            "Two states that differ only in the moments since now at which something happened count as one.",
        ];
        if !about_tags {
            limits.push("Calls that only change tags are left out.");
        }
        let accounts = accounts(call, simulator, &mut limits);
        let mut texts = Vec::new();
        collect(&input, &mut texts);
        let all = Resource::all(simulator);
        let names_resources = all.iter().any(|resource| is_named(resource, &texts, simulator));
        if names_resources {
            limits.push("Calls are tried only about resources that belong to those that the call names, and about new ones.");
        }
        if all.len() > MOST_RESOURCES {
            limits.push("Of the resources, at most 60 are tried.");
        }
        let waits = match (call.operation.input)().meant(Meaning::ClientToken, simulator.world().vintage) {
            Some(member) if input.get(member.name).is_some() => {
                vec![simulator.world().settings.client_token_minutes.saturating_mul(60), RAM_TOKEN_SECONDS]
            }
            _ => Vec::new(),
        };
        let given = Given::of(call.operation, &input, simulator, accounts.clone());
        let first = all.into_iter().map(|resource| resource.id).collect();
        Self { operations, accounts, given, first, texts, names_resources, waits, limits }
    }

    /// The calls that are tried in a state.
    pub(super) fn calls(&self, moment: &Moment<'_>, target: &CallStep) -> Vec<CallStep> {
        let resources = self.resources(moment.simulator);
        let mut calls = Vec::new();
        for operation in &self.operations {
            for about in subjects(operation, &resources, moment.simulator) {
                for account in &self.accounts {
                    calls.extend(moment.calls(operation, account, &about, Some(&self.given)));
                }
            }
        }
        calls.retain(|call| call != target);
        calls
    }

    /// The resources about which calls are tried in a state.
    fn resources(&self, simulator: &Simulator) -> Vec<Resource> {
        let all = Resource::all(simulator);
        let is_in =
            |resource: &Resource| !self.names_resources || !self.first.contains(&resource.id) || is_named(resource, &self.texts, simulator);
        let named: Vec<_> = all.into_iter().rev().filter(is_in).take(MOST_RESOURCES).collect();
        if self.names_resources { Resource::with_related(named, simulator, MOST_RESOURCES) } else { named }
    }

    pub(super) fn searched(&self, tried: usize, states: usize, depth: usize, cut: bool) -> Searched {
        Searched {
            tried,
            states,
            depth,
            cut,
            operations: self.operations.iter().map(|operation| operation.action()).collect(),
            accounts: self.accounts.iter().map(AccountId::to_string).collect(),
            limits: self.limits.clone(),
        }
    }
}

/// Whether one of the texts is the resource's ID, or names it otherwise: by its name, or by the SKU of a license.
fn is_named(resource: &Resource, texts: &[String], simulator: &Simulator) -> bool {
    let license = simulator.license_manager().license(&resource.id);
    let sku = license.map(|license| license.terms().product_sku.to_string());
    let names = [Some(resource.id.clone()), resource.name(simulator), sku];
    names.iter().flatten().any(|name| texts.contains(name))
}

/// The accounts that send calls: the caller, then the management accounts, then the others by ID.
fn accounts(call: &CallStep, simulator: &Simulator, limits: &mut Vec<&'static str>) -> Vec<AccountId> {
    let world = simulator.world();
    let mut accounts = vec![call.account.clone()];
    accounts.extend(world.organizations.values().map(|organization| organization.management_account.clone()));
    accounts.extend(world.accounts.keys().cloned());
    let mut seen = BTreeSet::new();
    accounts.retain(|account| seen.insert(account.clone()));
    if accounts.len() > MOST_ACCOUNTS {
        accounts.truncate(MOST_ACCOUNTS);
        limits.push("Of the accounts, eight are tried.");
    }
    accounts
}

fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(members) => members.values().for_each(|value| collect(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
