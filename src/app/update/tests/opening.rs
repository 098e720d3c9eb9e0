//! Opening a session step by step, and storing only what is new.

use super::*;
use crate::app::Earlier;

fn long(steps: usize) -> String {
    let steps: Vec<_> = (0..steps).map(|_| json!({ "advance": 1 })).collect();
    json!({ "format": "grant-playground/1", "title": "Long", "steps": steps }).to_string()
}

/// What a visit with so many steps leaves.
fn shelf(steps: u32) -> (Shelf, Model) {
    let (mut shelf, mut model) = (Shelf::default(), model());
    for seconds in 1..=steps {
        shelf.keep(update(&mut model, Msg::AdvanceClock(seconds)));
    }
    (shelf, model)
}

#[test]
fn a_step_writes_one_record() {
    let (mut shelf, mut model) = shelf(20);
    assert_eq!(shelf.written, 20);
    shelf.keep(update(&mut model, Msg::FinishWork));
    assert_eq!(shelf.written, 21);
    shelf.keep(update(&mut model, Msg::SelectPoint(3)));
    assert_eq!(shelf.written, 21, "stepping writes no step");
}

#[test]
fn replaced_steps_stay_stored_and_come_back_on_the_next_visit() {
    let (mut shelf, mut model) = shelf(20);
    let whole = model.timeline.session();
    update(&mut model, Msg::SelectPoint(15));
    shelf.keep(update(&mut model, Msg::FinishWork));
    shelf.keep(update(&mut model, Msg::AdvanceClock(99)));
    let forked = model.timeline.session();
    assert_eq!(shelf.session(model.timeline.id()).unwrap().steps.len(), 17);
    assert_eq!(shelf.written, 20 + 2, "no step is written again");
    let mut again = start(shelf.stored());
    assert_eq!((again.timeline.session(), notices(&again)), (forked.clone(), vec![]));
    for _ in 0..2 {
        shelf.keep(undo(&mut again, &shelf.clone()));
    }
    assert_eq!(again.timeline.session(), whole);
    shelf.keep(undo(&mut again, &shelf.clone()));
    assert_eq!(again.timeline.entries().len(), 19);
    // What was undone can be redone on the visit after that.
    let mut third = start(shelf.stored());
    assert_eq!((third.timeline.entries().len(), shelf.written), (19, 22));
    redo(&mut third, &shelf);
    assert_eq!(third.timeline.session(), whole);
    for _ in 0..2 {
        redo(&mut third, &shelf);
    }
    assert_eq!(third.timeline.session(), forked);
    assert!(!third.history.can_redo(&third.timeline));
}

#[test]
fn a_change_after_undo_overwrites_no_stored_step() {
    let (mut shelf, mut model) = shelf(20);
    let (old, whole) = (model.timeline.id().clone(), model.timeline.session());
    for _ in 0..5 {
        shelf.keep(update(&mut model, Msg::Undo));
    }
    shelf.keep(update(&mut model, Msg::FinishWork));
    assert_eq!((shelf.written, shelf.session(&old).unwrap().steps.len()), (21, whole.steps.len()));
    assert_eq!(start(shelf.stored()).timeline.session(), model.timeline.session());
}

#[test]
fn a_part_of_a_part_of_a_session_is_read_back() {
    let (mut shelf, mut model) = shelf(9);
    for point in [7, 5, 6, 2] {
        update(&mut model, Msg::SelectPoint(point));
        shelf.keep(update(&mut model, Msg::FinishWork));
        shelf.keep(update(&mut model, Msg::AdvanceClock(70)));
        assert_eq!(start(shelf.stored()).timeline.session(), model.timeline.session());
    }
}

#[test]
fn steps_that_could_not_be_stored_are_written_later() {
    let (mut shelf, mut model) = shelf(3);
    let id = model.timeline.id().clone();
    for _ in 0..2 {
        update(&mut model, Msg::FinishWork);
        update(&mut model, Msg::NotStored { reason: "the storage for this page is full".into(), steps: Some((id.clone(), 3)) });
    }
    assert_eq!(model.notices.len(), 1, "said once");
    shelf.keep(update(&mut model, Msg::FinishWork));
    assert_eq!(start(shelf.stored()).timeline.session(), model.timeline.session());
}

#[test]
fn a_session_opens_step_by_step_and_the_page_can_be_used_meanwhile() {
    let mut model = model();
    send(&mut model);
    let mine = model.timeline.session();
    let mut msg = Msg::Import(long(50));
    for done in 0..30 {
        assert_eq!(super::super::update(&mut model, msg), [Effect::PlayOn]);
        msg = Msg::PlayOn;
        assert_eq!(model.progress().unwrap().sentence(), format!("Opening: {done} of 50 steps"));
    }
    send(&mut model);
    assert_eq!(titles(&model), ["CreateLicense 200", "CreateLicense 200"]);
    update(&mut model, Msg::CancelOpening);
    assert_eq!((model.progress(), model.announcement.as_str()), (None, "Opening was canceled."));
    assert_eq!(super::super::update(&mut model, Msg::PlayOn), [], "nothing goes on");
    assert_eq!((titles(&model).len(), mine.steps.len()), (2, 1));
    update(&mut model, Msg::Import(long(50)));
    assert_eq!((model.timeline.entries().len(), model.timeline.point(), model.progress()), (50, 0, None));
}

