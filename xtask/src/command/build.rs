//! `cargo xtask build`

use clap::Args;

use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::project::Project;
use crate::site;

/// Build the release site into dist/, ready to be hosted under any path
#[derive(Args)]
pub(crate) struct Build {}

impl Build {
    /// Builds the site and checks its size.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        let Self {} = self;
        need::require(project, Need::SITE)?;
        site::build(project)
    }
}
