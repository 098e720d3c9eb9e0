//! The paths of the checkout, its tools and its build output.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::shell;

/// The name of the page's package in Cargo.
pub(crate) const PACKAGE: &str = "grant-playground";

/// The compilation target of the page and of the package.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The checkout that a command works on.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The checkout that this program belongs to.
    pub(crate) fn here() -> Outcome<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        match manifest.parent() {
            Some(root) if root.join("Cargo.lock").is_file() => Ok(Self { root: root.to_owned() }),
            _ => Err(Failure::new("the checkout has no Cargo.lock: run `cargo xtask …` inside the project")),
        }
    }

    /// A path inside the checkout.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The text of a file inside the checkout.
    pub(crate) fn read(&self, inside: &str) -> Outcome<String> {
        files::read_text(&self.path(inside))
    }

    /// The folder of the installed tools: always `target/tools`, independent of Cargo's target folder.
    pub(crate) fn tools(&self) -> PathBuf {
        self.path("target/tools")
    }

    /// A command that runs in the checkout and prefers the tools of this project.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    /// `cargo` with these arguments.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }

    /// A program on the search path, from this project or from the machine.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.search_path()).map(|folder| folder.join(program)).find(|path| path.is_file())
    }

    /// Cargo's target folder, which `CARGO_TARGET_DIR` and Cargo's configuration can change.
    pub(crate) fn cargo_target(&self) -> Outcome<PathBuf> {
        shell::read(&mut self.cargo(&["metadata", "--no-deps", "--format-version", "1"]))
            .and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok())
            .and_then(|metadata| metadata.get("target_directory")?.as_str().map(PathBuf::from))
            .ok_or_else(|| Failure::new("`cargo metadata` does not say where the target folder is; is Cargo.toml broken?"))
    }

    /// The version of a crate that Cargo.lock names once.
    pub(crate) fn version_of(&self, name: &str) -> Outcome<String> {
        // `registry+https://…#name@1.2.3`
        shell::read(&mut self.cargo(&["pkgid", name]))
            .and_then(|id| id.rsplit_once('@').map(|(_, version)| version.to_owned()))
            .ok_or_else(|| Failure::new(format!("Cargo.lock does not name `{name}`")))
    }

    /// A path relative to the checkout, for messages.
    pub(crate) fn show<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }

    fn search_path(&self) -> OsString {
        let machine = env::var_os("PATH").unwrap_or_default();
        let ours = [self.tools().join("bin"), self.path("node_modules/.bin")];
        // A folder with a colon in its name cannot be on the path. Then only the machine's tools are found.
        env::join_paths(ours.into_iter().chain(env::split_paths(&machine))).unwrap_or(machine)
    }
}
