//! Checks that the program does not contain the texts that the page loads from a file when somebody reads them.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;
use crate::site::simulator;

/// The file with the texts, below the project's folder.
const FILE: &str = "www/parts/reference-text.json";

/// How many characters of a text are searched. A shorter text can be part of another one.
const SEARCHED: usize = 40;

/// How many texts may be found: a few settings are described with the words of the rule that they change.
const ALLOWED: usize = 6;

/// Fails if the program of the page contains the texts. The simulator for the dialogs contains the sources of rules.
pub(super) fn check(stage: &Path) -> Outcome {
    let texts: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&files::read_text(&Project::here()?.path(FILE))?)
        .map_err(|error| Failure::new(format!("{FILE} is not a JSON object: {error}")))?;
    let is_program = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "wasm") && !file.ends_with(simulator::WASM);
    for file in files::list(stage)?.into_iter().filter(is_program) {
        let program = files::read(&file)?;
        let program = String::from_utf8_lossy(&program);
        let starts = texts.iter().map(|(key, text)| (key, text.as_str().unwrap_or_default().chars().take(SEARCHED).collect::<String>()));
        let found: Vec<_> =
            starts.filter(|(_, start)| start.len() >= SEARCHED && program.contains(start)).map(|(key, _)| key.as_str()).collect();
        if found.len() > ALLOWED {
            let keys = found.join(", ");
            return Err(Failure::new(format!(
                "the program contains texts that belong only into {FILE}; something in the page refers to them: {keys}"
            )));
        }
    }
    Ok(())
}
