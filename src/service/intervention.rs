//! What changes the world without a call to the two services.

use super::Simulator;
use super::json::{Json, Misfit, one_of, put, through_json};
use super::operation::Change;
use super::ram::SharePlacement;
use super::world::{Account, Organization};
use serde_json::{Map, Value};

/// A change made on the page or by a session: what in real life happens in IAM, in AWS Organizations, or elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub enum Intervention {
    /// Adds an account, or replaces what is switched in one.
    Account(Account),
    /// Adds an organization, or replaces one.
    Organization(Organization),
    /// Changes settings, by their names.
    Settings(Map<String, Value>),
    /// Puts a customer managed permission on a resource share.
    Share(SharePlacement),
}

const KINDS: &[&str] = &["account", "organization", "settings", "share"];

impl Json for Intervention {
    fn read(value: &Value) -> Result<Self, Misfit> {
        let mut members = Map::read(value)?.into_iter();
        let (Some((kind, value)), None) = (members.next(), members.next()) else {
            return Err(Misfit::new(format!("a change has one member, {}", one_of(KINDS))));
        };
        let change = match kind.as_str() {
            "account" => Account::read(&value).map(Self::Account),
            "organization" => Organization::read(&value).map(Self::Organization),
            "settings" => Map::read(&value).map(Self::Settings),
            "share" => SharePlacement::read(&value).map(Self::Share),
            _ => return Err(Misfit::none_of(KINDS, &Value::String(kind))),
        };
        change.map_err(|misfit| misfit.within(&kind))
    }

    fn write(&self) -> Value {
        let (kind, value) = match self {
            Self::Account(account) => ("account", account.write()),
            Self::Organization(organization) => ("organization", organization.write()),
            Self::Settings(changes) => ("settings", changes.write()),
            Self::Share(placement) => ("share", placement.write()),
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
            Self::Organization(organization) => simulator.world.put_organization(organization).map(|()| Vec::new()),
            Self::Settings(changes) => simulator.world.change_settings(changes).map(|()| Vec::new()),
            Self::Share(placement) => simulator.ram.place_share(placement, &mut simulator.world).map(|change| vec![change]),
        }
    }
}
