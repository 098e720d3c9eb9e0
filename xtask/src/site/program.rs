//! The program, as it travels: wasm made small, in two parts, packed; the module that unpacks it; one script that starts it.
//!
//! Trunk leaves a page with the program's wasm, its JavaScript module, links that preload both, and a script in the page
//! that starts them. All of that is replaced.

use serde_json::Value;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::files::{self, read, write};
use crate::project::{PACKAGE, Project, WASM_TARGET};
use crate::shell;
use crate::site::pack::pack;
use crate::site::page::Page;
use crate::site::split::{Gates, Split, without_linking};
use crate::wasm::{self, Library};

/// The hand-written script. Its imports are the files that [`Trunks::ship`] puts beside it.
const LOADER: &str = "unpack/loader.js";

/// Passes for the program, each measured after packing: code of one module side by side (names are still known here),
/// functions with one caller left where they are, and addresses folded into loads, since Rust's stack lies lowest in
/// memory and nothing else is ever there.
const PASSES: &[&str] = &["-Os", "--low-memory-unused", "--one-caller-inline-max-function-size=80", "--reorder-functions-by-name"];

/// What the page does only once the services are there. `update/services.rs` keeps everything else waiting until then, and
/// there is no entry on the timeline to show before.
const GATES: Gates<'_> = Gates {
    later: &[
        "grant_playground::app::update::services::serve",
        "grant_playground::app::update::services::restore",
        "grant_playground::service::*::OPERATION::answer",
        "grant_playground::web::component::answer::entry_view",
    ],
    behind: &["grant_playground::service::Simulator::handle", "grant_playground::service::session::player::Player::step"],
};

/// What the loader imports the parts as.
const FIRST: &str = "grant-playground.lzma";
const LATER: &str = "grant-playground-services.lzma";

/// The program as Trunk leaves it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Trunks {
    /// What its addresses begin with in the page.
    folder: String,
    /// The name of its module without `.js`.
    module: String,
}

/// The names of the files that take its place.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Shipped {
    /// The script that starts everything.
    script: String,
    /// What the script fetches for the first view.
    fetched: Vec<String>,
    /// What it fetches as soon as it has that.
    later: String,
}

impl Trunks {
    /// Finds it in the page.
    pub(super) fn find(page: &Page) -> Outcome<Self> {
        let script = page
            .inline_scripts
            .first()
            .ok_or_else(|| Failure::new("index.html starts no program: it needs `<link data-trunk rel=\"rust\">`"))?;
        let unknown = || Failure::new("index.html has an inline script that is not Trunk's loader; is this Trunk the pinned version?");
        let (folder, module) = imported_module(&script.text).ok_or_else(unknown)?;
        Ok(Self { folder: folder.to_owned(), module: module.to_owned() })
    }

    /// Puts what travels into the site and removes what does not.
    pub(super) fn ship(&self, project: &Project, site: &Path) -> Outcome<Shipped> {
        let folder = project.cargo_target()?.join("site");
        files::make_empty(&folder)?;

        let library = Library { package: "unpack", arguments: &[], module: "unpack" };
        let unpacker = library.compile(project, &folder)?;
        wasm::optimize(project, &["-Oz"], &unpacker, &folder.join("unpack.wasm"))?;

        let (wasm, module) = (site.join(format!("{}_bg.wasm", self.module)), site.join(format!("{}.js", self.module)));
        // Trunk has just had Cargo link it, and made its wasm from it.
        let linked = project.cargo_target()?.join(WASM_TARGET).join("release").join(format!("{PACKAGE}.wasm"));
        let split = Split::of(&read(&linked)?, GATES)?;
        let program = folder.join("program.wasm");
        write(&program, &without_linking(&read(&wasm)?)?)?;
        let standing: Vec<String> = split.gates().map(|gate| format!("--no-inline={gate}")).collect();
        let passes: Vec<&str> = ["-g"].into_iter().chain(standing.iter().map(String::as_str)).chain(PASSES.iter().copied()).collect();
        wasm::optimize(project, &passes, &program, &program)?;
        let parts = split.carry_out(&read(&program)?)?;
        write(&folder.join(FIRST), &pack(&parts.first)?)?;
        write(&folder.join(LATER), &pack(&parts.later)?)?;

        write(&folder.join("program.js"), &read(&module)?)?;
        write(&folder.join("loader.js"), &read(&project.path(LOADER))?)?;
        let shipped = bundle(project, &folder, site)?;
        for file in [wasm, module] {
            fs::remove_file(&file).map_err(|error| Failure::file("remove", &file, &error))?;
        }
        Ok(shipped)
    }

    /// The page, with our files in the place of Trunk's.
    pub(super) fn replace(&self, html: &str, page: &Page, shipped: &Shipped) -> Outcome<String> {
        let mut edits: Vec<_> = page
            .preloads
            .iter()
            .filter(|preload| preload.href.contains(&self.module))
            .map(|preload| (&preload.place, String::new()))
            .collect();
        edits.extend(page.inline_scripts.first().map(|script| (&script.place, shipped.tags(&self.folder))));
        // From the end, so that the places before stay true.
        edits.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
        let mut html = html.to_owned();
        for (place, text) in edits {
            let before = html.get(..place.start);
            let after = html.get(place.end..);
            let (before, after) = before.zip(after).ok_or_else(|| Failure::new("index.html changed while it was read"))?;
            html = format!("{before}{text}{after}");
        }
        Ok(html)
    }
}

