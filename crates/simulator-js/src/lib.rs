//! The simulator for JavaScript. `package/index.js` is based on it.
//!
//! It only converts JavaScript values to the simulator's types and back. Misuse throws a `TypeError` or an `Error` that says what
//! is wrong and what is expected. A refused request returns a response.

#![cfg(target_arch = "wasm32")]

mod argument;
mod description;
mod outcome;

use argument::Misuse;
use outcome::Outcome;
use serde::Serialize;
use simulator::session::Session;
use simulator::trace::Trace;
use simulator::{Intervention, Simulator as Core};
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;

/// Both services and their world, as a JavaScript object.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Simulator {
    core: Core,
    /// The traces of the last requests with their request IDs, the newest last.
    traces: VecDeque<(String, Trace)>,
}

/// The number of requests whose traces are kept.
const TRACES: usize = 100;

#[wasm_bindgen]
impl Simulator {
    /// Creates a simulator. Every option has a default.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Simulator, JsValue> {
        let core = Core::new(&argument::options(options)?).map_err(Misuse::Value)?;
        Ok(Self { core, traces: VecDeque::new() })
    }

    /// Processes a request `{ method, url, headers, body }` and returns the response `{ status, headers, body }`.
    pub fn handle(&mut self, request: &JsValue) -> Result<JsValue, JsValue> {
        let exchange = self.core.handle(&argument::request(request)?);
        if self.traces.len() == TRACES {
            self.traces.pop_front();
        }
        let id = exchange.response.headers.get("x-amzn-requestid").unwrap_or_default().to_owned();
        self.traces.push_back((id, exchange.trace));
        to_js(&exchange.response)
    }

    /// Advances the clock by seconds and returns the changes.
    pub fn advance(&mut self, seconds: &JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.core.advance(argument::seconds(seconds)?))
    }

    /// Completes all asynchronous work and returns the changes.
    pub fn settle(&mut self) -> Result<JsValue, JsValue> {
        to_js(&self.core.settle())
    }

    /// Changes the world without a request and returns the changes.
    pub fn intervene(&mut self, change: &JsValue) -> Result<JsValue, JsValue> {
        let intervention: Intervention = argument::read("a change", change, argument::CHANGE_ADVICE)?;
        to_js(&self.core.intervene(&intervention).map_err(Misuse::Value)?)
    }

    /// Returns the whole state as text.
    pub fn snapshot(&self) -> String {
        self.core.snapshot()
    }

    /// Restores a state that `snapshot` returned. Until the next request there is no trace.
    pub fn restore(&mut self, snapshot: &JsValue) -> Result<(), JsValue> {
        let text = argument::snapshot(snapshot, || "the argument of `restore` must be a text that `snapshot()` returned".to_owned())?;
        self.core = Core::restore(&text).map_err(Misuse::Value)?;
        self.traces.clear();
        Ok(())
    }

    /// Returns every operation, as the session's edition of the API model describes it.
    pub fn operations(&self) -> Result<JsValue, JsValue> {
        to_js(&description::operations(self.core.world().vintage))
    }

    /// Returns the public keys of the signatures so far, as JSON Web Keys.
    #[wasm_bindgen(js_name = publicKeys)]
    pub fn public_keys(&self) -> Result<JsValue, JsValue> {
        to_js(&self.core.license_manager().public_keys().collect::<Vec<_>>())
    }

    /// Returns the checks of the last request, or of the request with this ID, or `undefined`.
    pub fn trace(&self, request_id: &JsValue) -> Result<JsValue, JsValue> {
        let wanted = argument::request_id(request_id)?;
        let found = self.traces.iter().rev().find(|(id, _)| wanted.as_ref().is_none_or(|wanted| wanted == id));
        found.map_or(Ok(JsValue::UNDEFINED), |(_, trace)| to_js(trace))
    }

    /// The session's time, as in `2023-11-14T22:13:20Z`.
    #[wasm_bindgen(getter)]
    pub fn now(&self) -> String {
        self.core.now().to_string()
    }
}

/// Runs a session, given as an object or as text, and returns the outcome of every step.
#[wasm_bindgen]
pub fn play(session: &JsValue) -> Result<JsValue, JsValue> {
    let session = Session::parse(&argument::session(session)?).map_err(Misuse::Value)?;
    let outcomes = session.play().map_err(Misuse::Value)?;
    to_js(&session.steps.iter().zip(&outcomes).map(|(step, played)| Outcome::of(step, played)).collect::<Vec<_>>())
}

/// Converts a value to plain objects, as `JSON.parse` creates them.
fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(Into::into)
}
