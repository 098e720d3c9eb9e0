//! Consumptions and refresh tokens in the store.

use super::Store;
use super::key::{Key, LicenseKey, TokenKey};
use crate::collection::Matches;
use crate::license_manager::column::Column;
use crate::license_manager::consumption::{Consumption, ConsumptionEvent, ConsumptionStep};
use crate::license_manager::license::License;
use crate::license_manager::principal::Principal;
use crate::license_manager::token::{Token, TokenEvent, TokenStep};
use crate::operation::Change;
use crate::value::{AccountId, Timestamp};

/// Everything, for the page's tables.
impl Store {
    /// Every consumption, the oldest first.
    pub fn consumptions(&self) -> impl DoubleEndedIterator<Item = &Consumption> + ExactSizeIterator {
        self.records.consumptions.iter()
    }

    /// Every refresh token, the oldest first.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = &Token> + ExactSizeIterator {
        self.records.tokens.iter()
    }

    /// The consumption with a license consumption token.
    pub fn consumption(&self, token: &str) -> Option<&Consumption> {
        self.records.consumptions.get(*self.index.consumptions.get(token)?)
    }

    /// The refresh token with an id.
    pub fn token(&self, id: &str) -> Option<&Token> {
        self.records.tokens.get(self.token_number(id)?)
    }

    /// How much of a license's entitlement is in use, where its usage was last renewed at a moment.
    pub fn used(&self, license_arn: &str, entitlement: &str, renewed: Option<Timestamp>) -> i64 {
        self.license_number(license_arn).map_or(0, |license| self.index.used(license, entitlement, renewed))
    }
}

/// Questions of the operations.
impl Store {
    /// The licenses an account owns with this SKU, key fingerprint and beneficiary, the newest first.
    pub(crate) fn owned(&self, account: &AccountId, sku: &str, fingerprint: &str, beneficiary: &str) -> impl Iterator<Item = &License> {
        let key = LicenseKey::OwnedFor(account.clone(), sku.into(), beneficiary.into());
        let licenses = self.index.license_keys.numbers(&key, None).rev().filter_map(|number| self.license_at(number));
        licenses.filter(move |license| license.key_fingerprint() == fingerprint)
    }

    /// A license an account owns with this SKU and key fingerprint, whoever its beneficiary is.
    pub(crate) fn owned_for_anybody(&self, account: &AccountId, sku: &str, fingerprint: &str) -> Option<&License> {
        let filters = [(Column::ProductSku, sku.to_owned()), (Column::Fingerprint, fingerprint.to_owned())];
        self.owned_by(account, &filters, None).find_map(|number| self.license_at(number))
    }

    /// The licenses with this SKU and key fingerprint of which an account has an active grant, the one granted last first.
    pub(crate) fn usable(&self, account: &AccountId, sku: &str, fingerprint: &str) -> impl Iterator<Item = &License> {
        let grants = self.active_of(&Principal::Account(account.clone()), sku).rev();
        let licenses = grants.filter_map(|grant| self.license(&grant.terms().license_arn));
        licenses.filter(move |license| license.key_fingerprint() == fingerprint)
    }

    /// The number of the refresh token with an id.
    pub(crate) fn token_number(&self, id: &str) -> Option<usize> {
        self.index.tokens.get(id).copied()
    }

    pub(crate) fn token_at(&self, number: usize) -> Option<&Token> {
        self.records.tokens.get(number)
    }

    /// The numbers greater than `after` of the tokens an account made, for all of these licenses if there are any.
    pub(crate) fn tokens_of(&self, account: &AccountId, licenses: &[&str], after: Option<usize>) -> Matches<'_, Key> {
        let made_for = |license: &&str| Some(TokenKey::MadeFor(account.clone(), self.license_number(license)?));
        let keys =
            if licenses.is_empty() { Some(vec![TokenKey::MadeBy(account.clone())]) } else { licenses.iter().map(made_for).collect() };
        self.index.tokens_with(keys, after)
    }

    /// How many tokens an account has for a license that get access tokens.
    pub(crate) fn count_tokens(&self, license_arn: &str, account: &AccountId) -> usize {
        self.license_number(license_arn).map_or(0, |license| self.index.count_tokens(license, account))
    }
}

/// Changes.
impl Store {
    /// Adds a consumption.
    pub(crate) fn add_consumption(&mut self, consumption: Consumption) -> Change {
        let change = consumption.creation();
        self.index.add_consumption(self.records.consumptions.len(), &consumption);
        self.records.consumptions.push(consumption);
        change
    }

    /// Lets a consumption take a step that was prepared for it, and end at another moment if one is given.
    pub(crate) fn take_consumption(&mut self, token: &str, step: ConsumptionStep, expiration: Option<Timestamp>) -> Option<Change> {
        self.move_consumption(*self.index.consumptions.get(token)?, step, expiration)
    }

    /// Counts the usage of a license anew: what is checked out or drawn down now counts no longer.
    pub(crate) fn reset_usage(&mut self, license_arn: &str) {
        let since = self.records.consumptions.len();
        self.index.forgive(license_arn, since);
        self.records.forgiven.push((license_arn.to_owned(), since));
    }

    /// Adds a refresh token.
    pub(crate) fn add_token(&mut self, token: Token) -> Change {
        let change = token.creation();
        self.index.add_token(self.records.tokens.len(), &token);
        self.records.tokens.push(token);
        change
    }

    /// Lets a refresh token take a step that was prepared for it.
    pub(crate) fn take_token(&mut self, number: usize, step: TokenStep) -> Option<Change> {
        let token = self.records.tokens.get_mut(number)?;
        let before = token.state();
        let change = token.take(step);
        self.index.follow_token(number, token, Some(before));
        Some(change)
    }

    /// Ends what ends by itself until a moment: consumptions and refresh tokens.
    pub fn lapse(&mut self, now: Timestamp, changes: &mut Vec<Change>) {
        for number in self.index.ending_consumptions(now) {
            let step = self.records.consumptions.get(number).and_then(|consumption| consumption.prepare(ConsumptionEvent::Expire).ok());
            changes.extend(step.and_then(|step| self.move_consumption(number, step, None)));
        }
        for number in self.index.ending_tokens(now) {
            let step = self.token_at(number).and_then(|token| token.prepare(TokenEvent::Expire).ok());
            changes.extend(step.and_then(|step| self.take_token(number, step)));
        }
    }

    fn move_consumption(&mut self, number: usize, step: ConsumptionStep, expiration: Option<Timestamp>) -> Option<Change> {
        let consumption = self.records.consumptions.get_mut(number)?;
        let before = (consumption.state(), consumption.expiration());
        let change = consumption.take(step, expiration);
        self.index.follow_consumption(number, consumption, Some(before));
        Some(change)
    }
}
