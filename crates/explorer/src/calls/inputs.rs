//! Alternatives to a proposed input.

use crate::proposal::Scene;
use crate::resource;
use serde_json::Value;
use simulator::Simulator;
use simulator::license_manager::shapes::{GrantStatus, LicenseStatus};
use simulator::operation::Operation;
use simulator::ram::Permission;
use simulator::schema::{Kind, Meaning, Member, Shape, Wire};
use simulator::value::AccountId;

/// What alternatives are made from, besides the world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    /// The accounts that can be named as principals.
    pub(crate) principals: Vec<AccountId>,
    /// The values of a call, by their meanings.
    values: Vec<(Meaning, Value)>,
}

impl Given {
    /// The values of a call's members. Tokens are left out: each is used once.
    pub(crate) fn of(operation: &Operation, input: &Value, simulator: &Simulator, principals: Vec<AccountId>) -> Self {
        let members = (operation.input)().members(simulator.world().vintage);
        let values = members.filter_map(|member| {
            let meaning = member.meaning.filter(|meaning| !matches!(meaning, Meaning::ClientToken | Meaning::PageToken))?;
            Some((meaning, input.get(member.name)?.clone()))
        });
        let mut values: Vec<_> = values.collect();
        // The name of a permission is the end of its ARN.
        let arn = values.iter().find(|(meaning, _)| *meaning == Meaning::PermissionArn).and_then(|(_, arn)| arn.as_str());
        let name = arn.and_then(|arn| arn.rsplit('/').next()).map(|name| (Meaning::PermissionName, name.into()));
        values.extend(name);
        Self { principals, values }
    }
}

/// The input with the values that the given call has, if it has values for this operation. An operation without members has itself.
pub(super) fn like_given(input: &Value, scene: &Scene<'_>, given: &Given) -> Option<Value> {
    let is_empty = (scene.operation.input)().members(scene.simulator.world().vintage).next().is_none();
    let same = same(input.clone(), scene, given);
    (is_empty || same != *input).then_some(same)
}

/// The input and its alternatives: each other status, principal and version, and the values that the given call has.
pub(super) fn alternatives(input: Value, scene: &Scene<'_>, given: &Given) -> Vec<Value> {
    let vintage = scene.simulator.world().vintage;
    let members: Vec<_> = (scene.operation.input)().members(vintage).collect();
    let mut inputs = vec![input.clone()];
    for member in &members {
        for value in others(member, scene, given) {
            add(&mut inputs, with(&input, member, value));
        }
    }
    add(&mut inputs, same(input, scene, given));
    inputs
}

/// The input with the values that the given call has. What the input is about stays.
fn same(input: Value, scene: &Scene<'_>, given: &Given) -> Value {
    let is_about = |meaning: Meaning| resource::Kind::ALL.iter().any(|kind| kind.meanings().contains(&meaning));
    (scene.operation.input)().members(scene.simulator.world().vintage).fold(input, |input, member| {
        let value = given.values.iter().find(|(meaning, _)| Some(*meaning) == member.meaning && !is_about(*meaning));
        value.map_or_else(|| input.clone(), |(_, value)| with(&input, member, value.clone()))
    })
}

fn add(inputs: &mut Vec<Value>, input: Value) {
    if !inputs.contains(&input) {
        inputs.push(input);
    }
}

/// The other values of a member that are tried.
fn others(member: &Member, scene: &Scene<'_>, given: &Given) -> Vec<Value> {
    let shape = (member.shape)();
    let principals = || given.principals.iter().filter(|account| *account != scene.account);
    match member.meaning {
        // `CreateGrantVersion` accepts no other status.
        Some(Meaning::GrantStatus) => vec![GrantStatus::Active.write(), GrantStatus::Disabled.write()],
        // Nor does `CreateLicenseVersion`.
        Some(Meaning::LicenseStatus) => {
            [LicenseStatus::Available, LicenseStatus::Deactivated, LicenseStatus::Suspended].iter().map(Wire::write).collect()
        }
        Some(Meaning::PermissionStatus) => shape.choices(scene.simulator.world().vintage).map(Value::from).collect(),
        Some(Meaning::PrincipalArn) => principals().map(|account| account.root_arn().into()).collect(),
        Some(Meaning::Principal) => principals().map(|account| account.as_str().into()).collect(),
        Some(Meaning::PermissionVersion) if member.is_required() => {
            let versions = scene.permission.into_iter().flat_map(Permission::live_versions);
            versions.map(|version| version.number().into()).collect()
        }
        _ => Vec::new(),
    }
}

/// The input with another value of a member, as a list if the member is one.
fn with(input: &Value, member: &Member, value: Value) -> Value {
    let mut input = input.clone();
    if let Value::Object(members) = &mut input {
        members.insert(member.name.to_owned(), fitted((member.shape)(), value));
    }
    input
}

fn fitted(shape: &Shape, value: Value) -> Value {
    match (&shape.kind, value) {
        (Kind::List(_), Value::Array(values)) => values.into(),
        (Kind::List(_), value) => vec![value].into(),
        (_, Value::Array(values)) => values.into_iter().next().unwrap_or_default(),
        (_, value) => value,
    }
}
