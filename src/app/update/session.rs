//! Sending requests, stepping, and replacing the session.

use super::opening::set_aside;
use crate::app::notice::{Tone, because};
use crate::app::timeline::{Entry, Timeline};
use crate::app::{Effect, Layout, Model, Msg, Pane, ViewChange, examples, tables};
use simulator::Options;
use simulator::session::{Act, Step};
use std::rc::Rc;

pub(super) fn send(model: &mut Model) -> Vec<Effect> {
    let call = model.composer.call();
    if !append(model, Act::Call(call)) {
        return Vec::new();
    }
    finish_send(model)
}

/// Shows the response of the request that was sent last.
pub(super) fn finish_send(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    // A fault applies to one call. Everything else in the form does not change.
    Rc::make_mut(&mut model.composer).fault = None;
    if let Some(entry) = model.timeline.current() {
        model.announcement = format!("{}: {}", entry.title(), entry.result());
    }
    follow_changes(model);
    model.view.apply(ViewChange::Pane(Pane::Response));
    if model.view.layout == Layout::Narrow {
        effects.push(Effect::FocusResponse);
    }
    effects.extend(model.save_session());
    effects
}

/// Shows the tab of the World pane with what the selected step changed, unless the shown tab has some of it.
fn follow_changes(model: &mut Model) {
    let simulator = model.timeline.simulator();
    let tabs: Vec<_> =
        model.timeline.changes().iter().rev().filter_map(|change| tables::tab_of_resource(&change.resource, simulator)).collect();
    if let Some(tab) = tabs.first().filter(|_| !tabs.contains(&model.view.world)) {
        model.view.apply(ViewChange::World(*tab));
    }
}

pub(super) fn run_step(model: &mut Model, act: Act) -> Vec<Effect> {
    if !append(model, act) {
        return Vec::new();
    }
    finish_steps(model)
}

/// Shows what the last step came to.
pub(super) fn finish_steps(model: &mut Model) -> Vec<Effect> {
    if let Some(entry) = model.timeline.current() {
        model.announcement = format!("{} {}", entry.title(), entry.result());
    }
    follow_changes(model);
    model.prefill();
    model.save_session()
}

/// Records a change of the session, for Undo. The notes on earlier changes go.
pub(super) fn record(model: &mut Model, before: &Rc<Timeline>) {
    Rc::make_mut(&mut model.history).record(before, &model.timeline);
    model.clear_notes();
}

/// Adds a step at the selected point. If it replaces later steps, a session with another ID goes on: the stored steps stay.
pub(super) fn append(model: &mut Model, act: Act) -> bool {
    append_step(model, Step::new(act))
}

/// Adds a step, which can have a name, IDs and an expectation.
pub(super) fn append_step(model: &mut Model, step: Step) -> bool {
    let before = Rc::clone(&model.timeline);
    match Rc::make_mut(&mut model.timeline).append(step) {
        Ok(dropped) => {
            if dropped > 0 || model.history.can_redo(&before) {
                let id = model.next_id();
                Rc::make_mut(&mut model.timeline).set_id(id);
            }
            record(model, &before);
            if dropped > 0 {
                let steps = if dropped == 1 { "1 later step was".to_owned() } else { format!("{dropped} later steps were") };
                model.notify(Tone::Note, format!("{steps} replaced. You can undo this."), None);
            }
            true
        }
        Err(error) => {
            model.report_problem(&error);
            false
        }
    }
}

pub(super) fn select(model: &mut Model, point: usize) -> Vec<Effect> {
    Rc::make_mut(&mut model.timeline).select(point);
    if model.timeline.is_asking() {
        model.announcement = format!("Step {} of {}: a question", model.timeline.point(), model.timeline.entries().len());
    } else if let Some(entry) = model.timeline.current() {
        model.announcement =
            format!("Step {} of {}: {} {}", model.timeline.point(), model.timeline.entries().len(), entry.title(), entry.result());
    } else {
        "Start of the session".clone_into(&mut model.announcement);
    }
    follow_changes(model);
    model.prefill();
    model.save_drafts()
}

pub(super) fn start(model: &mut Model, options: Options) -> Vec<Effect> {
    match Timeline::new(options) {
        Ok(timeline) => replace(model, timeline, "A new session replaced your session."),
        Err(error) => {
            model.report_problem(&error);
            Vec::new()
        }
    }
}

/// Opens an example at its introduction, with the tab of the World pane that belongs to its most important step.
pub(super) fn open_example(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(example) = examples::ALL.get(index) else { return Vec::new() };
    if let Some(effects) = super::examples::wait(model, Msg::OpenExample(index)) {
        return effects;
    }
    let session = model.examples.session(example).cloned().ok_or_else(|| "the site does not have it".to_owned());
    match session.and_then(Timeline::play) {
        Ok(mut timeline) => {
            timeline.begin_lesson();
            if let Some(operation) = timeline.highlight().and_then(Entry::operation) {
                model.view.apply(ViewChange::World(tables::tab_of(operation)));
            }
            open(model, timeline, &format!("The example “{}” replaced your session.", example.title))
        }
        Err(error) => {
            model.report_problem(&because("The example cannot be opened", &error));
            Vec::new()
        }
    }
}

/// Replaces the session by an opened one, and selects its introduction.
pub(super) fn open(model: &mut Model, mut timeline: Timeline, what: &str) -> Vec<Effect> {
    timeline.select(0);
    model.view.is_composing = false;
    model.view.apply(ViewChange::Pane(Pane::Response));
    replace(model, timeline, what)
}

/// Replaces the session. Undo brings the old one back.
pub(super) fn replace(model: &mut Model, timeline: Timeline, what: &str) -> Vec<Effect> {
    set_aside(model);
    let timeline = timeline.with_id(model.next_id());
    let before = std::mem::replace(&mut model.timeline, Rc::new(timeline));
    record(model, &before);
    if !before.entries().is_empty() {
        model.notify(Tone::Note, format!("{what} You can undo this."), None);
    }
    model.view.apply(ViewChange::Dialog(None));
    update_composer(model);
    what.clone_into(&mut model.announcement);
    model.save_session()
}

/// Updates the composer after the session has changed: it continues from the last call before the selected point, the caller must
/// exist, and a draft that nobody edited is filled in again.
pub(super) fn update_composer(model: &mut Model) {
    let last = model
        .timeline
        .entries()
        .iter()
        .take(model.timeline.point())
        .rev()
        .find_map(|entry| Some((entry.operation()?, entry.account()?.clone())));
    if let Some((operation, account)) = last {
        let composer = Rc::make_mut(&mut model.composer);
        (composer.operation, composer.account, composer.fault) = (operation, account, None);
    }
    model.ensure_caller_exists();
    model.prefill();
}
