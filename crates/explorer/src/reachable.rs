//! The states that a resource can reach: a graph of its statuses, with the shortest sequence of steps to each.
//!
//! The search goes breadth first over copies of the simulator. Two copies count as one state if everything that is stored is equal but
//! for times and former versions, so that a grant which was deactivated and activated again is where it was.

mod answer;

pub use answer::{Answer, Maker, State, Transition};

use crate::calls::{Given, Moment, reads, subjects, tags};
use crate::fingerprint::{Detail, Fingerprint};
use crate::frontier::{Candidate, Frontier, Node};
use crate::resource::{Resource, region_of, roles};
use crate::search::{Search, Searched, TRIES, attempt, own_changes};
use answer::Graph;
use simulator::exchange::Exchange;
use simulator::operation::Change;
use simulator::session::{Act, Step};
use simulator::value::{AccountId, Region};
use simulator::{Operation, Simulator, index};
use std::collections::BTreeSet;

/// So many accounts send calls at most.
const MOST_ACCOUNTS: usize = 8;

/// So many of the times to come are waited for in a state, the nearest ones.
const WAITS: usize = 3;

/// The search.
#[derive(Debug)]
pub struct Reachable {
    resource: Resource,
    /// The resources that calls name.
    about: Vec<Resource>,
    region: Region,
    operations: Vec<&'static Operation>,
    accounts: Vec<AccountId>,
    frontier: Frontier,
    seen: BTreeSet<u64>,
    graph: Graph,
    tries: usize,
    tried: usize,
    cut: bool,
}

impl Reachable {
    /// A search in the state of a simulator. `None` if the resource has no states: it is not stored (any more).
    pub fn new(simulator: &Simulator, resource: Resource, tries: Option<usize>, refresh_token: Option<String>) -> Option<Self> {
        let status = resource.status(simulator)?;
        let about = resource.clone().with_what_it_depends_on(simulator);
        let is_tried = |operation: &&'static Operation| !reads(operation) && !tags(operation, simulator);
        let names_one = |operation: &&'static Operation| {
            let lists = subjects(operation, &about, simulator);
            lists.iter().any(|list| !list.is_empty())
        };
        let operations = index::all().filter(is_tried).filter(names_one).collect();
        let (frontier, number) = Frontier::new(simulator, refresh_token, Detail::Present);
        Some(Self {
            region: region_of(&resource.id, simulator),
            graph: Graph::new(&resource, status),
            resource,
            operations,
            accounts: accounts(&about, simulator),
            about,
            frontier,
            seen: BTreeSet::from([number]),
            tries: tries.unwrap_or(TRIES),
            tried: 0,
            cut: false,
        })
    }

    fn try_step(&mut self, candidate: Candidate) {
        self.tried += 1;
        let Some((player, result)) = self.frontier.attempt(&candidate) else { return };
        let Some(node) = self.frontier.current() else { return };
        let (changes, waits) = (own_changes(&result), matches!(candidate.step.act, Act::Advance(_)));
        if makes_something(&candidate.step, changes) {
            return;
        }
        // Work that was due ends before the call, and is a step of its own.
        let before = match result.exchange().map(Exchange::changes_before) {
            None | Some([]) => self.resource.status(node.player.simulator()),
            Some(_) => attempt(&node.player, &Step::new(Act::Advance(0))).and_then(|(due, _)| self.resource.status(due.simulator())),
        };
        let after = self.resource.status(player.simulator());
        let own = changes.iter().rev().find(|change| self.is_about_it(change));
        if let (Some(before), Some(after), Some(change)) = (before, after, own) {
            self.graph.add(before, after, &change.event, &candidate.step, node.player.simulator());
        }
        // What is due can wait for a step that ends asynchronous work.
        if !waits && changes.iter().all(|change| change.from.as_ref() == Some(&change.to)) {
            return;
        }
        let Fingerprint { number, to_come } = Fingerprint::of(player.simulator(), Detail::Present);
        let new_status = after.filter(|after| !self.graph.is_reached(after));
        if let Some(status) = new_status {
            let mut way = self.frontier.way();
            way.push(candidate.step.clone());
            self.graph.reach(status, way);
        }
        if self.seen.insert(number) || new_status.is_some() {
            self.frontier.push(player, candidate.step, &result, to_come);
        }
    }

    /// Whether a change is one of the resource. The changes of checkouts, tokens and replacements name the kind before the ID.
    fn is_about_it(&self, change: &Change) -> bool {
        change.resource == self.resource.id || change.resource.rsplit(' ').next() == Some(self.resource.id.as_str())
    }

    fn searched(&self) -> Searched {
        let limits = vec![
            "Calls name the resource itself and those on which its status depends, with proposals for their members.",
            "They are sent by the accounts that have a role in one of these resources or administer an organization, at most eight.",
            "Calls that make further resources, and calls that only change tags, are left out.",
            "A call that keeps the status of everything leads to no new state.",
            "Two states that differ only in times and in former versions count as one.",
        ];
        Searched {
            tried: self.tried,
            states: self.frontier.len(),
            depth: self.frontier.depth(),
            cut: self.cut,
            operations: self.operations.iter().map(|operation| operation.action()).collect(),
            accounts: self.accounts.iter().map(AccountId::to_string).collect(),
            limits,
        }
    }
}

