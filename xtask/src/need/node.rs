//! Node, and the npm packages of package-lock.json.

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::need::{Missing, log};
use crate::project::Project;
use crate::shell;

/// The oldest Node that the packages run on.
const OLDEST: u32 = 20;

/// A copy of the lock file that `node_modules` was made from.
const STAMP: &str = "node_modules/.grant-playground-lock.json";

/// The packages, unless they are those of package-lock.json.
pub(super) fn missing(project: &Project) -> Outcome<Option<Missing>> {
    let advice = format!("install Node {OLDEST} or newer, npm comes with it: https://nodejs.org");
    let version =
        shell::read(project.command("node").arg("--version")).ok_or_else(|| Failure::new(format!("`node` is not on PATH: {advice}")))?;
    if major(&version).is_none_or(|major| major < OLDEST) {
        return Err(Failure::new(format!("`node` is {version}, which is too old: {advice}")));
    }
    let lock = project.read("package-lock.json")?;
    if project.read(STAMP).is_ok_and(|stamp| stamp == lock) {
        return Ok(None);
    }
    if project.find("npm").is_none() {
        return Err(Failure::new(format!("`npm` is not on PATH: {advice}")));
    }
    Ok(Some(Missing::new("the npm packages of package-lock.json", "into node_modules")))
}

/// Installs them exactly as locked, without the packages' own install scripts and without Playwright's browsers.
pub(super) fn install(project: &Project) -> Outcome {
    let mut command = project.command("npm");
    command
        .args(["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--prefer-offline", "--fetch-retry-maxtimeout=10000"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    log::install(project, "the npm packages", &mut command)?;
    files::write(&project.path(STAMP), project.read("package-lock.json")?)
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
