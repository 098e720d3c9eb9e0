//! The page in a frame of another page.

use super::*;
use crate::app::Host;
use std::rc::Rc;

/// A page in a frame, with a session of two permissions at its first step.
fn frame(host: Host) -> Model {
    let mut model = model();
    model.view.host = host;
    let create = |name: &str| json!({ "as": "111122223333", "operation": "ram:CreatePermission", "input": { "name": name } });
    let session = json!({ "format": "grant-playground/1", "steps": [create("first"), create("second")] }).to_string();
    update(&mut model, Msg::Ask(json!({ "do": "open", "session": session, "point": 1 }).to_string()));
    model
}

#[test]
fn a_frame_that_only_shows_a_session_changes_nothing() {
    let mut model = frame(Host::ReadOnlyFrame);
    let (session, composer) = (model.timeline.session(), Rc::clone(&model.composer));
    for msg in [Msg::Send, Msg::FinishWork, Msg::AdvanceClock(1), Msg::EditAndResend(1), Msg::SetTitle("Mine".to_owned())] {
        assert_eq!(update(&mut model, msg), []);
    }
    assert_eq!((model.timeline.session(), &model.composer), (session, &composer));
    update(&mut model, Msg::Step { is_forward: true });
    assert_eq!(model.timeline.point(), 2);
}

#[test]
fn a_live_frame_composes_the_request_that_it_shows() {
    let mut model = frame(Host::LiveFrame);
    assert_eq!((model.timeline.point(), model.view.is_composing, model.composer.operation.name), (1, true, "CreatePermission"));
    assert!(text(&model).contains("first"), "{}", text(&model));
    update(&mut model, Msg::Send);
    assert_eq!((model.timeline.entries().len(), model.timeline.point()), (2, 2));
    // In a tab, the sent request is shown first.
    assert!(!frame(Host::Tab).view.is_composing);
}
