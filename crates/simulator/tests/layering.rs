//! The order inside the simulator: which module may import which. And what no module may use, since a session is a value.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "layering/imports.rs"]
mod imports;

use imports::{names_below, names_in_root, re_exported_from, sources};
use simulator::index;
use std::collections::{BTreeMap, BTreeSet};

/// The modules in layers, the lowest first. A module may import the layers below it and its own layer. `lib` is `lib.rs`, the façade.
const LAYERS: [&[&str]; 6] = [
    &["value", "collection", "json", "remedy", "trace", "error", "schema", "http"],
    &["world"],
    &["operation", "protocol", "access", "exchange"],
    SERVICES,
    &["index", "intervention", "lib", "sources"],
    &["session"],
];

/// The services. They do not import each other.
const SERVICES: &[&str] = &["license_manager", "ram"];

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&name))
}

/// The imports of a module that break the order, as sentences.
fn wrong_imports(module: &[String], text: &str, root: &str) -> Vec<String> {
    let own = module.first().map_or("lib", String::as_str);
    let names = if module.is_empty() { names_in_root(text) } else { names_below(&[], module, text) };
    // What is no module is an item of `lib.rs`, or one that `lib.rs` takes from a module. Inside `lib.rs` it is no import.
    let module_of = |name: String| {
        let item = || re_exported_from(&name, root).unwrap_or_else(|| "lib".to_owned());
        if layer(&name).is_some() { name } else { item() }
    };
    let imported = names.into_iter().map(module_of).filter(|other| other != own);
    let are_services = |other: &str| SERVICES.contains(&own) && SERVICES.contains(&other);
    let wrong = imported.filter(|other| layer(other) > layer(own) || are_services(other));
    wrong.map(|other| format!("`{}` imports `{other}`", module.join("::"))).collect()
}

/// The modules that import each other in a circle, and those between two circles.
fn circle(mut imports: BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    loop {
        let left: BTreeSet<_> = imports.keys().cloned().collect();
        let imported: BTreeSet<_> = imports.values().flatten().cloned().collect();
        imports.retain(|module, others| imported.contains(module) && others.iter().any(|other| left.contains(other)));
        if imports.len() == left.len() {
            return left.into_iter().collect();
        }
    }
}

fn path(module: &str) -> Vec<String> {
    module.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[test]
fn every_module_imports_only_its_own_layer_and_those_below() {
    let sources = sources();
    let root = &sources.iter().find(|(module, _)| module.is_empty()).unwrap().1;
    let modules: BTreeSet<_> = sources.iter().map(|(module, _)| module.first().map_or("lib", String::as_str)).collect();
    assert_eq!(modules, LAYERS.into_iter().flatten().copied().collect(), "each module is in one layer");
    let wrong: Vec<_> = sources.iter().flat_map(|(module, text)| wrong_imports(module, text, root)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_modules_of_a_service_import_each_other_in_no_circle() {
    let sources = sources();
    for service in SERVICES {
        let root = &sources.iter().find(|(module, _)| *module == [*service]).unwrap().1;
        let mut imports = BTreeMap::<String, BTreeSet<String>>::new();
        for (module, text) in sources.iter().filter(|(module, _)| module.len() > 1 && module[0] == *service) {
            let names = names_below(&[service], module, text).into_iter();
            let others = names.map(|name| re_exported_from(&name, root).unwrap_or(name)).filter(|other| *other != module[1]);
            imports.entry(module[1].clone()).or_default().extend(others);
        }
        assert!(imports.len() > 40, "{service}");
        assert_eq!(circle(imports), [""; 0], "{service}");
    }
}

#[test]
fn every_operation_is_in_the_index() {
    let sources = sources();
    for service in index::SERVICES {
        let module = service.prefix.replace('-', "_");
        let declared = sources.iter().filter(|(path, text)| path.first() == Some(&module) && text.contains("= operation! {")).count();
        assert_eq!(service.operations().count(), declared, "each file with an operation has a line in `{module}.rs`");
    }
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
        assert_eq!(wrong_imports(&path(module), text, root), [format!("`{module}` imports `{other}`")], "{text}");
    }
    for (module, text) in [
        ("world", "use super::schema::Vintage;"),
        ("ram::share::state", "use super::super::ram::x; use super::Share; use crate::{Operation, access};"),
        ("session::player", "use crate::Simulator;"),
        ("", "pub mod session;\nuse world::Ids;"),
    ] {
        assert_eq!(wrong_imports(&path(module), text, root), [""; 0], "{text}");
    }
}

#[test]
fn a_circle_is_found() {
    let imports = |pairs: &[(&str, &str)]| {
        let mut imports = BTreeMap::<_, BTreeSet<_>>::new();
        for (module, other) in pairs {
            imports.entry((*module).to_owned()).or_default().insert((*other).to_owned());
        }
        imports
    };
    assert_eq!(circle(imports(&[("a", "b"), ("b", "c"), ("a", "c")])), [""; 0]);
    assert_eq!(circle(imports(&[("a", "b"), ("b", "c"), ("c", "b"), ("d", "e")])), ["b", "c"]);
    let names = names_below(&["ram"], &path("ram::share::state"), "use super::super::{store, shares::Key}; use crate::ram::rules;");
    assert_eq!(names, ["store", "shares", "rules"]);
}

#[test]
fn the_clock_and_the_chance_are_given() {
    for (module, text) in sources() {
        for other in ["SystemTime", "Instant::now", "HashMap", "HashSet", "now_utc", "new_v4", "thread_rng"] {
            assert!(!text.contains(other), "{} names `{other}`", module.join("::"));
        }
    }
}