/// The accounts that can change the resources: they have a role in one of them, or administer an organization.
fn accounts(about: &[Resource], simulator: &Simulator) -> Vec<AccountId> {
    let world = simulator.world();
    let administers = |account: &AccountId| {
        let mut organizations = world.organizations.values();
        organizations.any(|organization| {
            organization.management_account == *account || organization.delegated_administrator.as_ref() == Some(account)
        })
    };
    let has_role = |account: &AccountId| about.iter().any(|resource| !roles(account, &resource.id, simulator).is_empty());
    let can_change = |account: &&AccountId| has_role(account) || administers(account);
    world.accounts.keys().filter(can_change).take(MOST_ACCOUNTS).cloned().collect()
}

/// Whether a call makes something new, for example a grant. What asynchronous work makes belongs to its grant.
fn makes_something(step: &Step, changes: &[Change]) -> bool {
    matches!(step.act, Act::Call(_)) && changes.iter().any(|change| change.from.is_none())
}

/// The steps that are tried in a state: work that ends, calls, time that passes.
fn steps(node: &Node, about: &[Resource], operations: &[&'static Operation], accounts: &[AccountId], region: &Region) -> Vec<Act> {
    let simulator = node.player.simulator();
    let moment = Moment { simulator, region, step: node.depth, refresh_token: node.refresh_token.as_deref() };
    let given = Given::default();
    let mut acts = vec![Act::Settle];
    for operation in operations {
        for list in subjects(operation, about, simulator) {
            for account in accounts {
                acts.extend(moment.calls(operation, account, &list, Some(&given)).into_iter().map(Act::Call));
            }
        }
    }
    acts.extend(node.waits(WAITS).map(Act::Advance));
    acts
}

impl Search for Reachable {
    type Answer = Answer;

    fn advance(&mut self, tries: usize) {
        let until = self.tried.saturating_add(tries.max(1));
        while !self.is_done() && self.tried < until {
            let (about, operations, accounts, region) = (&self.about, &self.operations, &self.accounts, &self.region);
            if let Some(candidate) = self.frontier.next(|node| steps(node, about, operations, accounts, region)) {
                self.try_step(candidate);
            }
            self.cut = self.tried >= self.tries && !self.is_done();
        }
    }

    fn is_done(&self) -> bool {
        self.cut || self.frontier.current().is_none()
    }

    fn tried(&self) -> usize {
        self.tried
    }

    fn depth(&self) -> usize {
        self.frontier.depth() + 1
    }

    fn answer(&self) -> Answer {
        self.graph.answer(self.searched())
    }
}
