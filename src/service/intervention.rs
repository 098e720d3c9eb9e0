//! What changes the world without a call to the two services.

use super::Simulator;
use super::operation::Change;
use super::ram::SharePlacement;
use super::world::{Account, Organization};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A change made on the page or by a session: what in real life happens in IAM, in AWS Organizations, or elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
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
