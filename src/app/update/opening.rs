//! Opens a session step by step.

use super::session::{open, record, replace};
use crate::app::notice::{NoticeAction, Tone, because};
use crate::app::opening::{Arrival, Opening, Purpose};
use crate::app::store::{SessionId, StoredSession, Write};
use crate::app::timeline::Timeline;
use crate::app::{Effect, Host, Model, Msg};
use std::rc::Rc;

/// Starts to open a session from a file or a text.
pub(super) fn import(model: &mut Model, text: &str, arrival: Arrival) -> Vec<Effect> {
    match Opening::text(text, model.next_id(), Purpose::Import(arrival)) {
        Ok(opening) => begin(model, opening),
        Err(error) => {
            model.report_problem(&because(NOT_IMPORTED, &error));
            Vec::new()
        }
    }
}

/// Starts to open a session that was read from the storage.
pub(super) fn loaded(model: &mut Model, loaded: Result<StoredSession, String>) -> Vec<Effect> {
    let Some((id, purpose)) = model.loading.take() else { return Vec::new() };
    match loaded {
        Ok(stored) => {
            let stored = Rc::new(stored);
            match Opening::stored(&stored, purpose) {
                Ok(opening) => begin(model, opening),
                Err(error) => {
                    model.give_up(&stored, &error);
                    Vec::new()
                }
            }
        }
        Err(error) => {
            Rc::make_mut(&mut model.history).forget(&id);
            model.report_problem(&because("The session cannot be opened", &error));
            Vec::new()
        }
    }
}

const NOT_IMPORTED: &str = "The session was not imported";

fn begin(model: &mut Model, opening: Opening) -> Vec<Effect> {
    set_aside(model);
    model.opening = Some(opening);
    vec![Effect::PlayOn]
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
    let (timeline, base) = opening.into_timeline();
    match purpose {
        Purpose::Import(arrival) => arrive(model, timeline, arrival),
        Purpose::LastVisit { point, callers: [caller, shown], is_adopted } => {
            if model.composer.account == shown {
                Rc::make_mut(&mut model.composer).account = caller;
            }
            continue_visit(model, timeline, point, (!is_adopted).then_some(base))
        }
        Purpose::Open => {
            model.records.add(&Rc::new(timeline.clone()), base);
            remove_offers(model);
            replace(model, timeline, "The other session replaced your session.")
        }
        Purpose::Travel(direction) => {
            let timeline = Rc::new(timeline);
            model.records.add(&timeline, base);
            let is_next = model.history.missing(direction) == Some(timeline.id());
            Rc::make_mut(&mut model.history).provide(&timeline);
            if is_next { super::history::go(model, direction) } else { Vec::new() }
        }
    }
}

/// Replaces the session by an imported one.
fn arrive(model: &mut Model, mut timeline: Timeline, arrival: Arrival) -> Vec<Effect> {
    let what = if arrival.is_edited { "The edited session" } else { "The imported session" };
    if !arrival.is_edited {
        timeline.begin_lesson();
    }
    let mut effects = open(model, timeline, &format!("{what} replaced your session."));
    if let Some(point) = arrival.point {
        effects.extend(super::session::select(model, point));
    }
    for change in arrival.view {
        model.view.apply(change);
    }
    // Readers of another page change the request that it shows them.
    if model.view.host == Host::LiveFrame {
        effects.extend(super::update(model, Msg::EditAndResend(model.timeline.point().saturating_sub(1))));
    }
    effects
}

/// Shows the session of the last visit. Undo leads to the requests that were sent in the meantime. `stored` is the line of its record
/// that names the session it begins with; without it, an earlier version of the page stored the session in another way.
fn continue_visit(model: &mut Model, timeline: Timeline, point: usize, stored: Option<Option<String>>) -> Vec<Effect> {
    let timeline = Rc::new(timeline);
    let is_adopted = stored.is_none();
    if let Some(base) = stored {
        model.records.add(&timeline, base);
    }
    let history = Rc::make_mut(&mut model.history);
    history.provide(&timeline);
    let steps = history.steps_of(timeline.id()).unwrap_or_default();
    let mut timeline = timeline.until(steps);
    timeline.select(point);
    let timeline = Rc::new(timeline);
    let before = std::mem::replace(&mut model.timeline, timeline);
    let has_replaced = model.history.session() != model.timeline.id();
    if has_replaced {
        record(model, &before);
        model.notify(Tone::Note, "The session from your last visit is open. Undo opens the one before.".to_owned(), None);
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
        (Purpose::LastVisit { .. } | Purpose::Open | Purpose::Travel(_), Some(stored)) => model.give_up(stored, error),
        (Purpose::Import(_), _) | (_, None) => model.report_problem(&because(NOT_IMPORTED, error)),
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
        Rc::make_mut(&mut model.history).start_with(&model.timeline);
        let action = NoticeAction::Open(stored.id.clone());
        model.notify(Tone::Note, "The session from your last visit was not opened.".to_owned(), Some(action));
    }
}

/// Removes the notices that offer a session.
fn remove_offers(model: &mut Model) {
    Rc::make_mut(&mut model.notices).retain(|notice| !matches!(notice.action, Some(NoticeAction::Open(_))));
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
    remove_offers(model);
    model.notify(Tone::Note, OTHER_TAB.to_owned(), Some(NoticeAction::Open(id)));
    if model.timeline.entries().is_empty() {
        return Vec::new();
    }
    let timeline = Rc::clone(&model.timeline);
    let mut writes = model.records.write(&timeline);
    writes.push(Write::Other(Some(timeline.id().clone())));
    vec![Effect::Store(writes)]
}

const OTHER_TAB: &str =
    "Another tab has a different session. Both sessions are saved. Your next visit opens the session that changed last.";