#[test]
fn what_is_sent_before_the_last_visit_is_open_is_offered_back() {
    let (mut shelf, _) = shelf(20);
    let mut model = Model::start(Stored { visit: "next".into(), ..shelf.stored() }, Options::default()).unwrap();
    assert_eq!(model.progress().unwrap().total, 20);
    super::super::update(&mut model, Msg::PlayOn);
    shelf.keep(super::super::update(&mut model, Msg::AdvanceClock(7)));
    shelf.keep(update(&mut model, Msg::PlayOn));
    let told = "The session from your last visit is open. Undo opens the one before.";
    assert_eq!((model.timeline.entries().len(), notices(&model)), (20, vec![told]));
    shelf.keep(undo(&mut model, &shelf.clone()));
    assert_eq!(titles(&model), ["Clock +7 s "]);
    let mut again = start(shelf.stored());
    assert_eq!(again.timeline.entries().len(), 1);
    redo(&mut again, &shelf);
    assert_eq!(again.timeline.entries().len(), 20);
}

#[test]
fn the_last_visit_can_be_opened_after_it_was_canceled() {
    let (mut shelf, old) = shelf(20);
    let mut model = Model::start(Stored { visit: "next".into(), ..shelf.stored() }, Options::default()).unwrap();
    update(&mut model, Msg::CancelOpening);
    assert_eq!(notices(&model), ["The session from your last visit was not opened."]);
    shelf.keep(send(&mut model));
    let mut again = start(shelf.stored());
    assert_eq!(titles(&again).len(), 1);
    for _ in 0..2 {
        undo(&mut again, &shelf);
    }
    let id = model.notices[0].id;
    let [Effect::Load(session)] = &update(&mut model, Msg::NoticeAction(id))[..] else { panic!("it is read") };
    let stored = shelf.session(session).ok_or_else(String::new);
    update(&mut model, Msg::Loaded(stored));
    for model in [again, model] {
        assert_eq!(model.timeline.session(), old.timeline.session());
        assert!(!notices(&model).contains(&"The session from your last visit was not opened."));
    }
}

#[test]
fn an_unfinished_opening_loses_neither_session() {
    let (mut shelf, old) = shelf(20);
    let mut model = Model::start(Stored { visit: "next".into(), ..shelf.stored() }, Options::default()).unwrap();
    assert_eq!(super::super::update(&mut model, Msg::Undo), [], "there is nothing to undo yet");
    shelf.keep(send(&mut model));
    let mut again = start(shelf.stored());
    assert_eq!(titles(&again), ["CreateLicense 200"]);
    for _ in 0..2 {
        undo(&mut again, &shelf);
    }
    assert_eq!(again.timeline.session(), old.timeline.session());
}

#[test]
fn what_an_earlier_page_stored_is_taken_over() {
    let text = long(3);
    let earlier_undo = format!("2 later steps were replaced.\n{}", long(5));
    let earlier = Earlier { session: Some(text.clone()), undo: Some(earlier_undo) };
    let mut model = Model::start(Stored { visit: "visit".into(), earlier, ..Stored::default() }, Options::default()).unwrap();
    let mut shelf = Shelf::default();
    shelf.keep(update(&mut model, Msg::PlayOn));
    assert!(shelf.is_adopted);
    let mut again = start(shelf.stored());
    assert_eq!((again.timeline.entries().len(), again.timeline.title()), (3, "Long"));
    undo(&mut again, &shelf);
    assert_eq!(again.timeline.entries().len(), 5);
}

#[test]
fn what_an_earlier_page_stored_and_cannot_be_read_stays() {
    let earlier = Earlier { session: Some("{".into()), undo: None };
    let mut model = Model::start(Stored { earlier, ..Stored::default() }, Options::default()).unwrap();
    assert_eq!(update(&mut model, Msg::PlayOn), []);
    assert!(matches!(&press_remedy(&mut model)[..], [Effect::Download { text, .. }] if text == "{"));
}

#[test]
fn a_stored_step_that_cannot_run_is_named_and_the_session_can_be_downloaded() {
    let (shelf, _) = shelf(3);
    let mut stored = shelf.stored();
    stored.session.as_mut().unwrap().steps[1] = "{".into();
    let mut model = start(stored);
    let told = "The session from your last visit cannot be read: step 2: ";
    assert!(notices(&model)[0].starts_with(told), "{:?}", notices(&model));
    let effects = press_remedy(&mut model);
    let [Effect::Download { text, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(serde_json::from_str::<Value>(text).unwrap()["steps"], json!([{ "advance": 1 }, "{", { "advance": 3 }]));
}
