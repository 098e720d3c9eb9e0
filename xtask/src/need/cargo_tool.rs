//! Tools that Cargo builds from source: Trunk and the wasm-bindgen command line.

use crate::failure::Outcome;
use crate::lockfile;
use crate::need::{Missing, log};
use crate::project::Project;
use crate::shell;

/// The newest Trunk that this Rust builds.
const TRUNK: &str = "0.21.14";

/// One crate with programs in it, at one version.
pub(super) struct CargoTool {
    name: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// Whether the crate's own lock file is used.
    locking: Locking,
    /// What of its features is built.
    features: &'static [&'static str],
    minutes: u8,
}

/// How tools are built: they run for seconds, so a quick build is worth more than a quick program.
const QUICKLY: [(&str, &str); 3] =
    [("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"), ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Locking {
    /// Build with the versions its author tested.
    Locked,
    /// Its lock file names versions that were withdrawn, so let Cargo choose.
    Free,
}

/// Trunk, which builds the site.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        name: "trunk",
        version: TRUNK.to_owned(),
        programs: &["trunk"],
        locking: Locking::Locked,
        // Without its own updater; a TLS library it has to have.
        features: &["--no-default-features", "--features", "rustls"],
        minutes: 4,
    }
}

/// The wasm-bindgen command line; its version has to be the crate's.
pub(super) fn wasm_bindgen(project: &Project) -> Outcome<CargoTool> {
    let version = lockfile::version(project, "wasm-bindgen")?;
    Ok(CargoTool {
        name: "wasm-bindgen-cli",
        version,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        locking: Locking::Free,
        features: &[],
        minutes: 2,
    })
}

impl CargoTool {
    /// The tool, unless all its programs are found in exactly this version, ours or the machine's.
    pub(super) fn missing(&self, project: &Project) -> Option<Missing> {
        let there = self
            .programs
            .iter()
            .all(|program| shell::read(project.command(program).arg("--version")).is_some_and(|text| prints_version(&text, &self.version)));
        (!there).then(|| {
            let place = format!("into target/tools, built from source in about {} minutes, once", self.minutes);
            Missing::new(self.title(), place)
        })
    }

    /// Builds it into `target/tools`.
    pub(super) fn install(&self, project: &Project) -> Outcome {
        let mut command = project.cargo(&["install", "--force", "--root"]);
        command.arg(project.tools()).arg(format!("{}@{}", self.name, self.version)).args(self.features).envs(QUICKLY);
        if self.locking == Locking::Locked {
            command.arg("--locked");
        }
        log::install(project, &self.title(), &mut command)
    }

    fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// Whether `tool 1.2.3` or `tool 1.2.3 (abc)` names this version.
fn prints_version(text: &str, version: &str) -> bool {
    text.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_whole_versions() {
        assert!(prints_version("trunk 0.21.14", "0.21.14"));
        assert!(prints_version("wasm-bindgen 0.2.130 (d5a0ad7d7)", "0.2.130"));
        assert!(!prints_version("trunk 0.21.140", "0.21.14"));
        assert!(!prints_version("trunk", "0.21.14"));
    }
}
