//! What Trunk leaves to us: the policy checked, the program split and packed, the size weighed.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;
use crate::site::page::Page;
use crate::site::program::Trunks;
use crate::site::{first_view, policy};

/// Where Trunk has put the site before it moves it to `dist/`.
const STAGE: &str = "TRUNK_STAGING_DIR";

/// Finishes the site that Trunk has just built. Trunk runs it as its hook, after hashed names are known.
pub(crate) fn finish(project: &Project) -> Outcome {
    let stage = env::var_os(STAGE).filter(|stage| !stage.is_empty()).map(PathBuf::from);
    let stage =
        stage.ok_or_else(|| Failure::new(format!("{STAGE} is not set: Trunk runs this command, `cargo xtask build` runs Trunk")))?;
    let index = stage.join("index.html");
    let html = files::read_text(&index)?;
    let page = Page::read(&html);
    policy::check(&page)?;
    let trunks = Trunks::find(&page)?;
    let shipped = trunks.ship(project, &stage)?;
    files::write(&index, trunks.replace(&html, &page, &shipped)?)?;
    first_view::weigh(&stage, shipped.later())
}
