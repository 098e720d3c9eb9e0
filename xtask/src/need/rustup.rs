//! Parts of the Rust toolchain that rustup adds: the wasm32 target, rustfmt, clippy.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::need::{Missing, log};
use crate::project::{Project, WASM_TARGET};
use crate::shell;

const TARGET: &str = "the wasm32 target";
const COMPONENTS: &str = "rustfmt and clippy";

/// The wasm32 target, unless rustc already has its standard library.
pub(super) fn missing_target(project: &Project) -> Outcome<Option<Missing>> {
    let mut rustc = project.command("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let there = shell::read(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir());
    missing_unless(project, there, TARGET)
}

/// Adds the wasm32 target.
pub(super) fn add_target(project: &Project) -> Outcome {
    log::install(project, TARGET, project.command("rustup").args(["target", "add", WASM_TARGET]))
}

/// rustfmt and clippy, unless both run.
pub(super) fn missing_components(project: &Project) -> Outcome<Option<Missing>> {
    let runs = |part: &str| shell::read(&mut project.cargo(&[part, "--version"])).is_some();
    missing_unless(project, runs("fmt") && runs("clippy"), COMPONENTS)
}

/// Adds rustfmt and clippy.
pub(super) fn add_components(project: &Project) -> Outcome {
    log::install(project, COMPONENTS, project.command("rustup").args(["component", "add", "rustfmt", "clippy"]))
}

fn missing_unless(project: &Project, there: bool, what: &str) -> Outcome<Option<Missing>> {
    if there {
        return Ok(None);
    }
    if project.find("rustup").is_none() {
        return Err(Failure::new(format!(
            "the Rust toolchain lacks {what}, and `rustup` is not on PATH: install it from https://rustup.rs, or add {what} the way your Rust was installed"
        )));
    }
    Ok(Some(Missing::new(what, "into the Rust toolchain, by rustup")))
}
