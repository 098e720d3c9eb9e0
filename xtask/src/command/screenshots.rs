//! `cargo xtask screenshots`

use clap::Args;

use crate::check;
use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::project::Project;
use crate::site;

/// Take pictures of every view, in all sizes and themes, into target/screenshots/
#[derive(Args)]
pub(crate) struct Screenshots {}

impl Screenshots {
    /// Builds the site and takes them.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        let Self {} = self;
        need::require(project, &[Need::SITE, &[Need::Chromium]].concat())?;
        site::build(project)?;
        check::playwright(project, "screenshots.config.mjs")
    }
}
