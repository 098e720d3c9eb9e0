//! A Chromium for the browser tests: the one that is there, or Debian's.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::need::{Missing, apt};
use crate::project::Project;

/// The variable that names a browser, for machines where it is elsewhere.
const VARIABLE: &str = "CHROME_PATH";

/// Names under which distributions and Google install it.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where macOS keeps it.
const APPLICATIONS: &[&str] =
    &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/// The browser to test with.
pub(crate) fn find(project: &Project) -> Outcome<Option<PathBuf>> {
    if let Some(path) = env::var_os(VARIABLE).map(PathBuf::from) {
        let wrong = || Failure::new(format!("{VARIABLE} names `{}`, which is not a file", path.display()));
        return if path.is_file() { Ok(Some(path)) } else { Err(wrong()) };
    }
    let on_path = NAMES.iter().find_map(|name| project.find(name));
    Ok(on_path.or_else(|| APPLICATIONS.iter().map(Path::new).find(|path| path.is_file()).map(Path::to_owned)))
}

/// Debian's chromium, unless a browser is there.
pub(super) fn missing(project: &Project) -> Outcome<Option<Missing>> {
    if find(project)?.is_some() {
        return Ok(None);
    }
    if apt::is_ours(project) {
        return Ok(Some(Missing::new("Chromium", "into the system, by apt-get")));
    }
    Err(Failure::new(format!(
        "no Chromium or Chrome found for the browser tests: install one (Debian: `apt-get install chromium`), or name it in {VARIABLE}"
    )))
}

/// Installs Debian's chromium.
pub(super) fn install(project: &Project) -> Outcome {
    apt::install(project, "chromium")
}
