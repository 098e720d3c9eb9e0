//! The resources of all accounts, with indexes by ARN and by owner. The cost of a call does not grow with their number.

use crate::collection::{Map, Rows};
use crate::value::{AccountId, Region, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::rc::Rc;

/// A resource of an account.
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
    /// When it was created.
    pub created: Timestamp,
    /// The resource policy that somebody wrote without RAM, if there is one.
    pub policy: Option<String>,
    /// The numbers of the resource shares that RAM created from this policy.
    pub shares: Vec<usize>,
}

/// Resources and their index.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Resources {
    rows: Rows<Owned>,
    /// Numbers by ARN.
    by_arn: Map<Rc<str>, usize>,
    /// Numbers by owner, Region and ARN.
    by_owner: Map<(AccountId, Region, Rc<str>), usize>,
}

impl Resources {
    /// A resource by its ARN.
    pub(crate) fn get(&self, arn: &str) -> Option<&Owned> {
        self.rows.get(*self.by_arn.get(arn)?)
    }

    /// The resource with this ARN, to change its policy.
    pub(crate) fn get_mut(&mut self, arn: &str) -> Option<&mut Owned> {
        self.rows.get_mut(*self.by_arn.get(arn)?)
    }

    /// Every resource, the oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &Owned> + ExactSizeIterator {
        self.rows.iter()
    }

    /// An account's resources in a Region, by ARN.
    pub(crate) fn of<'a>(&'a self, account: &AccountId, region: &Region) -> impl Iterator<Item = &'a Owned> + use<'a> {
        let (account, region) = (account.clone(), region.clone());
        let entries = self.by_owner.range((account.clone(), region.clone(), Rc::from(""))..);
        let of_owner = entries.take_while(move |((owner, place, _), _)| *owner == account && *place == region);
        of_owner.filter_map(|(_, number)| self.rows.get(*number))
    }

    /// Stores a new resource.
    pub(crate) fn add(&mut self, owned: Owned) {
        let (arn, account, region): (Rc<str>, _, _) = (owned.arn.as_str().into(), owned.account.clone(), owned.region.clone());
        let number = self.rows.push(owned);
        self.by_arn.insert(Rc::clone(&arn), number);
        self.by_owner.insert((account, region, arn), number);
    }

    /// Removes a resource. This changes the numbers of the younger resources, so all entries of the index are created again.
    pub(crate) fn remove(&mut self, arn: &str) {
        *self = self.iter().filter(|owned| owned.arn != arn).cloned().collect();
    }
}

impl FromIterator<Owned> for Resources {
    fn from_iter<I: IntoIterator<Item = Owned>>(rows: I) -> Self {
        let mut resources = Self::default();
        for owned in rows {
            resources.add(owned);
        }
        resources
    }
}

impl Serialize for Resources {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Resources {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Owned>::deserialize(deserializer).map(Self::from_iter)
    }
}
