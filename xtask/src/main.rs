//! The project's own commands: `cargo xtask serve`, `cargo xtask test` and the rest.
//!
//! A command announces what it installs, keeps its tools in `target/tools`, and reports a failure as one sentence with
//! exit status 1. The commands do not depend on the simulator.

mod check;
mod command;
mod failure;
mod files;
mod need;
mod package;
mod project;
mod shell;
mod simulator_js;
mod site;
mod size;
mod stopwatch;
mod wasm;

use clap::Parser;
use std::process::ExitCode;

use crate::command::Command;
use crate::project::Project;

/// The project's own commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match Project::here().and_then(|project| arguments.command.run(&project)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
