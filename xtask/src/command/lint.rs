//! `cargo xtask lint`

use clap::Args;

use crate::check;
use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::project::Project;

/// Run clippy for this machine and for wasm32; warnings are errors
#[derive(Args)]
pub(crate) struct Lint {}

impl Lint {
    /// Runs both, the second only if the first succeeds.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        let Self {} = self;
        need::require(project, Need::LINT)?;
        check::clippy_host(project)?;
        check::clippy_wasm(project)
    }
}
