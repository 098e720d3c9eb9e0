//! The size of all files of a first visit, and the limits for it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::site::compressed;
use crate::site::page::Page;
use crate::site::simulator;
use crate::size::{Kilobytes, print_table};

/// A size limit and a goal, in compressed bytes.
struct Budget {
    after: &'static str,
    goal: usize,
    limit: usize,
}

/// GitHub Pages and many other hosts compress with gzip only.
const GZIP: Budget = Budget { after: "gzip", goal: 550 * 1024, limit: 700 * 1024 };
/// Other hosts compress with brotli.
const BROTLI: Budget = Budget { after: "brotli", goal: 440 * 1024, limit: 560 * 1024 };

/// The files that the page or the browser loads when the page is ready, so that nobody waits for them. The service worker loads the others.
const LATER: &[&str] = &["examples.json", "service-worker.js", "manifest.webmanifest"];

/// The simulator for the dialogs that explore and compare. A visitor who opens one waits for it, unless the service worker has loaded it.
const ON_DEMAND: &[&str] = &[simulator::WASM, "simulator-worker.js"];

/// Prints the sizes. Fails if the site exceeds a limit.
pub(super) fn check_size(site: &Path) -> Outcome {
    let mut sizes = Vec::new();
    for file in collect(site)? {
        sizes.push((file.display().to_string(), compressed::size(&site.join(&file))?));
    }
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(size.gzip));
    let sum = print_table("the whole page", &sizes);
    for (title, files) in [("loaded once the page is ready", LATER), ("loaded when a dialog explores or compares", ON_DEMAND)] {
        let sizes = files.iter().map(|file| Ok(((*file).to_owned(), compressed::size(&site.join(file))?)));
        print_table(title, &sizes.collect::<Outcome<Vec<_>>>()?);
    }
    GZIP.judge(sum.gzip)?;
    BROTLI.judge(sum.brotli)
}

impl Budget {
    fn judge(&self, bytes: usize) -> Outcome {
        let Self { after, goal, limit } = self;
        let found = Kilobytes(bytes);
        if bytes > *limit {
            return Err(Failure::new(format!("the whole page is {found} after {after}, which exceeds the limit of {}", Kilobytes(*limit))));
        }
        println!("size: the whole page is {found} after {after} (limit {}, goal {})", Kilobytes(*limit), Kilobytes(*goal));
        Ok(())
    }
}

/// `index.html` and all files that it loads immediately, directly or through a module or a stylesheet.
fn collect(site: &Path) -> Outcome<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut open = vec![PathBuf::from("index.html")];
    while let Some(file) = open.pop() {
        let path = site.join(&file);
        let content = fs::read(&path)
            .map_err(|error| Failure::new(format!("the page refers to `{}`, which is not in the site: {error}", file.display())))?;
        let text = String::from_utf8_lossy(&content);
        let references = match file.extension().and_then(|extension| extension.to_str()) {
            Some("html") => Page::read(&text).references,
            Some("js" | "mjs") => quoted_after(&text, &["from", "import"]),
            Some("css") => stylesheet_references(&text),
            _ => Vec::new(),
        };
        found.insert(file.clone());
        let folder = file.parent().unwrap_or(Path::new(""));
        let inside = references.iter().filter_map(|reference| resolve(folder, reference));
        open.extend(inside.filter(|file| !found.contains(file)));
    }
    Ok(found)
}

/// Quoted relative paths directly after one of the words: static imports, not `import("…")`.
fn quoted_after(text: &str, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for quote in ['\'', '"'] {
        for (place, _) in text.match_indices(&format!("{quote}.")) {
            let Some((before, after)) = text.split_at_checked(place) else {
                continue;
            };
            let is_import = words.iter().any(|word| before.trim_end().ends_with(word));
            let path = after.split(quote).nth(1).unwrap_or_default();
            if is_import && (path.starts_with("./") || path.starts_with("../")) {
                found.push(path.to_owned());
            }
        }
    }
    found
}

/// `url(…)` and `@import "…"`.
fn stylesheet_references(text: &str) -> Vec<String> {
    let mut found = quoted_after(text, &["@import"]);
    for rest in text.split("url(").skip(1) {
        let path = rest.split(')').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        found.push(path.to_owned());
    }
    found
}

/// The file of a reference, if it belongs to the site.
fn resolve(folder: &Path, reference: &str) -> Option<PathBuf> {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() || path.contains(':') {
        return None;
    }
    let mut file = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::Normal(name) => file.push(name),
            Component::ParentDir => {
                file.pop();
            }
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    Some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_static_imports_count() {
        let module = "import a from './a.js';import\"./b.js\";export{c}from \"../c.js\";const d=()=>import('./d.js');import e from 'e';";
        assert_eq!(quoted_after(module, &["from", "import"]), ["./a.js", "./b.js", "../c.js"]);
    }

    #[test]
    fn stylesheets_refer_to_files() {
        let sheet = "@import './base.css'; p { background: url(\"../a.svg\") } i { mask: url(data:image/svg+xml,x) }";
        assert_eq!(stylesheet_references(sheet), ["./base.css", "../a.svg", "data:image/svg+xml,x"]);
    }

    #[test]
    fn references_are_resolved_to_files_of_the_site() {
        let resolved = |folder: &str, reference: &str| resolve(Path::new(folder), reference);
        assert_eq!(resolved("", "./a.js?v=1"), Some("a.js".into()));
        assert_eq!(resolved("www/css", "../a.svg#x"), Some("www/a.svg".into()));
        assert_eq!(resolved("", "data:image/png;base64,AA"), None);
        assert_eq!(resolved("", "#top"), None);
    }

    #[test]
    fn a_site_over_a_limit_is_a_failure() {
        for (budget, text) in [
            (GZIP, "the whole page is 700.1 KB after gzip, which exceeds the limit of 700.0 KB"),
            (BROTLI, "the whole page is 560.1 KB after brotli, which exceeds the limit of 560.0 KB"),
        ] {
            assert_eq!(budget.judge(budget.limit), Ok(()));
            assert_eq!(budget.judge(budget.limit + 1).map_err(|failure| failure.to_string()), Err(text.to_owned()));
        }
    }
}
