//! The commands of an installation. Their output is written to a log, and a failure is one sentence.

use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;
use crate::shell;
use crate::stopwatch::Stopwatch;

/// The number of lines of a log that are shown if an installation fails.
const LAST_LINES: usize = 15;

/// The installation of something that is missing.
#[derive(Debug)]
pub(super) struct Install {
    /// Its name and version.
    what: String,
    /// Where it will be installed, and how.
    place: String,
    /// The commands, in order.
    commands: Vec<Command>,
    /// A file that is written at the end. It tells the next run what is installed.
    stamp: Option<(PathBuf, String)>,
}

impl Install {
    /// One or more commands.
    pub(super) fn new(what: impl Into<String>, place: impl Into<String>, commands: impl IntoIterator<Item = Command>) -> Self {
        Self { what: what.into(), place: place.into(), commands: commands.into_iter().collect(), stamp: None }
    }

    /// Adds a file that records what was installed.
    pub(super) fn stamped(self, path: PathBuf, text: String) -> Self {
        Self { stamp: Some((path, text)), ..self }
    }

    /// Runs the installation.
    pub(super) fn run(self, project: &Project) -> Outcome {
        let Self { what, commands, stamp, .. } = self;
        println!("installing {what}");
        let stopwatch = Stopwatch::start();
        let log = project.tools().join("logs").join(format!("{}.log", what.replace([' ', '/'], "-").to_lowercase()));
        for mut command in commands {
            if !shell::run_logged(&mut command, &log)? {
                let text = fs::read_to_string(&log).unwrap_or_default();
                let log = project.show(&log);
                eprintln!("the last lines of `{log}`:");
                let lines: Vec<_> = text.lines().collect();
                for line in lines.iter().skip(lines.len().saturating_sub(LAST_LINES)) {
                    eprintln!("  {line}");
                }
                return Err(Failure::new(format!("could not install {what}: see `{log}`")));
            }
        }
        if let Some((path, text)) = stamp {
            files::write(&path, text)?;
        }
        println!("installed {what} in {}", stopwatch.elapsed());
        Ok(())
    }
}

impl fmt::Display for Install {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:<44} {}", self.what, self.place)
    }
}
