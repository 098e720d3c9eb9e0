//! The order inside the simulator: which module may import which. And what no module may use, since a session is a value.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// Every file of a module, or of the whole crate for an empty name.
fn files(module: &str) -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.join(module)];
    let mut files: Vec<_> = Some(source.join(format!("{module}.rs"))).filter(|file| file.exists()).into_iter().collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    assert!(!files.is_empty(), "there is no module `{module}`");
    files
}

/// Refuses a module whose files, its tests aside, name one of the texts.
fn assert_never_names(module: &str, texts: &[&str]) {
    for file in files(module).into_iter().filter(|file| !file.ends_with("tests.rs")) {
        let text = fs::read_to_string(&file).unwrap();
        for other in texts {
            assert!(!text.contains(other), "{} names `{other}`", file.display());
        }
    }
}

#[test]
fn the_lowest_modules_know_no_service_and_no_world() {
    for module in ["value", "json", "trace", "schema", "http", "error", "table", "numbers"] {
        assert_never_names(
            module,
            &["crate::license_manager", "crate::ram", "crate::world", "crate::operation", "crate::protocol", "crate::session"],
        );
    }
}

#[test]
fn the_world_knows_no_service() {
    assert_never_names("world", &["crate::license_manager", "crate::ram", "crate::protocol", "crate::session"]);
}

#[test]
fn neither_service_knows_the_other_or_what_stands_on_it() {
    assert_never_names("license_manager", &["crate::ram", "crate::session::", "crate::protocol::aws_json"]);
    assert_never_names("ram", &["crate::license_manager", "crate::session::", "crate::protocol::rest_json"]);
}

#[test]
fn the_clock_and_the_chance_are_given() {
    assert_never_names("", &["SystemTime", "Instant::now", "HashMap", "HashSet", "now_utc", "new_v4", "thread_rng"]);
}
