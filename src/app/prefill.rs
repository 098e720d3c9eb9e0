//! The proposed draft of an operation: its required members, with names and ARNs from the world if there are any.

mod addition;

use super::draft::{Composer, Draft, Path, to_text};
use super::timeline::Timeline;
use addition::Addition;
use explorer::proposal::{Proposal, Scene, new_token, refresh_token_of};
use serde_json::Value;
use simulator::http::Request;
use simulator::license_manager::token::TokenState;
use simulator::operation::{Location, Operation};
use simulator::schema::{Kind, Meaning, Vintage};
use simulator::session::Session;

/// The draft of the chosen operation in this world.
pub(super) fn draft(composer: &Composer, timeline: &Timeline) -> Draft {
    draft_of(&scene(composer, timeline), timeline)
}

/// The draft of the chosen operation about the resource with this ARN.
pub(super) fn draft_about(arn: &str, composer: &Composer, timeline: &Timeline) -> Draft {
    draft_of(&scene(composer, timeline).about(arn), timeline)
}

fn scene<'a>(composer: &'a Composer, timeline: &'a Timeline) -> Scene<'a> {
    let mut scene = Scene::of(timeline.simulator(), composer.operation, &composer.account, &composer.region);
    scene.refresh_token = scene.asks_for(Meaning::RefreshToken).then(|| refresh_token(timeline)).flatten();
    scene
}

fn draft_of(scene: &Scene<'_>, timeline: &Timeline) -> Draft {
    let Proposal { input, token } = Proposal::of(scene, || new_token(timeline.options().seed, timeline.entries().len(), None));
    Draft { text: to_text(&input), touched: false, token }
}

/// The newest valid refresh token of the session, or otherwise the newest one.
fn refresh_token(timeline: &Timeline) -> Option<String> {
    let store = timeline.simulator().license_manager();
    let steps = timeline.entries().iter().take(timeline.point()).rev();
    let mut given = steps.filter_map(|entry| entry.played.exchange()).filter_map(refresh_token_of).peekable();
    let newest = given.peek().map(|(_, token)| token.clone());
    let is_good = |id: &str| store.token(id).is_some_and(|token| token.state() == TokenState::Available);
    given.find(|(id, _)| is_good(id)).map(|(_, token)| token).or(newest)
}

/// What a person adds to the draft at a path: the first value of a missing member, or another element of a list.
pub(super) fn addition(path: &Path, composer: &Composer, timeline: &Timeline) -> Option<Addition> {
    Addition::find(path, composer, &scene(composer, timeline), timeline.simulator())
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
