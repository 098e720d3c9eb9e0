//! The operations and the defaults of a session as data for the parts of the page that are not part of the program, generated from their
//! declarations.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use serde_json::{Map, Value, json};
use simulator::Options;
use simulator::index;
use simulator::json::Json;
use simulator::operation::Location;
use simulator::schema::{Kind, Shape, Vintage};
use simulator::session::Session;
use std::{env, fs};

fn shape(shape: &'static Shape, vintage: Vintage) -> Value {
    match shape.kind {
        Kind::Structure(_) => {
            let members = shape.members(vintage).map(|member| {
                let mut described = json!({ "shape": self::shape((member.shape)(), vintage) });
                if member.is_required() {
                    described["required"] = true.into();
                }
                if let Some(meaning) = member.meaning {
                    described["meaning"] = meaning.name().into();
                }
                (member.name.to_owned(), described)
            });
            json!({ "type": "structure", "members": members.collect::<Map<_, _>>() })
        }
        Kind::List(element) => json!({ "type": "list", "element": self::shape(element(), vintage) }),
        Kind::Enumeration(_) => json!({ "type": "string", "values": shape.choices(vintage).collect::<Vec<_>>() }),
        Kind::Text => json!({ "type": "string" }),
        Kind::Integer | Kind::Long => json!({ "type": "integer" }),
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Timestamp => json!({ "type": "timestamp" }),
    }
}

#[test]
fn the_file_describes_every_operation() {
    let vintage = Vintage::default();
    let described = index::all().map(|operation| {
        let text = json!({
            "service": operation.service.prefix,
            "name": operation.name,
            "method": operation.method,
            "path": operation.path,
            "location": match operation.location {
                Location::Body => "body",
                Location::Query => "query",
            },
            "input": shape((operation.input)(), vintage),
        });
        text.to_string()
    });
    let generated = format!("[\n{}\n]\n", described.collect::<Vec<_>>().join(",\n"));
    check("operations.json", &generated);
}

#[test]
fn the_file_has_the_errors_of_every_operation() {
    let lines = index::all().map(|operation| {
        let errors: Map<_, _> = operation.errors.iter().map(|error| (error.name.to_owned(), Value::from(error.status))).collect();
        format!("{}:{}", json!(operation.action()), Value::Object(errors))
    });
    let generated = format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"));
    check("editor/errors.json", &generated);
}

/// The members of an output in the model's order, in which the AWS CLI prints them. `"time"`: a number that it prints as a time.
fn members(shape: &'static Shape, vintage: Vintage) -> Value {
    match shape.kind {
        Kind::Structure(_) => {
            let members = shape.members(vintage).map(|member| (member.name.to_owned(), self::members((member.shape)(), vintage)));
            Value::Object(members.collect())
        }
        Kind::List(element) => members(element(), vintage),
        Kind::Timestamp => "time".into(),
        Kind::Enumeration(_) | Kind::Text | Kind::Integer | Kind::Long | Kind::Boolean => true.into(),
    }
}

#[test]
fn the_file_has_the_members_of_each_output() {
    let vintage = Vintage::default();
    let outputs = index::all().map(|operation| format!("{}: {}", json!(operation.action()), members((operation.output)(), vintage)));
    check("copy/outputs.json", &format!("{{\n{}\n}}\n", outputs.collect::<Vec<_>>().join(",\n")));
}

#[test]
fn the_file_has_the_defaults_of_a_session() {
    check("link/defaults.json", &format!("{}\n", Session::new(Options::default()).write()["world"]));
}

/// Compares a file with what is generated, or writes it with `UPDATE=1`.
fn check(file: &str, generated: &str) {
    let path = format!("{}/www/parts/{file}", env!("CARGO_MANIFEST_DIR"));
    if env::var_os("UPDATE").is_some() {
        fs::write(path, generated).unwrap();
    } else {
        assert_eq!(fs::read_to_string(path).unwrap(), generated, "regenerate the file with `UPDATE=1 cargo test --test operations`");
    }
}
