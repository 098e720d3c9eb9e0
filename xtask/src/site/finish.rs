//! What Trunk leaves to us: the loader as a file, the policy checked, the size weighed.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::site::page::Page;
use crate::site::{first_view, loader, policy};

/// Where Trunk has put the site before it moves it to `dist/`.
const STAGE: &str = "TRUNK_STAGING_DIR";

/// Finishes the site that Trunk has just built. Trunk runs it as its hook, after hashed names are known.
pub(crate) fn finish() -> Outcome {
    let stage = env::var_os(STAGE).filter(|stage| !stage.is_empty()).map(PathBuf::from);
    let stage =
        stage.ok_or_else(|| Failure::new(format!("{STAGE} is not set: Trunk runs this command, `cargo xtask build` runs Trunk")))?;
    let index = stage.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| Failure::file("read", &index, &error))?;
    let page = Page::read(&html);
    policy::check(&page)?;
    if let Some(script) = page.inline_scripts.first() {
        let extracted = loader::extract(&html, script)?;
        let file = stage.join(&extracted.name);
        fs::write(&file, extracted.text).map_err(|error| Failure::file("write", &file, &error))?;
        fs::write(&index, extracted.html).map_err(|error| Failure::file("write", &index, &error))?;
    }
    first_view::weigh(&stage)
}
