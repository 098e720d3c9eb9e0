//! Trunk starts the page with a script in the page, which a strict policy blocks: it becomes a file.

use crate::failure::{Failure, Outcome};
use crate::site::page::InlineScript;

/// The page without Trunk's script, and the script as a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Extracted {
    /// The page, which now refers to the file.
    pub(super) html: String,
    /// The file's name, with the hash of the module it starts.
    pub(super) name: String,
    /// The file's text.
    pub(super) text: String,
}

/// Moves the script out of the page.
pub(super) fn extract(html: &str, script: &InlineScript) -> Outcome<Extracted> {
    let unknown = || Failure::new("index.html has an inline script that is not Trunk's loader; is this Trunk the pinned version?");
    let (folder, module) = imported_module(&script.text).ok_or_else(unknown)?;
    let hash = module.rsplit_once('-').map_or(module, |(_, hash)| hash);
    let name = format!("loader-{hash}.js");
    let before = html.get(..script.place.start).ok_or_else(unknown)?;
    let after = html.get(script.place.end..).ok_or_else(unknown)?;
    Ok(Extracted {
        html: format!("{before}<script type=\"module\" src=\"{folder}{name}\"></script>{after}"),
        text: format!("{}\n", script.text.trim()),
        name,
    })
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

    const SCRIPT: &str = "\nimport init, * as bindings from './grant-playground-0a1b.js';\nconst wasm = await init({ module_or_path: './grant-playground-0a1b_bg.wasm' });\n";

    #[test]
    fn the_script_becomes_a_file_named_after_the_module() {
        let html = format!("<head><script type=\"module\">{SCRIPT}</script></head>");
        let start = "<head>".len();
        let place = start..html.len() - "</head>".len();
        let extracted = extract(&html, &InlineScript { place, text: SCRIPT.to_owned() });
        let expect = Extracted {
            html: "<head><script type=\"module\" src=\"./loader-0a1b.js\"></script></head>".to_owned(),
            name: "loader-0a1b.js".to_owned(),
            text: format!("{}\n", SCRIPT.trim()),
        };
        assert_eq!(extracted, Ok(expect));
    }

    #[test]
    fn another_script_is_refused() {
        let script = InlineScript { place: 0..25, text: "alert(1)".to_owned() };
        let failure = extract("<script>alert(1)</script>", &script).map_err(|failure| failure.to_string());
        assert_eq!(
            failure,
            Err("index.html has an inline script that is not Trunk's loader; is this Trunk the pinned version?".to_owned())
        );
    }
}
