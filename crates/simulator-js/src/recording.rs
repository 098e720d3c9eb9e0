//! The session so far: how the world began, and what has happened since then as steps.
//!
//! A request becomes a call step if the request that such a step sends has the same effect and the same response, except for the
//! header `Date`. A call step is easier to read and to change, and it contains neither a signature nor a client's key. Every other
//! request becomes a step with the request itself.

use serde_json::{Map, Value};
use simulator::exchange::Exchange;
use simulator::http::Request;
use simulator::json::Json;
use simulator::operation::{Location, Operation};
use simulator::protocol::FAULT_HEADER;
use simulator::schema::{Kind, Vintage};
use simulator::session::{Act, CallStep, Input, Session, Step, literal};
use simulator::world::Account;
use simulator::{Intervention, Options, Simulator};

/// What has happened to a simulator. `None` after a snapshot was restored, because a snapshot contains no steps.
#[derive(Debug)]
pub(super) struct Recording(Option<Session>);

impl Recording {
    /// The recording of a new simulator.
    pub(super) fn new(world: Options) -> Self {
        Self(Some(Session::new(world)))
    }

    /// The recording of a session that was played.
    pub(super) fn played(session: Session) -> Self {
        Self(Some(session))
    }

    /// The recording of a restored simulator.
    pub(super) fn unknown() -> Self {
        Self(None)
    }

    /// Adds a request that got a response.
    pub(super) fn request(&mut self, exchange: &Exchange, vintage: Vintage) {
        self.step(|| call(exchange, vintage).map_or_else(|| Act::Request(exchange.request.clone()), Act::Call));
    }

    /// Adds a change of the world. A session would read `${` as a reference.
    pub(super) fn change(&mut self, intervention: &Intervention) {
        self.step(|| Act::Change(Intervention::read(&literal(intervention.write())).unwrap_or_else(|_| intervention.clone())));
    }

    /// Adds a step that is neither.
    pub(super) fn act(&mut self, act: Act) {
        self.step(|| act);
    }

    fn step(&mut self, act: impl FnOnce() -> Act) {
        if let Some(session) = &mut self.0 {
            session.steps.push(Step::new(act()));
        }
    }

    /// The session as JSON, without members of its world that have their default. `None` if the steps are not known.
    pub(super) fn session(&self) -> Option<Value> {
        let mut session = self.0.as_ref()?.write();
        if let Some(world) = session.get_mut("world") {
            drop_defaults(world, &Options::default().write());
        }
        Some(session)
    }

    /// The accounts of a simulator: those with which its world began in the order in which they were listed, then the others by ID.
    pub(super) fn accounts<'a>(&self, simulator: &'a Simulator) -> Vec<&'a Account> {
        let listed = self.0.as_ref().map(|session| session.world.accounts.as_slice()).unwrap_or_default();
        let mut accounts: Vec<_> = simulator.world().accounts.values().collect();
        accounts.sort_by_key(|account| listed.iter().position(|other| other.id == account.id).unwrap_or(listed.len()));
        accounts
    }
}

/// The call step of a request, if there is one.
fn call(exchange: &Exchange, vintage: Vintage) -> Option<CallStep> {
    let (operation, caller, request) = (exchange.operation?, exchange.caller.as_ref()?, &exchange.request);
    // The response to a browser has more headers.
    if request.headers.get("origin").is_some() {
        return None;
    }
    let input = match operation.location {
        Location::Body => from_body(&request.body),
        Location::Query => Input::Value(from_query(operation, request, vintage)),
    };
    let fault = request.headers.get(FAULT_HEADER).map(str::to_owned);
    Some(CallStep { account: caller.account.clone(), region: caller.region.clone(), operation, input, fault })
}

/// The members of a body. As JSON, the body must not become longer, because its length is limited.
fn from_body(body: &str) -> Input {
    if body.is_empty() {
        return Input::Value(Value::Object(Map::new()));
    }
    match serde_json::from_str::<Value>(body) {
        Ok(value) if value.is_object() && value.to_string().len() <= body.len() => Input::Value(literal(value)),
        _ => Input::Text(body.to_owned()),
    }
}

/// The members of a query string. A number is written as a number if it has the same digits.
fn from_query(operation: &Operation, request: &Request, vintage: Vintage) -> Value {
    let is_number = |name: &str| {
        let mut members = (operation.input)().members(vintage);
        members.any(|member| member.name == name && matches!((member.shape)().kind, Kind::Integer | Kind::Long))
    };
    let members = request.query().into_iter().map(|(name, text)| {
        let number = text.parse::<i64>().ok().filter(|number| is_number(&name) && number.to_string() == text);
        (name, number.map_or_else(|| literal(text.into()), Value::from))
    });
    Value::Object(members.collect())
}

/// Removes members that have their default. Of the settings, only those that differ remain.
fn drop_defaults(world: &mut Value, defaults: &Value) {
    let Some(members) = world.as_object_mut() else { return };
    members.retain(|name, value| defaults.get(name) != Some(value));
    if let (Some(Value::Object(settings)), Some(defaults)) = (members.get_mut("settings"), defaults.get("settings")) {
        settings.retain(|name, value| defaults.get(name) != Some(value));
    }
}
