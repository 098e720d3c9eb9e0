//! The JavaScript package: `target/package/`, an ES module for browsers, a `CommonJS` module for Node, and commands.
//!
//! `crates/simulator-js` is compiled to wasm. The other files are in `package/`, except for the `CommonJS` module and its types, which
//! are made here.

use serde_json::Value;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;
use crate::shell;
use crate::simulator_js::SimulatorJs;
use crate::size::{Size, print_table};

/// The folder of the hand-written files.
const SOURCE: &str = "package";

/// The folder of the finished package. It does not depend on Cargo's target folder.
pub(crate) const PACKAGE_FOLDER: &str = "target/package";

/// Builds the package.
pub(crate) fn build(project: &Project) -> Outcome {
    let folder = project.path(PACKAGE_FOLDER);
    files::make_empty(&folder)?;
    SimulatorJs::build(project)?.copy_into(&folder)?;
    files::copy_all(&project.path(SOURCE), &folder)?;
    make_common_js(project, &folder)?;
    check_manifest(&folder, env!("CARGO_PKG_VERSION"))?;
    print_table(PACKAGE_FOLDER, &sizes(&folder)?);
    Ok(())
}

/// Bundles the files to a `CommonJS` module that contains the wasm. Its types are the types of the ES module.
fn make_common_js(project: &Project, folder: &Path) -> Outcome {
    let entry = folder.join("inline.js");
    // The last line is never run. It tells Node the names that `import` can find in a CommonJS module.
    let names = "--footer:js=0 && (module.exports = { Simulator, play, requestHandler });";
    let mut esbuild = project.command("esbuild");
    esbuild.arg(&entry).arg(format!("--outfile={}", folder.join("index.cjs").display())).arg(names);
    esbuild.args(["--bundle", "--format=cjs", "--platform=neutral", "--target=es2022", "--loader:.wasm=binary"]);
    // The generated code can also find the wasm by its address. The bundle does not use that.
    esbuild.args(["--log-level=warning", "--log-override:empty-import-meta=silent"]);
    shell::run(&mut esbuild)?;
    files::remove(&entry)?;
    files::write(&folder.join("index.d.cts"), files::read(&folder.join("index.d.ts"))?)
}

/// The package must have the workspace's version, and every file that its package.json promises.
fn check_manifest(folder: &Path, version: &str) -> Outcome {
    let path = folder.join("package.json");
    let manifest: Value = serde_json::from_str(&files::read_text(&path)?)
        .map_err(|error| Failure::new(format!("package/package.json is not JSON: {error}")))?;
    if manifest.get("version").and_then(Value::as_str) != Some(version) {
        return Err(Failure::new(format!("package/package.json must have the version of Cargo.toml, {version}")));
    }
    let promised: Vec<&str> =
        ["main", "types", "bin", "exports", "files"].iter().filter_map(|key| manifest.get(key)).flat_map(paths).collect();
    if promised.is_empty() {
        return Err(Failure::new("package/package.json names no entry: it needs `exports`"));
    }
    match promised.iter().find(|file| !folder.join(file).exists()) {
        Some(file) => Err(Failure::new(format!("package/package.json names `{file}`, which is not in the package"))),
        None => Ok(()),
    }
}

/// Every string inside a value.
fn paths(value: &Value) -> Vec<&str> {
    match value {
        Value::String(path) => vec![path],
        Value::Array(values) => values.iter().flat_map(paths).collect(),
        Value::Object(members) => members.values().flat_map(paths).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// The sizes of the files, without the `CommonJS` module and its types, which repeat the content of other files.
fn sizes(folder: &Path) -> Outcome<Vec<(String, Size)>> {
    let name = |path: &Path| path.file_name().unwrap_or_default().display().to_string();
    let repeats = |path: &Path| path.extension().is_some_and(|extension| extension == "cjs" || extension == "cts");
    let files = files::list(folder)?.into_iter().filter(|path| path.is_file() && !repeats(path));
    files.map(|path| Ok((name(&path), Size::of(&files::read(&path)?)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn collects_every_promised_path() {
        let exports = serde_json::json!({ ".": { "types": "./index.d.ts", "default": "./index.js" }, "./sdk": "./sdk.js" });
        let mut found = paths(&exports);
        found.sort_unstable();
        assert_eq!(found, ["./index.d.ts", "./index.js", "./sdk.js"]);
    }
}
