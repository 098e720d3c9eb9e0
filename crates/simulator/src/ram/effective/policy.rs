//! The resource policy that RAM attaches to a shared resource.
//!
//! The version, the names of the statements and the order of their elements are from an example of the AWS CLI, which shows a
//! share without principals. How each kind of principal is written is an assumption. It follows policies that service owners
//! write by hand. Customers' templates cannot use the condition keys that RAM uses here.

use super::{Allowance, of_resource};
use crate::json::object;
use crate::ram::principal::Principal;
use crate::ram::share::{Association, AssociationKind};
use crate::ram::store::Store;
use crate::value::{AccountId, Arn, Region};
use serde_json::{Map, Value};

/// The version of the policy language that RAM writes.
const VERSION: &str = "2008-10-17";

/// The resource policy that a Region's shares with a resource create, optionally for one principal. `None` if no share has the
/// resource, or if the permissions' texts are not public.
pub fn policy_of(store: &Store, resource_arn: &str, region: &Region, principal: Option<&str>) -> Option<String> {
    let mut statements = Vec::new();
    for allowance in of_resource(store, resource_arn).filter(|allowance| allowance.share.region() == region) {
        let found = store.shares.within(allowance.number, AssociationKind::Principal, None).map(|(_, association)| association);
        let found: Vec<_> =
            found.filter(|found| found.state().is_in_effect() && principal.is_none_or(|name| name == found.entity())).collect();
        if principal.is_some() && found.is_empty() {
            continue;
        }
        for (who, condition) in groups(store, &allowance, &found) {
            let sid = format!("RamStatement{}", statements.len() + 1);
            statements.extend(statement(&allowance, resource_arn, sid, who, condition));
        }
    }
    (!statements.is_empty()).then(|| object([("Version", VERSION.into()), ("Statement", statements.into())]).to_string())
}

/// The principals as the policy names them, in groups, each with its condition. Accounts, roles and users are one group.
fn groups(store: &Store, allowance: &Allowance<'_>, principals: &[&Association]) -> Vec<(Value, Map<String, Value>)> {
    let (mut accounts, mut groups) = (Vec::new(), Vec::new());
    for association in principals {
        match Principal::parse(association.entity()) {
            Some(Principal::Account(_) | Principal::Identity(..)) | None => accounts.push(association.entity()),
            Some(Principal::Organization(id, _)) => groups.push(("*".into(), condition("StringEquals", "aws:PrincipalOrgID", id.into()))),
            Some(Principal::Unit(unit, arn)) => {
                let organization = arn.split('/').nth(1).unwrap_or_default();
                let paths = [format!("{organization}/*/{unit}/*")].into_iter().collect();
                groups.push(("*".into(), condition("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", paths)));
            }
            Some(Principal::Service(name)) => groups.push((object([("Service", name.into())]), sources(store, allowance))),
        }
    }
    if !accounts.is_empty() || groups.is_empty() {
        groups.insert(0, (object([("AWS", accounts.into())]), Map::new()));
    }
    groups
}

/// The conditions for a service principal: requests must come from the share's sources, or else from the owner.
fn sources(store: &Store, allowance: &Allowance<'_>) -> Map<String, Value> {
    let found = store.shares.within(allowance.number, AssociationKind::Source, None).map(|(_, association)| association);
    let mut conditions = Map::new();
    for source in found.filter(|source| source.state().is_in_effect()) {
        let (operator, key) = match source.entity() {
            text if text.parse::<AccountId>().is_ok() => ("StringEquals", "aws:SourceAccount"),
            text if text.parse::<Arn>().is_ok() => ("ArnLike", "aws:SourceArn"),
            text if text.contains('/') => ("ForAnyValue:StringLike", "aws:SourceOrgPaths"),
            _ => ("StringEquals", "aws:SourceOrgID"),
        };
        let block = conditions.entry(operator).or_insert_with(|| Value::Object(Map::new()));
        if let Some(block) = block.as_object_mut()
            && let Some(values) = block.entry(key).or_insert_with(|| Value::Array(Vec::new())).as_array_mut()
        {
            values.push(source.entity().into());
        }
    }
    if conditions.is_empty() {
        return condition("StringEquals", "aws:SourceAccount", [allowance.share.account().as_str()].into_iter().collect());
    }
    conditions
}

fn condition(operator: &str, key: &str, value: Value) -> Map<String, Value> {
    let mut keys = Map::new();
    keys.insert(key.to_owned(), value);
    let mut condition = Map::new();
    condition.insert(operator.to_owned(), Value::Object(keys));
    condition
}

/// A statement: it allows the principals what the template allows, if both conditions are met.
fn statement(allowance: &Allowance<'_>, resource_arn: &str, sid: String, who: Value, condition: Map<String, Value>) -> Option<Value> {
    let template = allowance.statement.as_ref()?;
    let action = template.get("Action")?.clone();
    let elements =
        [("Sid", sid.into()), ("Effect", "Allow".into()), ("Principal", who), ("Action", action), ("Resource", resource_arn.into())];
    let mut statement: Map<String, Value> = elements.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let mut conditions = template.get("Condition").and_then(Value::as_object).cloned().unwrap_or_default();
    for (operator, keys) in condition {
        match conditions.get_mut(&operator).and_then(Value::as_object_mut) {
            Some(block) => block.extend(keys.as_object().cloned().unwrap_or_default()),
            None => {
                conditions.insert(operator, keys);
            }
        }
    }
    if !conditions.is_empty() {
        statement.insert("Condition".to_owned(), Value::Object(conditions));
    }
    Some(Value::Object(statement))
}
