//! Test vectors of an operation: inputs at and beyond each constraint, from the shapes, each with its response.

mod caller;
mod spot;
mod values;

use crate::calls::call;
use crate::search::attempt;
use caller::Base;
use serde::Serialize;
use serde_json::Value;
use simulator::json::object;
use simulator::operation::Location;
use simulator::schema::{Bound, Kind, Member, Shape, Vintage};
use simulator::session::{Act, Player, Step};
use simulator::value::{AccountId, Region};
use simulator::{Operation, Simulator};
use spot::{Spot, set};
use values::{fits, sample};

/// Structures are followed to this depth.
const DEEPEST: usize = 8;

/// Who sends the vectors.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The caller. `None`: an account for which the proposed input passes, if there is one.
    pub account: Option<AccountId>,
    /// The Region. `None`: the one that fits the proposed input.
    pub region: Option<Region>,
    /// The newest refresh token, which the simulator cannot tell.
    pub refresh_token: Option<String>,
}

/// The vectors of an operation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// The operation, as an IAM action.
    pub operation: String,
    /// The caller.
    #[serde(rename = "as")]
    pub account: AccountId,
    /// The Region.
    pub region: Region,
    /// The vectors.
    pub vectors: Vec<Vector>,
}

/// An input with its response.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Vector {
    /// What it is, unique within the operation.
    pub name: String,
    /// The place of the member. `None` for the whole input.
    pub member: Option<String>,
    /// What it tests.
    pub kind: Test,
    /// The constraint, as the service's message words it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constraint: Option<String>,
    /// The input.
    pub input: Value,
    /// The status of the response.
    pub status: u16,
    /// The name of the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The message of the error.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// What a vector tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// The proposed input.
    Base,
    /// Only required members.
    Minimal,
    /// Every member.
    Maximal,
    /// A constraint is just satisfied.
    At,
    /// A constraint is just violated.
    Beyond,
    /// A value of an enumeration.
    Choice,
    /// No value of the enumeration.
    NoChoice,
    /// A value of another JSON type.
    Type,
    /// A required member is left out.
    Missing,
    /// A member is `null`.
    Null,
    /// An unknown member.
    Extra,
}

/// The vectors of an operation in the state of a simulator. `None` if the world has no account.
pub fn vectors(operation: &'static Operation, simulator: &Simulator, options: &Options) -> Option<Answer> {
    let base = Base::find(operation, simulator, options)?;
    let vintage = simulator.world().vintage;
    let mut maker = Maker { player: Player::of(simulator.clone()), base: &base, vintage, vectors: Vec::new() };
    let shape = (operation.input)();
    maker.add("The proposed input".to_owned(), None, Test::Base, None, base.input.clone());
    maker.add("Only required members".to_owned(), None, Test::Minimal, None, least(shape, base.input.clone(), vintage));
    maker.add("Every member".to_owned(), None, Test::Maximal, None, most(shape, base.input.clone(), vintage, 0));
    maker.visit_members(shape, None, &base.input, 0);
    let Maker { vectors, .. } = maker;
    Some(Answer { operation: operation.action(), account: base.account, region: base.region, vectors })
}

/// Makes vectors.
struct Maker<'a> {
    player: Player,
    base: &'a Base,
    vintage: Vintage,
    vectors: Vec<Vector>,
}

