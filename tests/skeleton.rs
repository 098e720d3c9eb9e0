//! What the page says before its program runs: what it is, and which operations and examples it has. It is in `index.html`, generated from
//! the lists of the operations and the examples.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use grant_playground::app::examples;
use simulator::index::SERVICES;
use std::{env, fs};

/// Compares what is between two texts of `index.html`, or writes it with `UPDATE=1`.
fn check(before: &str, after: &str, generated: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/index.html");
    let text = fs::read_to_string(path).unwrap();
    let (start, rest) = text.split_once(before).unwrap();
    let (found, end) = rest.split_once(after).unwrap();
    if env::var_os("UPDATE").is_some() {
        fs::write(path, [start, before, generated, after, end].concat()).unwrap();
    } else {
        assert_eq!(found, generated, "regenerate index.html with `UPDATE=1 cargo test --test skeleton`");
    }
}

/// A heading and a list.
fn list<'a>(level: u8, title: &str, items: impl Iterator<Item = &'a str>) -> String {
    let items: Vec<_> = items.map(|item| format!("<li>{item}</li>")).collect();
    format!("<h{level}>{title}</h{level}>\n<ul>{}</ul>\n", items.concat())
}

#[test]
fn the_page_names_its_operations_and_examples_before_its_program_runs() {
    let mut operations = String::new();
    for service in SERVICES {
        let title = format!("Operations of {}", service.title);
        operations.push_str(&list(3, &title, service.operations().map(|operation| operation.name)));
    }
    check("<!-- The operations. -->\n", "<!-- The end of the operations. -->", &operations);
    let examples = list(3, "Examples", examples::ALL.iter().map(|example| example.title));
    check("<!-- The examples. -->\n", "<!-- The end of the examples. -->", &examples);
}

#[test]
fn the_page_names_its_version() {
    let page = include_str!("../index.html");
    assert!(page.contains(concat!("<meta name=\"version\" content=\"", env!("CARGO_PKG_VERSION"), "\">")));
}
