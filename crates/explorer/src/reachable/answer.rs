//! The graph of the statuses of a resource.

use crate::resource::{Kind, Resource, roles};
use crate::search::Searched;
use serde::Serialize;
use simulator::Simulator;
use simulator::session::{Act, Step};
use simulator::value::AccountId;

/// The states that a resource can reach.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// Its ARN, its token or its ID.
    pub resource: String,
    /// What it is.
    pub kind: Kind,
    /// The status now.
    pub current: &'static str,
    /// Every state of the transition function.
    pub states: Vec<State>,
    /// The transitions that were found.
    pub transitions: Vec<Transition>,
    /// How much was searched.
    pub searched: Searched,
}

/// A state. Several states of the transition function with the same status are one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct State {
    /// The status.
    pub status: &'static str,
    /// Whether the search reached it.
    pub reached: bool,
    /// The shortest sequence of steps to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<Vec<Step>>,
    /// Whether it was reached, and no step led to another state.
    pub dead_end: bool,
    /// Whether the transition function has no transition to another state.
    pub terminal: bool,
}

/// A transition.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Transition {
    /// The status before.
    pub from: &'static str,
    /// The status after.
    pub to: &'static str,
    /// The operation as an IAM action, `advance` or `settle`.
    pub by: String,
    /// Who can make it.
    pub accounts: Vec<Maker>,
    /// What happened.
    pub event: String,
    /// One step that makes it.
    pub step: Step,
}

/// An account that makes a transition.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Maker {
    /// The account.
    pub account: AccountId,
    /// What it is to the resource.
    pub roles: Vec<&'static str>,
}

/// The graph so far.
#[derive(Debug)]
pub(super) struct Graph {
    resource: Resource,
    current: &'static str,
    /// The states that were reached, each with the steps to it.
    reached: Vec<(&'static str, Vec<Step>)>,
    transitions: Vec<Transition>,
}

impl Graph {
    pub(super) fn new(resource: &Resource, current: &'static str) -> Self {
        Self { resource: resource.clone(), current, reached: vec![(current, Vec::new())], transitions: Vec::new() }
    }

    pub(super) fn is_reached(&self, status: &str) -> bool {
        self.reached.iter().any(|(reached, _)| *reached == status)
    }

    /// Adds a state that was not reached before.
    pub(super) fn reach(&mut self, status: &'static str, steps: Vec<Step>) {
        self.reached.push((status, steps));
    }

    /// Adds a transition, or its sender to one that is known. `simulator` is the state before it.
    pub(super) fn add(&mut self, from: &'static str, to: &'static str, event: &str, step: &Step, simulator: &Simulator) {
        let (by, account) = match &step.act {
            Act::Call(call) => (call.operation.action(), Some(&call.account)),
            Act::Advance(_) => ("advance".to_owned(), None),
            Act::Settle => ("settle".to_owned(), None),
            // The search tries none of these.
            Act::Request(_) | Act::Change(_) => return,
        };
        let is_it = |known: &&mut Transition| known.from == from && known.to == to && known.by == by && known.event == event;
        let maker = account.map(|account| Maker { account: account.clone(), roles: roles(account, &self.resource.id, simulator) });
        if let Some(known) = self.transitions.iter_mut().find(is_it) {
            known.accounts.extend(maker.filter(|maker| known.accounts.iter().all(|known| known.account != maker.account)));
        } else {
            let accounts = maker.into_iter().collect();
            self.transitions.push(Transition { from, to, by, accounts, event: event.to_owned(), step: step.clone() });
        }
    }

    pub(super) fn answer(&self, searched: Searched) -> Answer {
        let kind = self.resource.kind;
        let machine = kind.machine();
        let mut found: Vec<State> = Vec::new();
        for index in 0..machine.states {
            let Some(status) = kind.status(index) else { continue };
            let mut after = (0..machine.events).filter_map(|event| (machine.next)(index, event));
            let is_left = after.any(|(_, to)| kind.status(to) != Some(status));
            match found.iter_mut().find(|state| state.status == status) {
                Some(state) => state.terminal &= !is_left,
                None => found.push(self.state(status, !is_left)),
            }
        }
        Answer {
            resource: self.resource.id.clone(),
            kind,
            current: self.current,
            states: found,
            transitions: self.transitions.clone(),
            searched,
        }
    }

    fn state(&self, status: &'static str, terminal: bool) -> State {
        let steps = self.reached.iter().find(|(reached, _)| *reached == status).map(|(_, steps)| steps.clone());
        let is_left = self.transitions.iter().any(|transition| transition.from == status && transition.to != status);
        State { status, reached: steps.is_some(), dead_end: steps.is_some() && !is_left, steps, terminal }
    }
}
