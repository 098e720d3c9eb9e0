//! The value of what a person adds to a draft: of a missing member, or of a list's next element.

use crate::app::completions::Candidates;
use crate::app::draft::{Composer, Part, Path, parse};
use explorer::proposal::{Scene, empty, entitlements};
use serde_json::{Map, Value};
use simulator::Simulator;
use simulator::schema::{Kind, Meaning, Shape, Vintage};

/// What is added.
pub(in crate::app) struct Addition {
    /// What it means.
    pub(in crate::app) meaning: Option<Meaning>,
    /// The new value at the path: for a list that the draft has, the list with another element.
    pub(in crate::app) value: Value,
    /// The path of the field to fill in next.
    pub(in crate::app) focus: Path,
}

/// Finds values.
struct Finder<'a> {
    scene: &'a Scene<'a>,
    candidates: Candidates<'a>,
    vintage: Vintage,
}

impl Addition {
    pub(super) fn find(path: &Path, composer: &Composer, scene: &Scene<'_>, simulator: &Simulator) -> Option<Self> {
        let draft = &parse(&composer.draft().text).ok()?;
        let input = (composer.operation.input)();
        let vintage = simulator.world().vintage;
        if let Some((outer, inner)) = path.at_inside() {
            // A policy's condition: a list of texts.
            let document = parse(outer.find(draft)?.as_str()?).ok()?;
            let mut values = inner.find(&document).and_then(Value::as_array).cloned().unwrap_or_default();
            values.push("".into());
            let focus = path.then(Part::Element(values.len() - 1));
            return Some(Self { meaning: None, value: values.into(), focus });
        }
        let (meaning, shape) = described(path, input, vintage)?;
        let finder = Finder { scene, candidates: Candidates { simulator, input, draft, vintage }, vintage };
        let Kind::List(element) = shape.kind else {
            return Some(Self { meaning, value: finder.value(meaning, shape), focus: path.clone() });
        };
        let Some(Value::Array(values)) = path.find(draft) else {
            return Some(Self { meaning, value: finder.value(meaning, shape), focus: path.clone() });
        };
        let (mut value, focus) = (values.clone(), path.then(Part::Element(values.len())));
        value.push(finder.element(meaning, element(), values));
        Some(Self { meaning, value: value.into(), focus })
    }
}

/// The meaning and the shape of the value at a path.
fn described(path: &Path, input: &'static Shape, vintage: Vintage) -> Option<(Option<Meaning>, &'static Shape)> {
    path.parts().iter().try_fold((None, input), |(meaning, shape), part| match (part, &shape.kind) {
        (Part::Member(name), _) => {
            shape.members(vintage).find(|member| member.name == *name).map(|member| (member.meaning, (member.shape)()))
        }
        (Part::Element(_), Kind::List(element)) => Some((meaning, element())),
        (Part::Element(_) | Part::Key(_) | Part::Inside, _) => None,
    })
}

impl Finder<'_> {
    /// The first value: one that fits the world, or one that has only what the shape requires.
    fn value(&self, meaning: Option<Meaning>, shape: &'static Shape) -> Value {
        // The versions to offer depend on the resource that the draft names.
        let is_version = matches!(meaning, Some(Meaning::LicenseVersion | Meaning::GrantVersion | Meaning::PermissionVersion));
        let of_world = || self.scene.value(meaning, shape).filter(|_| !is_version);
        of_world().or_else(|| self.suggested(meaning, shape).into_iter().next()).unwrap_or_else(|| self.least(meaning, shape))
    }

    fn suggested(&self, meaning: Option<Meaning>, shape: &'static Shape) -> Vec<Value> {
        let suggestions = meaning.map(|meaning| self.candidates.fit(meaning, shape)).unwrap_or_default();
        let values = suggestions.into_iter().filter_map(|suggestion| match shape.kind {
            Kind::Text => Some(suggestion.value.into()),
            Kind::Integer | Kind::Long | Kind::Timestamp => suggestion.value.parse::<i64>().ok().map(Value::from),
            Kind::Structure(_) | Kind::List(_) | Kind::Enumeration(_) | Kind::Boolean => None,
        });
        values.collect()
    }

    /// The least that a shape allows; a structure without required members has all of them.
    fn least(&self, meaning: Option<Meaning>, shape: &'static Shape) -> Value {
        match shape.kind {
            Kind::Structure(_) => {
                let needs_none = shape.members(self.vintage).all(|member| !member.is_required());
                let members = shape.members(self.vintage).filter(|member| needs_none || member.is_required());
                members.map(|member| (member.name.to_owned(), self.value(member.meaning, (member.shape)()))).collect::<Map<_, _>>().into()
            }
            Kind::List(element) => Value::Array(vec![self.element(meaning, element(), &[])]),
            Kind::Boolean => true.into(),
            Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Timestamp => empty(shape, self.vintage),
        }
    }

    /// The next element of a list: one that it does not have. Structures are told apart by their first member.
    fn element(&self, meaning: Option<Meaning>, shape: &'static Shape, taken: &[Value]) -> Value {
        let is_checkout = meaning == Some(Meaning::CheckedOutEntitlements);
        let mut offered = match self.scene.usable_license().filter(|_| is_checkout) {
            Some(license) => entitlements(license),
            None => match self.scene.elements(meaning, shape) {
                Some(Value::Array(values)) => values,
                other => other.into_iter().collect(),
            },
        };
        offered.extend(self.suggested(meaning, shape));
        let key = shape.members(self.vintage).next().map(|member| member.name);
        let name_of = |value: &Value| key.map_or_else(|| Some(value.clone()), |key| value.get(key).cloned());
        let is_taken = |value: &Value| taken.iter().any(|other| name_of(other) == name_of(value));
        if let Some(free) = offered.iter().position(|value| !is_taken(value)) {
            return offered.swap_remove(free);
        }
        let (Some(mut first), Some(key)) = (offered.into_iter().next(), key) else { return self.least(None, shape) };
        let name = first.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut number = 2;
        while !is_checkout && is_taken(&first) {
            if let Some(place) = first.get_mut(key) {
                *place = format!("{name}-{number}").into();
            }
            number += 1;
        }
        first
    }
}
