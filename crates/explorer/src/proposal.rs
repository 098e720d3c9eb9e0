//! The proposed input of a call: the required and the usual members, with names and ARNs from the world if there are any.

mod consumption;
mod license;
mod scene;
mod template;
mod values;

pub use consumption::entitlements;
pub use scene::Scene;

use serde_json::{Map, Value};
use simulator::Exchange;
use simulator::schema::{Kind, Meaning, Presence, Shape, Vintage};
use simulator::world::Ids;

/// A proposed input.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The members.
    pub input: Value,
    /// The client token in it, if the operation requires one.
    pub token: Option<String>,
}

impl Proposal {
    /// The proposal for a call. `fresh` is the client token, if the operation requires one.
    pub fn of(scene: &Scene<'_>, fresh: impl FnOnce() -> String) -> Self {
        let vintage = scene.simulator.world().vintage;
        let mut fresh = Some(fresh);
        let mut token = None;
        let mut members = Map::new();
        for member in (scene.operation.input)().members(vintage) {
            let shape = (member.shape)();
            let value = match member.presence {
                Presence::Optional => None,
                Presence::Usual if matches!(shape.kind, Kind::Boolean) => Some(Value::Bool(true)),
                Presence::Usual => scene.value(member.meaning, shape),
                Presence::Required if member.meaning == Some(Meaning::ClientToken) => {
                    token = token.or_else(|| fresh.take().map(|fresh| fresh()));
                    token.clone().map(Value::String)
                }
                Presence::Required => Some(scene.value(member.meaning, shape).unwrap_or_else(|| empty(shape, vintage))),
            };
            if let Some(value) = value {
                members.insert(member.name.to_owned(), value);
            }
        }
        Self { input: members.into(), token }
    }
}

/// Nothing, of the right JSON type; of an enumeration its first value.
pub fn empty(shape: &'static Shape, vintage: Vintage) -> Value {
    match shape.kind {
        Kind::Structure(_) => Value::Object(Map::new()),
        Kind::List(_) => Value::Array(Vec::new()),
        Kind::Text => Value::String(String::new()),
        Kind::Enumeration(_) => shape.choices(vintage).next().unwrap_or_default().into(),
        Kind::Integer | Kind::Long | Kind::Timestamp => Value::from(1),
        Kind::Boolean => Value::Bool(false),
    }
}

/// A token that no earlier call of the session has. It is made from the seed, the number of steps and the previous token, so that it is
/// no surprise. Letters and digits only, which every edition of the model allows.
pub fn new_token(seed: u64, steps: usize, old: Option<&str>) -> String {
    let steps = u64::try_from(steps).unwrap_or_default();
    let mixed = old.unwrap_or_default().bytes().fold(seed, |mixed, byte| (mixed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    Ids::of_exchange(mixed ^ 0x746f_6b65_6e00, steps).hex()
}

/// The ID and the text of the refresh token in a response.
pub fn refresh_token_of(exchange: &Exchange) -> Option<(String, String)> {
    let output = (exchange.operation?.output)();
    let text = |meaning: Meaning| {
        let member = output.meant(meaning, Vintage::default())?;
        exchange.body().get(member.name)?.as_str().map(str::to_owned)
    };
    Some((text(Meaning::RefreshTokenId)?, text(Meaning::RefreshToken)?))
}
