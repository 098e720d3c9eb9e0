//! Debian packages. They are installed only as root, on Debian or a derived distribution.

use std::path::Path;
use std::process::Command;

use crate::project::Project;
use crate::shell;

/// The command that installs a Debian package, if this program can run it.
pub(super) fn install(project: &Project, package: &str) -> Option<Command> {
    let is_available = Path::new("/etc/debian_version").exists()
        && project.find("apt-get").is_some()
        && shell::read(project.command("id").arg("-u")).as_deref() == Some("0");
    is_available.then(|| {
        let mut command = project.command("sh");
        let script = format!("apt-get update && apt-get install --yes --no-install-recommends {package}");
        command.args(["-c", &script]).env("DEBIAN_FRONTEND", "noninteractive");
        command
    })
}
