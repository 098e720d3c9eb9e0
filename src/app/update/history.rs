//! Undo and Redo.

use super::opening::set_aside;
use super::session::update_composer;
use crate::app::history::Direction;
use crate::app::opening::Purpose;
use crate::app::{Effect, Model};
use std::rc::Rc;

/// Takes back the last change of the session, or repeats the change that was undone last. A session of an earlier visit is read
/// first.
pub(super) fn go(model: &mut Model, direction: Direction) -> Vec<Effect> {
    let can_go = match direction {
        Direction::Undo => model.history.can_undo(&model.timeline),
        Direction::Redo => model.history.can_redo(&model.timeline),
    };
    if !can_go {
        return Vec::new();
    }
    if let Some(session) = model.history.missing(direction).cloned() {
        model.loading = Some((session.clone(), Purpose::Travel(direction)));
        return vec![Effect::Load(session)];
    }
    let Some(timeline) = Rc::make_mut(&mut model.history).go(direction, &model.timeline) else { return Vec::new() };
    set_aside(model);
    model.clear_notes();
    model.timeline = timeline;
    update_composer(model);
    model.announcement = match direction {
        Direction::Undo => "The last change is undone.".to_owned(),
        Direction::Redo => "The change is repeated.".to_owned(),
    };
    model.save_session()
}
