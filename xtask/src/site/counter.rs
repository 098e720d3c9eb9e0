//! The plain Yew counter that the benchmark measures beside the page. It is no member of the workspace, so that nothing else builds it.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;
use crate::shell;
use crate::site::{compressed, trunk};

/// Where its source is.
const SOURCE: &str = "tests/browser/bench/counter";

/// Builds a copy of it, with the page's versions and the page's profile, and gives the folder of its site.
pub(crate) fn build(project: &Project) -> Outcome<PathBuf> {
    let folder = project.path("target/counter");
    files::make_empty(&folder)?;
    files::copy_all(&project.path(SOURCE), &folder)?;
    files::write(&folder.join("Cargo.lock"), project.read("Cargo.lock")?)?;
    let manifest = project.read("Cargo.toml")?;
    let mut tables = manifest.split("\n\n");
    let profile = tables
        .find(|table| table.starts_with("[profile.release]"))
        .ok_or_else(|| Failure::new("Cargo.toml has no table `[profile.release]` with an empty line before it"))?;
    let own = files::read_text(&folder.join("Cargo.toml"))?;
    files::write(&folder.join("Cargo.toml"), format!("{own}\n{profile}\n"))?;
    shell::run(trunk(project).current_dir(&folder).env("CARGO_TARGET_DIR", project.cargo_target()?))?;
    let site = folder.join("dist");
    compressed::write_beside(&site)?;
    Ok(site)
}
