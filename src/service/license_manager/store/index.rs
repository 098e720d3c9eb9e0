//! Where to find what is stored. It follows from the records and is made anew when they are read.

use crate::service::license_manager::grant::Grant;
use crate::service::license_manager::license::{License, LicenseEvent};
use crate::service::license_manager::principal::Principal;
use crate::service::value::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers in the order of a moment each belongs to.
type Moments = BTreeSet<(Timestamp, usize)>;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    /// Licenses by ARN.
    pub(super) licenses: BTreeMap<String, usize>,
    /// Grants by ARN.
    pub(super) grants: BTreeMap<String, usize>,
    /// Grants by the ARN of what they were made from.
    pub(super) children: Groups,
    /// Grants by who made them.
    pub(super) by_grantor: Groups,
    /// Grants by the ARN of whom they are for.
    pub(super) by_principal: Groups,
    /// Live grants by license and principal.
    pub(super) live: Groups,
    /// How many live grants calls made, by license.
    pub(super) live_by_license: BTreeMap<String, usize>,
    /// Grants with asynchronous work, by when they were made.
    pub(super) pending: Moments,
    /// Live grants to organizations and units, by when they were made.
    pub(super) organization_grants: Moments,
    /// When licenses end that have not ended.
    pub(super) ends: Moments,
}

/// Ascending numbers by a text they have in common.
#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    places: BTreeMap<String, usize>,
    numbers: Vec<Vec<usize>>,
}

impl Groups {
    /// The numbers of a text.
    pub(super) fn get(&self, key: &str) -> &[usize] {
        self.places.get(key).and_then(|place| self.numbers.get(*place)).map_or(&[], Vec::as_slice)
    }

    fn insert(&mut self, key: String, number: usize) {
        if let Some(numbers) = self.places.get(&key).and_then(|place| self.numbers.get_mut(*place)) {
            if let Err(place) = numbers.binary_search(&number) {
                numbers.insert(place, number);
            }
        } else {
            self.places.insert(key, self.numbers.len());
            self.numbers.push(vec![number]);
        }
    }

    fn remove(&mut self, key: &str, number: usize) {
        if let Some(numbers) = self.places.get(key).and_then(|place| self.numbers.get_mut(*place))
            && let Ok(place) = numbers.binary_search(&number)
        {
            numbers.remove(place);
        }
    }

    fn filled(&self) -> impl Iterator<Item = (&String, &[usize])> {
        self.places.keys().map(|key| (key, self.get(key))).filter(|(_, numbers)| !numbers.is_empty())
    }
}

/// A text without numbers is as good as none, so that an index made anew is equal.
impl PartialEq for Groups {
    fn eq(&self, other: &Self) -> bool {
        self.filled().eq(other.filled())
    }
}

impl Index {
    pub(super) fn add_license(&mut self, number: usize, license: &License) {
        self.licenses.insert(license.arn().to_owned(), number);
        if let Some(end) = end(license).filter(|_| license.current().state().next(LicenseEvent::Expire).is_ok()) {
            self.ends.insert((end, number));
        }
    }

    pub(super) fn forget_end(&mut self, number: usize, license: &License) {
        if let Some(end) = end(license) {
            self.ends.remove(&(end, number));
        }
    }

    pub(super) fn add_grant(&mut self, number: usize, grant: &Grant) {
        let terms = grant.terms();
        self.grants.insert(terms.arn.clone(), number);
        self.children.insert(terms.parent_arn.clone(), number);
        self.by_grantor.insert(terms.grantor.as_str().to_owned(), number);
        self.by_principal.insert(terms.principal.arn(), number);
        self.follow(number, grant, false);
    }

    /// Follows a grant's state.
    pub(super) fn follow(&mut self, number: usize, grant: &Grant, was_live: bool) {
        let (terms, state) = (grant.terms(), grant.current().state());
        let entry = (terms.created, number);
        if state.is_pending() {
            self.pending.insert(entry);
        } else {
            self.pending.remove(&entry);
        }
        let is_live = state.is_live();
        if was_live == is_live {
            return;
        }
        let key = live_key(&terms.license_arn, &terms.principal);
        let mut count = self.live_by_license.get(&terms.license_arn).copied().unwrap_or_default();
        if is_live {
            self.live.insert(key, number);
            count += usize::from(!terms.distributed);
            if terms.principal.account().is_none() {
                self.organization_grants.insert(entry);
            }
        } else {
            self.live.remove(&key, number);
            count = count.saturating_sub(usize::from(!terms.distributed));
            self.organization_grants.remove(&entry);
        }
        if count == 0 {
            self.live_by_license.remove(&terms.license_arn);
        } else {
            self.live_by_license.insert(terms.license_arn.clone(), count);
        }
    }
}

/// What the live grants of a license to a principal have in common. A license's ARN has no space in it.
pub(super) fn live_key(license_arn: &str, principal: &Principal) -> String {
    [license_arn, &principal.arn()].join(" ")
}

/// The numbers above a number.
pub(super) fn above(numbers: &[usize], after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
    let from = after.map_or(0, |after| numbers.partition_point(|number| *number <= after));
    numbers.iter().skip(from).copied()
}

fn end(license: &License) -> Option<Timestamp> {
    license.current().content().validity.end.as_ref()?.moment()
}
