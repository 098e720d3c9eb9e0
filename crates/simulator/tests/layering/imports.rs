//! Reads the imports of the simulator's source.

use regex::{Captures, Regex};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Every file of the source with its module's path, `[ram, share, state]` for `ram/share/state.rs`; no tests.
pub(crate) fn sources() -> Vec<(Vec<String>, String)> {
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

/// The beginning of a path from the crate's root or from a module above.
static PATH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:crate|((?:super::)*super))::").unwrap());
/// A path in the root of a module, where it begins with the name of a module.
static ROOT_PATH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:^|[^:\w])(?:crate::)?(\w+)::").unwrap());
static RE_EXPORT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"pub(?:\(\w+\))? use (\w+)::([^;]+);").unwrap());

/// The names directly below a module that the text of a module inside it mentions, in `use` lines and in paths. `below` is the path of
/// the outer module, empty for the crate.
pub(crate) fn names_below(below: &[&str], module: &[String], text: &str) -> Vec<String> {
    let absolute: String = below.iter().flat_map(|part| [*part, "::"]).collect();
    let rest = |found: Captures<'_>| {
        let rest = &text[found.get(0).unwrap().end()..];
        match found.get(1) {
            // A path with fewer or more `super` ends at another module.
            Some(supers) => Some(rest).filter(|_| supers.as_str().matches("super").count() == module.len() - below.len()),
            None => rest.strip_prefix(absolute.as_str()),
        }
    };
    PATH.captures_iter(text).filter_map(rest).flat_map(heads).collect()
}

/// The names of modules that the text of the root of a module mentions: there, a path begins with the module's name.
pub(crate) fn names_in_root(text: &str) -> Vec<String> {
    ROOT_PATH.captures_iter(text).map(|path| path[1].to_owned()).collect()
}

/// The module from which the text of a root re-exports a name.
pub(crate) fn re_exported_from(name: &str, root: &str) -> Option<String> {
    let has = |names: &str| names.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == name);
    RE_EXPORT.captures_iter(root).find(|line| has(&line[2])).map(|line| line[1].to_owned())
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
