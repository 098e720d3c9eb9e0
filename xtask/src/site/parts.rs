//! The parts of the page that only some visitors need: each module in `www/parts` with a hyphen in its name, as the elements have, becomes
//! one file of the site with the modules and packages that it uses. It is loaded when the page first shows its element.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::files;
use crate::project::Project;
use crate::shell;
use crate::simulator_js::SimulatorJs;

/// The folder of the parts, below the project's.
const FOLDER: &str = "www/parts";

/// What the reader of Terraform replaces: its grammar comes with an editor, which the page does not need.
const WITHOUT_EDITOR: &str = "--alias:@codemirror/language=./www/parts/paste/no-editor.js";

/// The name by which the worker imports the generated module of the simulator.
const SIMULATOR: &str = "grant-playground-simulator";

/// Writes the parts, each under its own name, so that the program can name it.
pub(super) fn write_into(stage: &Path, simulator: &SimulatorJs) -> Outcome {
    let project = Project::here()?;
    let mut esbuild = project.command("esbuild");
    let is_part = |file: &PathBuf| {
        file.extension().is_some_and(|extension| extension == "js")
            && file.file_stem().is_some_and(|name| name.to_string_lossy().contains('-'))
    };
    esbuild.args(files::list(&project.path(FOLDER))?.into_iter().filter(is_part));
    esbuild
        .args(["--bundle", "--minify", "--format=esm", "--loader:.css=text", "--log-level=warning", WITHOUT_EDITOR])
        .arg(format!("--alias:{SIMULATOR}={}", simulator.module.display()))
        .arg(format!("--outdir={}", stage.display()));
    shell::run(&mut esbuild)
}
