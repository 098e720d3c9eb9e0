//! Debian packages, where we may install them: as root, on Debian or one of its children.

use std::path::Path;

use crate::failure::Outcome;
use crate::need::log;
use crate::project::Project;
use crate::shell;

/// Whether `apt-get install` would be ours to run.
pub(super) fn is_ours(project: &Project) -> bool {
    Path::new("/etc/debian_version").exists()
        && project.find("apt-get").is_some()
        && shell::read(project.command("id").arg("-u")).as_deref() == Some("0")
}

/// Installs one Debian package.
pub(super) fn install(project: &Project, package: &str) -> Outcome {
    let script = format!("apt-get update && apt-get install --yes --no-install-recommends {package}");
    let mut command = project.command("sh");
    command.args(["-c", &script]).env("DEBIAN_FRONTEND", "noninteractive");
    log::install(project, &format!("the Debian package {package}"), &mut command)
}
