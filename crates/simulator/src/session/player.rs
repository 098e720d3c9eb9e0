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

    /// The simulator in its current state.
    pub fn simulator(&self) -> &Simulator {
        &self.simulator
    }

    /// Runs a step. The error is a sentence that says why it cannot run; then nothing has changed. Only if the expectation has a
    /// wrong reference, the step has run: the expectation can refer to the step's own response, so it is read afterwards.
    pub fn step(&mut self, step: &Step) -> Result<Played, String> {
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
