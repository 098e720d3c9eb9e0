//! The simulator for JavaScript. `package/index.js` is based on it.
//!
//! It converts JavaScript values to the simulator's types and back, and records the session so far. Misuse throws a `TypeError` or an
//! `Error` that says what is wrong and what is expected. A refused request returns a response.

#![cfg(target_arch = "wasm32")]

mod argument;
mod description;
mod exploring;
mod outcome;
mod question;
mod recording;

use argument::Misuse;
use explorer::proposal::refresh_token_of;
use outcome::Outcome;
use recording::Recording;
use serde::Serialize;
use simulator::session::{Act, Player, Session};
use simulator::{Exchange, Intervention, Simulator as Core};
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;

/// Both services and their world, as a JavaScript object.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Simulator {
    core: Core,
    /// The last requests with their responses and traces, the newest last.
    exchanges: VecDeque<Exchange>,
    recording: Recording,
}

/// The number of requests whose traces are kept.
const KEPT: usize = 100;

#[wasm_bindgen]
impl Simulator {
    /// Creates a simulator. Every option has a default.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue) -> Result<Simulator, JsValue> {
        let options = argument::options(options)?;
        let core = Core::new(&options).map_err(Misuse::Value)?;
        Ok(Self { core, exchanges: VecDeque::new(), recording: Recording::new(options) })
    }

    /// Processes a request `{ method, url, headers, body }` and returns the response `{ status, headers, body }`.
    pub fn handle(&mut self, request: &JsValue) -> Result<JsValue, JsValue> {
        let exchange = self.core.handle(&argument::request(request)?);
        self.recording.request(&exchange, self.core.world().vintage);
        let response = to_js(&exchange.response);
        self.keep(exchange);
        response
    }

    /// Advances the clock by seconds and returns the changes.
    pub fn advance(&mut self, seconds: &JsValue) -> Result<JsValue, JsValue> {
        let seconds = argument::seconds(seconds)?;
        self.recording.act(Act::Advance(seconds));
        to_js(&self.core.advance(seconds))
    }

    /// Completes all asynchronous work and returns the changes.
    pub fn settle(&mut self) -> Result<JsValue, JsValue> {
        self.recording.act(Act::Settle);
        to_js(&self.core.settle())
    }

    /// Changes the world without a request and returns the changes.
    pub fn intervene(&mut self, change: &JsValue) -> Result<JsValue, JsValue> {
        let intervention: Intervention = argument::read("a change", change, argument::CHANGE_ADVICE)?;
        let changes = self.core.intervene(&intervention).map_err(Misuse::Value)?;
        self.recording.change(&intervention);
        to_js(&changes)
    }

    /// Returns the whole state as text.
    pub fn snapshot(&self) -> String {
        self.core.snapshot()
    }

    /// Restores a state that `snapshot` returned. Until the next request there is no trace. The steps before it are not known.
    pub fn restore(&mut self, snapshot: &JsValue) -> Result<(), JsValue> {
        let text = argument::snapshot(snapshot, || "the argument of `restore` must be a text that `snapshot()` returned".to_owned())?;
        self.core = Core::restore(&text).map_err(Misuse::Value)?;
        self.exchanges.clear();
        self.recording = Recording::unknown();
        Ok(())
    }

    /// Returns the session so far, in the format `grant-playground/1`.
    pub fn session(&self) -> Result<JsValue, JsValue> {
        let sentence = "a restored simulator does not know its steps, because a snapshot contains none; call `session()` on a simulator that was not restored";
        to_js(&self.recording.session().ok_or_else(|| Misuse::Value(sentence.to_owned()))?)
    }

    /// Returns the accounts of the world.
    pub fn accounts(&self) -> Result<JsValue, JsValue> {
        to_js(&self.recording.accounts(&self.core))
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
        let found = self.find(argument::request_id(request_id)?.as_deref());
        found.map_or(Ok(JsValue::UNDEFINED), |exchange| to_js(&exchange.trace))
    }

    /// Returns the outcome of the last request, or of the request with this ID, or `undefined`.
    pub fn outcome(&self, request_id: &JsValue) -> Result<JsValue, JsValue> {
        let found = self.find(argument::request_id(request_id)?.as_deref());
        found.map_or(Ok(JsValue::UNDEFINED), |exchange| to_js(&Outcome::of_request(exchange)))
    }

    /// The session's time, as in `2023-11-14T22:13:20Z`.
    #[wasm_bindgen(getter)]
    pub fn now(&self) -> String {
        self.core.now().to_string()
    }
}

impl Simulator {
    fn keep(&mut self, exchange: Exchange) {
        if self.exchanges.len() == KEPT {
            self.exchanges.pop_front();
        }
        self.exchanges.push_back(exchange);
    }

    /// The newest refresh token in a response. The simulator stores only its ID.
    fn refresh_token(&self) -> Option<String> {
        self.exchanges.iter().rev().find_map(refresh_token_of).map(|(_, token)| token)
    }

    fn find(&self, request_id: Option<&str>) -> Option<&Exchange> {
        let has_id = |exchange: &Exchange| request_id.is_none() || exchange.response.headers.get("x-amzn-requestid") == request_id;
        self.exchanges.iter().rev().find(|exchange| has_id(exchange))
    }
}

/// Runs a session, given as an object or as text. Returns the simulator after the last step, and the outcome of every step.
#[wasm_bindgen]
pub fn play(session: &JsValue) -> Result<js_sys::Array, JsValue> {
    let session = Session::parse(&argument::session(session)?).map_err(Misuse::Value)?;
    let mut player = Player::new(&session.world).map_err(Misuse::Value)?;
    let mut exchanges = VecDeque::new();
    let outcomes = js_sys::Array::new();
    for (index, step) in session.steps.iter().enumerate() {
        let result = player.step(step).map_err(|error| Misuse::Value(format!("step {}: {error}", index + 1)))?;
        outcomes.push(&to_js(&Outcome::of(step, &result))?);
        exchanges.extend(result.exchange().cloned());
        if exchanges.len() > KEPT {
            exchanges.pop_front();
        }
    }
    let simulator = Simulator { core: player.simulator().clone(), exchanges, recording: Recording::played(session) };
    Ok(js_sys::Array::of2(&simulator.into(), &outcomes))
}

/// Converts a value to plain objects, as `JSON.parse` creates them.
fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(Into::into)
}
