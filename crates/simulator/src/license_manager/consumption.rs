//! A consumption: entitlements of a license that an account checked out, and the state machine of what becomes of them.

pub(super) mod checkout;
mod find;
mod renewal;
pub(super) mod right;
mod state;

pub(super) use find::{beneficiary, consumption};
pub use state::{ConsumptionEvent, ConsumptionState, ConsumptionStuck};

use super::shapes::{EntitlementDataList, EntitlementUnit};
use crate::operation::Change;
use crate::value::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};

/// A consumption. It is never removed: what was returned stays known by its token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consumption {
    terms: ConsumptionTerms,
    state: ConsumptionState,
    expiration: Option<Timestamp>,
}

/// What of a consumption never changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConsumptionTerms {
    /// The license consumption token.
    pub token: String,
    /// The license's ARN.
    pub license_arn: String,
    /// Who checked out.
    pub account: AccountId,
    /// What was checked out.
    pub entitlements: EntitlementDataList,
    /// The node it is for, as the request named it.
    pub node_id: Option<String>,
    /// When it was checked out.
    pub issued: Timestamp,
    /// When the license's usage was last renewed; `None` where it is not.
    pub renewed: Option<Timestamp>,
}

/// A move the transition function allowed. Only [`Consumption::prepare`] makes one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConsumptionStep {
    event: ConsumptionEvent,
    to: ConsumptionState,
}

impl Consumption {
    /// A new consumption.
    pub fn new(terms: ConsumptionTerms, beginning: ConsumptionState, expiration: Option<Timestamp>) -> Self {
        Self { terms, state: beginning, expiration }
    }

    /// The license consumption token.
    pub fn token(&self) -> &str {
        &self.terms.token
    }

    /// What of it never changes.
    pub fn terms(&self) -> &ConsumptionTerms {
        &self.terms
    }

    /// The state.
    pub fn state(&self) -> ConsumptionState {
        self.state
    }

    /// When it ends, as answers say. What is drawn down does not end then.
    pub fn expiration(&self) -> Option<Timestamp> {
        self.expiration
    }

    /// What it takes of the license: the names of the counted entitlements, and how much.
    pub fn units(&self) -> impl Iterator<Item = (&str, i64)> {
        let counted = self.terms.entitlements.0.iter().filter(|entitlement| entitlement.unit != EntitlementUnit::None);
        counted.filter_map(|entitlement| Some((entitlement.name.as_str(), entitlement.value.as_ref()?.parse().ok()?)))
    }

    /// Whether the event is allowed now.
    pub fn prepare(&self, event: ConsumptionEvent) -> Result<ConsumptionStep, ConsumptionStuck> {
        self.state.next(event).map(|to| ConsumptionStep { event, to })
    }

    /// Takes a step, and ends at another moment if one is given. Nothing else changes a consumption.
    pub(super) fn take(&mut self, step: ConsumptionStep, expiration: Option<Timestamp>) -> Change {
        let from = std::mem::replace(&mut self.state, step.to);
        self.expiration = expiration.or(self.expiration);
        self.change(step.event.participle(), Some(from))
    }

    /// The change that the making of this consumption is.
    pub(super) fn creation(&self) -> Change {
        self.change("checked out", None)
    }

    fn change(&self, event: &str, from: Option<ConsumptionState>) -> Change {
        Change {
            resource: format!("consumption {}", self.terms.token),
            event: event.to_owned(),
            from: from.map(|state| state.name().to_owned()),
            to: self.state.name().to_owned(),
        }
    }
}
