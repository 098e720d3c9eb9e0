//! Runs other programs and shows, reads or logs their output.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::stopwatch::Stopwatch;

/// Runs a program and shows its output. Fails if the program does not succeed.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let name = name(command);
    let status = command.stdin(Stdio::null()).status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{name}` ended with {status}"))) }
}

/// The output of a program, if it succeeds.
pub(crate) fn read(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program with its output in a log file, and prints its progress every ten seconds.
///
/// `Ok(false)` means that the program ran and failed. The log contains the reason.
pub(crate) fn run_logged(command: &mut Command, log: &Path) -> Outcome<bool> {
    let kept = |error: &std::io::Error| Failure::file("write", log, error);
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(|error| kept(&error))?;
    }
    let file = File::create(log).map_err(|error| kept(&error))?;
    let copy = file.try_clone().map_err(|error| kept(&error))?;
    let mut child = command.stdin(Stdio::null()).stdout(file).stderr(copy).spawn().map_err(|error| not_started(command, &error))?;
    let stopwatch = Stopwatch::start();
    let mut said = 0;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) => thread::sleep(Duration::from_millis(100)),
            Err(error) => {
                return Err(Failure::new(format!("could not wait for `{}`: {error}", name(command))));
            }
        }
        let elapsed = stopwatch.elapsed();
        if elapsed.0.as_secs() / 10 > said {
            said = elapsed.0.as_secs() / 10;
            let text = fs::read_to_string(log).unwrap_or_default();
            println!("  {elapsed}: {}", text.lines().last().unwrap_or_default().trim());
        }
    }
}

/// The failure of a program that did not start.
pub(crate) fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().display();
    if error.kind() == ErrorKind::NotFound {
        Failure::new(format!("`{program}` is not on PATH"))
    } else {
        Failure::new(format!("could not start `{program}`: {error}"))
    }
}

/// The program and its first arguments, for messages.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_else(|| command.get_program());
    let arguments = command.get_args().take(2).map(|argument| argument.display().to_string());
    std::iter::once(program.display().to_string()).chain(arguments).collect::<Vec<_>>().join(" ")
}
