//! Parts of the Rust toolchain that rustup installs: the wasm32 target, rustfmt and clippy.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::need::install::Install;
use crate::project::{Project, WASM_TARGET};
use crate::shell;

/// The installation of the wasm32 target, unless rustc already has its standard library.
pub(super) fn target(project: &Project) -> Outcome<Option<Install>> {
    let mut rustc = project.command("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let is_there = shell::read(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir());
    add_unless(project, is_there, "the wasm32 target", &["target", "add", WASM_TARGET])
}

/// The installation of rustfmt and clippy, unless both can be run.
pub(super) fn components(project: &Project) -> Outcome<Option<Install>> {
    let runs = |part: &str| shell::read(&mut project.cargo(&[part, "--version"])).is_some();
    add_unless(project, runs("fmt") && runs("clippy"), "rustfmt and clippy", &["component", "add", "rustfmt", "clippy"])
}

fn add_unless(project: &Project, is_there: bool, what: &str, arguments: &[&str]) -> Outcome<Option<Install>> {
    if is_there {
        return Ok(None);
    }
    if project.find("rustup").is_none() {
        return Err(Failure::new(format!(
            "the Rust toolchain does not have {what}: install it in the same way as Rust, or install rustup from https://rustup.rs"
        )));
    }
    let mut command = project.command("rustup");
    command.args(arguments);
    Ok(Some(Install::new(what, "into the Rust toolchain, with rustup", [command])))
}
