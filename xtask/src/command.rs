//! The commands. Each one has its own file.

mod bench;
mod build;
mod finish_site;
mod fmt;
mod fuzz;
mod lint;
mod package;
mod screenshots;
mod serve;
mod test;

use clap::Subcommand;

use crate::failure::Outcome;
use crate::project::Project;

/// The commands.
#[derive(Subcommand)]
pub(crate) enum Command {
    Serve(serve::Serve),
    Test(test::Test),
    Build(build::Build),
    Package(package::Package),
    Bench(bench::Bench),
    Fuzz(fuzz::Fuzz),
    Screenshots(screenshots::Screenshots),
    Fmt(fmt::Fmt),
    Lint(lint::Lint),
    #[command(hide = true)]
    FinishSite(finish_site::FinishSite),
}

impl Command {
    /// Runs the command.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        match self {
            Self::Serve(serve) => serve.run(project),
            Self::Test(test) => test.run(project),
            Self::Build(build) => build.run(project),
            Self::Package(package) => package.run(project),
            Self::Bench(bench) => bench.run(project),
            Self::Fuzz(fuzz) => fuzz.run(project),
            Self::Screenshots(screenshots) => screenshots.run(project),
            Self::Fmt(fmt) => fmt.run(project),
            Self::Lint(lint) => lint.run(project),
            Self::FinishSite(finish_site) => finish_site.run(),
        }
    }
}
