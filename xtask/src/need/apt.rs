//! Debian packages, where we may install them: as root, on Debian or one of its children.

use std::path::Path;
use std::process::Command;

use crate::project::Project;
use crate::shell;

/// What installs a Debian package, if that is ours to do.
pub(super) fn install(project: &Project, package: &str) -> Option<Command> {
    let is_ours = Path::new("/etc/debian_version").exists()
        && project.find("apt-get").is_some()
        && shell::read(project.command("id").arg("-u")).as_deref() == Some("0");
    is_ours.then(|| {
        let mut command = project.command("sh");
        let script = format!("apt-get update && apt-get install --yes --no-install-recommends {package}");
        command.args(["-c", &script]).env("DEBIAN_FRONTEND", "noninteractive");
        command
    })
}
