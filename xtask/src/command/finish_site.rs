//! `cargo xtask finish-site`: a hidden command that only Trunk runs.

use clap::Args;

use crate::failure::Outcome;
use crate::site;

/// Finish the site that Trunk has built: check its policy and size, compress its files
#[derive(Args)]
pub(crate) struct FinishSite {}

impl FinishSite {
    /// Finishes the site in Trunk's staging folder.
    pub(crate) fn run(&self) -> Outcome {
        let Self {} = self;
        site::finish()
    }
}
