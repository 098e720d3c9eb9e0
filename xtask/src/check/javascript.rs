//! Tests in Node: of the JavaScript package, its types and its functions, also with the AWS SDK; and of the parts of the page that are
//! JavaScript.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;
use crate::shell;

/// The folder of the package's tests.
const PACKAGE: &str = "tests/package";

/// The folder of the tests of the page's parts.
const PARTS: &str = "tests/parts";

/// Checks the hand-written types and the programs that use them.
pub(super) fn types(project: &Project) -> Outcome {
    let mut command = project.command("tsc");
    command.args(["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--module", "nodenext", "--types", ""]);
    shell::run(command.arg("package/index.d.ts").args(named(project, PACKAGE, ".ts")?))?;
    println!("types: no errors");
    Ok(())
}

/// Runs the tests of the package.
pub(super) fn test(project: &Project) -> Outcome {
    run_in(project, PACKAGE)
}

/// Runs the tests of the page's parts.
pub(super) fn test_parts(project: &Project) -> Outcome {
    run_in(project, PARTS)
}

/// Runs every `*.test.mjs` of a folder.
fn run_in(project: &Project, folder: &str) -> Outcome {
    let tests = named(project, folder, ".test.mjs")?;
    if tests.is_empty() {
        return Err(Failure::new(format!("no tests found in {folder}: the names of tests end with `.test.mjs`")));
    }
    // Each file is named, because `node --test` treats folders differently in different versions. Node 20 calls the import of JSON
    // experimental.
    let options = ["--no-warnings", "--test", "--test-reporter=spec"];
    shell::run(project.command("node").args(options).args(tests))
}

/// The test files of a folder with this ending, in order.
fn named(project: &Project, folder: &str, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = files::list(&project.path(folder))?;
    found.retain(|path| path.to_string_lossy().ends_with(ending));
    Ok(found)
}
