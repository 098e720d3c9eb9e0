//! The examples of the page: one file of the site for all of them.

use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::files;
use crate::project::Project;

/// The folder of the examples, below the project's.
const FOLDER: &str = "www/examples";

/// Writes `examples.json`: an object with the session of each example, by the name of its file without `.json`.
pub(super) fn write_into(stage: &Path) -> Outcome {
    let mut sessions = serde_json::Map::new();
    for file in files::list(&Project::here()?.path(FOLDER))? {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let session = serde_json::from_str(&files::read_text(&file)?)
            .map_err(|error| Failure::new(format!("{FOLDER}/{name}.json is not JSON: {error}")))?;
        sessions.insert(name, session);
    }
    files::write(&stage.join("examples.json"), serde_json::Value::Object(sessions).to_string())
}
