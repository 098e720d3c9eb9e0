//! `cargo xtask fuzz`

use clap::Args;

use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::package;
use crate::project::Project;
use crate::shell;

/// Send random calls to the package, for longer than the tests
#[derive(Args)]
pub(crate) struct Fuzz {
    /// The number of minutes in which new rounds start; the last round always finishes
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    minutes: u32,
    /// The seed of the random calls; the default is a new seed for each run
    #[arg(long)]
    seed: Option<u32>,
}

impl Fuzz {
    /// Builds the package and sends the calls.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        need::require(project, Need::PACKAGE)?;
        package::build(project)?;
        let mut command = project.command("node");
        command.arg("tests/package/fuzz.mjs").arg(self.minutes.to_string()).args(self.seed.map(|seed| seed.to_string()));
        shell::run(&mut command)
    }
}
