//! Where to find what is stored: every question that calls ask has a key here.
//!
//! The index follows from the records and is made anew when they are read.

mod usage;

use super::Records;
use super::key::{GrantKey, Key, LicenseKey, Parent, TokenKey, immutable_keys, of_grant_now, of_issuer, of_license};
use crate::collection::{self, Map, Matches, Rows};
use crate::license_manager::consumption::Consumption;
use crate::license_manager::grant::Grant;
use crate::license_manager::license::{License, LicenseEvent};
use crate::license_manager::shapes::ISO8601DateTime;
use crate::license_manager::token::Token;
use crate::value::{AccountId, Timestamp};
use std::rc::Rc;
use usage::Usage;

/// The numbers of the records by what they are found by.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    /// The licenses by ARN.
    pub(super) licenses: Map<Rc<str>, usize>,
    pub(super) license_keys: collection::Index<LicenseKey, Key>,
    /// When licenses end that have not ended.
    ends: collection::Index<Timestamp>,
    /// When deleted licenses are no longer kept.
    removals: collection::Index<Timestamp>,
    /// How many licenses that are not deleted an account owns.
    owned: Map<AccountId, usize>,
    /// The grants by ARN.
    pub(super) grants: Map<Rc<str>, usize>,
    pub(super) grant_keys: collection::Index<GrantKey, Key>,
    /// The consumptions by token.
    pub(super) consumptions: Map<Rc<str>, usize>,
    /// The refresh tokens by id.
    pub(super) tokens: Map<Rc<str>, usize>,
    pub(super) token_keys: collection::Index<TokenKey, Key>,
    /// When consumptions end that come back.
    consumption_ends: collection::Index<Timestamp>,
    /// When tokens expire that have not expired.
    token_ends: collection::Index<Timestamp>,
    /// What of each license is in use, by its number.
    usage: Rows<Usage>,
}

/// What the index has of a license, to compare with what it should have after a change.
#[derive(Default)]
pub(super) struct LicenseEntries {
    keys: Vec<LicenseKey>,
    end: Option<Timestamp>,
    removal: Option<Timestamp>,
    /// Whether it counts for its owner.
    counts: bool,
}

/// What the index has of a grant's state.
#[derive(Default)]
pub(super) struct GrantEntries {
    keys: Vec<GrantKey>,
    /// The number of the license it counts for.
    counts: Option<usize>,
}

/// Questions.
impl Index {
    /// What has this ARN, as the parent of grants.
    pub(super) fn parent(&self, arn: &str) -> Option<Parent> {
        let license = || self.licenses.get(arn).copied().map(Parent::License);
        self.grants.get(arn).copied().map(Parent::Grant).or_else(license)
    }

    /// The license of a grant, and its number.
    pub(super) fn license_of<'a>(&self, grant: &Grant, licenses: &'a Rows<License>) -> Option<(usize, &'a License)> {
        let number = *self.licenses.get(&*grant.terms().license_arn)?;
        Some((number, licenses.get(number)?))
    }

    /// The numbers greater than `after` of the grants that have all keys of one of these lists.
    pub(super) fn grants_with(&self, lists: impl IntoIterator<Item = Vec<GrantKey>>, after: Option<usize>) -> Matches<'_, Key> {
        Matches::new(lists.into_iter().map(|keys| in_index(&self.grant_keys, keys)), after)
    }

    /// The numbers greater than `after` of the licenses that have all keys of one of these lists.
    pub(super) fn licenses_with(&self, lists: impl IntoIterator<Item = Vec<LicenseKey>>, after: Option<usize>) -> Matches<'_, Key> {
        Matches::new(lists.into_iter().map(|keys| in_index(&self.license_keys, keys)), after)
    }

    /// The numbers greater than `after` of the tokens that have all keys of this list, if there is one.
    pub(super) fn tokens_with(&self, keys: Option<Vec<TokenKey>>, after: Option<usize>) -> Matches<'_, Key> {
        Matches::new(keys.map(|keys| in_index(&self.token_keys, keys)), after)
    }

    /// The licenses whose validity ends by a moment.
    pub(super) fn ending(&self, by: Timestamp) -> Vec<usize> {
        self.ends.up_to(&by)
    }

    /// The deleted licenses that are no longer kept at a moment.
    pub(super) fn removable(&self, by: Timestamp) -> Vec<usize> {
        self.removals.up_to(&by)
    }

    /// How many licenses that are not deleted an account owns.
    pub(super) fn count_owned(&self, account: &AccountId) -> usize {
        self.owned.get(account).copied().unwrap_or_default()
    }
}

/// Entries.
impl Index {
    pub(super) fn add_license(&mut self, number: usize, license: &License) {
        self.licenses.insert(license.terms().arn.clone(), number);
        self.usage.push(Usage::default());
        self.follow_license(number, license, &LicenseEntries::default());
    }

