//! Changes of the world without a request to one of the two services.

use super::Simulator;
use super::json::{Json, JsonError, one_of, put, through_json};
use super::operation::Change;
use super::ram::{ResourcePlacement, ResourcePolicy, SharePlacement};
use super::value::AccountId;
use super::world::{Account, Organization};
use serde_json::{Map, Value};

/// A change by a person on the page or by a session. In reality it happens in IAM, in AWS Organizations, or elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub enum Intervention {
    /// Adds an account, or replaces the switches of an account.
    Account(Account),
    /// Adds an organization, or replaces one.
    Organization(Organization),
    /// Changes settings, by their names.
    Settings(Map<String, Value>),
    /// Puts a customer managed permission on a resource share.
    Share(SharePlacement),
    /// Creates or deletes a resource that can be shared.
    Resource(ResourcePlacement),
    /// Writes or removes a hand-written resource policy.
    ResourcePolicy(ResourcePolicy),
}

const KINDS: &[&str] = &["account", "organization", "settings", "share", "resource", "resourcePolicy"];

impl Json for Intervention {
    fn read(value: &Value) -> Result<Self, JsonError> {
        let mut members = Map::read(value)?.into_iter();
        let (Some((kind, value)), None) = (members.next(), members.next()) else {
            return Err(JsonError::new(format!("a change has one member, {}", one_of(KINDS))));
        };
        let change = match kind.as_str() {
            "account" => Account::read(&value).map(Self::Account),
            "organization" => Organization::read(&value).map(Self::Organization),
            "settings" => Map::read(&value).map(Self::Settings),
            "share" => SharePlacement::read(&value).map(Self::Share),
            "resource" => ResourcePlacement::read(&value).map(Self::Resource),
            "resourcePolicy" => ResourcePolicy::read(&value).map(Self::ResourcePolicy),
            _ => return Err(JsonError::none_of(KINDS, &Value::String(kind))),
        };
        change.map_err(|misfit| misfit.within(&kind))
    }

    fn write(&self) -> Value {
        let (kind, value) = match self {
            Self::Account(account) => ("account", account.write()),
            Self::Organization(organization) => ("organization", organization.write()),
            Self::Settings(changes) => ("settings", changes.write()),
            Self::Share(placement) => ("share", placement.write()),
            Self::Resource(placement) => ("resource", placement.write()),
            Self::ResourcePolicy(policy) => ("resourcePolicy", policy.write()),
        };
        let mut object = Map::new();
        put(&mut object, kind, value);
        Value::Object(object)
    }
}

through_json!(Intervention);

impl Intervention {
    pub(super) fn carry_out(&self, simulator: &mut Simulator) -> Result<Vec<Change>, String> {
        match self {
            Self::Account(account) => {
                simulator.world.put_account(account);
                Ok(Vec::new())
            }
            Self::Organization(organization) => {
                let former = simulator.world.organizations.get(&organization.id).cloned();
                simulator.world.put_organization(organization)?;
                let mut changes = Vec::new();
                let was_in = |account: &AccountId| former.as_ref().is_some_and(|former| former.has(account));
                let world = &simulator.world;
                for account in world.accounts.keys().filter(|account| was_in(account) != organization.has(account)) {
                    simulator.ram.follow_membership(account, world, &mut changes);
                }
                Ok(changes)
            }
            Self::Settings(changes) => simulator.world.change_settings(changes).map(|()| Vec::new()),
            Self::Share(placement) => simulator.ram.place_share(placement, &mut simulator.world),
            Self::Resource(placement) => simulator.ram.put_resource(placement, &simulator.world),
            Self::ResourcePolicy(policy) => simulator.ram.put_policy(policy, &mut simulator.world),
        }
    }
}
