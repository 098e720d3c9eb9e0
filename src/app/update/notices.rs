//! Notices: their buttons, and reports of the browser.

use super::compose::offer_draft;
use crate::app::notice::NoticeAction;
use crate::app::opening::Purpose;
use crate::app::{Effect, Model};
use std::rc::Rc;

/// Does what the button of a notice offers.
pub(super) fn run_action(model: &mut Model, id: u32) -> Vec<Effect> {
    match action_of(model, id) {
        None => Vec::new(),
        Some(NoticeAction::Download { name, text }) => vec![Effect::Download { name, text }],
        Some(NoticeAction::RestoreDraft { action, draft }) => {
            dismiss(model, id);
            let drafts = &mut Rc::make_mut(&mut model.composer).drafts;
            let present = drafts.get(&action).cloned().unwrap_or_default();
            drafts.insert(action.clone(), draft);
            let text = format!("The draft of {action} is restored.");
            text.clone_into(&mut model.announcement);
            offer_draft(model, action, present, text);
            model.save_drafts()
        }
        Some(NoticeAction::Open(session)) => {
            model.loading = Some((session.clone(), Purpose::Open));
            vec![Effect::Load(session)]
        }
    }
}

fn action_of(model: &Model, id: u32) -> Option<NoticeAction> {
    model.notices.iter().find(|notice| notice.id == id)?.action.clone()
}

pub(super) fn dismiss(model: &mut Model, id: u32) -> Vec<Effect> {
    Rc::make_mut(&mut model.notices).retain(|notice| notice.id != id);
    Vec::new()
}

pub(super) fn copied(model: &mut Model, what: &str) -> Vec<Effect> {
    model.announcement = format!("Copied {what}.");
    Vec::new()
}

pub(super) fn failed(model: &mut Model, problem: &str) -> Vec<Effect> {
    model.report_problem(problem);
    Vec::new()
}
