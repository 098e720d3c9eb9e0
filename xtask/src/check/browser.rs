//! Playwright drives a real Chromium over the finished site.

use crate::failure::Outcome;
use crate::need::CHROMIUM;
use crate::project::Project;
use crate::shell;
use crate::site::free_port;

/// Runs the browser tests; their configuration starts the servers on the ports it is given.
pub(super) fn test(project: &Project) -> Outcome {
    let mut command = project.command("playwright");
    command
        .args(["test", "--config", "tests/browser/playwright.config.mjs"])
        .env("GRANT_PLAYGROUND_CHROME", CHROMIUM.find(project)?)
        .env("GRANT_PLAYGROUND_SITE_PORT", free_port()?.to_string())
        .env("GRANT_PLAYGROUND_PACKAGE_PORT", free_port()?.to_string());
    shell::run(&mut command)
}
