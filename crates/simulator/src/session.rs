//! Sessions: how a world begins and the steps that run in it, as one JSON value.
//!
//! Lessons, shared links, exports, embeds and regression tests are all sessions. The state is the result of the steps.

mod expectation;
mod player;
mod reference;
mod step;

pub use expectation::Expectation;
pub use player::{Played, Player};
pub use step::{Act, CallStep, Input, Step};

use super::json::{Json, JsonError, Members, choices, indented, put, through_json, without_lone_surrogates};
use super::world::Options;
use serde_json::{Map, Value};

/// A session in the format `grant-playground/1`.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The format.
    pub format: Format,
    /// A title for people.
    pub title: String,
    /// What it shows, in prose.
    pub note: String,
    /// How the world begins; every part has a default.
    pub world: Options,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// The format of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The first edition.
    One,
}

choices! { Format { One = "grant-playground/1" } }

impl Json for Session {
    fn read(value: &Value) -> Result<Self, JsonError> {
        let members = Members::of(value, &["format", "title", "note", "world", "steps"])?;
        let mut session = Self { format: members.get("format")?, ..Self::new(Options::default()) };
        members.set("title", &mut session.title)?;
        members.set("note", &mut session.note)?;
        members.set("world", &mut session.world)?;
        members.set("steps", &mut session.steps)?;
        Ok(session)
    }

    fn write(&self) -> Value {
        let mut object = Map::new();
        put(&mut object, "format", self.format.write());
        for (name, text) in [("title", &self.title), ("note", &self.note)] {
            if !text.is_empty() {
                put(&mut object, name, text.write());
            }
        }
        put(&mut object, "world", self.world.write());
        put(&mut object, "steps", self.steps.write());
        Value::Object(object)
    }
}

through_json!(Session);

impl Session {
    /// A session without steps.
    pub fn new(world: Options) -> Self {
        Self { format: Format::One, title: String::new(), note: String::new(), world, steps: Vec::new() }
    }

    /// Reads a session. The error is a sentence that says what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = |reason| format!("this is not a session of the playground: {reason}");
        let value: Value = serde_json::from_str(&without_lone_surrogates(text)).map_err(|error| wrong(error.to_string()))?;
        Self::read(&value).map_err(|misfit| wrong(misfit.to_string()))
    }

    /// Writes the session as JSON text, indented for people.
    pub fn to_text(&self) -> String {
        indented(&self.write())
    }

    /// Runs every step. Stops at the first step that cannot run; the error is a sentence that says why.
    pub fn play(&self) -> Result<Vec<Played>, String> {
        let mut player = Player::new(&self.world)?;
        let mut outcomes = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            outcomes.push(player.step(step).map_err(|error| format!("step {}: {error}", index + 1))?);
        }
        Ok(outcomes)
    }
}
