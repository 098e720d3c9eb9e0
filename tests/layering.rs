//! The rings: who may name whom, what the native build may link, how large a room may be.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every file below `folder` that is written in one of these languages.
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

fn assert_never_names(ring: &str, others: &[&str]) {
    let mut files = sources(&format!("src/{ring}"), &["rs"]);
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{ring}.rs")));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for other in others {
            assert!(!text.contains(other), "{} names `{other}`", file.display());
        }
    }
}

#[test]
fn the_services_know_neither_the_app_nor_the_browser() {
    assert_never_names("service", &["crate::app", "crate::web", "wasm_bindgen", "web_sys", "yew::", "gloo::", "js_sys"]);
}

#[test]
fn the_app_does_not_know_the_browser() {
    assert_never_names("app", &["crate::web", "wasm_bindgen", "web_sys", "yew::", "gloo::", "js_sys"]);
}

#[test]
fn the_services_are_told_the_time_and_the_chance() {
    assert_never_names("service", &["SystemTime", "Instant::now", "HashMap", "HashSet", "now_utc", "new_v4", "thread_rng"]);
}

#[test]
fn the_native_build_links_no_web_crate() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal", "--prefix", "none", "--package", "grant-playground"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    for name in ["wasm-bindgen", "web-sys", "js-sys", "yew", "gloo"] {
        assert!(!tree.lines().any(|line| line.starts_with(&format!("{name} "))), "the native build links `{name}`");
    }
}

#[test]
fn rooms_are_small() {
    let folders = ["src", "xtask", "benches", "tests", "package"];
    for file in folders.into_iter().flat_map(|folder| sources(folder, &["rs", "js", "mjs", "py"])) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= 320, "{} has {lines} lines; split it", file.display());
    }
}
