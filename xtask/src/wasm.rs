//! From a library to a wasm module that JavaScript can import.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Outcome;
use crate::project::{Project, WASM_TARGET};
use crate::shell;

/// Compiles a library of this workspace, and writes `module.js` and, named in the answer, its wasm into the folder, not yet made small.
pub(crate) fn compile(project: &Project, package: &str, module: &str, folder: &Path) -> Outcome<PathBuf> {
    let mut cargo = project.cargo(&["rustc", "--package", package, "--lib", "--release"]);
    // Asked for here: a library that is a `cdylib` and an `rlib` at once gets no link-time optimization.
    shell::run(without_places(&mut cargo).args(["--crate-type", "cdylib", "--target", WASM_TARGET]))?;
    let library = format!("{}.wasm", package.replace('-', "_"));
    let wasm = project.cargo_target()?.join(WASM_TARGET).join("release").join(library);
    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", module, "--out-dir"]).arg(folder).arg(&wasm);
    shell::run(&mut bindgen)?;
    Ok(folder.join(format!("{module}_bg.wasm")))
}

/// What Cargo passes to the compiler for the wasm target alone.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Has a command that runs Cargo make wasm that does not say where on this machine the crates lie: what travels is the same
/// wherever it was built.
pub(crate) fn without_places(command: &mut Command) -> &mut Command {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let registries = home.and_then(|home| home.join("registry/src").read_dir().ok()).into_iter().flatten().flatten();
    let mut registries: Vec<_> = registries.filter_map(|registry| registry.path().to_str().map(str::to_owned)).collect();
    registries.sort();
    command.env(FLAGS, flags(env::var(FLAGS).unwrap_or_default(), &registries))
}

/// The flags that somebody set already, and those that leave the registries' folders out of paths.
fn flags(set: String, registries: &[String]) -> String {
    // A flag with a space in it cannot be passed this way; such a path stays.
    let registries = registries.iter().filter(|registry| !registry.contains(' '));
    let wanted = registries.map(|registry| format!("--remap-path-prefix={registry}/="));
    let wanted = wanted.filter(|flag| !set.contains(flag)).collect::<Vec<_>>();
    [set].into_iter().chain(wanted).filter(|flag| !flag.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Makes wasm small: from one file to another, which may be the same.
///
/// The features come from the module itself; `--all-features` makes modules that browsers refuse.
pub(crate) fn optimize(project: &Project, passes: &[&str], from: &Path, to: &Path) -> Outcome {
    shell::run(project.command("wasm-opt").args(passes).arg(from).arg("-o").arg(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registries_folders_are_left_out_of_paths() {
        let registries = ["/a/index-1".to_owned(), "/with space/index-2".to_owned(), "/b/index-3".to_owned()];
        let once = flags("-C opt-level=3".to_owned(), &registries);
        assert_eq!(once, "-C opt-level=3 --remap-path-prefix=/a/index-1/= --remap-path-prefix=/b/index-3/=");
        assert_eq!(flags(once.clone(), &registries), once, "a command that a command runs");
        assert_eq!(flags(String::new(), &[]), "");
    }
}
