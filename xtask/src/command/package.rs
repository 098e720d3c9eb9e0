//! `cargo xtask package`

use clap::Args;

use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::package;
use crate::project::Project;

/// Build the JavaScript package into target/package/
#[derive(Args)]
pub(crate) struct Package {}

impl Package {
    /// Builds the package and prints its sizes.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        let Self {} = self;
        need::require(project, Need::PACKAGE)?;
        package::build(project)
    }
}
