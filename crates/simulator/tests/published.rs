//! The settings in the published files: the JSON Schema of sessions and the types of the JavaScript package. Both are generated from
//! the table in `world/settings.rs`.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::{Value, json};
use simulator::world::{Setting, Settings};
use std::{env, fs};

/// Compares what is between two texts of a file, or writes it with `UPDATE=1`.
fn check(file: &str, before: &str, after: &str, generated: &str) {
    let path = format!("{}/../../{file}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap();
    let (start, rest) = text.split_once(before).unwrap();
    let (found, end) = rest.split_once(after).unwrap();
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, [start, before, generated, after, end].concat()).unwrap();
    } else {
        assert_eq!(found, generated, "regenerate {file} with `UPDATE=1 cargo test --package simulator --test published`");
    }
}

fn defaults() -> Value {
    serde_json::to_value(Settings::default()).unwrap()
}

#[test]
fn the_schema_of_sessions_has_every_setting() {
    let property = |Setting { name, choices, .. }: &Setting| {
        let schema = match (&defaults()[name], choices) {
            (Value::Bool(_), _) => r#"{ "type": "boolean" }"#.to_owned(),
            (_, []) => r#"{ "type": "integer", "minimum": 0 }"#.to_owned(),
            (_, choices) => format!(r#"{{ "enum": {} }}"#, json!(choices).to_string().replace(',', ", ")),
        };
        format!("\n        \"{name}\": {schema}")
    };
    let properties: Vec<_> = Settings::ALL.iter().map(property).collect();
    let before = "behavior of the real service.\",\n      \"additionalProperties\": false,\n      \"properties\": {";
    check("www/session.schema.json", before, "\n      }", &properties.join(","));
}

#[test]
fn the_types_of_the_package_have_every_setting() {
    let member = |Setting { name, text, choices, .. }: &Setting| {
        let default = &defaults()[name];
        let (kind, default) = match (default, choices) {
            (Value::Bool(_), _) => ("boolean".to_owned(), default.to_string()),
            (_, []) => ("number".to_owned(), default.to_string()),
            (_, choices) => {
                (choices.iter().map(|choice| format!("\"{choice}\"")).collect::<Vec<_>>().join(" | "), default.as_str().unwrap().to_owned())
            }
        };
        format!("  /** {text} Default: `{default}`. */\n  {name}?: {kind};\n")
    };
    check("package/index.d.ts", "export interface Settings {\n", "}\n", &Settings::ALL.iter().map(member).collect::<String>());
}

#[test]
fn every_setting_names_the_operations_that_show_it() {
    for Setting { name, shown_in, .. } in Settings::ALL {
        let is_operation = |word: &str| simulator::index::all().any(|operation| operation.name == word);
        let names_all = ["every operation", "every operation of License Manager"].contains(shown_in);
        assert!(names_all || shown_in.split(", ").all(is_operation), "{name}: {shown_in}");
    }
}