    /// Makes the index of records that were read.
    pub(super) fn of(records: &Records) -> Self {
        let mut index = Self::default();
        for (number, license) in records.licenses.iter().enumerate() {
            index.add_license(number, license);
        }
        for (number, grant) in records.grants.iter().enumerate() {
            index.add_grant(number, grant, index.license_of(grant, &records.licenses));
        }
        for (arn, since) in records.forgiven.iter() {
            index.forgive(arn, *since);
        }
        for (number, consumption) in records.consumptions.iter().enumerate() {
            index.add_consumption(number, consumption);
        }
        for (number, token) in records.tokens.iter().enumerate() {
            index.add_token(number, token);
        }
        index
    }

    /// Adds a grant of a license, which has this number.
    pub(super) fn add_grant(&mut self, number: usize, grant: &Grant, license: Option<(usize, &License)>) {
        let terms = grant.terms();
        let parent = self.parent(&terms.parent_arn);
        self.grants.insert(terms.arn.clone(), number);
        // Only a snapshot that somebody edited has a grant without a license or a parent. It is found by its ARN alone.
        let (Some(parent), Some((license, known))) = (parent, license) else { return };
        let for_good = immutable_keys(grant, parent, license, &known.terms().product_sku);
        for key in for_good.into_iter().chain(of_issuer(grant, known.issuer_name())) {
            self.grant_keys.insert(key, number);
        }
        self.license_keys.insert(LicenseKey::ReceivedBy(terms.principal.clone()), license);
        self.follow_grant(number, &GrantEntries::default(), &Self::entries_of_grant(grant, Some((license, known))));
    }

    pub(super) fn entries_of_license(license: &License) -> LicenseEntries {
        let end = license.current().content().validity.end.as_ref().and_then(ISO8601DateTime::moment);
        let can_end = license.current().state().next(LicenseEvent::Expire).is_ok();
        let can_go = license.current().state().next(LicenseEvent::Remove).is_ok();
        LicenseEntries {
            keys: of_license(license),
            end: end.filter(|_| can_end),
            removal: license.kept_until().filter(|_| can_go),
            counts: !license.is_deleted(),
        }
    }

    /// What the index has of a grant as it is now.
    pub(super) fn entries_of_grant(grant: &Grant, license: Option<(usize, &License)>) -> GrantEntries {
        let Some((number, license)) = license else { return GrantEntries::default() };
        let counts = !grant.terms().distributed && grant.current().state().is_live();
        GrantEntries { keys: of_grant_now(grant, number, &license.terms().product_sku), counts: counts.then_some(number) }
    }

    /// Follows a license.
    pub(super) fn follow_license(&mut self, number: usize, license: &License, before: &LicenseEntries) {
        let after = Self::entries_of_license(license);
        self.license_keys.replace(number, &before.keys, &after.keys);
        self.ends.replace(number, before.end.as_slice(), after.end.as_slice());
        self.removals.replace(number, before.removal.as_slice(), after.removal.as_slice());
        if before.counts != after.counts {
            let owner = &license.terms().owner;
            let count = self.count_owned(owner);
            match if after.counts { count + 1 } else { count.saturating_sub(1) } {
                0 => self.owned.remove(owner),
                count => self.owned.insert(owner.clone(), count),
            };
        }
    }

    /// Follows a grant's state.
    pub(super) fn follow_grant(&mut self, number: usize, before: &GrantEntries, after: &GrantEntries) {
        self.grant_keys.replace(number, &before.keys, &after.keys);
        if before.counts != after.counts {
            self.count_live_grants(before.counts, |count| count.saturating_sub(1));
            self.count_live_grants(after.counts, |count| count + 1);
        }
    }

    /// Follows a grant whose license's issuer has another name.
    pub(super) fn follow_issuer(&mut self, number: usize, grant: &Grant, before: &str, after: &str) {
        self.grant_keys.replace(number, &of_issuer(grant, before), &of_issuer(grant, after));
    }

    /// Adds a consumption of a license.
    pub(super) fn add_consumption(&mut self, number: usize, consumption: &Consumption) {
        self.consumptions.insert(consumption.token().into(), number);
        self.follow_consumption(number, consumption, None);
    }

    /// Adds a refresh token for a license.
    pub(super) fn add_token(&mut self, number: usize, token: &Token) {
        let terms = token.terms();
        self.tokens.insert(terms.id.as_str().into(), number);
        self.token_keys.insert(TokenKey::MadeBy(terms.account.clone()), number);
        if let Some(license) = self.licenses.get(&*terms.license_arn) {
            self.token_keys.insert(TokenKey::MadeFor(terms.account.clone(), *license), number);
        }
        self.follow_token(number, token, None);
    }
}

fn in_index<K>(index: &collection::Index<K, Key>, keys: Vec<K>) -> Vec<(&collection::Index<K, Key>, K)> {
    keys.into_iter().map(|key| (index, key)).collect()
}
