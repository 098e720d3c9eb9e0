//! Formatting, lints and tests of the Rust code.

use crate::failure::Outcome;
use crate::package::PACKAGE_JS;
use crate::project::{PACKAGE, Project, WASM_TARGET};
use crate::shell;

/// Whether rustfmt would change anything.
pub(super) fn format(project: &Project) -> Outcome {
    shell::run(&mut project.cargo(&["fmt", "--all", "--", "--check"]))
}

/// Clippy on everything that runs on this machine.
pub(crate) fn clippy_host(project: &Project) -> Outcome {
    shell::run(&mut project.cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// Clippy on what runs in a browser.
pub(crate) fn clippy_wasm(project: &Project) -> Outcome {
    let packages = ["--package", PACKAGE, "--package", PACKAGE_JS, "--lib", "--bins", "--test", "wasm"];
    shell::run(project.cargo(&["clippy"]).args(packages).args(["--target", WASM_TARGET, "--", "-D", "warnings"]))
}

/// The documentation: every link in it leads somewhere.
pub(super) fn document(project: &Project) -> Outcome {
    shell::run(project.cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

/// Unit tests, integration tests and the examples in the documentation.
pub(super) fn test_native(project: &Project) -> Outcome {
    shell::run(&mut project.cargo(&["test", "--workspace"]))
}

/// The tests that run as wasm, in Node.
pub(super) fn test_wasm(project: &Project) -> Outcome {
    let mut command = project.cargo(&["test", "--package", PACKAGE_JS, "--target", WASM_TARGET, "--test", "wasm"]);
    shell::run(command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
}

/// The benchmark of the simulator on this machine.
pub(crate) fn bench(project: &Project) -> Outcome {
    shell::run(&mut project.cargo(&["bench", "--package", "simulator", "--bench", "simulator"]))
}
