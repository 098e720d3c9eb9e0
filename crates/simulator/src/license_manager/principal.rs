//! The principals of grants: accounts, organizations and organizational units.

use crate::value::{AccountId, Arn};
use crate::world::{Organization, World};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A principal of a grant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Principal {
    /// One account.
    Account(AccountId),
    /// All accounts of an organization, or of a unit and the units in it, by its ARN.
    Organization(Rc<str>),
}

impl Principal {
    /// Reads a principal's ARN. It does not check whether the organization exists.
    pub fn parse(text: &str) -> Option<Self> {
        let arn: Arn = text.parse().ok()?;
        match arn.service.as_str() {
            "iam" if arn.partition == "aws" && arn.resource == "root" && arn.region.is_empty() => {
                arn.account.parse().ok().map(Self::Account)
            }
            "organizations" if arn.resource.starts_with("organization/o-") || arn.resource.starts_with("ou/o-") => {
                Some(Self::Organization(text.into()))
            }
            _ => None,
        }
    }

    /// The principal's ARN.
    pub fn arn(&self) -> String {
        match self {
            Self::Account(account) => account.root_arn(),
            Self::Organization(arn) => arn.to_string(),
        }
    }

    /// The account, if it is one.
    pub fn account(&self) -> Option<&AccountId> {
        match self {
            Self::Account(account) => Some(account),
            Self::Organization(_) => None,
        }
    }

    /// The organization that the principal is or belongs to.
    pub fn organization<'a>(&self, world: &'a World) -> Option<&'a Organization> {
        match self {
            Self::Account(account) => world.organization_of(account),
            Self::Organization(arn) => world.organizations.values().find(|organization| organization.is_or_has(arn)),
        }
    }

    /// Every principal of an organization: itself, its units, and its accounts.
    pub fn all_in(organization: &Organization) -> Vec<Self> {
        let units = organization.units.keys().map(|unit| organization.unit_arn(unit));
        let accounts = organization.accounts();
        let accounts = accounts.cloned().map(Self::Account);
        std::iter::once(organization.arn()).chain(units).map(|arn| Self::Organization(arn.into())).chain(accounts).collect()
    }

    /// Every principal that includes an account: the account, its organization, and the units it is in.
    pub fn all_of(account: &AccountId, world: &World) -> Vec<Self> {
        let mut principals = vec![Self::Account(account.clone())];
        if let Some(organization) = world.organization_of(account) {
            let units = organization.units.keys().map(|unit| organization.unit_arn(unit));
            let arns = std::iter::once(organization.arn()).chain(units);
            principals.extend(arns.filter(|arn| organization.covers(arn, account)).map(|arn| Self::Organization(arn.into())));
        }
        principals
    }
}

/// The organization that an account administers for License Manager, as management account or delegated administrator.
pub(super) fn administered<'a>(account: &AccountId, world: &'a World) -> Option<&'a Organization> {
    world.organization_of(account).filter(|organization| organization.is_administered_by(account) && is_linked(organization))
}

/// Whether the organization has all features and trusted access for License Manager.
pub(super) fn is_linked(organization: &Organization) -> bool {
    organization.all_features && organization.trusted_access
}
