//! Playwright drives a real Chromium over the finished site.

use crate::failure::{Failure, Outcome};
use crate::need;
use crate::project::Project;
use crate::shell;
use crate::site::free_port;

/// Runs the browser tests; their configuration starts the servers on the ports it is given.
pub(super) fn test(project: &Project) -> Outcome {
    let chromium = need::find_chromium(project)?.ok_or_else(|| Failure::new("no Chromium or Chrome found"))?;
    let mut command = project.command("playwright");
    command
        .args(["test", "--config", "tests/browser/playwright.config.mjs"])
        .env("GRANT_PLAYGROUND_CHROME", chromium)
        .env("GRANT_PLAYGROUND_SITE_PORT", free_port()?.to_string())
        .env("GRANT_PLAYGROUND_PACKAGE_PORT", free_port()?.to_string());
    shell::run(&mut command)
}
