//! The call that the vectors change: one that passes, if there is one.

use super::Options;
use super::values::repaired;
use crate::calls::{Moment, call, subjects};
use crate::frontier::refusal_of;
use crate::resource::Resource;
use crate::search::{attempt, passes, usual_region};
use serde_json::Value;
use simulator::session::{Act, Player, Step};
use simulator::trace::Stage;
use simulator::value::{AccountId, Region};
use simulator::{Operation, Simulator};

/// So many calls are tried for one that passes.
const MOST: usize = 400;

/// The call.
#[derive(Clone, Debug)]
pub(super) struct Base {
    pub(super) operation: &'static Operation,
    pub(super) account: AccountId,
    pub(super) region: Region,
    pub(super) input: Value,
}

impl Base {
    /// The proposal that passes, or else the one that is refused last.
    pub(super) fn find(operation: &'static Operation, simulator: &Simulator, options: &Options) -> Option<Self> {
        let player = Player::of(simulator.clone());
        let mut best: Option<(Stage, Self)> = None;
        for base in Self::all(operation, simulator, options).into_iter().take(MOST) {
            let call = call(operation, &base.account, &base.region, base.input.clone());
            let Some((_, result)) = attempt(&player, &Step::new(Act::Call(call))) else { continue };
            if passes(&result) {
                return Some(base);
            }
            let stage = refusal_of(&result).map_or(Stage::Routing, |check| check.rule.stage);
            if best.as_ref().is_none_or(|(other, _)| stage > *other) {
                best = Some((stage, base));
            }
        }
        best.map(|(_, base)| base)
    }

    /// The proposals, about the newest resources first, or about none if the world lacks them.
    fn all(operation: &'static Operation, simulator: &Simulator, options: &Options) -> Vec<Self> {
        let accounts = || simulator.world().accounts.keys().cloned().collect();
        let accounts: Vec<AccountId> = options.account.clone().map_or_else(accounts, |account| vec![account]);
        let region = options.region.clone().unwrap_or_else(|| usual_region(simulator));
        let moment = Moment { simulator, region: &region, step: 0, refresh_token: options.refresh_token.as_deref() };
        let mut resources = Resource::all(simulator);
        resources.reverse();
        let mut lists = subjects(operation, &resources, simulator);
        if lists.is_empty() {
            lists.push(Vec::new());
        }
        let mut bases = Vec::new();
        for about in lists.iter().take(MOST) {
            for account in &accounts {
                let (fitting, inputs) = moment.inputs(operation, account, about, None);
                let region = options.region.clone().unwrap_or(fitting);
                let (shape, vintage) = ((operation.input)(), simulator.world().vintage);
                let base = |input| {
                    let input = repaired(shape, input, vintage);
                    Self { operation, account: account.clone(), region: region.clone(), input }
                };
                bases.extend(inputs.into_iter().map(base));
            }
        }
        bases
    }
}
