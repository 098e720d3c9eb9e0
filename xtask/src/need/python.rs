//! botocore, boto3 and the AWS CLI for the client tests, in a virtual environment of this project.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::need::apt;
use crate::need::install::Install;
use crate::project::Project;
use crate::shell;

/// The pinned packages.
const REQUIREMENTS: &str = "tests/botocore/requirements.txt";

/// The environment's Python.
pub(crate) fn interpreter(project: &Project) -> PathBuf {
    project.tools().join("python/bin/python")
}

/// The installation of the packages in a new environment, unless it was created from the same requirements.
pub(super) fn missing(project: &Project) -> Outcome<Option<Install>> {
    let requirements = project.read(REQUIREMENTS)?;
    let environment = project.tools().join("python");
    let stamp = environment.join("requirements.txt");
    let is_made = files::read_text(&stamp).is_ok_and(|made_from| made_from == requirements);
    if is_made && shell::read(project.command(interpreter(project)).arg("--version")).is_some() {
        return Ok(None);
    }
    let mut commands = Vec::new();
    // On Debian, `venv` has no `ensurepip` without the package python3-venv.
    let question = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))";
    if shell::read(project.command("python3").args(["-c", question])).is_none() {
        let advice = "no Python 3.10 or later that can create virtual environments: install one (Debian: `apt-get install python3-venv`)";
        commands.push(apt::install(project, "python3-venv").ok_or_else(|| Failure::new(advice))?);
    }
    let mut make = project.command("python3");
    make.args(["-m", "venv", "--clear"]).arg(&environment);
    let mut pip = project.command(interpreter(project));
    pip.args(["-m", "pip", "install", "--disable-pip-version-check", "--requirement", REQUIREMENTS]);
    commands.extend([make, pip]);
    Ok(Some(Install::new("the Python packages", "into target/tools/python", commands).stamped(stamp, requirements)))
}
