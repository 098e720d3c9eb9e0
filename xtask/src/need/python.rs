//! botocore for the real-client tests, in a virtual environment of the project's own.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::need::{Missing, apt, log};
use crate::project::Project;
use crate::shell;

/// The pinned packages.
const REQUIREMENTS: &str = "tests/botocore/requirements.txt";

/// The environment's Python.
pub(crate) fn interpreter(project: &Project) -> PathBuf {
    project.tools().join("python/bin/python")
}

/// The packages, unless the environment was made from the same requirements.
pub(super) fn missing(project: &Project) -> Outcome<Option<Missing>> {
    let requirements = project.read(REQUIREMENTS)?;
    let made_from = files::read_text(&stamp(project)).unwrap_or_default();
    if made_from == requirements && shell::read(project.command(interpreter(project)).arg("--version")).is_some() {
        return Ok(None);
    }
    let place = if makes_environments(project) {
        "into target/tools/python"
    } else if apt::is_ours(project) {
        "into target/tools/python, after python3-venv by apt-get"
    } else {
        return Err(Failure::new(
            "no Python 3 that can make virtual environments: install Python 3.9 or newer (Debian: `apt-get install python3-venv`)",
        ));
    };
    Ok(Some(Missing::new(format!("the packages of {REQUIREMENTS}"), place)))
}

/// Makes the environment anew.
pub(super) fn install(project: &Project) -> Outcome {
    if !makes_environments(project) {
        apt::install(project, "python3-venv")?;
    }
    let environment = project.tools().join("python");
    let mut make = project.command("python3");
    log::install(project, "the Python environment", make.args(["-m", "venv", "--clear"]).arg(&environment))?;
    let mut pip = project.command(interpreter(project));
    pip.args(["-m", "pip", "install", "--disable-pip-version-check", "--requirement", REQUIREMENTS]);
    log::install(project, "the Python packages", &mut pip)?;
    files::write(&stamp(project), project.read(REQUIREMENTS)?)
}

/// Debian ships `venv` without `ensurepip` until python3-venv is there.
fn makes_environments(project: &Project) -> bool {
    let question = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 9))";
    shell::read(project.command("python3").args(["-c", question])).is_some()
}

fn stamp(project: &Project) -> PathBuf {
    project.tools().join("python/requirements.txt")
}
