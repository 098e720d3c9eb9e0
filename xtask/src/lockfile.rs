//! Versions as Cargo.lock has them.

use crate::failure::{Failure, Outcome};
use crate::project::Project;

/// The version of a package that Cargo.lock names once.
pub(crate) fn version(project: &Project, package: &str) -> Outcome<String> {
    find(&project.read("Cargo.lock")?, package).ok_or_else(|| Failure::new(format!("Cargo.lock does not name `{package}`")))
}

fn find(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.129\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";

    #[test]
    fn reads_the_version_of_exactly_that_package() {
        assert_eq!(find(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(find(LOCK, "wasm-bindgen-macro").as_deref(), Some("0.2.129"));
        assert_eq!(find(LOCK, "wasm"), None);
        assert_eq!(find("", "wasm-bindgen"), None);
    }
}
