//! Notices: their buttons, and reports of the browser.

use super::opening::{restore, restore_stored};
use crate::app::notice::{NoticeAction, Tone};
use crate::app::{Effect, Model};
use std::rc::Rc;

/// Does what the button of a notice offers.
pub(super) fn run_action(model: &mut Model, id: u32) -> Vec<Effect> {
    match action_of(model, id) {
        None => Vec::new(),
        Some(NoticeAction::Download { name, text }) => vec![Effect::Download { name, text }],
        Some(NoticeAction::RestoreDraft { action, draft, direction }) => {
            dismiss(model, id);
            let composer = Rc::make_mut(&mut model.composer);
            let present = composer.drafts.insert(action.clone(), draft).unwrap_or_default();
            let text = format!("The draft of {action} is restored.");
            model.notify(Tone::Note, text, Some(NoticeAction::RestoreDraft { action, draft: present, direction: direction.reversed() }));
            model.save_drafts()
        }
        Some(NoticeAction::Restore(timeline, direction)) => restore(model, id, timeline, direction),
        Some(NoticeAction::Replay(stored) | NoticeAction::Resume(stored)) => restore_stored(model, id, &stored),
        Some(NoticeAction::Open(session)) => vec![Effect::Load(session)],
    }
}

fn action_of(model: &Model, id: u32) -> Option<NoticeAction> {
    model.notices.iter().find(|notice| notice.id == id)?.action.clone()
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
    model.report_problem(problem);
    Vec::new()
}
