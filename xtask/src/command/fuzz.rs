//! `cargo xtask fuzz`

use clap::Args;

use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::package;
use crate::project::Project;
use crate::shell;

/// Call everything of the package at random, for longer than the tests do
#[derive(Args)]
pub(crate) struct Fuzz {
    /// How long; the last round is ended
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    minutes: u32,
    /// Which calls; a new seed each time when none is given
    #[arg(long)]
    seed: Option<u32>,
}

impl Fuzz {
    /// Builds the package and calls it.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        need::require(project, Need::PACKAGE)?;
        package::build(project)?;
        let mut command = project.command("node");
        command.arg("tests/package/fuzz.mjs").arg(self.minutes.to_string()).args(self.seed.map(|seed| seed.to_string()));
        shell::run(&mut command)
    }
}
