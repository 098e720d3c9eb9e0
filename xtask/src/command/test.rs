//! `cargo xtask test`: what contributors and continuous integration run.

use clap::Args;

use crate::check::{self, Part};
use crate::failure::Outcome;
use crate::project::Project;

/// Install what is missing and run every check, or only some parts
#[derive(Args)]
pub(crate) struct Test {
    /// The parts to run, with what they stand on; all of them when none is named
    parts: Vec<Part>,
}

impl Test {
    /// Runs them all, whatever became of the first ones, and fails if one failed.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        check::run(project, &self.parts)
    }
}
