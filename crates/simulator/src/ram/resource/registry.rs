//! The resources of all accounts, found by ARN and by owner. What a call costs does not grow with how many there are.

use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::ops::Bound;

/// A resource an account has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Owned {
    /// The ARN.
    pub arn: String,
    /// The type, `service:Type`.
    pub resource_type: String,
    /// The owner.
    pub account: AccountId,
    /// The Region it is in.
    pub region: Region,
    /// When it came to be.
    pub created: Timestamp,
    /// The resource policy that somebody wrote by hand, if there is one.
    pub policy: Option<String>,
    /// The numbers of the resource shares RAM made for that policy.
    pub shares: Vec<usize>,
}

/// Resources, and where to find them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Resources {
    rows: Vec<Owned>,
    /// Places by ARN, and by account, Region and ARN.
    places: BTreeMap<String, usize>,
}

impl Resources {
    /// A resource by its ARN.
    pub(crate) fn get(&self, arn: &str) -> Option<&Owned> {
        self.rows.get(*self.places.get(arn)?)
    }

    /// The same, to change its policy.
    pub(crate) fn get_mut(&mut self, arn: &str) -> Option<&mut Owned> {
        self.rows.get_mut(*self.places.get(arn)?)
    }

    /// Every resource, the oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Owned> + ExactSizeIterator {
        self.rows.iter()
    }

    /// An account's resources in a Region, by ARN.
    pub(crate) fn of<'a>(&'a self, account: &AccountId, region: &Region) -> impl Iterator<Item = &'a Owned> + use<'a> {
        let beginning = owner_key(account, region);
        let places = self.places.range::<str, _>((Bound::Included(beginning.as_str()), Bound::Unbounded));
        places.take_while(move |(key, _)| key.starts_with(&beginning)).filter_map(|(_, place)| self.rows.get(*place))
    }

    /// Stores a new resource.
    pub(crate) fn add(&mut self, owned: Owned) {
        let place = self.rows.len();
        self.places.insert(owner_key(&owned.account, &owned.region) + &owned.arn, place);
        self.places.insert(owned.arn.clone(), place);
        self.rows.push(owned);
    }

    /// Takes a resource out.
    pub(crate) fn remove(&mut self, arn: &str) {
        let Some(place) = self.places.get(arn).copied() else { return };
        let mut rows = std::mem::take(&mut self.rows);
        rows.remove(place);
        *self = Self::of_rows(rows);
    }

    fn of_rows(rows: Vec<Owned>) -> Self {
        let mut resources = Self::default();
        for owned in rows {
            resources.add(owned);
        }
        resources
    }
}

/// No ARN begins like this.
fn owner_key(account: &AccountId, region: &Region) -> String {
    [account.as_str(), "\0", region.as_str(), "\0"].concat()
}

impl Serialize for Resources {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Resources {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::of_rows)
    }
}
