//! What both services use: accounts, organizations, the clock, the IDs, the settings.

mod account;
mod ids;
mod options;
mod organization;
mod receipts;
mod settings;

pub use account::Account;
pub use ids::Ids;
pub use options::Options;
pub use organization::{Organization, Unit};
pub use receipts::{Known, Receipts};
pub use settings::{
    ConsumptionRegion, DeletedLicenseStatus, NewLicenseStatus, OrganizationGrantStatus, RefusedCheckIn, Setting, SettingText, Settings,
    UngrantedOperation, ValueEcho, WorkflowOutcome, WorkflowPace,
};

use super::collection;
use super::json::Json;
use super::schema::Vintage;
use super::value::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The world of a session, without what the services store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// The edition of the API model that the services use.
    pub vintage: Vintage,
    /// The session's time.
    pub now: Timestamp,
    /// The source of every id.
    pub ids: Ids,
    /// The settings.
    pub settings: Settings,
    /// The accounts, by id.
    pub accounts: collection::Map<AccountId, Account>,
    /// The organizations, by id.
    pub organizations: collection::Map<String, Organization>,
    /// How often an organization was changed.
    pub organization_changes: u64,
}

impl World {
    /// The organization an account belongs to.
    pub fn organization_of(&self, account: &AccountId) -> Option<&Organization> {
        self.organizations.values().find(|organization| organization.has(account))
    }

    /// The accounts of an organization or OU principal, including the management account, ordered by ID.
    /// `None` if there is no such organization or unit.
    pub fn accounts_of(&self, principal: &str) -> Option<Vec<AccountId>> {
        self.organizations.values().find_map(|organization| organization.accounts_of(principal))
    }
}

/// The changes of the world. The error of each is a sentence that says why the change is not possible.
impl World {
    /// Adds an account, or replaces the switches of an account.
    pub fn put_account(&mut self, account: &Account) {
        self.accounts.insert(account.id.clone(), account.clone());
    }

    /// Adds or replaces an organization, and adds its accounts.
    pub fn put_organization(&mut self, organization: &Organization) -> Result<(), String> {
        for account in organization.accounts() {
            if let Some(other) = self.organization_of(account).filter(|other| other.id != organization.id) {
                return Err(format!(
                    "account `{account}` is in `{}` and in `{}`; an account belongs to one organization at most",
                    other.id, organization.id
                ));
            }
        }
        organization.check()?;
        for account in organization.accounts() {
            // An account that only an organization lists.
            if !self.accounts.contains_key(account) {
                self.put_account(&Account::new(account.clone(), ""));
            }
        }
        self.organizations.insert(organization.id.clone(), organization.clone());
        self.organization_changes += 1;
        Ok(())
    }

    /// Changes settings by their names. The other settings keep their values.
    pub fn change_settings(&mut self, changes: &Map<String, Value>) -> Result<(), String> {
        let mut settings = self.settings.write();
        if let Value::Object(members) = &mut settings {
            members.extend(changes.clone());
        }
        self.settings = Settings::read(&settings).map_err(|error| format!("the settings can't be changed: {error}"))?;
        Ok(())
    }
}
