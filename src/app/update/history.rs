//! Undo and Redo.

use super::opening::set_aside;
use super::session::update_composer;
use crate::app::timeline::Timeline;
use crate::app::{Effect, Model};
use std::rc::Rc;

/// Takes back the last change of the session.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    let before = Rc::make_mut(&mut model.history).undo(&model.timeline);
    go_to(model, before, "The last change is undone.")
}

/// Repeats the change that was undone last.
pub(super) fn redo(model: &mut Model) -> Vec<Effect> {
    let after = Rc::make_mut(&mut model.history).redo(&model.timeline);
    go_to(model, after, "The change is repeated.")
}

fn go_to(model: &mut Model, timeline: Option<Rc<Timeline>>, what: &str) -> Vec<Effect> {
    let Some(timeline) = timeline else { return Vec::new() };
    set_aside(model);
    model.timeline = timeline;
    update_composer(model);
    what.clone_into(&mut model.announcement);
    model.save_session()
}
