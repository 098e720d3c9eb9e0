//! Opens a session step by step.

use super::session::{open, record, update_composer};
use crate::app::notice::{Direction, NoticeAction, Tone, because};
use crate::app::opening::{Opening, Purpose};
use crate::app::store::{SessionId, StoredSession, Undo, Write};
use crate::app::timeline::Timeline;
use crate::app::{Effect, Model};
use std::rc::Rc;

/// Starts to open a session from a file or a text.
pub(super) fn import(model: &mut Model, text: &str) -> Vec<Effect> {
    let opening = Opening::text(text, model.next_id(), Purpose::Import);
    begin(model, opening, "The session was not imported")
}

/// Starts to restore a session that a notice offers.
pub(super) fn restore_stored(model: &mut Model, notice: u32, stored: &Rc<StoredSession>) -> Vec<Effect> {
    begin(model, Opening::stored(stored, Purpose::Restore { notice, is_copy: false }), NOT_RESTORED)
}

/// Starts to open the session of another tab, which was read from the storage.
pub(super) fn loaded(model: &mut Model, loaded: Result<StoredSession, String>) -> Vec<Effect> {
    let offers = |remedy: &NoticeAction| matches!(remedy, NoticeAction::Open(_));
    let Some(notice) = model.notices.iter().find(|notice| notice.action.as_ref().is_some_and(offers)).map(|notice| notice.id) else {
        return Vec::new();
    };
    let purpose = Purpose::Restore { notice, is_copy: true };
    begin(model, loaded.and_then(|stored| Opening::stored(&Rc::new(stored), purpose)), NOT_RESTORED)
}

const NOT_RESTORED: &str = "The session cannot be restored";

fn begin(model: &mut Model, opening: Result<Opening, String>, failure: &str) -> Vec<Effect> {
    match opening {
        Ok(opening) => {
            set_aside(model);
            model.opening = Some(opening);
            vec![Effect::PlayOn]
        }
        Err(error) => {
            model.report_problem(&because(failure, &error));
            Vec::new()
        }
    }
}

/// Runs the next step of the session that is being opened.
pub(super) fn play_on(model: &mut Model) -> Vec<Effect> {
    let Some(mut opening) = model.opening.take() else { return Vec::new() };
    match opening.step() {
        Ok(true) => {
            model.opening = Some(opening);
            vec![Effect::PlayOn]
        }
        Ok(false) => finish(model, opening),
        Err(error) => fail(model, &opening, &error),
    }
}

fn finish(model: &mut Model, opening: Opening) -> Vec<Effect> {
    let purpose = opening.purpose.clone();
    let timeline = opening.into_timeline();
    match purpose {
        Purpose::Import => open(model, timeline, "The imported session replaced your session."),
        Purpose::LastVisit { point, callers: [caller, shown], is_adopted } => {
            if model.composer.account == shown {
                Rc::make_mut(&mut model.composer).account = caller;
            }
            continue_visit(model, timeline, point, is_adopted)
        }
        Purpose::Restore { notice, is_copy: true } => {
            let timeline = timeline.with_id(model.next_id());
            restore(model, notice, Rc::new(timeline), Direction::Undo)
        }
        Purpose::Restore { notice, is_copy: false } => {
            let timeline = Rc::new(timeline);
            if !model.records.know(timeline.id()) {
                model.records.add(&timeline);
            }
            restore(model, notice, timeline, Direction::Undo)
        }
    }
}

/// Shows the session of the last visit. A notice offers the requests that were sent in the meantime.
fn continue_visit(model: &mut Model, mut timeline: Timeline, point: usize, is_adopted: bool) -> Vec<Effect> {
    timeline.select(point);
    let timeline = Rc::new(timeline);
    if !is_adopted {
        model.records.add(&timeline);
    }
    let before = std::mem::replace(&mut model.timeline, timeline);
    let has_replaced = !before.entries().is_empty();
    if has_replaced {
        record(model, Rc::clone(&before));
        model.notify(
            Tone::Note,
            "The session from your last visit is open.".to_owned(),
            Some(NoticeAction::Restore(before, Direction::Undo)),
        );
    }
    model.ensure_caller_exists();
    model.prefill();
    model.open_group();
    if is_adopted {
        return model.save_adopted();
    }
    if has_replaced { model.save_session() } else { Vec::new() }
}

fn fail(model: &mut Model, opening: &Opening, error: &str) -> Vec<Effect> {
    match (&opening.purpose, opening.source()) {
        (Purpose::LastVisit { .. }, Some(stored)) => model.offer_unreadable(stored.to_text(), error),
        (Purpose::Restore { .. }, _) => model.report_problem(&because(NOT_RESTORED, error)),
        (Purpose::Import | Purpose::LastVisit { .. }, _) => model.report_problem(&because("The session was not imported", error)),
    }
    Vec::new()
}

/// Stops opening, because the user canceled it.
pub(super) fn cancel(model: &mut Model) -> Vec<Effect> {
    if model.opening.is_some() {
        set_aside(model);
        "Opening was canceled.".clone_into(&mut model.announcement);
    }
    Vec::new()
}

/// Stops opening. The session of the last visit can still be opened later.
pub(super) fn set_aside(model: &mut Model) {
    let Some(opening) = model.opening.take() else { return };
    if let (Purpose::LastVisit { .. }, Some(stored)) = (&opening.purpose, opening.source()) {
        let action = NoticeAction::Resume(Rc::clone(stored));
        model.notify(Tone::Note, "The session from your last visit was not opened.".to_owned(), Some(action));
    }
}

/// Shows an earlier session. A notice offers the current session.
pub(super) fn restore(model: &mut Model, notice: u32, timeline: Rc<Timeline>, direction: Direction) -> Vec<Effect> {
    set_aside(model);
    let mut effects = super::notices::dismiss(model, notice);
    let present = std::mem::replace(&mut model.timeline, timeline);
    record(model, Rc::clone(&present));
    model.notify(Tone::Note, "The session is restored.".to_owned(), Some(NoticeAction::Restore(present, direction.reversed())));
    update_composer(model);
    effects.extend(model.save_session());
    effects
}

/// The browser could not store something.
pub(super) fn not_stored(model: &mut Model, reason: &str, steps: Option<(SessionId, usize)>) -> Vec<Effect> {
    if let Some((id, from)) = steps {
        model.records.lose(&id, from);
    }
    // The warning is shown once, not for every letter that is typed.
    if model.not_saved.as_deref() != Some(reason) {
        model.warn_not_saved(reason);
    }
    Vec::new()
}

/// Another tab has stored a session, which the next visit opens. This tab's session is kept, and the next visit offers it.
pub(super) fn other_tab(model: &mut Model, id: SessionId) -> Vec<Effect> {
    if id == *model.timeline.id() {
        model.part_from_stored();
    }
    Rc::make_mut(&mut model.notices).retain(|notice| !matches!(notice.action, Some(NoticeAction::Open(_))));
    model.notify(Tone::Note, OTHER_TAB.to_owned(), Some(NoticeAction::Open(id)));
    if model.timeline.entries().is_empty() {
        return Vec::new();
    }
    let timeline = Rc::clone(&model.timeline);
    let mut writes = model.records.write(&timeline);
    writes.push(Write::Undo(Some(Undo { text: OF_OTHER_TAB.to_owned(), session: timeline.id().clone(), shared: None })));
    vec![Effect::Store(writes)]
}

const OTHER_TAB: &str = "Another tab has a different session. Both sessions are saved. Your next visit opens the session that changed last and offers the other one.";
const OF_OTHER_TAB: &str = "Two tabs had different sessions. This is the session that changed last. Undo opens the other one.";
