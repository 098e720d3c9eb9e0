//! `cargo xtask bench`

use clap::Args;

use crate::check;
use crate::failure::Outcome;
use crate::need::{self, CHROMIUM, Need};
use crate::package;
use crate::project::Project;
use crate::shell;
use crate::site;

/// Measure the simulator on this machine and, as the package, in Node; with `--page`, measure the page
#[derive(Args)]
pub(crate) struct Bench {
    /// Measure the built page in Chromium: its start, compared with a plain Yew counter, and its speed in long sessions
    #[arg(long)]
    page: bool,
}

impl Bench {
    /// Prints the measurements.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        if self.page { measure_page(project) } else { measure_simulator(project) }
    }
}

fn measure_simulator(project: &Project) -> Outcome {
    need::require(project, Need::PACKAGE)?;
    check::bench(project)?;
    package::build(project)?;
    shell::run(project.command("node").arg("tests/package/bench.mjs"))
}

fn measure_page(project: &Project) -> Outcome {
    need::require(project, &[Need::SITE, &[Need::Chromium]].concat())?;
    site::build(project)?;
    let counter = site::build_counter(project)?;
    let mut command = project.command("node");
    command.arg("tests/browser/bench/run.mjs").args([project.path(site::DIST), counter]);
    shell::run(command.env("GRANT_PLAYGROUND_CHROME", CHROMIUM.find(project)?))
}
