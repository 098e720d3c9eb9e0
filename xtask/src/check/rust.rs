//! Formatting, lints and tests of the Rust code.

use crate::failure::Outcome;
use crate::project::{PACKAGE, Project, WASM_TARGET};
use crate::shell;
use crate::simulator_js::PACKAGE_JS;

/// Checks the formatting with rustfmt.
pub(super) fn format(project: &Project) -> Outcome {
    shell::run(&mut project.cargo(&["fmt", "--all", "--", "--check"]))
}

/// Runs Clippy on the code that runs on this machine.
pub(crate) fn clippy_host(project: &Project) -> Outcome {
    shell::run(&mut project.cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// Runs Clippy on the code that runs in a browser.
pub(crate) fn clippy_wasm(project: &Project) -> Outcome {
    let packages = ["--package", PACKAGE, "--package", PACKAGE_JS, "--lib", "--bins", "--test", "wasm"];
    shell::run(project.cargo(&["clippy"]).args(packages).args(["--target", WASM_TARGET, "--", "-D", "warnings"]))
}

/// Builds the documentation. A broken link is an error.
pub(super) fn document(project: &Project) -> Outcome {
    shell::run(project.cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

/// Runs unit tests, integration tests and the examples in the documentation.
pub(super) fn test_native(project: &Project) -> Outcome {
    shell::run(&mut project.cargo(&["test", "--workspace"]))
}

/// Runs the wasm tests in Node.
pub(super) fn test_wasm(project: &Project) -> Outcome {
    let mut command = project.cargo(&["test", "--package", PACKAGE_JS, "--target", WASM_TARGET, "--test", "wasm"]);
    shell::run(command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
}

/// Runs the simulator's benchmark on this machine.
pub(crate) fn bench(project: &Project) -> Outcome {
    shell::run(&mut project.cargo(&[
        "bench",
        "--package",
        "simulator",
        "--bench",
        "simulator",
        "--package",
        "explorer",
        "--bench",
        "explorer",
    ]))
}
