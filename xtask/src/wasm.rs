//! From a library to a wasm module that JavaScript can import.

use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::project::{Project, WASM_TARGET};
use crate::shell;

/// A library of this workspace that becomes a module.
pub(crate) struct Library<'a> {
    /// The package it is in, as Cargo knows it.
    pub(crate) package: &'a str,
    /// More for Cargo: its features.
    pub(crate) arguments: &'a [&'a str],
    /// The name of the wasm file that Cargo makes, and of the module.
    pub(crate) module: &'a str,
}

impl Library<'_> {
    /// Writes `module.js` and, named in the answer, its wasm into the folder, not yet made small.
    pub(crate) fn compile(&self, project: &Project, folder: &Path) -> Outcome<PathBuf> {
        let mut cargo = project.cargo(&["rustc", "--package", self.package, "--lib", "--release"]);
        // Asked for here: a library that is a `cdylib` and an `rlib` at once gets no link-time optimization.
        shell::run(cargo.args(self.arguments).args(["--crate-type", "cdylib", "--target", WASM_TARGET]))?;
        let wasm = project.cargo_target()?.join(WASM_TARGET).join("release").join(format!("{}.wasm", self.module));
        let mut bindgen = project.command("wasm-bindgen");
        bindgen.args(["--target", "web", "--no-typescript", "--out-name", self.module, "--out-dir"]).arg(folder).arg(&wasm);
        shell::run(&mut bindgen)?;
        Ok(folder.join(format!("{}_bg.wasm", self.module)))
    }
}

/// Makes wasm small: from one file to another, which may be the same.
///
/// The features come from the module itself; `--all-features` makes modules that browsers refuse.
pub(crate) fn optimize(project: &Project, passes: &[&str], from: &Path, to: &Path) -> Outcome {
    shell::run(project.command("wasm-opt").args(passes).arg(from).arg("-o").arg(to))
}
