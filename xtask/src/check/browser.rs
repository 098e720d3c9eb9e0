//! Tests of the finished site in real browsers.

use crate::failure::Outcome;
use crate::need::{CHROMIUM, FIREFOX};
use crate::project::Project;
use crate::shell;
use crate::site::free_port;

/// Tests the site in Chromium with Playwright.
pub(super) fn chromium(project: &Project) -> Outcome {
    playwright(project, "playwright.config.mjs")
}

/// Runs Playwright in Chromium with a configuration, which starts the servers on the given ports.
pub(crate) fn playwright(project: &Project, configuration: &str) -> Outcome {
    let mut command = project.command("playwright");
    command
        .args(["test", "--config", &format!("tests/browser/{configuration}")])
        .env("GRANT_PLAYGROUND_CHROME", CHROMIUM.find(project)?)
        .env("GRANT_PLAYGROUND_SITE_PORT", free_port()?.to_string())
        .env("GRANT_PLAYGROUND_PACKAGE_PORT", free_port()?.to_string());
    shell::run(&mut command)
}

/// Tests the site in Firefox with Puppeteer.
pub(super) fn firefox(project: &Project) -> Outcome {
    let mut command = project.command("node");
    command.args(["--test", "--test-reporter=spec", "tests/browser/firefox.test.mjs"]);
    shell::run(command.env("GRANT_PLAYGROUND_FIREFOX", FIREFOX.find(project)?))
}
