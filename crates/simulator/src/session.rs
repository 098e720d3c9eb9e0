//! Sessions: how a world begins and the steps that run in it, as one JSON value.
//!
//! Lessons, shared links, exports, embeds and regression tests are all sessions. The state is the result of the steps.

mod expectation;
mod player;
mod question;
mod reference;
mod step;

pub use expectation::Expectation;
pub use player::{Played, Player};
pub use question::{Answer, Question};
pub use reference::literal;
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
    /// Who wrote it.
    pub author: Option<String>,
    /// What it shows, in Markdown.
    pub note: String,
    /// The name of the student who takes it as a lesson.
    pub student: Option<String>,
    /// The student's answers. If it has a list, also an empty one, it is taken as a lesson.
    pub answers: Option<Vec<Answer>>,
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
        let members = Members::of(value, &["format", "title", "author", "note", "student", "answers", "world", "steps"])?;
        let mut session = Self { format: members.get("format")?, ..Self::new(Options::default()) };
        members.set("title", &mut session.title)?;
        members.set("author", &mut session.author)?;
        members.set("note", &mut session.note)?;
        members.set("student", &mut session.student)?;
        members.set("answers", &mut session.answers)?;
        members.set("world", &mut session.world)?;
        members.set("steps", &mut session.steps)?;
        Ok(session)
    }

    fn write(&self) -> Value {
        let mut object = Map::new();
        put(&mut object, "format", self.format.write());
        let texts = [
            ("title", Some(&self.title)),
            ("author", self.author.as_ref()),
            ("note", Some(&self.note)),
            ("student", self.student.as_ref()),
        ];
        for (name, text) in texts {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                put(&mut object, name, text.write());
            }
        }
        if let Some(answers) = &self.answers {
            put(&mut object, "answers", answers.write());
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
        Self {
            format: Format::One,
            title: String::new(),
            author: None,
            note: String::new(),
            student: None,
            answers: None,
            world,
            steps: Vec::new(),
        }
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
