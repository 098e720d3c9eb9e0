//! Finishes Trunk's build: checks the policy and the texts that the program must not contain, removes the inline script, minifies and
//! compresses the files, writes the service worker and checks the size.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;
use crate::shell;
use crate::simulator_js::SimulatorJs;
use crate::site::page::{Page, WASM};
use crate::site::{compressed, examples, parts, policy, reference_text, service_worker, simulator, whole_page};

/// The environment variable with the folder of the built site, before Trunk moves it to `dist/`.
const STAGE: &str = "TRUNK_STAGING_DIR";

/// The environment variable with Trunk's profile: `debug` or `release`.
const PROFILE: &str = "TRUNK_PROFILE";

/// Finishes the site. Trunk runs this hook when the hashed file names are known.
pub(crate) fn finish() -> Outcome {
    let stage = env::var_os(STAGE).filter(|stage| !stage.is_empty()).map(PathBuf::from);
    let stage = stage
        .ok_or_else(|| Failure::new(format!("{STAGE} is not set: run `cargo xtask build`, which runs Trunk, which runs this command")))?;
    let index = stage.join("index.html");
    let html = files::read_text(&index)?;
    let page = Page::read(&html);
    policy::check(&page)?;
    files::write(&index, without_preload(&without_inline_script(&html, &page)?))?;
    examples::write_into(&stage)?;
    let simulator = SimulatorJs::build(&Project::here()?)?;
    simulator::write_into(&stage, &simulator)?;
    parts::write_into(&stage, &simulator)?;
    if env::var(PROFILE).is_ok_and(|profile| profile == "release") {
        reference_text::check(&stage)?;
        minify(&stage)?;
        service_worker::write_into(&stage, &page)?;
        compressed::write_beside(&stage)?;
        whole_page::check_size(&stage)
    } else {
        service_worker::write_removal_into(&stage)
    }
}

/// Removes comments and spaces from scripts and styles. The scripts are told that they are a release.
fn minify(stage: &Path) -> Outcome {
    let project = Project::here()?;
    let is_text = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "js" || extension == "css");
    for file in files::list(stage)?.into_iter().filter(is_text) {
        let mut esbuild = project.command("esbuild");
        esbuild.args(["--minify", "--define:RELEASE=true", "--log-level=warning", "--allow-overwrite"]).arg(&file);
        shell::run(esbuild.arg(format!("--outfile={}", file.display())))?;
    }
    Ok(())
}

/// The page with a plain link in place of the preload of the wasm. `www/start.js` loads the wasm when the browser shows the first frame:
/// it is so large that it would delay that frame on a slow connection.
fn without_preload(html: &str) -> String {
    let Some((tag, address)) = Page::read(html).preloaded_wasm else { return html.to_owned() };
    let (before, after) = (html.get(..tag.start).unwrap_or_default(), html.get(tag.end..).unwrap_or_default());
    format!("{before}<link rel=\"alternate\" type=\"{WASM}\" href=\"{address}\">{after}")
}

/// The page without Trunk's inline script, which would start the program. The policy blocks inline scripts, and `www/start.js` starts
/// the program instead.
fn without_inline_script(html: &str, page: &Page) -> Outcome<String> {
    let missing = || Failure::new("index.html does not start a program: it needs `<link data-trunk rel=\"rust\">`");
    let script = page.inline_scripts.first().ok_or_else(missing)?;
    let (before, after) = html.get(..script.start).zip(html.get(script.end..)).ok_or_else(missing)?;
    Ok([before, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_is_linked_but_not_preloaded() {
        let html =
            "<head><link rel=\"preload\" href=\"./a_bg.wasm\" as=\"fetch\" type=\"application/wasm\"><link rel=preload href=b.css></head>";
        let finished = without_preload(html);
        assert_eq!(
            finished,
            "<head><link rel=\"alternate\" type=\"application/wasm\" href=\"./a_bg.wasm\"><link rel=preload href=b.css></head>"
        );
        assert_eq!(Page::read(&finished).references, ["./a_bg.wasm", "b.css"]);
        assert_eq!(without_preload(&finished), finished);
    }

    #[test]
    fn trunks_inline_script_is_removed() {
        let html = "<head><script type=\"module\">import a from './a.js';</script><script src=\"b.js\"></script></head>";
        let finished = without_inline_script(html, &Page::read(html));
        assert_eq!(finished.as_deref(), Ok("<head><script src=\"b.js\"></script></head>"));
        let failure = without_inline_script("<p>", &Page::read("<p>")).map_err(|failure| failure.to_string());
        assert_eq!(failure, Err("index.html does not start a program: it needs `<link data-trunk rel=\"rust\">`".to_owned()));
    }
}
