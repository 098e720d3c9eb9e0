//! What has to be on the machine before a command can work, and how it gets there.
//!
//! A command lists its needs. What is missing is announced, then installed; on the next run nothing is missing and
//! nothing is said. Tools go to `target/tools`, each install keeps its output in `target/tools/logs`.

mod apt;
mod cargo_tool;
mod chromium;
mod crates;
mod log;
mod node;
mod python;
mod rustup;

use std::collections::{BTreeMap, BTreeSet};

use crate::failure::{Failure, Outcome};
use crate::project::Project;
use crate::stopwatch::Stopwatch;

pub(crate) use chromium::find as find_chromium;
pub(crate) use python::interpreter as python_interpreter;

/// One thing that has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// rustfmt and clippy.
    RustComponents,
    /// The standard library for wasm32.
    WasmTarget,
    /// The crates that Cargo.lock names.
    Crates,
    /// Trunk, which builds the site.
    Trunk,
    /// The wasm-bindgen command line and its test runner, in Cargo.lock's version.
    WasmBindgen,
    /// Node itself, and the packages of package-lock.json.
    NodePackages,
    /// A Chromium or Chrome.
    Chromium,
    /// The packages of tests/botocore/requirements.txt in a virtual environment.
    PythonPackages,
}

/// Something that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Missing {
    /// What, with its version.
    what: String,
    /// Where it will be, and what that costs.
    place: String,
}

impl Missing {
    fn new(what: impl Into<String>, place: impl Into<String>) -> Self {
        Self { what: what.into(), place: place.into() }
    }
}

impl Need {
    /// What the site build stands on.
    pub(crate) const SITE: &[Self] = &[Self::WasmTarget, Self::Crates, Self::Trunk, Self::WasmBindgen, Self::NodePackages];

    /// What the package build stands on.
    pub(crate) const PACKAGE: &[Self] = &[Self::WasmTarget, Self::Crates, Self::WasmBindgen, Self::NodePackages];

    /// What the lints stand on.
    pub(crate) const LINT: &[Self] = &[Self::RustComponents, Self::WasmTarget, Self::Crates];

    /// What is missing of it; a failure is something that only a person can put right.
    fn missing(self, project: &Project) -> Outcome<Option<Missing>> {
        match self {
            Self::RustComponents => rustup::missing_components(project),
            Self::WasmTarget => rustup::missing_target(project),
            Self::Crates => Ok(crates::missing(project)),
            Self::Trunk => Ok(cargo_tool::trunk().missing(project)),
            Self::WasmBindgen => Ok(cargo_tool::wasm_bindgen(project)?.missing(project)),
            Self::NodePackages => node::missing(project),
            Self::Chromium => chromium::missing(project),
            Self::PythonPackages => python::missing(project),
        }
    }

    fn install(self, project: &Project) -> Outcome {
        match self {
            Self::RustComponents => rustup::add_components(project),
            Self::WasmTarget => rustup::add_target(project),
            Self::Crates => crates::fetch(project),
            Self::Trunk => cargo_tool::trunk().install(project),
            Self::WasmBindgen => cargo_tool::wasm_bindgen(project)?.install(project),
            Self::NodePackages => node::install(project),
            Self::Chromium => chromium::install(project),
            Self::PythonPackages => python::install(project),
        }
    }
}

/// Installs what is missing and gives, for each need that could not be met, the reason.
pub(crate) fn prepare(project: &Project, needs: &[Need]) -> BTreeMap<Need, Failure> {
    let Plan { missing, mut unmet } = plan(project, needs);
    announce(&missing);
    for (need, missing) in &missing {
        if let Err(failure) = install(project, *need, missing) {
            println!("not installed: {failure}");
            unmet.insert(*need, failure);
        }
    }
    unmet
}

/// Installs what is missing, or says the first reason why it cannot; nothing is begun that cannot be finished.
pub(crate) fn require(project: &Project, needs: &[Need]) -> Outcome {
    let Plan { missing, unmet } = plan(project, needs);
    if let Some(failure) = unmet.into_values().next() {
        return Err(failure);
    }
    announce(&missing);
    missing.iter().try_for_each(|(need, missing)| install(project, *need, missing))
}

/// What would have to be done for some needs.
struct Plan {
    /// What we can install.
    missing: BTreeMap<Need, Missing>,
    /// What we cannot.
    unmet: BTreeMap<Need, Failure>,
}

fn plan(project: &Project, needs: &[Need]) -> Plan {
    let mut plan = Plan { missing: BTreeMap::new(), unmet: BTreeMap::new() };
    for need in needs.iter().copied().collect::<BTreeSet<_>>() {
        match need.missing(project) {
            Ok(None) => {}
            Ok(Some(missing)) => {
                plan.missing.insert(need, missing);
            }
            Err(failure) => {
                plan.unmet.insert(need, failure);
            }
        }
    }
    plan
}

fn announce(missing: &BTreeMap<Need, Missing>) {
    if missing.is_empty() {
        return;
    }
    println!("to be installed first:");
    for missing in missing.values() {
        println!("  {:<44} {}", missing.what, missing.place);
    }
}

fn install(project: &Project, need: Need, missing: &Missing) -> Outcome {
    println!("installing {}", missing.what);
    let stopwatch = Stopwatch::start();
    need.install(project)?;
    println!("installed {} in {}", missing.what, stopwatch.elapsed());
    Ok(())
}
