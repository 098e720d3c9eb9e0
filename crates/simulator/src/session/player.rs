//! Runs the steps of a session on a simulator.

use super::reference::{Answers, resolve};
use super::{Act, CallStep, Expectation, Input, Step};
use crate::intervention::Intervention;
use crate::json::Json;
use crate::operation::Change;
use crate::protocol::{Draft, compose};
use crate::{Exchange, Options, Simulator};

/// A simulator and the responses to which later steps can refer.
#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    simulator: Simulator,
    answers: Answers,
}

/// The result of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Played {
    /// A request got a response.
    Exchange {
        /// The exchange.
        exchange: Box<Exchange>,
        /// The differences between the response and the one that the step expects.
        differences: Vec<String>,
    },
    /// The clock, the asynchronous work or the world was changed.
    Changes(Vec<Change>),
}

impl Played {
    /// The exchange, if there was one.
    pub fn exchange(&self) -> Option<&Exchange> {
        match self {
            Self::Exchange { exchange, .. } => Some(exchange),
            Self::Changes(_) => None,
        }
    }

    /// What changed.
    pub fn changes(&self) -> &[Change] {
        match self {
            Self::Exchange { exchange, .. } => &exchange.changes,
            Self::Changes(changes) => changes,
        }
    }

    /// The differences between the response and the one that the step expects.
    pub fn differences(&self) -> &[String] {
        match self {
            Self::Exchange { differences, .. } => differences,
            Self::Changes(_) => &[],
        }
    }
}

impl Player {
    /// A player before the first step. The error is a sentence that says what is wrong with the options.
    pub fn new(options: &Options) -> Result<Self, String> {
        Ok(Self { simulator: Simulator::new(options)?, answers: Answers::new() })
    }

    /// A player that continues from a simulator. No step can refer to a response that came before.
    pub fn of(simulator: Simulator) -> Self {
        Self { simulator, answers: Answers::new() }
    }

    /// The simulator in its current state.
    pub fn simulator(&self) -> &Simulator {
        &self.simulator
    }

    /// Runs a step. The error is a sentence that says why it cannot run; then nothing has changed. Only if the expectation has a
    /// wrong reference, the step has run: the expectation can refer to the step's own response, so it is read afterwards.
    pub fn step(&mut self, step: &Step) -> Result<Played, String> {
        if !step.ids.is_empty() {
            self.give_ids(&step.ids)?;
        }
        let played = self.act(step);
        self.simulator.world.ids.give(&[]);
        played
    }

    fn act(&mut self, step: &Step) -> Result<Played, String> {
        let exchange = match &step.act {
            Act::Call(call) => self.call(call)?,
            Act::Request(request) => self.simulator.handle(request),
            Act::Advance(seconds) => return Ok(Played::Changes(self.simulator.advance(*seconds))),
            Act::Settle => return Ok(Played::Changes(self.simulator.settle())),
            Act::Change(intervention) => {
                let resolved = resolve(&intervention.write(), &self.answers)?;
                let intervention = Intervention::read(&resolved).map_err(|misfit| misfit.to_string())?;
                return self.simulator.intervene(&intervention).map(Played::Changes);
            }
        };
        if let Some(name) = &step.name {
            self.answers.insert(name.clone(), exchange.body().into());
        }
        let differences = step.expect.as_ref().map_or(Ok(Vec::new()), |expect| self.compare(expect, &exchange))?;
        Ok(Played::Exchange { exchange: Box::new(exchange), differences })
    }

    /// Gives what the step creates these IDs, if each of them can be part of an ARN and is not used yet.
    fn give_ids(&mut self, ids: &[String]) -> Result<(), String> {
        for (place, id) in ids.iter().enumerate() {
            if id.is_empty() || id.len() > 64 || !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                return Err(format!("`{id}` cannot be an ID; use up to 64 letters, digits and hyphens, for example `g-1a2b`"));
            }
            if ids.iter().take(place).any(|earlier| earlier == id) || self.simulator.has_id(id) {
                return Err(format!("the ID `{id}` is used already; give each resource its own ID"));
            }
        }
        self.simulator.world.ids.give(ids);
        Ok(())
    }

    fn call(&mut self, call: &CallStep) -> Result<Exchange, String> {
        let input = match &call.input {
            Input::Text(text) => text.clone(),
            Input::Value(value) => resolve(value, &self.answers)?.to_string(),
        };
        let draft =
            Draft { operation: call.operation, account: &call.account, region: &call.region, input: &input, fault: call.fault.as_deref() };
        let request = compose(draft, self.simulator.now())?;
        Ok(self.simulator.handle(&request))
    }

    fn compare(&self, expect: &Expectation, exchange: &Exchange) -> Result<Vec<String>, String> {
        let mut expect = expect.clone();
        if let Some(body) = &expect.body {
            expect.body = Some(resolve(body, &self.answers)?);
        }
        if let Some(message) = &expect.message {
            expect.message = resolve(&message.clone().into(), &self.answers)?.as_str().map(str::to_owned);
        }
        Ok(expect.differences(exchange))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ram::{Invitation, ResourceShare};
    use crate::session::Session;
    use serde_json::{Value, json};

    fn play(steps: &Value) -> Result<Player, String> {
        let session = Session::parse(&json!({ "format": "grant-playground/1", "steps": steps }).to_string())?;
        let mut player = Player::new(&session.world)?;
        session.steps.iter().try_for_each(|step| player.step(step).map(|_| ()))?;
        Ok(player)
    }

    fn share(ids: &Value) -> Value {
        let input =
            json!({ "name": "team", "principals": ["999988887777"], "resourceArns": ["arn:aws:ssm:us-east-1:111122223333:parameter/db"] });
        json!({ "ids": ids, "as": "111122223333", "operation": "ram:CreateResourceShare", "input": input })
    }

    #[test]
    fn a_step_names_the_ids_of_what_it_creates() {
        let player = play(&json!([share(&json!(["my-share", "my-invitation"]))])).unwrap();
        let shares = player.simulator().ram().shares();
        let arns: Vec<_> = shares.all().map(ResourceShare::arn).chain(shares.invitations().map(Invitation::arn)).collect();
        let place = "arn:aws:ram:us-east-1:111122223333";
        assert_eq!(arns, [format!("{place}:resource-share/my-share"), format!("{place}:resource-share-invitation/my-invitation")]);
    }

    #[test]
    fn what_has_no_id_in_the_step_gets_a_new_one() {
        let named = play(&json!([share(&json!(["my-share"])), share(&json!([]))])).unwrap();
        let arns: Vec<_> = named.simulator().ram().shares().all().map(|share| share.arn().to_owned()).collect();
        assert!(arns[0].ends_with("/my-share") && !arns[1].ends_with("/my-share"), "{arns:?}");
        assert_eq!(named.simulator().ram().shares().invitations().count(), 2);
    }

    #[test]
    fn an_id_is_used_once_and_fits_into_an_arn() {
        let error = |ids: [&str; 2]| play(&json!([share(&json!([ids[0]])), share(&json!([ids[1]]))])).unwrap_err();
        assert_eq!(error(["one", "one"]), "the ID `one` is used already; give each resource its own ID");
        let unfit = "cannot be an ID; use up to 64 letters, digits and hyphens, for example `g-1a2b`";
        for id in ["", "a/b", "\u{e9}", &"a".repeat(65)] {
            assert_eq!(error(["one", id]), format!("`{id}` {unfit}"));
        }
    }
}
