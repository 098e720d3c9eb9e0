//! `cargo xtask fmt`

use clap::Args;

use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::project::Project;
use crate::shell;

/// Format the Rust code
#[derive(Args)]
pub(crate) struct Fmt {}

impl Fmt {
    /// Formats the files.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        let Self {} = self;
        need::require(project, &[Need::RustComponents])?;
        shell::run(&mut project.cargo(&["fmt", "--all"]))
    }
}
