//! A draft as a form: a field for each member of the operation's input, with its bounds and what breaks them right now.

mod build;
mod field;
mod hint;

pub(super) use build::is_token;
pub use field::{Control, Field, Suggestion, id_of};
pub use hint::{hints, kind_name, short_hints};

use super::completions::Candidates;
use super::draft::{Composer, Unreadable, parse};
use build::Builder;
use serde_json::Value;
use simulator::operation::{Location, Service};
use simulator::schema::{Violation, check, check_types};
use simulator::world::Settings;
use simulator::{Simulator, license_manager, ram};

/// A draft as a form shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The fields, or why the text cannot be shown as fields.
    pub fields: Result<Vec<Field>, Unshowable>,
    /// Members the model does not have: the service ignores them.
    pub unknown: Vec<String>,
    /// Why the text is no JSON object, in a sentence: such a text is refused as a whole.
    pub problem: Option<String>,
    /// Everything that breaks a bound, in the order the service reports it.
    pub complaints: Vec<Complaint>,
}

/// Why a draft cannot be shown as fields. Its text is kept all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unshowable {
    /// The text is not JSON.
    Unreadable(Unreadable),
    /// The JSON is not an object.
    NotAnObject,
}

impl Unshowable {
    /// What the text is instead, in a few words.
    pub fn problem(&self) -> String {
        match self {
            Self::Unreadable(error) => not_json(error),
            Self::NotAnObject => "JSON, and not an object".to_owned(),
        }
    }
}

fn not_json(error: &Unreadable) -> String {
    format!("not JSON: {}, at line {}, column {}", error.message, error.line, error.column)
}

/// A value that breaks a bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// The value's place as the request spells it: `Options.ActivationOverrideBehavior`.
    pub member: String,
    /// What the service says.
    pub text: String,
}

impl Form {
    /// The form of the chosen operation's draft, in the world of a simulator.
    pub fn of(composer: &Composer, simulator: &Simulator) -> Self {
        let world = simulator.world();
        let shape = (composer.operation.input)();
        let value = match parse(&composer.draft().text) {
            Ok(value @ Value::Object(_)) => value,
            Ok(_) => return Self::unshowable(Unshowable::NotAnObject),
            Err(error) => return Self::unshowable(Unshowable::Unreadable(error)),
        };
        let draft = composer.draft();
        // The fields can begin an empty text; as a body it is no JSON.
        let is_empty = draft.text.trim().is_empty();
        let nothing = Unreadable { message: "the text is empty".to_owned(), line: 1, column: 1 };
        let problem = (is_empty && composer.operation.location == Location::Body).then(|| not_json(&nothing));
        let complaints = if problem.is_some() { Vec::new() } else { complaints(composer, &value, simulator) };
        let candidates = Candidates::of(simulator, &value);
        let unknown = value
            .as_object()
            .into_iter()
            .flat_map(|members| members.keys())
            .filter(|name| shape.members(world.vintage).all(|member| member.name != name.as_str()));
        let builder = Builder { vintage: world.vintage, complaints: &complaints, candidates: &candidates, touched: draft.touched };
        Self { unknown: unknown.cloned().collect(), fields: Ok(builder.members(shape, &value)), problem, complaints }
    }

    fn unshowable(reason: Unshowable) -> Self {
        let problem = Some(reason.problem());
        Self { fields: Err(reason), unknown: Vec::new(), problem, complaints: Vec::new() }
    }
}

/// What the service would say of the members: a value of the wrong JSON type alone, or everything out of bounds.
fn complaints(composer: &Composer, value: &Value, simulator: &Simulator) -> Vec<Complaint> {
    let world = simulator.world();
    let shape = (composer.operation.input)();
    if let Err(error) = check_types(shape, value, world.vintage) {
        return vec![Complaint { member: error.path, text: error.message }];
    }
    let violations = check(shape, value, world.vintage);
    violations
        .iter()
        .map(|violation| Complaint {
            member: violation.member.clone(),
            text: sentence(composer.operation.service, violation, &world.settings),
        })
        .collect()
}

fn sentence(service: Service, violation: &Violation, settings: &Settings) -> String {
    match service {
        Service::LicenseManager => license_manager::constraints::clause(violation, license_manager::constraints::Voice::of(settings)),
        Service::Ram => ram::constraints::message(violation),
    }
}
