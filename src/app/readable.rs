//! JSON for people: policies inside strings are shown as JSON, and times in seconds get their date as a comment.

use serde_json::{Map, Value};
use simulator::schema::{Kind, Member, Shape};
use simulator::value::Timestamp;

/// The text of a message with members of this shape. A text that is not JSON stays as it is.
pub fn readable(text: &str, shape: Option<&'static Shape>) -> String {
    let Ok(value) = serde_json::from_str(text) else { return text.to_owned() };
    let mut written = String::new();
    write(&mut written, &value, shape, 0);
    written
}

fn write(text: &mut String, value: &Value, shape: Option<&'static Shape>, depth: usize) {
    match value {
        Value::Object(members) if !members.is_empty() => write_object(text, members, shape, depth),
        Value::Array(values) if !values.is_empty() => {
            let element = shape.and_then(|shape| if let Kind::List(element) = shape.kind { Some(element()) } else { None });
            write_block(
                text,
                "[",
                "]",
                depth,
                values.iter(),
                |text, value| write(text, value, element, depth + 1),
                |value| note(value, element),
            );
        }
        Value::String(inner) => match inside(inner) {
            Some(value) => write(text, &value, None, depth),
            None => text.push_str(&value.to_string()),
        },
        other => text.push_str(&other.to_string()),
    }
}

fn write_object(text: &mut String, members: &Map<String, Value>, shape: Option<&'static Shape>, depth: usize) {
    let shape_of = |name: &str| member(shape?, name).map(|member| (member.shape)());
    write_block(
        text,
        "{",
        "}",
        depth,
        members.iter(),
        |text, (name, value)| {
            text.push_str(&Value::from(name.as_str()).to_string());
            text.push_str(": ");
            write(text, value, shape_of(name), depth + 1);
        },
        |(name, value)| note(value, shape_of(name)),
    );
}

/// Writes the parts of an object or a list, each in its line, with a comma and a note after it.
fn write_block<T: Copy>(
    text: &mut String,
    open: &str,
    close: &str,
    depth: usize,
    parts: impl ExactSizeIterator<Item = T>,
    mut part: impl FnMut(&mut String, T),
    note: impl Fn(T) -> Option<String>,
) {
    let count = parts.len();
    text.push_str(open);
    for (place, item) in (1..).zip(parts) {
        new_line(text, depth + 1);
        part(text, item);
        if place < count {
            text.push(',');
        }
        if let Some(note) = note(item) {
            text.push_str("  // ");
            text.push_str(&note);
        }
    }
    new_line(text, depth);
    text.push_str(close);
}

fn new_line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

/// What is said of a value at the end of its line.
fn note(value: &Value, shape: Option<&'static Shape>) -> Option<String> {
    if value.as_str().and_then(inside).is_some() {
        return Some("sent as a string".to_owned());
    }
    let is_time = shape.is_some_and(|shape| matches!(shape.kind, Kind::Timestamp));
    let milliseconds = value.as_f64().filter(|_| is_time)? * 1000.0;
    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
    Some(Timestamp::from_milliseconds(milliseconds.round() as i64).to_string())
}

/// The JSON object or list inside a string.
fn inside(text: &str) -> Option<Value> {
    let value = serde_json::from_str(text).ok().filter(|_| text.starts_with(['{', '[']))?;
    matches!(value, Value::Object(_) | Value::Array(_)).then_some(value)
}

fn member(shape: &'static Shape, name: &str) -> Option<&'static Member> {
    match shape.kind {
        Kind::Structure(members) => members.iter().find(|member| member.name == name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use simulator::index;

    #[test]
    fn policies_and_times_can_be_read() {
        let body = r#"{"permission":{"creationTime":1.7E9,"permission":"{\"Effect\":\"Allow\",\"Action\":[]}","version":"1"}}"#;
        let shape = (index::find("ram:CreatePermission").unwrap().output)();
        let expected = r#"{
  "permission": {
    "creationTime": 1700000000.0,  // 2023-11-14T22:13:20Z
    "permission": {
      "Effect": "Allow",
      "Action": []
    },  // sent as a string
    "version": "1"
  }
}"#;
        assert_eq!(readable(body, Some(shape)), expected);
    }

    #[test]
    fn everything_else_is_what_was_sent() {
        for text in [r#"{"a":[1,"b",null,{}],"c":{"d":"[x"}}"#, "[]", "\"text\"", "1"] {
            assert_eq!(serde_json::from_str::<Value>(&readable(text, None)).unwrap(), serde_json::from_str::<Value>(text).unwrap());
        }
        assert_eq!(readable("no JSON", None), "no JSON");
    }
}
