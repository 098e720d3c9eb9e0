//! The project's own commands: `cargo xtask serve`, `cargo xtask test` and the rest.
//!
//! A command says what it will install before it installs it, keeps its tools under `target/tools`, and ends with one
//! sentence and exit status 1 when something is wrong. It knows nothing of what the simulator does.

mod check;
mod command;
mod failure;
mod files;
mod need;
mod package;
mod project;
mod shell;
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
