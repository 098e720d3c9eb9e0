//! Consumptions and refresh tokens in the store.

use super::Store;
use super::question::{Question, checkout_terms};
use crate::license_manager::consumption::{Consumption, ConsumptionEvent, ConsumptionStep};
use crate::license_manager::license::{License, LicenseTerms};
use crate::license_manager::list::column::Column;
use crate::license_manager::principal::Principal;
use crate::license_manager::token::{Token, TokenEvent, TokenStep};
use crate::numbers::Numbers;
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
        self.records.consumptions.get(self.consumption_number(token)?)
    }

    /// The refresh token with an id.
    pub fn token(&self, id: &str) -> Option<&Token> {
        self.records.tokens.get(self.token_number(id)?)
    }

    /// How much of a license's entitlement is in use, where its usage was last renewed at a moment.
    pub fn used(&self, license_arn: &str, entitlement: &str, renewed: Option<Timestamp>) -> i64 {
        self.license_numbered(license_arn).map_or(0, |(number, _)| self.index.used(number, entitlement, renewed))
    }
}

/// Questions of the operations.
impl Store {
    /// The licenses an account owns with this SKU, key fingerprint and beneficiary, the newest first.
    pub(crate) fn owned(&self, account: &AccountId, sku: &str, fingerprint: &str, beneficiary: &str) -> impl Iterator<Item = &License> {
        let terms = checkout_terms(sku, fingerprint, beneficiary);
        let is_it = move |license: &&License| {
            let LicenseTerms { owner, product_sku, beneficiary: whose, .. } = license.terms();
            owner == account && product_sku == sku && whose == beneficiary && license.key_fingerprint() == fingerprint
        };
        let answers = self.index.newest(Question::Owned(account.as_str(), &terms));
        answers.filter_map(|number| self.license_at(number)).filter(is_it)
    }

    /// A license an account owns with this SKU and key fingerprint, whoever its beneficiary is.
    pub(crate) fn owned_for_anybody(&self, account: &AccountId, sku: &str, fingerprint: &str) -> Option<&License> {
        let filters = [(Column::ProductSku, sku.to_owned()), (Column::Fingerprint, fingerprint.to_owned())];
        let mut licenses = self.owned_by(account, &filters, None).filter_map(|number| self.license_at(number));
        licenses.find(|license| {
            license.terms().owner == *account && license.terms().product_sku == sku && license.key_fingerprint() == fingerprint
        })
    }

    /// The licenses with this SKU and key fingerprint of which an account has an active grant, the one granted last first.
    pub(crate) fn usable(&self, account: &AccountId, sku: &str, fingerprint: &str) -> impl Iterator<Item = &License> {
        let principal = Principal::Account(account.clone()).arn();
        let answers = self.index.newest(Question::Usable(&principal, &checkout_terms(sku, fingerprint, "")));
        let grants = answers.filter_map(|number| self.grant_at(number)).filter(|grant| grant.terms().principal.account() == Some(account));
        let licenses = grants.filter_map(|grant| self.license(&grant.terms().license_arn));
        licenses.filter(move |license| license.terms().product_sku == sku && license.key_fingerprint() == fingerprint)
    }

    /// The number of the refresh token with an id.
    pub(crate) fn token_number(&self, id: &str) -> Option<usize> {
        let is_it = |number: &usize| self.token_at(*number).is_some_and(|token| token.id() == id);
        self.index.answers(Question::Token(id), None).find(is_it)
    }

    pub(crate) fn token_at(&self, number: usize) -> Option<&Token> {
        self.records.tokens.get(number)
    }

    /// The numbers above `after` of the tokens an account made, for these licenses alone if there are any.
    pub(crate) fn tokens_of(&self, account: &AccountId, licenses: &[&str], after: Option<usize>) -> Numbers<'_> {
        let account = account.as_str();
        let questions: Vec<_> = licenses.iter().map(|license| Question::TokensFor(account, license).key()).collect();
        self.index.any([if questions.is_empty() { vec![Question::TokensOf(account).key()] } else { questions }], after)
    }

    /// How many tokens an account has for a license that get access tokens.
    pub(crate) fn count_tokens(&self, license_arn: &str, account: &AccountId) -> usize {
        self.license_numbered(license_arn).map_or(0, |(number, _)| self.index.count_tokens(number, account))
    }

    fn consumption_number(&self, token: &str) -> Option<usize> {
        let is_it = |number: &usize| self.records.consumptions.get(*number).is_some_and(|consumption| consumption.token() == token);
        self.index.answers(Question::Consumption(token), None).find(is_it)
    }
}

