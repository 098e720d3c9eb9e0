//! `cargo xtask test`: what contributors and continuous integration run.

use clap::Args;

use crate::check::{self, Part};
use crate::failure::Outcome;
use crate::project::Project;

/// Install missing tools and run all checks, or only some parts
#[derive(Args)]
pub(crate) struct Test {
    /// The parts to run, together with the steps that they need; the default is all parts
    parts: Vec<Part>,
}

impl Test {
    /// Runs all steps, even after a failure, and fails if one of them failed.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        check::run(project, &self.parts)
    }
}
