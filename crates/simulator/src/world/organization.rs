//! Organizations, their units and their members.

use crate::collection::Map;
use crate::json::record;
use crate::value::AccountId;

/// An AWS organization.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "independent switches")]
pub struct Organization {
    /// The id, for example `o-exampleorg1`.
    pub id: String,
    /// The management account. It is a member without being listed as one.
    pub management_account: AccountId,
    /// The member that administers License Manager for the organization together with the management account, if there is one.
    pub delegated_administrator: Option<AccountId>,
    /// Whether all features are enabled. Otherwise the organization has only consolidated billing.
    pub all_features: bool,
    /// Whether License Manager has trusted access: the organization is linked in License Manager's settings.
    pub trusted_access: bool,
    /// Whether License Manager for AWS Marketplace (`license-management.marketplace.amazonaws.com`) has trusted access.
    pub marketplace_access: bool,
    /// Whether sharing with the organization is enabled in RAM.
    pub sharing_enabled: bool,
    /// The organizational units, by id.
    pub units: Map<String, Unit>,
    /// The member accounts and the unit each is in; `null` for the root.
    pub members: Map<AccountId, Option<String>>,
}

/// An organizational unit (OU).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// A name for people.
    pub name: String,
    /// The unit it is nested in; `null` for the root.
    pub parent: Option<String>,
}

record! { whole Organization, |members| Self::new(members.get("id")?, members.get("managementAccount")?), {
    id = "id",
    management_account = "managementAccount",
    delegated_administrator = "delegatedAdministrator",
    all_features = "allFeatures",
    trusted_access = "trustedAccess",
    marketplace_access = "marketplaceAccess",
    sharing_enabled = "sharingEnabled",
    units = "units",
    members = "members",
} }
record! { whole Unit, |_| Self { name: String::new(), parent: None }, { name = "name", parent = "parent" } }

impl Organization {
    /// An organization with all features and trusted access, and only the management account.
    pub fn new(id: String, management_account: AccountId) -> Self {
        Self {
            id,
            management_account,
            delegated_administrator: None,
            all_features: true,
            trusted_access: true,
            marketplace_access: false,
            sharing_enabled: false,
            units: Map::new(),
            members: Map::new(),
        }
    }

    /// The organization's ARN, as a principal.
    pub fn arn(&self) -> String {
        format!("arn:aws:organizations::{}:organization/{}", self.management_account, self.id)
    }

    /// The ARN of one of its units, as a principal.
    pub fn unit_arn(&self, unit: &str) -> String {
        format!("arn:aws:organizations::{}:ou/{}/{unit}", self.management_account, self.id)
    }

    /// The accounts that belong to it: its members and the management account, which can also be listed as a member.
    pub fn accounts(&self) -> impl Iterator<Item = &AccountId> {
        self.members.keys().chain([&self.management_account])
    }

    /// Whether the account belongs to it.
    pub fn has(&self, account: &AccountId) -> bool {
        self.management_account == *account || self.members.contains_key(account)
    }

    /// Whether the account is the management account or the delegated administrator for License Manager.
    pub fn is_administered_by(&self, account: &AccountId) -> bool {
        self.management_account == *account || self.delegated_administrator.as_ref() == Some(account)
    }

    /// The accounts of a principal of this organization; `None` if the ARN is not the organization's or one of its units'.
    pub fn accounts_of(&self, principal: &str) -> Option<Vec<AccountId>> {
        if principal == self.arn() {
            let mut accounts: Vec<_> = self.members.keys().cloned().collect();
            if let Err(place) = accounts.binary_search(&self.management_account) {
                accounts.insert(place, self.management_account.clone());
            }
            return Some(accounts);
        }
        let unit = self.unit_of(principal)?;
        Some(self.members.iter().filter(|(_, place)| self.is_within(place.as_deref(), unit)).map(|(account, _)| account.clone()).collect())
    }

    /// Whether an ARN is the organization's own or one of its units'.
    pub fn is_or_has(&self, principal: &str) -> bool {
        principal == self.arn() || self.unit_of(principal).is_some()
    }

    /// Whether a principal of this organization includes an account.
    pub fn covers(&self, principal: &str, account: &AccountId) -> bool {
        if principal == self.arn() {
            return self.has(account);
        }
        let unit = self.unit_of(principal);
        unit.zip(self.members.get(account)).is_some_and(|(unit, place)| self.is_within(place.as_deref(), unit))
    }

    fn unit_of(&self, principal: &str) -> Option<&String> {
        self.units.keys().find(|unit| self.unit_arn(unit) == principal)
    }

    /// Whether `place` is `unit` or nested in it. It visits each unit at most once, so that it ends even if parents form a ring.
    fn is_within(&self, place: Option<&str>, unit: &str) -> bool {
        let mut place = place;
        for _ in 0..=self.units.len() {
            match place {
                Some(here) if here == unit => return true,
                Some(here) => place = self.units.get(here).and_then(|unit| unit.parent.as_deref()),
                None => return false,
            }
        }
        false
    }
}
