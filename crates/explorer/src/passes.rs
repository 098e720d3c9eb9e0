//! What passes from here: operations by accounts about resources, each tried on a copy.

use crate::calls::{Moment, subjects};
use crate::resource::{Kind, Resource, roles};
use crate::search::{Search, TRIES, as_step, attempt, passes, usual_region};
use serde::Serialize;
use simulator::exchange::Exchange;
use simulator::operation::Change;
use simulator::session::{Act, CallStep, Player, Step};
use simulator::trace::{Rule, Verdict};
use simulator::value::{AccountId, Region};
use simulator::{Operation, Simulator, index};
use std::collections::VecDeque;

/// Calls are tried about so many resources, the newest ones.
const MOST_RESOURCES: usize = 200;

/// Which calls are tried.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only calls that name this resource.
    pub resource: Option<Resource>,
    /// The accounts. `None`: every account of the world.
    pub accounts: Option<Vec<AccountId>>,
    /// The operations. `None`: every operation.
    pub operations: Option<Vec<&'static Operation>>,
    /// How many calls are tried at most.
    pub tries: Option<usize>,
    /// The newest refresh token, which the simulator cannot tell.
    pub refresh_token: Option<String>,
}

/// What passes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The calls by the resource that they name.
    pub groups: Vec<CallGroup>,
    /// How many calls were tried.
    pub tried: usize,
    /// Whether calls were left out because of a limit.
    pub cut: bool,
}

/// Calls about one resource, or calls of one operation that name no resource.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CallGroup {
    /// The ARN of the resource, its token or its ID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// What the resource is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The operation of calls that name no resource, as an IAM action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// The calls; those that succeed first.
    pub calls: Vec<TriedCall>,
}

/// A call that was tried, and its response.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TriedCall {
    /// The call.
    #[serde(serialize_with = "as_step")]
    pub call: CallStep,
    /// What the caller is to the resource.
    pub roles: Vec<&'static str>,
    /// The status of the response.
    pub status: u16,
    /// The name of the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The message of the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// What the call changes.
    pub changes: Vec<Change>,
    /// Why it was refused.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// Why a call was refused.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// The rule.
    pub rule: &'static Rule,
    /// What was found.
    pub findings: Vec<String>,
    /// What would have to be different.
    pub remedy: String,
}

/// The search.
#[derive(Debug)]
pub struct Passes {
    player: Player,
    region: Region,
    refresh_token: Option<String>,
    resources: Vec<Resource>,
    /// The resource that all calls name.
    only: Option<Resource>,
    todo: VecDeque<(&'static Operation, AccountId, Vec<Resource>)>,
    groups: Vec<CallGroup>,
    tried: usize,
    tries: usize,
    cut: bool,
}

impl Passes {
    /// A search in the state of a simulator.
    pub fn new(simulator: &Simulator, options: Options) -> Self {
        let mut resources = Resource::all(simulator);
        let cut = options.resource.is_none() && resources.len() > MOST_RESOURCES;
        if cut {
            resources.drain(..resources.len() - MOST_RESOURCES);
        }
        resources.extend(options.resource.clone().filter(|only| !resources.contains(only)));
        let accounts = options.accounts.unwrap_or_else(|| simulator.world().accounts.keys().cloned().collect());
        let operations = options.operations.unwrap_or_else(|| index::all().collect());
        let mut todo = VecDeque::new();
        for operation in operations {
            for about in subjects(operation, &resources, simulator) {
                if options.resource.as_ref().is_some_and(|only| !about.contains(&only)) {
                    continue;
                }
                let about: Vec<_> = about.into_iter().cloned().collect();
                todo.extend(accounts.iter().map(|account| (operation, account.clone(), about.clone())));
            }
        }
        Self {
            player: Player::of(simulator.clone()),
            region: usual_region(simulator),
            refresh_token: options.refresh_token,
            resources,
            only: options.resource,
            todo,
            groups: Vec::new(),
            tried: 0,
            tries: options.tries.unwrap_or(TRIES),
            cut,
        }
    }

    fn try_next(&mut self, operation: &'static Operation, account: &AccountId, about: &[Resource]) {
        let simulator = self.player.simulator();
        let moment = Moment { simulator, region: &self.region, step: 0, refresh_token: self.refresh_token.as_deref() };
        let about: Vec<_> = about.iter().collect();
        let resource = self.only.as_ref().or_else(|| about.first().copied()).cloned();
        for call in moment.calls(operation, account, &about, None) {
            self.tried += 1;
            let step = Step::new(Act::Call(call.clone()));
            let Some((_, played)) = attempt(&self.player, &step) else { continue };
            let Some(exchange) = played.exchange() else { continue };
            let roles = resource.as_ref().map(|resource| roles(account, &resource.id, self.player.simulator())).unwrap_or_default();
            let tried = TriedCall::of(call, roles, exchange);
            let group = self.group(operation, resource.as_ref());
            let Some(group) = self.groups.get_mut(group) else { continue };
            let place =
                if passes(&played) { group.calls.iter().take_while(|call| call.error.is_none()).count() } else { group.calls.len() };
            group.calls.insert(place, tried);
        }
    }

    /// The place of the group of calls about a resource, or of an operation. The groups have the order of the resources.
    fn group(&mut self, operation: &'static Operation, resource: Option<&Resource>) -> usize {
        let id = resource.map(|resource| resource.id.clone());
        let action = resource.is_none().then(|| operation.action());
        let found = self.groups.iter().position(|group| group.resource == id && group.operation == action);
        found.unwrap_or_else(|| {
            let order = |id: Option<&String>| {
                let place = id.and_then(|id| self.resources.iter().position(|resource| resource.id == *id));
                place.unwrap_or(usize::MAX)
            };
            let own = order(id.as_ref());
            let place = self.groups.iter().take_while(|group| order(group.resource.as_ref()) <= own).count();
            let name = resource.and_then(|resource| resource.name(self.player.simulator()));
            let kind = resource.map(|resource| resource.kind);
            self.groups.insert(place, CallGroup { resource: id, kind, name, operation: action, calls: Vec::new() });
            place
        })
    }
}

impl TriedCall {
    fn of(call: CallStep, roles: Vec<&'static str>, exchange: &Exchange) -> Self {
        let refusal = exchange.refusal();
        let reason = exchange.trace.refusal().and_then(|check| match &check.verdict {
            Verdict::Passed => None,
            Verdict::Refused { findings, remedy, .. } => {
                Some(Reason { rule: check.rule, findings: findings.clone(), remedy: remedy.sentence.clone() })
            }
        });
        Self {
            call,
            roles,
            status: exchange.response.status,
            error: refusal.map(|error| error.name.clone()),
            message: refusal.and_then(|error| error.message.clone()),
            changes: exchange.own_changes().to_vec(),
            reason,
        }
    }
}

impl Search for Passes {
    type Answer = Answer;

    fn advance(&mut self, tries: usize) {
        let until = self.tried.saturating_add(tries.max(1)).min(self.tries);
        while self.tried < until {
            let Some((operation, account, about)) = self.todo.pop_front() else { return };
            self.try_next(operation, &account, &about);
        }
        if self.tried >= self.tries && !self.todo.is_empty() {
            self.cut = true;
            self.todo.clear();
        }
    }

    fn is_done(&self) -> bool {
        self.todo.is_empty()
    }

    fn tried(&self) -> usize {
        self.tried
    }

    fn depth(&self) -> usize {
        1
    }

    fn answer(&self) -> Answer {
        Answer { groups: self.groups.clone(), tried: self.tried, cut: self.cut }
    }
}
