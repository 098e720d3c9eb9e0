//! An installer's run: its output goes to a log, its failure becomes one sentence.

use std::fs;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::shell;

/// What installers say when they cannot reach the network: Cargo, rustup, npm, pip and apt.
const NO_NETWORK: &[&str] = &[
    "could not resolve host",
    "couldn't resolve host",
    "temporary failure in name resolution",
    "temporary failure resolving",
    "failed to resolve address",
    "dns error",
    "getaddrinfo",
    "enotfound",
    "eai_again",
    "econnrefused",
    "enetunreach",
    "etimedout",
    "network is unreachable",
    "connection refused",
    "connection timed out",
    "could not connect to server",
    "failed to connect",
    "connecterror",
    "newconnectionerror",
    "spurious network error",
    "error sending request",
    "proxyerror",
    "cannot connect to proxy",
    "could not download file",
];

/// Runs an installer for `what`.
pub(super) fn install(project: &Project, what: &str, command: &mut Command) -> Outcome {
    let log = project.tools().join("logs").join(format!("{}.log", what.replace([' ', '/'], "-").to_lowercase()));
    if shell::run_logged(command, &log)? {
        return Ok(());
    }
    let text = fs::read_to_string(&log).unwrap_or_default();
    let log = project.show(&log);
    if lacks_network(&text) {
        return Err(Failure::new(format!(
            "could not download {what}, the network is out of reach: connect and run the same command again (log: `{log}`)"
        )));
    }
    eprintln!("the last lines of `{log}`:");
    for line in last_lines(&text, 15) {
        eprintln!("  {line}");
    }
    Err(Failure::new(format!("could not install {what}: the reason is in `{log}`")))
}

fn lacks_network(text: &str) -> bool {
    let text = text.to_lowercase();
    NO_NETWORK.iter().any(|sign| text.contains(sign))
}

fn last_lines(text: &str, count: usize) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().rev().take(count).collect();
    lines.reverse();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_missing_network() {
        for text in [
            "error: failed to download\n  [6] Could not resolve hostname (Could not resolve host: example.org)",
            "npm error code ENOTFOUND\nnpm error network request failed",
            "npm error code EAI_AGAIN",
            "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
            "Err:1 bookworm InRelease\n  Temporary failure resolving 'deb.example.org'",
            "error: could not download file from 'https://example.org/channel.toml'",
        ] {
            assert!(lacks_network(text), "{text}");
        }
        assert!(!lacks_network("error[E0308]: mismatched types"));
    }

    #[test]
    fn keeps_the_end() {
        assert_eq!(last_lines("a\nb\nc\n", 2), ["b", "c"]);
        assert_eq!(last_lines("", 2), Vec::<&str>::new());
    }
}
