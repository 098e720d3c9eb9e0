//! Builds the fields for a shape and a value.

use super::template;
use super::{Control, Field, FieldViolation, moment, short_hints};
use crate::app::completions::Candidates;
use crate::app::draft::{Part, Path};
use crate::app::suggestion::Suggestion;
use serde_json::Value;
use simulator::schema::{Bound, Kind, Meaning, Shape, Vintage};

/// A text that can be longer than this gets a field with several lines.
const LINE: usize = 300;

pub(super) struct Builder<'a> {
    pub(super) vintage: Vintage,
    pub(super) violations: &'a [FieldViolation],
    pub(super) candidates: Candidates<'a>,
    /// Whether a person changed the draft.
    pub(super) touched: bool,
}

/// The path and the description of a field.
struct Place {
    path: Path,
    label: String,
    doc: &'static str,
    required: bool,
    /// What its value means; of a list's element, what the list's elements mean.
    meaning: Option<Meaning>,
}

impl Builder<'_> {
    /// The fields of a structure's members.
    pub(super) fn members(&self, shape: &'static Shape, value: &Value) -> Vec<Field> {
        self.members_at(&Path::default(), shape, Some(value))
    }

    fn members_at(&self, path: &Path, shape: &'static Shape, value: Option<&Value>) -> Vec<Field> {
        let required = shape.members(self.vintage).filter(|member| member.is_required());
        let members = required.chain(shape.members(self.vintage).filter(|member| !member.is_required()));
        members
            .map(|member| {
                let place = Place {
                    path: path.then(Part::Member(member.name)),
                    label: member.name.to_owned(),
                    doc: member.doc.trim(),
                    required: member.is_required(),
                    meaning: member.meaning,
                };
                self.field(place, (member.shape)(), value.and_then(|value| value.get(member.name)))
            })
            .collect()
    }

    fn field(&self, place: Place, shape: &'static Shape, value: Option<&Value>) -> Field {
        let value = value.filter(|value| !value.is_null());
        let member = place.path.to_string();
        let is_list = matches!(shape.kind, Kind::List(_));
        // A value that the page could not fill in is not reported before the person edits the draft.
        let unfilled =
            !self.touched && value.is_some_and(|value| value.as_str() == Some("") || value.as_array().is_some_and(Vec::is_empty));
        let violations =
            self.violations.iter().filter(|violation| !unfilled && violation.member == member).map(|violation| violation.text.clone());
        Field {
            violations: violations.collect(),
            control: self.control(&place, shape, value),
            guidance: place.meaning.filter(|_| !is_list).map_or("", |meaning| self.candidates.guidance(meaning)),
            hints: short_hints(shape, self.vintage),
            present: value.is_some(),
            path: place.path,
            label: place.label,
            doc: place.doc,
            required: place.required,
        }
    }

    fn control(&self, place: &Place, shape: &'static Shape, value: Option<&Value>) -> Control {
        match (&shape.kind, value) {
            (Kind::Text, None | Some(Value::String(_))) => self.text(place, shape, text_of(value)),
            (Kind::Enumeration(_), None | Some(Value::String(_))) => {
                Control::Choice { value: text_of(value), choices: shape.choices(self.vintage).collect() }
            }
            (Kind::Integer | Kind::Long | Kind::Timestamp, None | Some(Value::String(_) | Value::Number(_))) => {
                Control::Number { value: text_of(value), suggestions: self.suggestions(place, shape) }
            }
            (Kind::Boolean, None | Some(Value::Bool(_))) => Control::Flag { value: value.and_then(Value::as_bool) },
            (Kind::List(element), None | Some(Value::Array(_))) => self.list(place, element(), value),
            (Kind::Structure(_), None) => Control::Group { members: Vec::new() },
            (Kind::Structure(_), Some(Value::Object(_))) => Control::Group { members: self.members_at(&place.path, shape, value) },
            (_, Some(value)) => Control::WrongType { json: value.to_string() },
        }
    }

    fn text(&self, place: &Place, shape: &'static Shape, value: String) -> Control {
        // Only free texts have a large limit of their own.
        let most = shape.constraints(self.vintage).find_map(|bound| match bound {
            Bound::MaxLength(most) => Some(*most),
            Bound::Pattern(_) | Bound::MinLength(_) | Bound::Min(_) | Bound::Max(_) => None,
        });
        let suggestions = self.suggestions(place, shape);
        match place.meaning {
            Some(Meaning::Timestamp) => return Control::Moment { picked: moment::to_picker(&value), value, suggestions },
            Some(Meaning::PolicyTemplate) => {
                return Control::Template { parts: template::fields(&place.path, &value, self.candidates.resource_type()), value };
            }
            _ => {}
        }
        let is_token = place.meaning == Some(Meaning::ClientToken);
        let is_arn = place.meaning.is_some_and(Meaning::is_arn);
        let multiline = !is_token && !is_arn && (value.contains('\n') || most.is_some_and(|most| most > LINE));
        Control::Text { value, multiline, suggestions, is_token }
    }

    fn suggestions(&self, place: &Place, shape: &'static Shape) -> Vec<Suggestion> {
        place.meaning.map(|meaning| self.candidates.fit(meaning, shape)).unwrap_or_default()
    }

    fn list(&self, list: &Place, element: &'static Shape, value: Option<&Value>) -> Control {
        let values = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let choices: Vec<_> = element.choices(self.vintage).collect();
        if !choices.is_empty() && values.iter().all(Value::is_string) {
            let has = |choice: &str| values.iter().any(|value| value.as_str() == Some(choice));
            let others = values.iter().filter_map(Value::as_str).filter(|value| !choices.contains(value)).map(str::to_owned).collect();
            return Control::Choices { choices: choices.iter().map(|choice| ((*choice).to_owned(), has(choice))).collect(), others };
        }
        let elements = values.iter().enumerate().map(|(index, value)| {
            let path = list.path.then(Part::Element(index));
            let place = Place { label: path.to_string(), path, doc: "", required: false, meaning: list.meaning };
            self.field(place, element, Some(value))
        });
        Control::List { elements: elements.collect() }
    }
}

fn text_of(value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
