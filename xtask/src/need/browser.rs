//! The browsers of the tests: installed ones, or Debian's packages.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::need::apt;
use crate::need::install::Install;
use crate::project::Project;

/// A browser, and where to look for it.
pub(crate) struct Browser {
    name: &'static str,
    /// The environment variable with the path of its program, for machines where it is elsewhere.
    variable: &'static str,
    /// The names of its program on the search path.
    programs: &'static [&'static str],
    /// Its path on macOS.
    applications: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
}

/// Chromium or Chrome.
pub(crate) const CHROMIUM: Browser = Browser {
    name: "Chromium or Chrome",
    variable: "CHROME_PATH",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    applications: &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
    package: "chromium",
};

/// Firefox.
pub(crate) const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX_PATH",
    programs: &["firefox-esr", "firefox"],
    applications: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
};

impl Browser {
    /// Its program.
    pub(crate) fn find(&self, project: &Project) -> Outcome<PathBuf> {
        let Self { name, variable, programs, applications, package } = self;
        if let Some(path) = env::var_os(variable).map(PathBuf::from) {
            let wrong = || Failure::new(format!("{variable} names `{}`, which is not a file", path.display()));
            return if path.is_file() { Ok(path) } else { Err(wrong()) };
        }
        let on_path = programs.iter().find_map(|program| project.find(program));
        let found = on_path.or_else(|| applications.iter().map(Path::new).find(|path| path.is_file()).map(Path::to_owned));
        found.ok_or_else(|| {
            Failure::new(format!(
                "{name} is missing, which the browser tests need: install it (Debian: `apt-get install {package}`), or name its program in {variable}"
            ))
        })
    }

    /// The installation of Debian's package, unless the browser is installed.
    pub(super) fn missing(&self, project: &Project) -> Outcome<Option<Install>> {
        let Err(failure) = self.find(project) else { return Ok(None) };
        match apt::install(project, self.package) {
            Some(command) if env::var_os(self.variable).is_none() => {
                Ok(Some(Install::new(self.package, "into the system, by apt-get", [command])))
            }
            _ => Err(failure),
        }
    }
}
