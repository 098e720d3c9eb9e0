//! What Trunk leaves to us: the policy checked, its script taken out of the page, the size weighed, the files compressed.

use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::site::page::Page;
use crate::site::{compressed, policy, whole_page};

/// Where Trunk has put the site before it moves it to `dist/`.
const STAGE: &str = "TRUNK_STAGING_DIR";

/// What Trunk builds: `debug` or `release`.
const PROFILE: &str = "TRUNK_PROFILE";

/// Finishes the site that Trunk has just built. Trunk runs it as its hook, after hashed names are known.
pub(crate) fn finish() -> Outcome {
    let stage = env::var_os(STAGE).filter(|stage| !stage.is_empty()).map(PathBuf::from);
    let stage =
        stage.ok_or_else(|| Failure::new(format!("{STAGE} is not set: Trunk runs this command, `cargo xtask build` runs Trunk")))?;
    let index = stage.join("index.html");
    let html = files::read_text(&index)?;
    let page = Page::read(&html);
    policy::check(&page)?;
    files::write(&index, without_inline_script(&html, &page)?)?;
    if env::var(PROFILE).is_ok_and(|profile| profile == "release") {
        whole_page::weigh(&stage)?;
        compressed::write_beside(&stage)?;
    }
    Ok(())
}

/// The page without the script that Trunk starts the program with: the policy blocks scripts in the page, and `www/start.js` does
/// the same.
fn without_inline_script(html: &str, page: &Page) -> Outcome<String> {
    let missing = || Failure::new("index.html starts no program: it needs `<link data-trunk rel=\"rust\">`");
    let script = page.inline_scripts.first().ok_or_else(missing)?;
    let (before, after) = html.get(..script.start).zip(html.get(script.end..)).ok_or_else(missing)?;
    Ok([before, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunks_script_is_taken_out() {
        let html = "<head><script type=\"module\">import a from './a.js';</script><script src=\"b.js\"></script></head>";
        let finished = without_inline_script(html, &Page::read(html));
        assert_eq!(finished.as_deref(), Ok("<head><script src=\"b.js\"></script></head>"));
        let failure = without_inline_script("<p>", &Page::read("<p>")).map_err(|failure| failure.to_string());
        assert_eq!(failure, Err("index.html starts no program: it needs `<link data-trunk rel=\"rust\">`".to_owned()));
    }
}
