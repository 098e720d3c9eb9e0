//! The JavaScript package in Node: its types, its tests with the AWS SDK.

use std::fs;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::shell;

/// Where the tests of the package are.
const FOLDER: &str = "tests/package";

/// Checks the hand-written types, and the programs that use them, against each other.
pub(super) fn types(project: &Project) -> Outcome {
    let mut command = project.command("tsc");
    command.args(["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext", "--types", ""]);
    shell::run(command.arg("package/index.d.ts").args(files(project, ".ts")?))?;
    println!("types: no errors");
    Ok(())
}

/// Runs every `*.test.mjs`.
pub(super) fn test(project: &Project) -> Outcome {
    let tests = files(project, ".test.mjs")?;
    if tests.is_empty() {
        return Err(Failure::new(format!("no test in {FOLDER}: their names end in `.test.mjs`")));
    }
    // Named one by one: what a folder means to `node --test` differs from version to version.
    shell::run(project.command("node").args(["--test", "--test-reporter=spec"]).args(tests))
}

/// The files whose names end so, in order.
fn files(project: &Project, ending: &str) -> Outcome<Vec<PathBuf>> {
    let folder = project.path(FOLDER);
    let unreadable = |error: std::io::Error| Failure::file("read", &folder, &error);
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