/// Changes.
impl Store {
    /// Adds a consumption.
    pub(crate) fn add_consumption(&mut self, consumption: Consumption) -> Change {
        let change = consumption.creation();
        self.index_new_consumption(self.records.consumptions.len(), &consumption);
        self.records.consumptions.push(consumption);
        change
    }

    /// Lets a consumption take a step that was prepared for it, and end at another moment if one is given.
    pub(crate) fn take_consumption(&mut self, token: &str, step: ConsumptionStep, expiration: Option<Timestamp>) -> Option<Change> {
        self.move_consumption(self.consumption_number(token)?, step, expiration)
    }

    /// Counts the usage of a license anew: what is checked out or drawn down now counts no longer.
    pub(crate) fn reset_usage(&mut self, license_arn: &str) {
        let Some((number, _)) = self.license_numbered(license_arn) else { return };
        let since = self.records.consumptions.len();
        self.index.forgive(number, since);
        self.records.forgiven.push((license_arn.to_owned(), since));
    }

    /// Adds a refresh token.
    pub(crate) fn add_token(&mut self, token: Token) -> Change {
        let change = token.creation();
        self.index_new_token(self.records.tokens.len(), &token);
        self.records.tokens.push(token);
        change
    }

    /// Lets a refresh token take a step that was prepared for it.
    pub(crate) fn take_token(&mut self, number: usize, step: TokenStep) -> Option<Change> {
        let license = self.license_numbered(&self.token_at(number)?.terms().license_arn).map(|(license, _)| license);
        let Self { records, index } = self;
        let token = records.tokens.get_mut(number)?;
        let before = token.state();
        let change = token.take(step);
        index.follow_token(number, license, token, Some(before));
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
        let license = self.license_numbered(&self.records.consumptions.get(number)?.terms().license_arn).map(|(license, _)| license);
        let Self { records, index } = self;
        let consumption = records.consumptions.get_mut(number)?;
        let before = (consumption.state(), consumption.expiration());
        let change = consumption.take(step, expiration);
        index.follow_consumption(number, license, consumption, Some(before));
        Some(change)
    }

    /// Makes the index of what was read anew.
    pub(super) fn index_consumption(&mut self) {
        for (arn, since) in std::mem::take(&mut self.records.forgiven) {
            if let Some((license, _)) = self.license_numbered(&arn) {
                self.index.forgive(license, since);
            }
            self.records.forgiven.push((arn, since));
        }
        let (consumptions, tokens) = (std::mem::take(&mut self.records.consumptions), std::mem::take(&mut self.records.tokens));
        for (number, consumption) in consumptions.iter().enumerate() {
            self.index_new_consumption(number, consumption);
        }
        for (number, token) in tokens.iter().enumerate() {
            self.index_new_token(number, token);
        }
        (self.records.consumptions, self.records.tokens) = (consumptions, tokens);
    }

    fn index_new_consumption(&mut self, number: usize, consumption: &Consumption) {
        let license = self.license_numbered(&consumption.terms().license_arn).map(|(license, _)| license);
        self.index.add(Question::Consumption(consumption.token()), number);
        self.index.follow_consumption(number, license, consumption, None);
    }

    fn index_new_token(&mut self, number: usize, token: &Token) {
        let terms = token.terms();
        for question in [
            Question::Token(&terms.id),
            Question::TokensOf(terms.account.as_str()),
            Question::TokensFor(terms.account.as_str(), &terms.license_arn),
        ] {
            self.index.add(question, number);
        }
        let license = self.license_numbered(&terms.license_arn).map(|(license, _)| license);
        self.index.follow_token(number, license, token, None);
    }
}
