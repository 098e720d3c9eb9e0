//! Tools that Cargo builds from source: Trunk and the wasm-bindgen CLI.

use crate::failure::Outcome;
use crate::need::install::Install;
use crate::project::Project;
use crate::shell;

/// The newest Trunk that the supported Rust version can build.
const TRUNK: &str = "0.21.14";

/// A crate with programs, in one version.
pub(super) struct CargoTool {
    name: &'static str,
    /// The version to install.
    version: String,
    /// The oldest minor version that is accepted. If it is `None`, only `version` is accepted.
    oldest: Option<(u32, u32)>,
    programs: &'static [&'static str],
    /// Other arguments of `cargo install`.
    arguments: &'static [&'static str],
    minutes: u8,
}

/// The settings for a fast build. The tools run only for seconds, so their speed matters less than their build time.
const FAST_BUILD: [(&str, &str); 3] =
    [("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"), ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")];

/// Trunk, which builds the site.
pub(super) fn trunk() -> CargoTool {
    CargoTool {
        name: "trunk",
        version: TRUNK.to_owned(),
        oldest: Some((0, 21)),
        programs: &["trunk"],
        // Trunk's updater is not needed, but Trunk does not compile without a TLS library.
        arguments: &["--locked", "--no-default-features", "--features", "rustls"],
        minutes: 4,
    }
}

/// The wasm-bindgen CLI. It must have the version of the crate.
pub(super) fn wasm_bindgen(project: &Project) -> Outcome<CargoTool> {
    Ok(CargoTool {
        name: "wasm-bindgen-cli",
        version: project.version_of("wasm-bindgen")?,
        oldest: None,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // The crate's lock file names yanked versions, so it is not used.
        arguments: &[],
        minutes: 2,
    })
}

impl CargoTool {
    /// The installation of the tool, unless all its programs are installed in an accepted version.
    pub(super) fn missing(&self, project: &Project) -> Option<Install> {
        let runs = |program: &&str| shell::read(project.command(program).arg("--version")).is_some_and(|text| self.accepts(&text));
        if self.programs.iter().all(runs) {
            return None;
        }
        let title = format!("{} {}", self.name, self.version);
        let crate_and_version = format!("{}@{}", self.name, self.version);
        if project.find("cargo-binstall").is_some() {
            let mut command = project.cargo(&["binstall", "--no-confirm", "--force", "--root"]);
            command.arg(project.tools()).arg(crate_and_version);
            return Some(Install::new(title, "into target/tools, with cargo-binstall", [command]));
        }
        let mut command = project.cargo(&["install", "--force", "--root"]);
        command.arg(project.tools()).arg(crate_and_version).args(self.arguments).envs(FAST_BUILD);
        let place = format!("into target/tools, built from source in about {} minutes", self.minutes);
        Some(Install::new(title, place, [command]))
    }

    /// Whether a program that prints `tool 1.2.3` or `tool 1.2.3 (abc)` has an accepted version.
    fn accepts(&self, printed: &str) -> bool {
        let Some(version) = printed.split_whitespace().nth(1) else { return false };
        match self.oldest {
            Some(oldest) => minor(version).is_some_and(|found| found >= oldest),
            None => version == self.version,
        }
    }
}

/// The first two numbers of `1.2.3`.
fn minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tool(version: &str, oldest: Option<(u32, u32)>) -> CargoTool {
        CargoTool { name: "tool", version: version.to_owned(), oldest, programs: &[], arguments: &[], minutes: 1 }
    }

    #[test]
    fn one_version_or_any_that_is_not_too_old() {
        let exact = tool("0.2.130", None);
        assert!(exact.accepts("wasm-bindgen 0.2.130 (d5a0ad7d7)"));
        assert!(!exact.accepts("wasm-bindgen 0.2.1300") && !exact.accepts("wasm-bindgen"));
        let range = tool("0.21.14", Some((0, 21)));
        for version in ["trunk 0.21.0", "trunk 0.22.1", "trunk 1.0.0-rc.1"] {
            assert!(range.accepts(version), "{version}");
        }
        assert!(!range.accepts("trunk 0.20.9") && !range.accepts("trunk next"));
    }
}
