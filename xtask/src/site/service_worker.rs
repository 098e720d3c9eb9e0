//! The service worker, which keeps the files of the site in the browser. It is one file, `service-worker.js`: `www/service-worker.js` with the
//! library that it uses and the list of the files.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use serde_json::{Value, json};

use crate::failure::Outcome;
use crate::files;
use crate::project::Project;
use crate::shell;
use crate::site::page::Page;

/// The name of the worker. It never changes: under another name, browsers would keep the old worker.
const NAME: &str = "service-worker.js";

/// The folder of the icons of the installed page. The operating system keeps them.
const ICONS: &str = "icons";

/// Writes the worker of a release, when all other files are final, except for the compressed ones.
pub(super) fn write_into(stage: &Path, page: &Page) -> Outcome {
    let project = Project::here()?;
    let mut esbuild = project.command("esbuild");
    esbuild.args(["www/service-worker.js", "--bundle", "--minify", "--log-level=warning"]);
    esbuild.arg("--define:process.env.NODE_ENV=\"production\"").arg(format!("--define:FILES={}", Value::Array(list(stage, "", page)?)));
    shell::run(esbuild.arg(format!("--outfile={}", stage.join(NAME).display())))
}

/// Writes the worker of a debug build, which removes that of a release.
pub(super) fn write_removal_into(stage: &Path) -> Outcome {
    files::write(&stage.join(NAME), Project::here()?.read("www/no-service-worker.js")?)
}

/// The files, as the library takes them: each with its relative URL, and a hash of its content unless its name has one. Trunk gives such
/// names to the files that the page loads immediately.
fn list(stage: &Path, inside: &str, page: &Page) -> Outcome<Vec<Value>> {
    let mut found = Vec::new();
    for path in files::list(&stage.join(inside))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let url = if inside.is_empty() { name.into_owned() } else { format!("{inside}/{name}") };
        if path.is_dir() {
            if url != ICONS {
                found.extend(list(stage, &url, page)?);
            }
            continue;
        }
        let is_immutable = page.references.iter().any(|reference| reference.trim_start_matches("./") == url);
        let revision = if is_immutable { Value::Null } else { revision(&files::read(&path)?).into() };
        found.push(json!({ "url": url, "revision": revision }));
    }
    Ok(found)
}

/// A text that changes with the content.
fn revision(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(content);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_without_a_hash_in_their_name_have_a_revision() -> Outcome {
        let folder = std::env::temp_dir().join(format!("grant-playground-service-worker-{}", std::process::id()));
        for inside in ["", "snippets", ICONS] {
            files::make_empty(&folder.join(inside))?;
        }
        for file in ["index.html", "styles-0123456789abcdef.css", "snippets/a.js", "icons/icon.svg"] {
            files::write(&folder.join(file), file)?;
        }
        let page = Page::read("<link rel=stylesheet href=./styles-0123456789abcdef.css>");
        let expect = [
            json!({ "url": "index.html", "revision": revision(b"index.html") }),
            json!({ "url": "snippets/a.js", "revision": revision(b"snippets/a.js") }),
            json!({ "url": "styles-0123456789abcdef.css", "revision": null }),
        ];
        assert_eq!(list(&folder, "", &page)?, expect);
        assert_ne!(revision(b"index.html"), revision(b"index.htm"));
        files::make_empty(&folder)
    }
}
