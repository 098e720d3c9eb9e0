//! Notices: their buttons, and reports of the browser.

use super::session::settle_in;
use crate::app::notice::{Remedy, Tone, Way, because};
use crate::app::timeline::Timeline;
use crate::app::{Effect, Model, Slot};
use simulator::session::Session;
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
        Some(Remedy::Replay(text) | Remedy::Open(text)) => match Session::parse(&text).and_then(Timeline::play) {
            Ok(timeline) => restore(model, id, Rc::new(timeline), Way::Back),
            Err(error) => {
                model.complain(&because("The session cannot be restored", &error));
                Vec::new()
            }
        },
    }
}

/// Restores a session, and offers to restore the current one.
fn restore(model: &mut Model, id: u32, timeline: Rc<Timeline>, way: Way) -> Vec<Effect> {
    dismiss(model, id);
    let present = std::mem::replace(&mut model.timeline, timeline);
    model.notify(Tone::Note, "The session is restored.".to_owned(), Some(Remedy::Restore(present, way.turned())));
    settle_in(model);
    model.save_session()
}

fn offered(model: &Model, id: u32) -> Option<Remedy> {
    model.notices.iter().find(|notice| notice.id == id)?.remedy.clone()
}

pub(super) fn dismiss(model: &mut Model, id: u32) -> Vec<Effect> {
    Rc::make_mut(&mut model.notices).retain(|notice| notice.id != id);
    if model.kept_undo == id {
        model.kept_undo = 0;
        return vec![Effect::Save(Slot::Undo, String::new())];
    }
    Vec::new()
}

pub(super) fn copied(model: &mut Model, what: &str) -> Vec<Effect> {
    model.announcement = format!("Copied {what}.");
    Vec::new()
}

/// Another tab of the page saved its session in place of this one. This session is saved next to it, and the next visit offers it.
pub(super) fn other_tab(model: &mut Model, session: String) -> Vec<Effect> {
    Rc::make_mut(&mut model.notices).retain(|notice| !matches!(notice.remedy, Some(Remedy::Open(_))));
    model.notify(Tone::Note, OTHER_TAB.to_owned(), Some(Remedy::Open(session)));
    if model.timeline.entries().is_empty() {
        return Vec::new();
    }
    vec![Effect::Save(Slot::Undo, format!("{OF_OTHER_TAB}\n{}", model.timeline.session().to_text()))]
}

const OTHER_TAB: &str = "Another tab has a different session. Both sessions are saved. Your next visit opens the session that changed last and offers the other one.";
const OF_OTHER_TAB: &str = "Two tabs had different sessions. This is the session that changed last. Undo opens the other one.";

/// Reports once why nothing can be saved, not at every keystroke.
pub(super) fn not_kept(model: &mut Model, reason: &str) -> Vec<Effect> {
    if model.not_kept.as_deref() != Some(reason) {
        model.warn_not_kept(reason);
    }
    Vec::new()
}

pub(super) fn failed(model: &mut Model, problem: &str) -> Vec<Effect> {
    model.complain(problem);
    Vec::new()
}
