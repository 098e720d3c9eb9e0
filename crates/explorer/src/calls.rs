//! The calls that are tried in a state: operations, by accounts, about resources, with proposals for their members.

mod inputs;

pub(crate) use inputs::Given;

use crate::proposal::{Proposal, Scene, new_token};
use crate::resource::{Kind, Resource, region_of};
use inputs::{alternatives, like_given};
use serde_json::Value;
use simulator::schema::Meaning;
use simulator::session::{CallStep, Input, literal};
use simulator::value::{AccountId, Region};
use simulator::{Operation, Simulator};

/// A state in which calls are proposed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment<'a> {
    pub(crate) simulator: &'a Simulator,
    /// The Region of calls that name no resource.
    pub(crate) region: &'a Region,
    /// Makes the client tokens of the calls differ from those of earlier steps.
    pub(crate) step: usize,
    /// The newest refresh token, which the simulator cannot tell.
    pub(crate) refresh_token: Option<&'a str>,
}

/// Whether an operation only reads, as IAM's names for its actions say it.
pub(crate) fn reads(operation: &Operation) -> bool {
    ["Get", "List"].iter().any(|prefix| operation.name.starts_with(prefix))
}

/// Whether an operation only changes tags.
pub(crate) fn tags(operation: &Operation, simulator: &Simulator) -> bool {
    let input = (operation.input)();
    let requires = |meaning| input.meant(meaning, simulator.world().vintage).is_some_and(simulator::schema::Member::is_required);
    requires(Meaning::Tags) || requires(Meaning::TagKeys)
}

/// The lists of resources that calls of an operation name: one of these resources for each kind that it requires. There is one empty
/// list if it requires none, and no list if these resources lack one.
pub(crate) fn subjects<'a>(operation: &Operation, resources: &'a [Resource], simulator: &Simulator) -> Vec<Vec<&'a Resource>> {
    let mut lists: Vec<Vec<&Resource>> = vec![Vec::new()];
    let mut named: Vec<Kind> = Vec::new();
    for member in (operation.input)().members(simulator.world().vintage).filter(|member| member.is_required()) {
        let takes = |kind: Kind| member.meaning.is_some_and(|meaning| takes(kind, meaning));
        let kinds: Vec<_> = Kind::ALL.into_iter().filter(|kind| takes(*kind) && !named.contains(kind)).collect();
        if kinds.is_empty() {
            continue;
        }
        let fitting: Vec<_> = resources.iter().filter(|resource| kinds.contains(&resource.kind)).collect();
        let longer = |list: &Vec<&'a Resource>| -> Vec<Vec<&'a Resource>> {
            fitting.iter().map(|resource| list.iter().copied().chain([*resource]).collect()).collect()
        };
        lists = lists.iter().flat_map(longer).collect();
        named.extend(kinds);
    }
    lists
}

/// A checkout names its license by the product and the issuer's key.
fn takes(kind: Kind, meaning: Meaning) -> bool {
    kind.meanings().contains(&meaning) || (kind == Kind::License && meaning == Meaning::KeyFingerprint)
}

impl Moment<'_> {
    /// The calls of an operation by an account about resources, with these inputs.
    pub(crate) fn calls(
        &self,
        operation: &'static Operation,
        account: &AccountId,
        about: &[&Resource],
        given: Option<&Given>,
    ) -> Vec<CallStep> {
        let (region, inputs) = self.inputs(operation, account, about, given);
        inputs.into_iter().map(|input| call(operation, account, &region, input)).collect()
    }

    /// The inputs of an operation by an account about resources, and the Region: the proposal, and with `given` the alternatives to it.
    /// A call that names no resource makes a new one. Then there are only alternatives that the given call can name.
    pub(crate) fn inputs(
        &self,
        operation: &'static Operation,
        account: &AccountId,
        about: &[&Resource],
        given: Option<&Given>,
    ) -> (Region, Vec<Value>) {
        let region = about.first().map_or_else(|| self.region.clone(), |resource| region_of(&resource.id, self.simulator));
        let mut scene = Scene::of(self.simulator, operation, account, &region);
        for resource in about {
            scene = scene.about(&resource.id);
        }
        scene.refresh_token = self.refresh_token.map(str::to_owned);
        let input = Proposal::of(&scene, || self.token()).input;
        let inputs = match given {
            Some(given) if about.is_empty() => like_given(&input, &scene, given).into_iter().collect(),
            Some(given) => alternatives(input, &scene, given),
            None => vec![input],
        };
        (region, inputs)
    }

    fn token(&self) -> String {
        let seed = u64::try_from(self.simulator.now().milliseconds()).unwrap_or_default();
        new_token(seed, self.step, Some("explorer"))
    }
}

/// A call step with an input that contains no reference.
pub(crate) fn call(operation: &'static Operation, account: &AccountId, region: &Region, input: Value) -> CallStep {
    CallStep { account: account.clone(), region: region.clone(), operation, input: Input::Value(literal(input)), fault: None }
}
