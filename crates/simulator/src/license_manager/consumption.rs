//! A consumption: entitlements of a license that an account checked out, and their state machine.

mod state;

pub use state::{ConsumptionEvent, ConsumptionState, ConsumptionTransitionError};

use super::shapes::{EntitlementDataList, EntitlementUnit};
use crate::operation::Change;
use crate::value::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};

/// A consumption. It is never removed, so that its token stays known after the check-in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consumption {
    terms: ConsumptionTerms,
    state: ConsumptionState,
    expiration: Option<Timestamp>,
}

/// The immutable part of a consumption.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConsumptionTerms {
    /// The license consumption token.
    pub token: String,
    /// The license's ARN.
    pub license_arn: String,
    /// The account that checked out.
    pub account: AccountId,
    /// The checked-out entitlements.
    pub entitlements: EntitlementDataList,
    /// The node from the request.
    pub node_id: Option<String>,
    /// When it was checked out.
    pub issued: Timestamp,
    /// When the license's usage was last renewed; `None` if it is not renewed.
    pub renewed: Option<Timestamp>,
}

/// A transition that the transition function allows. Only [`Consumption::prepare`] creates it.
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

    /// The immutable part.
    pub fn terms(&self) -> &ConsumptionTerms {
        &self.terms
    }

    /// The state.
    pub fn state(&self) -> ConsumptionState {
        self.state
    }

    /// The end of the consumption in responses. Drawn-down entitlements do not end then.
    pub fn expiration(&self) -> Option<Timestamp> {
        self.expiration
    }

    /// The counted entitlements that it uses, by name, with their amounts.
    pub fn units(&self) -> impl Iterator<Item = (&str, i64)> {
        let counted = self.terms.entitlements.0.iter().filter(|entitlement| entitlement.unit != EntitlementUnit::None);
        counted.filter_map(|entitlement| Some((entitlement.name.as_str(), entitlement.value.as_ref()?.parse().ok()?)))
    }

    /// The step for an event, if the current state allows it.
    pub fn prepare(&self, event: ConsumptionEvent) -> Result<ConsumptionStep, ConsumptionTransitionError> {
        self.state.next(event).map(|to| ConsumptionStep { event, to })
    }

    /// Applies a step, and sets another end if one is given. Nothing else changes a consumption.
    pub(super) fn take(&mut self, step: ConsumptionStep, expiration: Option<Timestamp>) -> Change {
        let from = std::mem::replace(&mut self.state, step.to);
        self.expiration = expiration.or(self.expiration);
        self.change(step.event.participle(), Some(from))
    }

    /// The change that reports the creation of this consumption.
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
