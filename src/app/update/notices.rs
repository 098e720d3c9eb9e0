//! Notices: their buttons, and reports of the browser.

use super::opening::{restore, restore_stored};
use crate::app::notice::{Remedy, Tone};
use crate::app::{Effect, Model};
use std::rc::Rc;

/// Does what the button of a notice offers.
pub(super) fn remedy(model: &mut Model, id: u32) -> Vec<Effect> {
    match offered(model, id) {
        None => Vec::new(),
        Some(Remedy::Download { name, text }) => vec![Effect::Download { name, text }],
        Some(Remedy::RestoreDraft { action, draft, way }) => {
            dismiss(model, id);
            let composer = Rc::make_mut(&mut model.composer);
            let present = composer.drafts.insert(action.clone(), draft).unwrap_or_default();
            let text = format!("The draft of {action} is restored.");
            model.notify(Tone::Note, text, Some(Remedy::RestoreDraft { action, draft: present, way: way.turned() }));
            model.save_drafts()
        }
        Some(Remedy::Restore(timeline, way)) => restore(model, id, timeline, way),
        Some(Remedy::Replay(stored) | Remedy::Resume(stored)) => restore_stored(model, id, &stored),
        Some(Remedy::Open(session)) => vec![Effect::Load(session)],
    }
}

fn offered(model: &Model, id: u32) -> Option<Remedy> {
    model.notices.iter().find(|notice| notice.id == id)?.remedy.clone()
}

pub(super) fn dismiss(model: &mut Model, id: u32) -> Vec<Effect> {
    Rc::make_mut(&mut model.notices).retain(|notice| notice.id != id);
    model.forget_undo(id)
}

pub(super) fn copied(model: &mut Model, what: &str) -> Vec<Effect> {
    model.announcement = format!("Copied {what}.");
    Vec::new()
}

pub(super) fn failed(model: &mut Model, problem: &str) -> Vec<Effect> {
    model.complain(problem);
    Vec::new()
}
