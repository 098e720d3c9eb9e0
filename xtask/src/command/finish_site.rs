//! `cargo xtask finish-site`, which Trunk calls and a person does not.

use clap::Args;

use crate::failure::Outcome;
use crate::site;

/// Finish the site that Trunk has just built: policy, size, compression
#[derive(Args)]
pub(crate) struct FinishSite {}

impl FinishSite {
    /// Finishes it in Trunk's staging folder.
    pub(crate) fn run(&self) -> Outcome {
        let Self {} = self;
        site::finish()
    }
}
