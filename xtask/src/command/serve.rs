//! `cargo xtask serve`

use clap::Args;
use std::env;
use std::process::{Command, Stdio};

use crate::failure::Outcome;
use crate::need::{self, Need};
use crate::project::Project;
use crate::site::{self, Server, check_port};

/// Install missing tools, build the release site and serve it on this machine
#[derive(Args)]
pub(crate) struct Serve {
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the default browser
    #[arg(long)]
    open: bool,
}

impl Serve {
    /// Serves until Ctrl-C.
    pub(crate) fn run(&self, project: &Project) -> Outcome {
        check_port(self.port)?;
        need::require(project, Need::SITE)?;
        site::build(project)?;
        let server = Server::start(project, &project.path(site::DIST), self.port)?;
        let address = server.address();
        println!("\nGrant Playground is running at {address} (press Ctrl-C to stop it)");
        if self.open {
            open(&address);
        }
        server.serve()
    }
}

/// Opens the address in a browser. Without a desktop, tells the person to do it.
fn open(address: &str) {
    let is_mac = cfg!(target_os = "macos");
    let has_desktop = is_mac || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some());
    let mut opener = Command::new(if is_mac { "open" } else { "xdg-open" });
    opener.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if !has_desktop || opener.spawn().is_err() {
        println!("no desktop found: open the address in a browser");
    }
}
