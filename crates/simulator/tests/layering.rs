//! The order inside the simulator: which module may import which. And what no module may use, since a session is a value.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test that cannot go on has failed")]

use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules in layers, the lowest first. A module may import the layers below it and its own layer. `lib` is `lib.rs`, the façade.
const LAYERS: [&[&str]; 6] = [
    &["value", "collection", "json", "trace", "error", "schema", "http"],
    &["world"],
    &["operation", "protocol", "access", "exchange"],
    SERVICES,
    &["index", "intervention", "lib"],
    &["session"],
];

/// The services. They do not know each other.
const SERVICES: &[&str] = &["license_manager", "ram"];

/// Every file of the source with its module's path, `[ram, share, state]` for `ram/share/state.rs`; no tests.
fn sources() -> Vec<(Vec<String>, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    let module = |file: &Path| -> Vec<String> {
        let path = file.strip_prefix(&source).unwrap().with_extension("");
        path.iter().map(|part| part.to_str().unwrap().to_owned()).filter(|part| part != "lib").collect()
    };
    let read = |file: PathBuf| (module(&file), without_tests_and_comments(&fs::read_to_string(&file).unwrap()));
    let is_test = |module: &[String]| module.iter().any(|part| part == "tests" || part == "testing");
    files.into_iter().map(read).filter(|(module, _)| !is_test(module)).collect()
}

fn without_tests_and_comments(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The modules and items at the crate's root that a module's text names, in `use` lines and in paths.
fn named_at_the_root(module: &[String], text: &str) -> Vec<String> {
    if module.is_empty() {
        // In `lib.rs` a path to a module begins with the module's name.
        let path = Regex::new(r"(?:^|[^:\w])(?:crate::)?(\w+)::").unwrap();
        let words = path.captures_iter(text).map(|path| path[1].to_owned());
        return words.filter(|word| LAYERS.iter().any(|layer| layer.contains(&word.as_str()))).collect();
    }
    let path = Regex::new(r"(?:crate|((?:super::)*super))::").unwrap();
    // Fewer steps up than the module is deep end inside the same module of the root.
    let ends_at_root = |supers: Option<regex::Match>| supers.is_none_or(|supers| supers.as_str().matches("super").count() == module.len());
    let found = path.captures_iter(text).filter(|found| ends_at_root(found.get(1)));
    found.flat_map(|found| heads(&text[found.get(0).unwrap().end()..])).collect()
}

/// The first words of a path or of a group of paths: `a`, `b` for `{a::c, b::{d, e}}`.
fn heads(path: &str) -> Vec<String> {
    let word = |text: &str| text.trim_start().split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap().to_owned();
    let Some(group) = path.strip_prefix('{') else { return vec![word(path)] };
    let (mut heads, mut depth) = (vec![word(group)], 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(word(&group[at + 1..])),
            _ => {}
        }
    }
    heads.into_iter().filter(|head| !head.is_empty()).collect()
}

/// The module that something at the root belongs to: itself, or the one `lib.rs` takes it from, or else `lib`.
fn module_of(name: &str, root: &str) -> String {
    if LAYERS.iter().any(|layer| layer.contains(&name)) {
        return name.to_owned();
    }
    let lines = Regex::new(r"pub use (\w+)::([^;]+);").unwrap();
    let from = lines.captures_iter(root).find(|line| line[2].split(|letter: char| !letter.is_alphanumeric()).any(|word| word == name));
    from.map_or("lib".to_owned(), |line| line[1].to_owned())
}

/// The imports of a module that break the order, as sentences.
fn wrong_imports(module: &[String], text: &str, root: &str) -> Vec<String> {
    let own = module.first().map_or("lib", String::as_str);
    let layer = |name: &str| LAYERS.iter().position(|layer| layer.contains(&name)).unwrap_or_else(|| panic!("`{name}` is in no layer"));
    let imported = named_at_the_root(module, text).into_iter().map(|name| module_of(&name, root)).filter(|other| other != own);
    let are_services = |other: &str| SERVICES.contains(&own) && SERVICES.contains(&other);
    let wrong = imported.filter(|other| layer(other) > layer(own) || are_services(other));
    wrong.map(|other| format!("`{}` imports `{other}`", module.join("::"))).collect()
}

#[test]
fn every_module_imports_only_its_own_layer_and_those_below() {
    let sources = sources();
    let root = &sources.iter().find(|(module, _)| module.is_empty()).unwrap().1;
    let wrong: Vec<_> = sources.iter().flat_map(|(module, text)| wrong_imports(module, text, root)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_import_is_found() {
    let root = "pub use world::Options;\npub use operation::{Operation, Service};";
    for (module, text, other) in [
        ("trace", "use crate::world::World;", "world"),
        ("schema::shape", "fn x() -> super::super::Options {}", "world"),
        ("json::macros", "$crate::operation::run()", "operation"),
        ("world", "use super::{http, ram::{Store, share}};", "ram"),
        ("operation::call", "use crate::{http::Request, license_manager};", "license_manager"),
        ("protocol", "let found = super::index::find(name);", "index"),
        ("ram::share::state", "use crate::license_manager::Grant;", "license_manager"),
        ("license_manager::grant", "use super::super::ram;", "ram"),
        ("ram", "use crate::Simulator;", "lib"),
        ("intervention", "use super::session::Step;", "session"),
        ("", "use session::Step;", "session"),
        ("", "fn x() { crate::session::Step::new() }", "session"),
    ] {
        let path: Vec<_> = module.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        assert_eq!(wrong_imports(&path, text, root), [format!("`{module}` imports `{other}`")], "{text}");
    }
    for (module, text) in [
        ("world", "use super::schema::Vintage;"),
        ("ram::share::state", "use super::super::ram::x; use super::Share; use crate::{Operation, access};"),
        ("session::player", "use crate::Simulator;"),
        ("", "pub mod session;\nuse world::Ids;"),
    ] {
        let path: Vec<_> = module.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        assert_eq!(wrong_imports(&path, text, root), [""; 0], "{text}");
    }
}

#[test]
fn the_clock_and_the_chance_are_given() {
    for (module, text) in sources() {
        for other in ["SystemTime", "Instant::now", "HashMap", "HashSet", "now_utc", "new_v4", "thread_rng"] {
            assert!(!text.contains(other), "{} names `{other}`", module.join("::"));
        }
    }
}
