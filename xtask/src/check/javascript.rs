//! Tests of the JavaScript package in Node: its types and its functions, also with the AWS SDK.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;
use crate::shell;

/// The folder of the package's tests.
const FOLDER: &str = "tests/package";

/// Checks the hand-written types and the programs that use them.
pub(super) fn types(project: &Project) -> Outcome {
    let mut command = project.command("tsc");
    command.args(["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext", "--types", ""]);
    shell::run(command.arg("package/index.d.ts").args(named(project, ".ts")?))?;
    println!("types: no errors");
    Ok(())
}

/// Runs every `*.test.mjs`.
pub(super) fn test(project: &Project) -> Outcome {
    let tests = named(project, ".test.mjs")?;
    if tests.is_empty() {
        return Err(Failure::new(format!("no tests found in {FOLDER}: the names of tests end with `.test.mjs`")));
    }
    // Each file is named, because `node --test` treats folders differently in different versions.
    shell::run(project.command("node").args(["--test", "--test-reporter=spec"]).args(tests))
}

/// The test files with this ending, in order.
fn named(project: &Project, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = files::list(&project.path(FOLDER))?;
    found.retain(|path| path.to_string_lossy().ends_with(ending));
    Ok(found)
}
