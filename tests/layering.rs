//! Checks the imports of the page's crate, what its decisions rest on, the crates that its native build links, and the length of files. The simulator's crate checks
//! its own imports.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use simulator::index;
use simulator::schema::{Kind, Shape};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every file in `folder` and its subfolders with one of these extensions.
fn sources(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| endings.iter().any(|ending| extension == *ending)) {
                files.push(path);
            }
        }
    }
    files
}

#[test]
fn the_app_does_not_use_the_browser() {
    let mut files = sources("src/app", &["rs"]);
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app.rs"));
    assert!(files.len() > 30, "the files of `app` were not found");
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for other in ["crate::web", "wasm_bindgen", "web_sys", "yew::", "gloo::", "js_sys"] {
            assert!(!text.contains(other), "{} uses `{other}`", file.display());
        }
    }
}

/// The names of the simulator's operations, of their groups and of all members.
fn names() -> BTreeSet<&'static str> {
    let mut names = BTreeSet::new();
    let mut shapes: Vec<&'static Shape> = Vec::new();
    for operation in index::all() {
        names.insert(operation.name);
        names.extend(operation.group().map(|group| group.title));
        shapes.extend([(operation.input)(), (operation.output)()]);
    }
    while let Some(shape) = shapes.pop() {
        match shape.kind {
            Kind::Structure(members) => {
                names.extend(members.iter().map(|member| member.name));
                shapes.extend(members.iter().map(|member| (member.shape)()));
            }
            Kind::List(element) => shapes.push(element()),
            Kind::Text | Kind::Enumeration(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => {}
        }
    }
    names
}

/// A decision is a pattern, a comparison, or a look-up.
#[test]
fn the_app_and_the_explorer_decide_by_meanings_and_not_by_names() {
    let names = names();
    assert!(names.contains("GrantArn") && names.contains("ListPermissions") && names.contains("Grants"));
    for file in ["src/app", "crates/explorer/src"]
        .into_iter()
        .flat_map(|folder| sources(folder, &["rs"]))
        .filter(|file| !file.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs"))
    {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for (before, name, after) in literals(code) {
            let is_looked_up = ["== ", "!= ", "get(", "Member("].iter().any(|end| before.ends_with(end));
            let is_pattern = ["=>", "| \"", "if "].iter().any(|start| after.trim_start_matches([')', ' ', '\n']).starts_with(start));
            assert!(!names.contains(name) || !(is_looked_up || is_pattern), "{} decides by the name `{name}`", file.display());
        }
    }
}

/// The short string literals of a text, each with what is before it and after it.
fn literals(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    text.match_indices('"').filter_map(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let (name, after) = rest.get(1..)?.split_once('"')?;
        name.chars().all(char::is_alphanumeric).then_some((before, name, after))
    })
}

#[test]
fn the_native_build_links_no_web_crate() {
    for package in ["grant-playground", "simulator", "explorer"] {
        let tree = Command::new(env!("CARGO"))
            .args(["tree", "--offline", "--edges", "normal", "--prefix", "none", "--package", package])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        let tree = String::from_utf8(tree.stdout).unwrap();
        for name in ["wasm-bindgen", "web-sys", "js-sys", "yew", "gloo"] {
            assert!(!tree.lines().any(|line| line.starts_with(&format!("{name} "))), "the native build of {package} links `{name}`");
        }
    }
}

#[test]
fn the_explorer_depends_on_the_simulator_only() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal", "--prefix", "none", "--depth", "1", "--package", "explorer"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    let names: BTreeSet<_> = tree.lines().skip(1).filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["serde", "serde_json", "simulator"]);
}

#[test]
fn files_are_short() {
    let folders = ["src", "crates", "xtask", "tests", "package", "www"];
    for file in folders.into_iter().flat_map(|folder| sources(folder, &["rs", "js", "mjs", "py"])) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 320, "{} has {lines} lines; split it", file.display());
    }
}