impl Shipped {
    /// What the page fetches after its first view.
    pub(super) fn later(&self) -> &str {
        &self.later
    }

    /// The script, and everything of the first view that it fetches asked for at once, in the way that it will be fetched. The
    /// rest is not: it would take a part of the line.
    fn tags(&self, folder: &str) -> String {
        let preload = |name: &String| format!("<link rel=\"preload\" href=\"{folder}{name}\" as=\"fetch\" crossorigin>\n");
        let preloads: String = self.fetched.iter().map(preload).collect();
        format!("{preloads}<script type=\"module\" src=\"{folder}{}\"></script>", self.script)
    }
}

/// Makes one module of the loader and what it imports; all names get a hash of the content.
fn bundle(project: &Project, folder: &Path, site: &Path) -> Outcome<Shipped> {
    let report = folder.join("bundle.json");
    let mut esbuild = project.command("esbuild");
    esbuild.arg(folder.join("loader.js")).args(["--bundle", "--minify", "--format=esm", "--log-level=warning"]);
    esbuild.args(["--loader:.lzma=file", "--loader:.wasm=file", "--entry-names=page-[hash]", "--asset-names=[name]-[hash]"]);
    esbuild.arg(format!("--outdir={}", site.display())).arg(format!("--metafile={}", report.display()));
    shell::run(&mut esbuild)?;
    shipped(&files::read_text(&report)?).ok_or_else(|| Failure::new("esbuild did not write the four files that the page starts from"))
}

/// The names in esbuild's report.
fn shipped(report: &str) -> Option<Shipped> {
    let report: Value = serde_json::from_str(report).ok()?;
    let mut shipped = Shipped::default();
    for path in report.get("outputs")?.as_object()?.keys() {
        let path = Path::new(path);
        let name = path.file_name()?.to_str()?.to_owned();
        if path.extension().is_some_and(|extension| extension == "js") {
            shipped.script = name;
        } else if name.starts_with(LATER.trim_end_matches("lzma").trim_end_matches('.')) {
            shipped.later = name;
        } else {
            shipped.fetched.push(name);
        }
    }
    shipped.fetched.sort();
    (![&shipped.script, &shipped.later].contains(&&String::new()) && shipped.fetched.len() == 2).then_some(shipped)
}

/// The folder and the name, without `.js`, in `import init … from './grant-playground-0a1b.js'`.
fn imported_module(script: &str) -> Option<(&str, &str)> {
    let (_, rest) = script.split_once(" from '")?;
    let (path, _) = rest.split_once(".js'")?;
    Some(path.rfind('/').map_or(("", path), |slash| path.split_at(slash + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "<script type=\"module\">\nimport init, * as bindings from './grant-playground-0a1b.js';\nconst wasm = await init({ module_or_path: './grant-playground-0a1b_bg.wasm' });\n</script>";

    const REPORT: &str =
        r#"{"outputs":{"a/unpack-C.wasm":{},"a/grant-playground-B.lzma":{},"a/grant-playground-services-D.lzma":{},"a/page-A.js":{}}}"#;

    #[test]
    fn our_files_take_the_place_of_trunks() {
        let html = format!(
            "<head><link rel=\"preload\" href=\"./font.woff2\">{SCRIPT}<link rel=\"modulepreload\" href=\"./grant-playground-0a1b.js\"><link rel=\"preload\" href=\"./grant-playground-0a1b_bg.wasm\"></head>"
        );
        let page = Page::read(&html);
        let replaced = Trunks::find(&page).and_then(|trunks| trunks.replace(&html, &page, &shipped(REPORT).unwrap_or_default()));
        let expect = r#"<head><link rel="preload" href="./font.woff2"><link rel="preload" href="./grant-playground-B.lzma" as="fetch" crossorigin>
<link rel="preload" href="./unpack-C.wasm" as="fetch" crossorigin>
<script type="module" src="./page-A.js"></script></head>"#;
        assert_eq!(replaced.as_deref(), Ok(expect));
    }

    #[test]
    fn a_report_with_other_files_is_refused() {
        assert_eq!(shipped("{}"), None);
        assert_eq!(shipped(&REPORT.replace("page-A.js", "page-A.css")), None);
        assert_eq!(shipped(&REPORT.replace("services-D", "D")), None);
        assert_eq!(shipped(r#"{"outputs":{"page-A.js":{}}}"#), None);
    }

    #[test]
    fn a_page_without_trunks_script_is_refused() {
        let find = |html: &str| Trunks::find(&Page::read(html)).map_err(|failure| failure.to_string());
        assert_eq!(find("<p>"), Err("index.html starts no program: it needs `<link data-trunk rel=\"rust\">`".to_owned()));
        assert_eq!(
            find("<script>alert(1)</script>"),
            Err("index.html has an inline script that is not Trunk's loader; is this Trunk the pinned version?".to_owned())
        );
    }
}
