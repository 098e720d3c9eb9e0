//! The static server of the finished site: esbuild's server, which the tests use too.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::shell;

/// A server of the site that only this machine can reach.
pub(crate) struct Server {
    child: Child,
    port: u16,
}

impl Server {
    /// Starts the server and waits until it accepts connections.
    pub(crate) fn start(project: &Project, folder: &Path, port: u16) -> Outcome<Self> {
        check_port(port)?;
        let mut command = project.command("esbuild");
        command
            .arg(format!("--servedir={}", project.show(folder)))
            .arg(format!("--serve={}:{port}", Ipv4Addr::LOCALHOST))
            .arg("--log-level=error")
            // esbuild ends when its input closes, so it ends with this program.
            .stdin(Stdio::piped());
        let child = command.spawn().map_err(|error| shell::not_started(&command, &error))?;
        let mut server = Self { child, port };
        server.wait_until_ready()?;
        Ok(server)
    }

    /// The address of the site.
    pub(crate) fn address(&self) -> String {
        format!("http://{}:{}/", Ipv4Addr::LOCALHOST, self.port)
    }

    /// Serves until the server ends, which it does on Ctrl-C.
    pub(crate) fn serve(mut self) -> Outcome {
        // `wait` closes the child's input, which would end it. So the input is kept until the child has ended.
        let input = self.child.stdin.take();
        let ended = self.child.wait();
        drop(input);
        match ended {
            Ok(status) if status.success() || status.code().is_none() => Ok(()),
            Ok(status) => Err(Failure::new(format!("the static server ended with {status}"))),
            Err(error) => Err(Failure::new(format!("could not wait for the static server: {error}"))),
        }
    }

    fn wait_until_ready(&mut self) -> Outcome {
        for _ in 0..200 {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(Failure::new(format!("the static server did not start: it ended with {status}")));
            }
            if TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port))).is_ok() {
                return Ok(());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new("the static server does not accept connections"))
    }
}

/// Fails if another program uses the port.
pub(crate) fn check_port(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .map_err(|error| Failure::new(format!("port {port} cannot be used ({error}): choose another one with `--port`")))
}

/// A port that no program uses at the moment.
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
    fn a_used_port_is_a_failure() -> std::io::Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let sentence = check_port(port).map_err(|failure| failure.to_string()).unwrap_err();
        assert!(sentence.starts_with(&format!("port {port} cannot be used (")), "{sentence}");
        assert!(sentence.ends_with("choose another one with `--port`"), "{sentence}");
        Ok(())
    }
}
