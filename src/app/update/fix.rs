//! Applies the fix of a refused request.

use super::compose::compose_call;
use super::session::{append, finish_send};
use crate::app::fix::Fix;
use crate::app::{Effect, Model};
use simulator::session::Act;

/// Sends the calls of the fix, and leaves the corrected request in the draft.
pub(super) fn apply(model: &mut Model) -> Vec<Effect> {
    let Some(fix) = Fix::of(&model.timeline) else { return Vec::new() };
    let Some(corrected) = fix.calls.last().cloned() else { return Vec::new() };
    compose_call(model, &corrected);
    for call in fix.calls {
        if !append(model, Act::Call(call)) {
            return Vec::new();
        }
    }
    finish_send(model)
}

/// Puts the corrected request into the draft.
pub(super) fn edit(model: &mut Model) -> Vec<Effect> {
    let Some(corrected) = Fix::of(&model.timeline).and_then(|fix| fix.calls.last().cloned()) else { return Vec::new() };
    compose_call(model, &corrected);
    "The draft has the changes of the fix.".clone_into(&mut model.announcement);
    model.save_drafts()
}
