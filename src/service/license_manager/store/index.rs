//! Where to find what is stored. It follows from the records and is made anew when they are read.

use crate::service::license_manager::grant::Grant;
use crate::service::license_manager::license::{License, LicenseEvent};
use crate::service::license_manager::principal::Principal;
use crate::service::value::{AccountId, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

type Numbers = BTreeSet<usize>;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    /// Licenses by ARN.
    pub(super) licenses: BTreeMap<String, usize>,
    /// Grants by ARN.
    pub(super) grants: BTreeMap<String, usize>,
    /// Grants by the ARN of what they were made from.
    pub(super) children: BTreeMap<String, Numbers>,
    /// Grants by who made them.
    pub(super) by_grantor: BTreeMap<AccountId, Numbers>,
    /// Grants by whom they are for.
    pub(super) by_principal: BTreeMap<Principal, Numbers>,
    /// Live grants by license and principal.
    pub(super) live: BTreeMap<(String, Principal), Numbers>,
    /// How many live grants calls made, by license.
    pub(super) live_by_license: BTreeMap<String, usize>,
    /// Grants with asynchronous work.
    pub(super) pending: Numbers,
    /// Live grants to organizations and units.
    pub(super) organization_grants: Numbers,
    /// When licenses end that have not ended.
    pub(super) ends: BTreeSet<(Timestamp, usize)>,
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
        self.children.entry(terms.parent_arn.clone()).or_default().insert(number);
        self.by_grantor.entry(terms.grantor.clone()).or_default().insert(number);
        self.by_principal.entry(terms.principal.clone()).or_default().insert(number);
        self.follow(number, grant, false);
    }

    /// Follows a grant's state.
    pub(super) fn follow(&mut self, number: usize, grant: &Grant, was_live: bool) {
        let (terms, state) = (grant.terms(), grant.current().state());
        if state.is_pending() {
            self.pending.insert(number);
        } else {
            self.pending.remove(&number);
        }
        let is_live = state.is_live();
        if was_live == is_live {
            return;
        }
        let key = (terms.license_arn.clone(), terms.principal.clone());
        let mut count = self.live_by_license.get(&terms.license_arn).copied().unwrap_or_default();
        if is_live {
            self.live.entry(key).or_default().insert(number);
            count += usize::from(!terms.distributed);
            if terms.principal.account().is_none() {
                self.organization_grants.insert(number);
            }
        } else {
            // What is empty is left out, so that an index made anew is equal.
            if let Some(mut numbers) = self.live.remove(&key) {
                numbers.remove(&number);
                if !numbers.is_empty() {
                    self.live.insert(key, numbers);
                }
            }
            count = count.saturating_sub(usize::from(!terms.distributed));
            self.organization_grants.remove(&number);
        }
        if count == 0 {
            self.live_by_license.remove(&terms.license_arn);
        } else {
            self.live_by_license.insert(terms.license_arn.clone(), count);
        }
    }
}

/// The numbers above a number.
pub(super) fn above(numbers: Option<&Numbers>, after: Option<usize>) -> impl Iterator<Item = usize> + use<'_> {
    let from = after.map_or(Bound::Unbounded, Bound::Excluded);
    numbers.into_iter().flat_map(move |numbers| numbers.range((from, Bound::Unbounded)).copied())
}

fn end(license: &License) -> Option<Timestamp> {
    license.current().content().validity.end.as_ref()?.moment()
}
