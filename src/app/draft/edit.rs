//! Edits of the form in a draft's JSON. They keep everything else, also the order of members.

use super::{Part, Path, parse, to_text};
use serde_json::{Map, Value};

/// An edit of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets a string.
    Text(String),
    /// Sets a number. A text that is not a number is set as a string, which the check then reports.
    Number(String),
    /// Sets true or false.
    Flag(bool),
    /// Sets a value.
    Json(Value),
    /// Adds a string to a list, or removes it.
    Toggle(String),
    /// Removes the value.
    Omit,
}

/// Applies an edit. Creates missing structures and lists on the path, and replaces values of another type on the path.
pub fn edit(root: &mut Value, path: &Path, edit: Edit) {
    if let Some((outer, inner)) = path.at_inside() {
        let Some(Value::String(text)) = reach(root, &outer) else { return };
        if let Ok(mut value) = parse(text) {
            self::edit(&mut value, &inner, edit);
            *text = to_text(&value);
        }
        return;
    }
    if edit == Edit::Omit {
        omit(root, path);
        return;
    }
    let Some(place) = reach(root, path) else { return };
    match edit {
        Edit::Text(text) => *place = Value::String(text),
        Edit::Number(text) => *place = number(&text),
        Edit::Flag(flag) => *place = Value::Bool(flag),
        Edit::Json(value) => *place = value,
        Edit::Toggle(choice) => {
            // A policy can have a string in place of a list with one element.
            if place.is_string() {
                *place = Value::Array(vec![place.take()]);
            }
            let Some(values) = list(place) else { return };
            let before = values.len();
            values.retain(|value| value.as_str() != Some(choice.as_str()));
            if values.len() == before {
                values.push(Value::String(choice));
            }
        }
        Edit::Omit => {}
    }
}

/// A text as a JSON number, if it is one.
fn number(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(Value::Number(number)) => Value::Number(number),
        _ => Value::String(text.to_owned()),
    }
}

fn reach<'a>(root: &'a mut Value, path: &Path) -> Option<&'a mut Value> {
    let mut place = root;
    for part in path.parts() {
        place = match part {
            Part::Member(name) => object(place)?.entry(*name).or_insert(Value::Null),
            Part::Key(name) => object(place)?.entry(name.as_str()).or_insert(Value::Null),
            Part::Inside => return None,
            // A missing element was removed in the meantime.
            Part::Element(index) => list(place)?.get_mut(*index)?,
        };
    }
    Some(place)
}

fn omit(root: &mut Value, path: &Path) {
    let Some((last, way)) = path.parts().split_last() else { return };
    let mut place = &mut *root;
    for part in way {
        let next = match part {
            Part::Member(name) => place.get_mut(name),
            Part::Element(index) => place.get_mut(index),
            Part::Key(name) => place.get_mut(name),
            Part::Inside => None,
        };
        let Some(next) = next else { return };
        place = next;
    }
    match (last, place) {
        // `shift_remove` keeps the order of the others.
        (Part::Member(name), Value::Object(members)) => {
            members.shift_remove(*name);
        }
        (Part::Key(name), Value::Object(members)) => {
            members.shift_remove(name);
            // A policy has no empty blocks.
            if members.is_empty() {
                omit(root, &Path::from(way));
            }
        }
        (Part::Element(index), Value::Array(values)) if *index < values.len() => {
            values.remove(*index);
        }
        _ => {}
    }
}

fn object(place: &mut Value) -> Option<&mut Map<String, Value>> {
    if !place.is_object() {
        *place = Value::Object(Map::new());
    }
    place.as_object_mut()
}

fn list(place: &mut Value) -> Option<&mut Vec<Value>> {
    if !place.is_array() {
        *place = Value::Array(Vec::new());
    }
    place.as_array_mut()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(before: Value, parts: &[Part], change: Edit, after: &Value) {
        let mut value = before;
        let path = parts.iter().cloned().fold(Path::default(), |path, part| path.then(part));
        edit(&mut value, &path, change);
        assert_eq!(value.to_string(), after.to_string());
    }

    #[test]
    fn an_edit_keeps_everything_else_in_its_order() {
        use Part::{Element, Member};
        let text = |text: &str| Edit::Text(text.to_owned());
        check(json!({ "x": 1, "A": "a", "y": 2 }), &[Member("A")], text("b"), &json!({ "x": 1, "A": "b", "y": 2 }));
        check(json!({ "x": 1, "A": "a", "y": 2 }), &[Member("A")], Edit::Omit, &json!({ "x": 1, "y": 2 }));
        check(json!({ "y": 2 }), &[Member("O"), Member("A")], text(""), &json!({ "y": 2, "O": { "A": "" } }));
        check(json!({ "O": "scalar" }), &[Member("O"), Member("A")], Edit::Flag(true), &json!({ "O": { "A": true } }));
        check(json!({}), &[Member("L")], Edit::Json(json!([""])), &json!({ "L": [""] }));
        check(json!({ "L": ["a", "b"] }), &[Member("L"), Element(0)], Edit::Omit, &json!({ "L": ["b"] }));
        check(json!({ "L": ["a"] }), &[Member("L"), Element(7)], text("b"), &json!({ "L": ["a"] }));
        check(json!({ "L": ["a", "b", "a"] }), &[Member("L")], Edit::Toggle("a".into()), &json!({ "L": ["b"] }));
        check(json!({ "L": ["b"] }), &[Member("L")], Edit::Toggle("a".into()), &json!({ "L": ["b", "a"] }));
        check(json!({}), &[Member("gone"), Member("A")], Edit::Omit, &json!({}));
    }

    #[test]
    fn a_text_that_is_not_a_number_is_kept_as_it_was_typed() {
        check(json!({}), &[Part::Member("N")], Edit::Number("12".into()), &json!({ "N": 12 }));
        check(json!({}), &[Part::Member("N")], Edit::Number("1.5".into()), &json!({ "N": 1.5 }));
        check(json!({}), &[Part::Member("N")], Edit::Number("ten".into()), &json!({ "N": "ten" }));
        check(json!({}), &[Part::Member("N")], Edit::Number(String::new()), &json!({ "N": "" }));
    }
}
