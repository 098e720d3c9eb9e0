//! A static server for the finished site: esbuild's, which the tests use too.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::shell;

/// The site on a port of this machine, for this machine only.
pub(crate) struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts it and waits until it answers.
    pub(crate) fn start(project: &Project, folder: &Path, port: u16) -> Outcome<Self> {
        check_port(port)?;
        let mut command = project.command("esbuild");
        command
            .arg(format!("--servedir={}", project.show(folder)))
            .arg(format!("--serve={}:{port}", Ipv4Addr::LOCALHOST))
            .arg("--log-level=error")
            // It ends when its input closes, so it cannot outlive this program.
            .stdin(Stdio::piped());
        let child = command.spawn().map_err(|error| shell::not_started(&command, &error))?;
        let mut server = Self { child, port };
        server.wait_until_it_answers()?;
        Ok(server)
    }

    /// Its address, for a person.
    pub(crate) fn address(&self) -> String {
        format!("http://{}:{}/", Ipv4Addr::LOCALHOST, self.port)
    }

    /// Serves until the server ends, which it does on Ctrl-C.
    pub(crate) fn serve(mut self) -> Outcome {
        // Waiting closes the child's input, and that would end it: hold the input until it has ended.
        let input = self.child.stdin.take();
        let ended = self.child.wait();
        drop(input);
        match ended {
            Ok(status) if status.success() || status.code().is_none() => Ok(()),
            Ok(status) => Err(Failure::new(format!("the static server ended with {status}"))),
            Err(error) => Err(Failure::new(format!("lost sight of the static server: {error}"))),
        }
    }

    fn wait_until_it_answers(&mut self) -> Outcome {
        for _ in 0..200 {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(Failure::new(format!("the static server did not start, it ended with {status}")));
            }
            if TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))).is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new("the static server does not answer"))
    }
}

/// Refuses a port that another program has.
pub(crate) fn check_port(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|error| Failure::new(format!("port {port} cannot be used ({error}): name another one with `--port`")))
}

/// A port that no program has right now.
pub(crate) fn free_port() -> Outcome<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Failure::new(format!("no free port on {}: {error}", Ipv4Addr::LOCALHOST)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_named() -> std::io::Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let sentence = check_port(port).map_err(|failure| failure.to_string()).unwrap_err();
        assert!(sentence.starts_with(&format!("port {port} cannot be used (")), "{sentence}");
        assert!(sentence.ends_with("name another one with `--port`"), "{sentence}");
        Ok(())
    }
}
