//! The site: built by Trunk, finished by our hook, served from `dist/`.

mod compressed;
mod counter;
mod examples;
mod finish;
mod page;
mod parts;
mod policy;
mod reference_text;
mod server;
mod service_worker;
mod simulator;
mod whole_page;

use std::env;
use std::process::Command;

use crate::failure::Outcome;
use crate::project::{Project, WASM_TARGET};
use crate::shell;
use crate::wasm;

pub(crate) use counter::build as build_counter;
pub(crate) use finish::finish;
pub(crate) use server::{Server, check_port, free_port};

/// Where the finished site is.
pub(crate) const DIST: &str = "dist";

/// Builds the release site into `dist/`. Trunk calls `cargo xtask finish-site` before it puts the files there.
pub(crate) fn build(project: &Project) -> Outcome {
    // Trunk runs Cargo offline.
    shell::run(&mut project.cargo(&["fetch", "--target", WASM_TARGET, "--target", "host-tuple"]))?;
    shell::run(&mut trunk(project))
}

/// Trunk's release build.
fn trunk(project: &Project) -> Command {
    let mut command = project.command("trunk");
    wasm::without_places(&mut command).args(["build", "--release"]).env("TRUNK_SKIP_VERSION_CHECK", "true");
    // The tools are there: `need` has seen to it.
    command.env("TRUNK_OFFLINE", "true");
    // A failing step says what is wrong; where inside Trunk that was noticed helps nobody.
    command.env("RUST_LIB_BACKTRACE", "0");
    // Trunk takes only `true` or `false` here, while everyone else takes any value.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    } else {
        command.env_remove("NO_COLOR");
    }
    command
}
