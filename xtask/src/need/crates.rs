//! The crates that Cargo.lock names, so that a missing network shows here and not in the middle of a build.

use crate::failure::Outcome;
use crate::need::{Missing, log};
use crate::project::{Project, WASM_TARGET};
use crate::shell;

/// The crates, unless Cargo finds all of them without the network.
pub(super) fn missing(project: &Project) -> Option<Missing> {
    let there = shell::read(fetch_command(project).arg("--offline")).is_some();
    (!there).then(|| Missing::new("the crates of Cargo.lock", "into Cargo's own cache"))
}

/// Downloads them.
pub(super) fn fetch(project: &Project) -> Outcome {
    log::install(project, "the crates of Cargo.lock", &mut fetch_command(project))
}

/// `cargo fetch` for this machine and for wasm32; the crates of other systems stay where they are.
fn fetch_command(project: &Project) -> std::process::Command {
    let mut command = project.cargo(&["fetch", "--target", WASM_TARGET]);
    if let Some(host) = shell::read(project.command("rustc").args(["--print", "host-tuple"])) {
        command.args(["--target", &host]);
    }
    command
}
