//! What of each license is in use, and what ends by itself.

use super::Index;
use crate::collection::Map;
use crate::license_manager::consumption::{Consumption, ConsumptionState};
use crate::license_manager::token::{Token, TokenState};
use crate::value::{AccountId, Timestamp};

/// What of one license is in use.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Usage {
    /// How many live grants calls made of it.
    live_grants: usize,
    entitlements: Map<String, Used>,
    /// The number of the first consumption that counts: those before it were forgiven.
    since: usize,
    /// How many tokens accounts have for it that get access tokens.
    tokens: Map<AccountId, usize>,
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
    /// How many live grants of a license calls have made.
    pub(crate) fn live_grants(&self, license: usize) -> usize {
        self.usage.get(license).map_or(0, |usage| usage.live_grants)
    }

    /// How much of an entitlement of a license is in use, where its usage was last renewed at a moment.
    pub(crate) fn used(&self, license: usize, name: &str, renewed: Option<Timestamp>) -> i64 {
        let used = self.usage.get(license).and_then(|usage| usage.entitlements.get(name)).copied().unwrap_or_default();
        if used.renewed >= renewed { used.held.saturating_add(used.drawn) } else { used.held }
    }

    /// How many tokens an account has for a license that get access tokens.
    pub(crate) fn count_tokens(&self, license: usize, account: &AccountId) -> usize {
        self.usage.get(license).and_then(|usage| usage.tokens.get(account)).copied().unwrap_or_default()
    }

    /// The consumptions that end by a moment, by number.
    pub(crate) fn ending_consumptions(&self, by: Timestamp) -> Vec<usize> {
        self.consumption_ends.up_to(&by)
    }

    /// The tokens that expire by a moment, by number.
    pub(crate) fn ending_tokens(&self, by: Timestamp) -> Vec<usize> {
        self.token_ends.up_to(&by)
    }
}

/// Entries.
impl Index {
    /// Changes how many live grants calls made of a license, if there is one.
    pub(super) fn count_live_grants(&mut self, license: Option<usize>, change: fn(usize) -> usize) {
        if let Some(usage) = license.and_then(|license| self.usage.get_mut(license)) {
            usage.live_grants = change(usage.live_grants);
        }
    }

    /// Counts the consumptions of a license from this number on, and those before it no longer.
    pub(crate) fn forgive(&mut self, license_arn: &str, since: usize) {
        if let Some(usage) = self.usage_of(license_arn) {
            usage.since = since;
            usage.entitlements = Map::new();
        }
    }

    /// Follows a consumption from one state and end to another; from nothing, when it is new.
    pub(crate) fn follow_consumption(
        &mut self,
        number: usize,
        consumption: &Consumption,
        before: Option<(ConsumptionState, Option<Timestamp>)>,
    ) {
        let (was_held, is_held) = (before.filter(|(state, _)| state.is_held()), consumption.state().is_held());
        if let Some(end) = was_held.and_then(|(_, end)| end) {
            self.consumption_ends.remove(end, number);
        }
        if let Some(end) = consumption.expiration().filter(|_| is_held) {
            self.consumption_ends.insert(end, number);
        }
        let usage = self.usage_of(&consumption.terms().license_arn);
        let Some(usage) = usage.filter(|usage| number >= usage.since) else { return };
        for (name, units) in consumption.units() {
            let mut used = usage.entitlements.get(name).copied().unwrap_or_default();
            match (was_held.is_some(), is_held) {
                (false, true) => used.held = used.held.saturating_add(units),
                (true, false) => used.held = used.held.saturating_sub(units),
                (false, false) if before.is_none() && consumption.state() == ConsumptionState::DrawnDown => {
                    used.draw(units, consumption.terms().renewed);
                }
                (true, true) | (false, false) => {}
            }
            usage.entitlements.insert(name.to_owned(), used);
        }
    }

    /// Follows a token from one state to another; from nothing, when it is new.
    pub(crate) fn follow_token(&mut self, number: usize, token: &Token, before: Option<TokenState>) {
        let (was, is) = (before == Some(TokenState::Available), token.state() == TokenState::Available);
        let expiration = token.terms().expiration;
        if is {
            self.token_ends.insert(expiration, number);
        } else {
            self.token_ends.remove(expiration, number);
        }
        if let Some(usage) = self.usage_of(&token.terms().license_arn) {
            let count = usage.tokens.get(&token.terms().account).copied().unwrap_or_default();
            usage.tokens.insert(token.terms().account.clone(), (count + usize::from(is)).saturating_sub(usize::from(was)));
        }
    }

    fn usage_of(&mut self, license_arn: &str) -> Option<&mut Usage> {
        self.usage.get_mut(*self.licenses.get(license_arn)?)
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
