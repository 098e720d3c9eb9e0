//! What of each license is in use, and what ends by itself.

use super::Index;
use crate::license_manager::consumption::{Consumption, ConsumptionState};
use crate::license_manager::token::{Token, TokenState};
use crate::numbers::{Entries, moment};
use crate::table::Table;
use crate::value::{AccountId, Timestamp};

/// What is in use, and when it ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Usage {
    /// When consumptions end that come back: the moment as a key, and the consumption's number.
    consumptions: Entries,
    /// When tokens expire that have not expired.
    tokens: Entries,
    /// What is in use, by the license's number.
    licenses: Vec<InUse>,
}

/// What of one license is in use.
#[derive(Clone, Debug, Default, PartialEq)]
struct InUse {
    entitlements: Table<String, Used>,
    /// The number of the first consumption that counts: those before it were forgiven.
    since: usize,
    /// How many tokens accounts have for it that get access tokens.
    tokens: Table<AccountId, usize>,
}

/// How much of an entitlement is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Used {
    /// What comes back.
    held: i64,
    /// What was drawn down since the usage was last renewed.
    drawn: i64,
    renewed: Option<Timestamp>,
}

/// Questions.
impl Index {
    /// How much of an entitlement of a license is in use, where its usage was last renewed at a moment.
    pub(crate) fn used(&self, license: usize, name: &str, renewed: Option<Timestamp>) -> i64 {
        let used = self.usage.licenses.get(license).and_then(|license| license.entitlements.get(name)).copied().unwrap_or_default();
        if used.renewed >= renewed { used.held.saturating_add(used.drawn) } else { used.held }
    }

    /// How many tokens an account has for a license that get access tokens.
    pub(crate) fn count_tokens(&self, license: usize, account: &AccountId) -> usize {
        self.usage.licenses.get(license).and_then(|license| license.tokens.get(account)).copied().unwrap_or_default()
    }

    /// The consumptions that end by a moment, by number.
    pub(crate) fn ending_consumptions(&self, by: Timestamp) -> Vec<usize> {
        self.usage.consumptions.until(moment(by))
    }

    /// The tokens that expire by a moment, by number.
    pub(crate) fn ending_tokens(&self, by: Timestamp) -> Vec<usize> {
        self.usage.tokens.until(moment(by))
    }
}

/// Entries.
impl Index {
    pub(super) fn add_usage_of(&mut self, license: usize) {
        self.usage.licenses.resize_with(license + 1, InUse::default);
    }

    /// Counts the consumptions of a license from this number on, and those before it no longer.
    pub(crate) fn forgive(&mut self, license: usize, since: usize) {
        if let Some(license) = self.usage.licenses.get_mut(license) {
            license.since = since;
            license.entitlements = Table::new();
        }
    }

    /// Follows a consumption from one state and end to another; from nothing, when it is new.
    pub(crate) fn follow_consumption(
        &mut self,
        number: usize,
        license: Option<usize>,
        consumption: &Consumption,
        before: Option<(ConsumptionState, Option<Timestamp>)>,
    ) {
        let (was_held, is_held) = (before.filter(|(state, _)| state.is_held()), consumption.state().is_held());
        if let Some(end) = was_held.and_then(|(_, end)| end) {
            self.usage.consumptions.remove(moment(end), number);
        }
        if let Some(end) = consumption.expiration().filter(|_| is_held) {
            self.usage.consumptions.insert(moment(end), number);
        }
        let license = license.and_then(|license| self.usage.licenses.get_mut(license));
        let Some(license) = license.filter(|license| number >= license.since) else { return };
        for (name, units) in consumption.units() {
            let mut used = license.entitlements.get(name).copied().unwrap_or_default();
            match (was_held.is_some(), is_held) {
                (false, true) => used.held = used.held.saturating_add(units),
                (true, false) => used.held = used.held.saturating_sub(units),
                (false, false) if before.is_none() && consumption.state() == ConsumptionState::DrawnDown => {
                    used.draw(units, consumption.terms().renewed);
                }
                (true, true) | (false, false) => {}
            }
            license.entitlements.insert(name.to_owned(), used);
        }
    }

    /// Follows a token from one state to another; from nothing, when it is new.
    pub(crate) fn follow_token(&mut self, number: usize, license: Option<usize>, token: &Token, before: Option<TokenState>) {
        let (was, is) = (before == Some(TokenState::Available), token.state() == TokenState::Available);
        let expiration = moment(token.terms().expiration);
        if is {
            self.usage.tokens.insert(expiration, number);
        } else {
            self.usage.tokens.remove(expiration, number);
        }
        if let Some(license) = license.and_then(|license| self.usage.licenses.get_mut(license)) {
            let count = license.tokens.get(&token.terms().account).copied().unwrap_or_default();
            license.tokens.insert(token.terms().account.clone(), (count + usize::from(is)).saturating_sub(usize::from(was)));
        }
    }
}

impl Used {
    fn draw(&mut self, units: i64, renewed: Option<Timestamp>) {
        if self.renewed < renewed {
            *self = Self { drawn: 0, renewed, ..*self };
        }
        self.drawn = self.drawn.saturating_add(units);
    }
}
