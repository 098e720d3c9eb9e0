//! The principals of resource shares.

use crate::value::{AccountId, Arn};
use crate::world::World;

/// A principal of a resource share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Principal {
    /// An account, by its ID.
    Account(AccountId),
    /// A role or a user of an account, by its ARN.
    Identity(AccountId, String),
    /// An organization: its ID and its ARN.
    Organization(String, String),
    /// An organizational unit and the units in it: its ID and its ARN.
    Unit(String, String),
    /// An AWS service, for example `pca-connector-ad.amazonaws.com`.
    Service(String),
}

impl Principal {
    /// Parses a principal. Whether the organization exists is not checked.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(account) = text.parse() {
            return Some(Self::Account(account));
        }
        if text.strip_suffix(".amazonaws.com").is_some_and(is_host) {
            return Some(Self::Service(text.to_owned()));
        }
        let arn: Arn = text.parse().ok()?;
        let account: AccountId = arn.account.parse().ok().filter(|_| arn.region.is_empty())?;
        match (arn.service.as_str(), arn.resource.split_once('/')?) {
            ("iam", ("role" | "user", name)) if !name.is_empty() => Some(Self::Identity(account, text.to_owned())),
            ("organizations", ("organization", id)) => id.starts_with("o-").then(|| Self::Organization(id.to_owned(), text.to_owned())),
            ("organizations", ("ou", path)) => {
                let (organization, unit) = path.split_once('/')?;
                (organization.starts_with("o-") && unit.starts_with("ou-")).then(|| Self::Unit(unit.to_owned(), text.to_owned()))
            }
            _ => None,
        }
    }

    /// The principal as a request spells it.
    pub fn text(&self) -> &str {
        match self {
            Self::Account(account) => account.as_str(),
            Self::Identity(_, text) | Self::Organization(_, text) | Self::Unit(_, text) | Self::Service(text) => text,
        }
    }

    /// The receiver: the account of a role or user, otherwise the principal itself.
    pub fn receiver(&self) -> &str {
        match self {
            Self::Account(account) | Self::Identity(account, _) => account.as_str(),
            Self::Organization(_, text) | Self::Unit(_, text) | Self::Service(text) => text,
        }
    }

    /// Whether it is an organization or an organizational unit.
    pub fn is_of_organization(&self) -> bool {
        match self {
            Self::Organization(..) | Self::Unit(..) => true,
            Self::Account(_) | Self::Identity(..) | Self::Service(_) => false,
        }
    }

    /// The account, if it is an account or an identity of one.
    pub fn account(&self) -> Option<&AccountId> {
        match self {
            Self::Account(account) | Self::Identity(account, _) => Some(account),
            Self::Organization(..) | Self::Unit(..) | Self::Service(_) => None,
        }
    }
}

fn is_host(name: &str) -> bool {
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    name.split('.').all(is_label)
}

/// Whether an account is outside the owner's organization for RAM. Without sharing in the organization its accounts are outside
/// too, and so is every account if the owner has no organization.
pub fn is_external(owner: &AccountId, account: &AccountId, world: &World) -> bool {
    world.organization_of(owner).is_none_or(|organization| !organization.sharing_enabled || !organization.has(account))
}

/// Every receiver that includes an account: the account, its organization, and the units it is in.
pub fn receivers(account: &AccountId, world: &World) -> Vec<String> {
    let mut receivers = vec![account.to_string()];
    if let Some(organization) = world.organization_of(account) {
        let units = organization.units.keys().map(|unit| organization.unit_arn(unit));
        let arns = std::iter::once(organization.arn()).chain(units);
        receivers.extend(arns.filter(|arn| organization.accounts_of(arn).is_some_and(|accounts| accounts.contains(account))));
    }
    receivers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_and_nothing_else() {
        let unit = "arn:aws:organizations::123456789012:ou/o-exampleorg1/ou-ab12-workloads";
        let organization = "arn:aws:organizations::123456789012:organization/o-exampleorg1";
        let role = "arn:aws:iam::444455556666:role/team/reader";
        for (text, receiver) in [
            ("444455556666", "444455556666"),
            (role, "444455556666"),
            ("arn:aws:iam::444455556666:user/ann", "444455556666"),
            (organization, organization),
            (unit, unit),
            ("pca-connector-ad.amazonaws.com", "pca-connector-ad.amazonaws.com"),
        ] {
            let principal = Principal::parse(text).unwrap();
            assert_eq!((principal.text(), principal.receiver()), (text, receiver));
        }
        for text in [
            "",
            "o-exampleorg1",
            "ou-ab12-workloads",
            "44445555666",
            "arn:aws:iam::444455556666:root",
            "arn:aws:iam::444455556666:role/",
            "arn:aws:iam:us-east-1:444455556666:role/x",
            "arn:aws:organizations::123456789012:organization/exampleorg1",
            "arn:aws:organizations::123456789012:ou/ou-ab12-workloads",
            ".amazonaws.com",
            "a b.amazonaws.com",
            "example.com",
        ] {
            assert_eq!(Principal::parse(text), None, "{text}");
        }
    }
}
