//! Node and the npm packages of package-lock.json.

use crate::failure::{Failure, Outcome};
use crate::need::install::Install;
use crate::project::Project;
use crate::shell;

/// The oldest Node version that the packages support.
const OLDEST: u32 = 20;

/// A copy of the lock file that `node_modules` was installed from.
const STAMP: &str = "node_modules/.grant-playground-lock.json";

/// The installation of exactly the locked packages, unless they are installed. It runs no install scripts and does not download
/// Playwright's browsers.
pub(super) fn missing(project: &Project) -> Outcome<Option<Install>> {
    let version = shell::read(project.command("node").arg("--version")).unwrap_or_default();
    if major(&version).is_none_or(|major| major < OLDEST) || project.find("npm").is_none() {
        let found = if version.is_empty() { "is missing".to_owned() } else { format!("is {version}") };
        return Err(Failure::new(format!("`node` {found}: install Node {OLDEST} or later, which includes npm: https://nodejs.org")));
    }
    let lock = project.read("package-lock.json")?;
    if project.read(STAMP).is_ok_and(|stamp| stamp == lock) {
        return Ok(None);
    }
    let mut command = project.command("npm");
    command
        .args(["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--prefer-offline", "--fetch-retry-maxtimeout=10000"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Ok(Some(Install::new("the npm packages", "into node_modules", [command]).stamped(project.path(STAMP), lock)))
}

/// The first number of `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0-nightly"), Some(8));
        assert_eq!(major("20.1.1"), None);
        assert_eq!(major(""), None);
    }
}
