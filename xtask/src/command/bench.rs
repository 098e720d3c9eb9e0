//! `cargo xtask bench`

use clap::Args;

use crate::check;
use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::package;
use crate::project::Project;
use crate::shell;

/// Measure the simulator on this machine and, as the package, in Node
#[derive(Args)]
pub(crate) struct Bench {}

impl Bench {
    /// Runs both benchmarks.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        let Self {} = self;
        need::require(project, Need::PACKAGE)?;
        check::bench(project)?;
        package::build(project)?;
        shell::run(project.command("node").arg("tests/package/bench.mjs"))
    }
}
