//! The proposed draft of an operation: its required members, with names and ARNs from the world if there are any.

mod addition;
mod consumption;
mod example;
mod license;
mod scene;
mod template;

use super::draft::{Composer, Draft, Path, to_text};
use super::timeline::Timeline;
use addition::Addition;
use scene::Scene;
use serde_json::{Map, Value};
use simulator::http::Request;
use simulator::operation::{Location, Operation};
use simulator::schema::{Kind, Meaning, Presence, Shape, Vintage};
use simulator::session::Session;
use simulator::world::Ids;

/// The draft of the chosen operation in this world.
pub(super) fn draft(composer: &Composer, timeline: &Timeline) -> Draft {
    draft_of(&Scene::of(composer, timeline))
}

/// The draft of the chosen operation about the resource with this ARN.
pub(super) fn draft_about(arn: &str, composer: &Composer, timeline: &Timeline) -> Draft {
    draft_of(&Scene::of(composer, timeline).about(arn))
}

fn draft_of(scene: &Scene<'_>) -> Draft {
    let Scene { composer, timeline, simulator, .. } = *scene;
    let vintage = simulator.world().vintage;
    let mut token = None;
    let mut members = Map::new();
    for member in (composer.operation.input)().members(vintage) {
        let shape = (member.shape)();
        let value = match member.presence {
            Presence::Optional => None,
            Presence::Usual if matches!(shape.kind, Kind::Boolean) => Some(Value::Bool(true)),
            Presence::Usual => scene.value(member.meaning, shape),
            Presence::Required if member.meaning == Some(Meaning::ClientToken) => {
                let fresh = new_token(timeline.options().seed, timeline.entries().len(), None);
                token = Some(fresh.clone());
                Some(Value::String(fresh))
            }
            Presence::Required => Some(scene.value(member.meaning, shape).unwrap_or_else(|| empty(shape, vintage))),
        };
        if let Some(value) = value {
            members.insert(member.name.to_owned(), value);
        }
    }
    Draft { text: to_text(&Value::Object(members)), touched: false, token }
}

/// What a person adds to the draft at a path: the first value of a missing member, or another element of a list.
pub(super) fn addition(path: &Path, composer: &Composer, timeline: &Timeline) -> Option<Addition> {
    Addition::find(path, &Scene::of(composer, timeline))
}

/// Nothing, of the right JSON type; of an enumeration its first value.
fn empty(shape: &'static Shape, vintage: Vintage) -> Value {
    match shape.kind {
        Kind::Structure(_) => Value::Object(Map::new()),
        Kind::List(_) => Value::Array(Vec::new()),
        Kind::Text => Value::String(String::new()),
        Kind::Enumeration(_) => shape.choices(vintage).next().unwrap_or_default().into(),
        Kind::Integer | Kind::Long | Kind::Timestamp => Value::from(1),
        Kind::Boolean => Value::Bool(false),
    }
}

/// A token that no earlier draft of the session has. It is made from the seed, the number of steps and the previous token, so that it is
/// no surprise. Letters and digits only, which every edition of the model allows.
pub(super) fn new_token(seed: u64, steps: usize, old: Option<&str>) -> String {
    let steps = u64::try_from(steps).unwrap_or_default();
    let mixed = old.unwrap_or_default().bytes().fold(seed, |mixed, byte| (mixed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Ids::of_exchange(mixed ^ 0x746f_6b65_6e00, steps).hex()
}

/// What an example sends to an operation: in the first call that succeeds, else in the first one.
pub(super) fn example_input(example: &Session, operation: &Operation) -> Option<Value> {
    let timeline = Timeline::play(example.clone()).ok()?;
    let calls: Vec<_> = timeline.entries().iter().filter(|entry| entry.operation() == Some(operation)).collect();
    let succeeded = calls.iter().find(|entry| entry.played.exchange().is_some_and(|exchange| exchange.refusal().is_none()));
    let exchange = succeeded.or(calls.first())?.played.exchange()?;
    serde_json::from_str(&sent_text(operation, &exchange.request)).ok()
}

/// An example's input for this session: its client token is a fresh one, and where this session has a resource to name, that one
/// takes the place of the example's.
pub(super) fn adapted(mut input: Value, operation: &Operation, own: &Draft) -> String {
    let known: Value = serde_json::from_str(&own.text).unwrap_or_default();
    let token = (operation.input)().meant(Meaning::ClientToken, Vintage::default()).map(|member| member.name);
    if let Value::Object(members) = &mut input {
        for (name, value) in members {
            let is_arn = value.as_str().is_some_and(|text| text.starts_with("arn:"));
            let other = known.get(name).filter(|other| other.as_str().is_some_and(|text| !text.is_empty()));
            if let Some(other) = other.filter(|_| is_arn || token == Some(name.as_str())) {
                *value = other.clone();
            }
        }
    }
    to_text(&input)
}

/// What was sent, as a draft's text: members of a query string become JSON again.
pub(super) fn sent_text(operation: &Operation, request: &Request) -> String {
    match operation.location {
        Location::Body => serde_json::from_str::<Value>(&request.body).map_or_else(|_| request.body.clone(), |value| to_text(&value)),
        Location::Query => {
            let members = request.query().into_iter().map(|(name, text)| {
                let value = query_value(operation, &name, text);
                (name, value)
            });
            to_text(&Value::Object(members.collect()))
        }
    }
}

fn query_value(operation: &Operation, name: &str, text: String) -> Value {
    let member = (operation.input)().members(Vintage::default()).find(|member| member.name == name);
    match member.map(|member| &(member.shape)().kind) {
        Some(Kind::Integer | Kind::Long | Kind::Boolean) => serde_json::from_str(&text).unwrap_or(Value::String(text)),
        Some(Kind::Text | Kind::Enumeration(_) | Kind::List(_) | Kind::Structure(_) | Kind::Timestamp) | None => Value::String(text),
    }
}
