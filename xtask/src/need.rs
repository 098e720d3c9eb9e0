//! What has to be on the machine before a command can work.
//!
//! A command lists its needs. What the project can bring is announced, then installed; on the next run nothing is missing and nothing is
//! said. Tools go to `target/tools`, each install keeps its output in `target/tools/logs`. Everything else is a sentence that says
//! what is missing and how to get it.

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

/// One thing that has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// rustfmt and clippy.
    RustComponents,
    /// The standard library for wasm32.
    WasmTarget,
    /// Trunk, which builds the site.
    Trunk,
    /// The wasm-bindgen command line and its test runner, in Cargo.lock's version.
    WasmBindgen,
    /// Node itself, and the packages of package-lock.json.
    NodePackages,
    /// A Chromium or Chrome.
    Chromium,
    /// A Firefox.
    Firefox,
    /// The packages of tests/botocore/requirements.txt in a virtual environment.
    PythonPackages,
}

impl Need {
    /// What the site build stands on.
    pub(crate) const SITE: &[Self] = &[Self::WasmTarget, Self::Trunk, Self::WasmBindgen, Self::NodePackages];

    /// What the package build stands on.
    pub(crate) const PACKAGE: &[Self] = &[Self::WasmTarget, Self::WasmBindgen, Self::NodePackages];

    /// What the lints stand on.
    pub(crate) const LINT: &[Self] = &[Self::RustComponents, Self::WasmTarget];

    /// What brings it, unless it is there; a failure is something that only a person can put right.
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

/// Installs what is missing and gives, for each need that could not be met, the reason.
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

/// Installs what is missing, or says the first reason why it cannot; nothing is begun that cannot be finished.
pub(crate) fn require(project: &Project, needs: &[Need]) -> Outcome {
    let (installs, unmet) = plan(project, needs);
    if let Some(failure) = unmet.into_values().next() {
        return Err(failure);
    }
    installs.into_values().try_for_each(|install| install.run(project))
}

/// What can be installed, which is announced, and what cannot be.
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
