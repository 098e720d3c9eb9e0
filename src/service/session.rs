//! Sessions: a world's beginning and the steps taken in it, as one JSON value.
//!
//! Lessons, shared links, exports, embeds and regression tests are all sessions. The state is the fold of the steps.

mod expectation;
mod player;
mod reference;
mod step;

pub use expectation::Expectation;
pub use player::{Played, Player};
pub use step::{Act, CallStep, Input, Step};

use super::world::Options;
use serde::{Deserialize, Serialize};

/// A session in the format `grant-playground/1`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The format's mark.
    pub format: Format,
    /// A title for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What it shows, for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// How the world begins; every part has a default.
    #[serde(default)]
    pub world: Options,
    /// The steps, in order.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// The mark of a session's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// The first edition.
    #[serde(rename = "grant-playground/1")]
    One,
}

impl Session {
    /// A session without steps.
    pub fn new(world: Options) -> Self {
        Self { format: Format::One, title: String::new(), note: String::new(), world, steps: Vec::new() }
    }

    /// Reads a session, or says in a sentence what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        // By way of a `Value`: the readers of all the parts are then built once, which the page's size shows.
        serde_json::from_str::<serde_json::Value>(text)
            .and_then(serde_json::from_value)
            .map_err(|error| format!("this is not a session of the playground: {error}"))
    }

    /// Writes the session as JSON text, indented for people.
    pub fn to_text(&self) -> String {
        // Writing a session into memory cannot fail: every key is a string.
        serde_json::to_value(self).and_then(|value| serde_json::to_string_pretty(&value)).unwrap_or_default()
    }

    /// Plays every step. Ends at the first step that cannot be carried out, with a sentence on why.
    pub fn play(&self) -> Result<Vec<Played>, String> {
        let mut player = Player::new(&self.world)?;
        let mut outcomes = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            outcomes.push(player.step(step).map_err(|error| format!("step {}: {error}", index + 1))?);
        }
        Ok(outcomes)
    }
}
