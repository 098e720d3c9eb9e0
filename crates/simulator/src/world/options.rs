//! How a session's world begins.

use super::{Account, Ids, Organization, Settings, Unit, World};
use crate::collection::Map;
use crate::json::record;
use crate::schema::Vintage;
use crate::value::excerpt;
use crate::value::{AccountId, Timestamp};

/// Everything that determines a new simulator. Every part has a default.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The seed of every id.
    pub seed: u64,
    /// The time at which the session starts.
    pub start: Timestamp,
    /// The edition of the API model.
    pub vintage: Vintage,
    /// The settings.
    pub settings: Settings,
    /// The accounts. Members of organizations that are not listed here are added.
    pub accounts: Vec<Account>,
    /// The organizations.
    pub organizations: Vec<Organization>,
}

record! { whole Options, |_| Self::default(), {
    seed = "seed",
    start = "start",
    vintage = "vintage",
    settings = "settings",
    accounts = "accounts",
    organizations = "organizations",
} }

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            start: Timestamp::DEFAULT_START,
            vintage: Vintage::default(),
            settings: Settings::default(),
            accounts: default_accounts(),
            organizations: default_organizations(),
        }
    }
}

impl Options {
    /// The world that these options describe. The error is a sentence that says what is wrong with them.
    pub fn world(&self) -> Result<World, String> {
        let mut accounts = Map::new();
        for account in &self.accounts {
            if !accounts.insert(account.id.clone(), account.clone()) {
                return Err(format!("account `{}` is listed twice; list each account once", account.id));
            }
        }
        let mut world = World {
            vintage: self.vintage,
            now: self.start,
            ids: Ids::new(self.seed),
            settings: self.settings.clone(),
            accounts,
            organizations: Map::new(),
            organization_changes: 0,
        };
        for organization in &self.organizations {
            if world.organizations.contains_key(&organization.id) {
                return Err(format!("organization `{}` is listed twice; list each organization once", organization.id));
            }
            world.put_organization(organization)?;
        }
        // Nothing was different before.
        world.organization_changes = 0;
        Ok(world)
    }
}

impl Organization {
    /// Checks that the organization's parts are consistent.
    pub(super) fn check(&self) -> Result<(), String> {
        if !is_organization_id(&self.id) {
            return Err(format!(
                "`{}` is not the id of an organization; write `o-` and 10 to 32 lower-case letters or digits, for example `o-exampleorg1`",
                excerpt(&self.id)
            ));
        }
        if let Some(account) = self.delegated_administrator.as_ref().filter(|account| !self.members.contains_key(*account)) {
            return Err(format!("account `{account}` administers `{}` but is not one of its members; add it to `members`", self.id));
        }
        let places = self.members.values().flatten().chain(self.units.values().filter_map(|unit| unit.parent.as_ref()));
        for unit in places {
            if !self.units.contains_key(unit) {
                return Err(format!("organization `{}` has no unit `{unit}`; add it to `units`", self.id));
            }
        }
        if let Some(unit) = self.units.keys().find(|unit| self.is_nested_in_itself(unit)) {
            return Err(format!("unit `{unit}` of `{}` is nested in itself; give it, or a unit above it, another `parent`", self.id));
        }
        Ok(())
    }

    fn is_nested_in_itself(&self, unit: &str) -> bool {
        let parent = |unit: &str| self.units.get(unit).and_then(|unit| unit.parent.as_deref());
        std::iter::successors(parent(unit), |above| parent(above)).take(self.units.len()).any(|above| above == unit)
    }
}

/// Whether the text has the form of an organization's ID.
fn is_organization_id(text: &str) -> bool {
    let rest = text.strip_prefix("o-").unwrap_or_default();
    (10..=32).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// The default accounts, with IDs from AWS's documentation: a vendor, a customer's management account with a member, and an outsider.
const DEFAULT_ACCOUNTS: [(&str, &str); 4] =
    [("111122223333", "Vendor"), ("123456789012", "Customer"), ("210987654321", "Customer's member"), ("444455556666", "Outsider")];

fn default_accounts() -> Vec<Account> {
    DEFAULT_ACCOUNTS.iter().filter_map(|(id, name)| Some(Account::new(id.parse().ok()?, name))).collect()
}

fn default_organizations() -> Vec<Organization> {
    let account = |id: &str| id.parse::<AccountId>().ok();
    let (Some(management_account), Some(member)) = (account("123456789012"), account("210987654321")) else { return Vec::new() };
    let unit = "ou-exam-workload1".to_owned();
    let mut organization = Organization::new("o-exampleorg1".to_owned(), management_account);
    organization.units.insert(unit.clone(), Unit { name: "Workloads".to_owned(), parent: None });
    organization.members.insert(member, Some(unit));
    vec![organization]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_world_is_whole() {
        let world = Options::default().world().unwrap();
        assert_eq!(world.accounts.len(), 4);
        let organization = world.organizations.values().next().unwrap();
        assert_eq!(world.accounts_of(&organization.arn()).unwrap().len(), 2);
        assert_eq!(world.accounts_of(&organization.unit_arn("ou-exam-workload1")).unwrap(), ["210987654321".parse().unwrap()]);
        assert_eq!(world.accounts_of("arn:aws:organizations::123456789012:organization/o-another000"), None);
    }

    #[test]
    fn an_organization_has_an_id_and_no_ring_of_units() {
        for id in ["", "x", "o-short", "o-Exampleorg1", "o-exampleorg1/x"] {
            let mut options = Options::default();
            options.organizations[0].id = id.into();
            let expected = format!(
                "`{id}` is not the id of an organization; write `o-` and 10 to 32 lower-case letters or digits, for example `o-exampleorg1`"
            );
            assert_eq!(options.world().unwrap_err(), expected);
        }
        let mut options = Options::default();
        for (unit, parent) in [("ou-a", "ou-b"), ("ou-b", "ou-a"), ("ou-c", "ou-b")] {
            options.organizations[0].units.insert(unit.to_owned(), Unit { name: String::new(), parent: Some(parent.to_owned()) });
        }
        let expected = "unit `ou-a` of `o-exampleorg1` is nested in itself; give it, or a unit above it, another `parent`";
        assert_eq!(options.world().unwrap_err(), expected);
    }

    #[test]
    fn an_account_is_in_one_organization_at_most() {
        let mut options = Options::default();
        let mut second = options.organizations[0].clone();
        second.id = "o-exampleorg2".into();
        options.organizations.push(second);
        assert_eq!(
            options.world().unwrap_err(),
            "account `210987654321` is in `o-exampleorg1` and in `o-exampleorg2`; an account belongs to one organization at most"
        );
        options.organizations[1].id = "o-exampleorg1".into();
        assert_eq!(options.world().unwrap_err(), "organization `o-exampleorg1` is listed twice; list each organization once");
    }
}