impl Maker<'_> {
    /// The members of a structure that is at a place of an input.
    fn visit_members(&mut self, shape: &'static Shape, place: Option<&Spot>, input: &Value, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for member in shape.members(self.vintage) {
            let spot = Spot::member(place, member.name);
            let (value, shape) = (self.value_at(member, &spot, input), (member.shape)());
            let whole = set(input, &spot, Some(value.clone()));
            if member.is_required() {
                self.add_at(&spot, "missing", Test::Missing, None, set(&whole, &spot, None));
            }
            self.add_at(&spot, "null", Test::Null, None, set(&whole, &spot, Some(Value::Null)));
            if let Some((other, value)) = self.another_type(shape) {
                self.add_at(&spot, other, Test::Type, None, set(&whole, &spot, Some(value)));
            }
            self.visit(shape, &spot, &value, &whole, depth);
        }
        let unknown = Spot::member(place, "NoSuchMember");
        let extra = set(input, &unknown, Some("value".into()));
        self.add_at(&unknown, "an unknown member", Test::Extra, None, extra);
    }

    /// The value at a place of an input.
    fn visit(&mut self, shape: &'static Shape, spot: &Spot, value: &Value, input: &Value, depth: usize) {
        match shape.kind {
            Kind::Structure(_) => self.visit_members(shape, Some(spot), input, depth + 1),
            Kind::List(element) => {
                self.visit_bounds(shape, spot, value, input);
                let first = value.get(0).cloned().unwrap_or_else(|| sample(element(), self.vintage));
                let whole = set(input, spot, Some(Value::Array(vec![first.clone()])));
                self.visit(element(), &spot.element(), &first, &whole, depth + 1);
            }
            Kind::Enumeration(_) => {
                for choice in shape.choices(self.vintage) {
                    self.add_at(spot, choice, Test::Choice, None, set(input, spot, Some(choice.into())));
                }
                self.add_at(spot, "no value of the enumeration", Test::NoChoice, None, set(input, spot, Some("NO_SUCH_VALUE".into())));
            }
            Kind::Text | Kind::Integer | Kind::Long | Kind::Timestamp | Kind::Boolean => self.visit_bounds(shape, spot, value, input),
        }
    }

    /// Two vectors for each bound: one that just satisfies it, one that just violates it.
    fn visit_bounds(&mut self, shape: &'static Shape, spot: &Spot, value: &Value, input: &Value) {
        for bound in shape.constraints(self.vintage) {
            let unit = if matches!(shape.kind, Kind::List(_)) { "elements" } else { "characters" };
            let (at, beyond) = match bound {
                Bound::MinLength(least) => (format!("shortest, {least} {unit}"), format!("shorter than {least} {unit}")),
                Bound::MaxLength(most) => (format!("longest, {most} {unit}"), format!("longer than {most} {unit}")),
                Bound::Min(least) => (format!("smallest, {least}"), format!("smaller than {least}")),
                Bound::Max(most) => (format!("greatest, {most}"), format!("greater than {most}")),
                Bound::Pattern(_) => ("matches the pattern".to_owned(), "does not match the pattern".to_owned()),
            };
            if let Some(value) = values::at(bound, shape, value, self.vintage) {
                self.add_at(spot, &at, Test::At, Some(bound), set(input, spot, Some(value)));
            }
            if let Some(value) = values::beyond(bound, shape, value, self.vintage) {
                self.add_at(spot, &beyond, Test::Beyond, Some(bound), set(input, spot, Some(value)));
            }
        }
    }

    /// The value of a member: that of the input, or else one that fits.
    fn value_at(&self, member: &Member, spot: &Spot, input: &Value) -> Value {
        let shape = (member.shape)();
        let present = spot.find(input).filter(|value| fits(shape, value, self.vintage));
        present.cloned().unwrap_or_else(|| sample(shape, self.vintage))
    }

    /// A value of another JSON type. A query string has only texts.
    fn another_type(&self, shape: &Shape) -> Option<(&'static str, Value)> {
        let in_query = self.base.operation.location == Location::Query;
        match shape.kind {
            Kind::Text | Kind::Enumeration(_) if in_query => None,
            Kind::Text | Kind::Enumeration(_) => Some(("a number instead of a string", 1.into())),
            Kind::Integer | Kind::Long | Kind::Timestamp => Some(("a string instead of a number", "one".into())),
            Kind::Boolean => Some(("a string instead of a boolean", "yes".into())),
            Kind::List(_) => Some(("an object instead of a list", object([]))),
            Kind::Structure(_) => Some(("a list instead of an object", Value::Array(Vec::new()))),
        }
    }

    fn add_at(&mut self, spot: &Spot, what: &str, kind: Test, bound: Option<&Bound>, input: Value) {
        self.add(format!("{}: {what}", spot.place()), Some(spot.place()), kind, bound, input);
    }

    fn add(&mut self, name: String, member: Option<String>, kind: Test, bound: Option<&Bound>, input: Value) {
        let Base { operation, account, region, .. } = self.base;
        let call = call(operation, account, region, input.clone());
        let Some((_, result)) = attempt(&self.player, &Step::new(Act::Call(call))) else { return };
        let Some(exchange) = result.exchange() else { return };
        let same = self.vectors.iter().filter(|vector| vector.name == name || vector.name.starts_with(&format!("{name} ("))).count();
        self.vectors.push(Vector {
            name: if same == 0 { name } else { format!("{name} ({})", same + 1) },
            member,
            kind,
            constraint: bound.map(Bound::sentence),
            input,
            status: exchange.response.status,
            error: exchange.refusal().map(|error| error.name.clone()),
            message: exchange.refusal().and_then(|error| error.message.clone()),
        });
    }
}

/// An input with only the required members, at every depth.
fn least(shape: &'static Shape, value: Value, vintage: Vintage) -> Value {
    match (&shape.kind, value) {
        (Kind::Structure(_), Value::Object(members)) => {
            let kept = shape.members(vintage).filter(|member| member.is_required()).filter_map(|member| {
                let value = members.get(member.name).cloned()?;
                Some((member.name.to_owned(), least((member.shape)(), value, vintage)))
            });
            Value::Object(kept.collect())
        }
        (Kind::List(element), Value::Array(values)) => values.into_iter().map(|value| least(element(), value, vintage)).collect(),
        (_, value) => value,
    }
}

/// An input with every member, at every depth.
fn most(shape: &'static Shape, value: Value, vintage: Vintage, depth: usize) -> Value {
    match (&shape.kind, value) {
        (Kind::Structure(_), Value::Object(mut members)) if depth <= DEEPEST => {
            for member in shape.members(vintage) {
                let shape = (member.shape)();
                let value = members.remove(member.name).unwrap_or_else(|| sample(shape, vintage));
                members.insert(member.name.to_owned(), most(shape, value, vintage, depth + 1));
            }
            Value::Object(members)
        }
        (Kind::List(element), Value::Array(values)) => values.into_iter().map(|value| most(element(), value, vintage, depth + 1)).collect(),
        (_, value) => value,
    }
}
