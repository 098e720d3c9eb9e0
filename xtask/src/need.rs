//! What the machine must have before a command can run.
//!
//! A command lists its needs. If something is missing that the project can install, the command announces it and installs it. Tools are
//! installed in `target/tools`, and the output of each installation is written to `target/tools/logs`. For everything else, an error
//! says what is missing and how to get it.

mod apt;
mod browser;
mod cargo_tool;
mod install;
mod node;
mod python;
mod rustup;

use std::collections::BTreeMap;

use crate::failure::{Failure, Outcome};
use crate::project::Project;

use install::Install;

pub(crate) use browser::{CHROMIUM, FIREFOX};
pub(crate) use python::interpreter as python_interpreter;

/// Something that a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// rustfmt and clippy.
    RustComponents,
    /// The standard library for wasm32.
    WasmTarget,
    /// Trunk, which builds the site.
    Trunk,
    /// The wasm-bindgen CLI and its test runner, in the version in Cargo.lock.
    WasmBindgen,
    /// Node itself, and the packages of package-lock.json.
    NodePackages,
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// The packages of tests/botocore/requirements.txt in a virtual environment.
    PythonPackages,
}

impl Need {
    /// The needs of the site build.
    pub(crate) const SITE: &[Self] = &[Self::WasmTarget, Self::Trunk, Self::WasmBindgen, Self::NodePackages];

    /// The needs of the package build.
    pub(crate) const PACKAGE: &[Self] = &[Self::WasmTarget, Self::WasmBindgen, Self::NodePackages];

    /// The needs of the lints.
    pub(crate) const LINT: &[Self] = &[Self::RustComponents, Self::WasmTarget];

    /// The installation, unless it is already there. It is a failure if only the user can install it.
    fn missing(self, project: &Project) -> Outcome<Option<Install>> {
        match self {
            Self::RustComponents => rustup::components(project),
            Self::WasmTarget => rustup::target(project),
            Self::Trunk => Ok(cargo_tool::trunk().missing(project)),
            Self::WasmBindgen => Ok(cargo_tool::wasm_bindgen(project)?.missing(project)),
            Self::NodePackages => node::missing(project),
            Self::Chromium => CHROMIUM.missing(project),
            Self::Firefox => FIREFOX.missing(project),
            Self::PythonPackages => python::missing(project),
        }
    }
}

/// Installs what is missing. Returns the needs that are still missing, each with the reason.
pub(crate) fn prepare(project: &Project, needs: &[Need]) -> BTreeMap<Need, Failure> {
    let (installs, mut unmet) = plan(project, needs);
    for (need, install) in installs {
        if let Err(failure) = install.run(project) {
            println!("not installed: {failure}");
            unmet.insert(need, failure);
        }
    }
    unmet
}

/// Installs what is missing. If something cannot be installed, installs nothing and returns the first reason.
pub(crate) fn require(project: &Project, needs: &[Need]) -> Outcome {
    let (installs, unmet) = plan(project, needs);
    if let Some(failure) = unmet.into_values().next() {
        return Err(failure);
    }
    installs.into_values().try_for_each(|install| install.run(project))
}

/// Finds what can be installed, announces it, and finds what cannot be installed.
fn plan(project: &Project, needs: &[Need]) -> (BTreeMap<Need, Install>, BTreeMap<Need, Failure>) {
    let (mut installs, mut unmet) = (BTreeMap::new(), BTreeMap::new());
    for need in needs {
        match need.missing(project) {
            Ok(None) => {}
            Ok(Some(install)) => drop(installs.insert(*need, install)),
            Err(failure) => drop(unmet.insert(*need, failure)),
        }
    }
    if !installs.is_empty() {
        println!("to be installed first:");
        for install in installs.values() {
            println!("  {install}");
        }
    }
    (installs, unmet)
}
