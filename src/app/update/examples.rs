//! The sessions of the examples are loaded after the page has started. What needs them waits.

use crate::app::examples::Library;
use crate::app::notice::because;
use crate::app::{Effect, Model, Msg, update};

/// Keeps what needs the examples until they are loaded. `None` if they are.
pub(super) fn wait(model: &mut Model, msg: Msg) -> Option<Vec<Effect>> {
    if model.examples.is_loaded() {
        return None;
    }
    "The examples are loading.".clone_into(&mut model.announcement);
    model.examples.waiting = Some(msg);
    let again = std::mem::take(&mut model.examples.has_failed);
    Some(again.then_some(Effect::LoadExamples).into_iter().collect())
}

/// Takes the text of the examples' file, and goes on with what waited for it.
pub(super) fn loaded(model: &mut Model, text: Result<String, String>) -> Vec<Effect> {
    let waiting = model.examples.waiting.take();
    match text.and_then(|text| Library::parse(&text)) {
        Ok(library) => {
            model.examples = library;
            waiting.map(|msg| update(model, msg)).unwrap_or_default()
        }
        Err(error) => {
            model.examples.has_failed = true;
            if waiting.is_some() {
                model.report_problem(&because("The examples cannot be loaded", &error));
            }
            Vec::new()
        }
    }
}
