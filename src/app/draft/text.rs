//! Conversion between a draft's text and JSON.

use serde_json::Value;
use simulator::json::indented;
use simulator::session::Input;

/// Why a text is not valid JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidJson {
    /// What is wrong.
    pub message: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// Parses a draft's text. Empty text counts as an empty object, so that the form can show its fields.
pub fn parse(text: &str) -> Result<Value, InvalidJson> {
    if text.trim().is_empty() {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let mut message = error.to_string();
        if let Some(at) = message.find(" at line ") {
            message.truncate(at);
        }
        InvalidJson { message, line, column: column.max(1) }
    })
}

/// Writes JSON as a draft's text.
pub fn to_text(value: &Value) -> String {
    indented(value)
}

/// The text as the input of a step: as JSON if that loses only white space, otherwise as the exact text.
///
/// Text with `${` also stays text, because a draft has no references to earlier responses.
pub fn to_input(text: &str) -> Input {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Input::Text(text.to_owned()) };
    let compact = value.to_string();
    match (compact == without_spaces(text), text.contains("${")) {
        (false, _) => Input::Text(text.to_owned()),
        (true, true) => Input::Text(compact),
        (true, false) => Input::Value(value),
    }
}

/// The text without the white space between JSON's tokens.
fn without_spaces(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for letter in text.chars() {
        if in_string || !matches!(letter, ' ' | '\t' | '\n' | '\r') {
            kept.push(letter);
        }
        match (in_string, escaped, letter) {
            (true, true, _) => escaped = false,
            (true, false, '\\') => escaped = true,
            (true, false, '"') => in_string = false,
            (false, _, '"') => in_string = true,
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_that_json_would_change_stays_an_exact_text() {
        for (text, input) in [
            (r#"{ "a": "x y",  "b": [1, true] }"#, Input::Value(json!({ "a": "x y", "b": [1, true] }))),
            (r#"{"a": "\" \\"}"#, Input::Value(json!({ "a": "\" \\" }))),
            ("", Input::Text(String::new())),
            (r#"{"a": 1.0e2}"#, Input::Text(r#"{"a": 1.0e2}"#.into())),
            (r#"{"a": "\u0041"}"#, Input::Text(r#"{"a": "\u0041"}"#.into())),
            (r#"{"a": 1, "a": 2}"#, Input::Text(r#"{"a": 1, "a": 2}"#.into())),
            (r#"{"a": "${aws:username}"}"#, Input::Text(r#"{"a":"${aws:username}"}"#.into())),
            ("{ not json", Input::Text("{ not json".into())),
        ] {
            assert_eq!(to_input(text), input, "{text}");
        }
    }

    #[test]
    fn an_error_has_a_line_and_a_column() {
        let error = parse("{\n  \"a\": trux\n}").unwrap_err();
        assert_eq!((error.message.as_str(), error.line, error.column), ("expected ident", 2, 11));
        assert!(parse("  ").is_ok());
    }
}
