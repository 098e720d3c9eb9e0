//! Sessions: saved, restored, exported, imported, replaced.

use super::*;
use crate::app::parts::Part;
use crate::app::store::Records;
use crate::app::{Earlier, SessionId, StoredSession, examples};

#[test]
fn everything_is_saved_and_restored() {
    let mut model = model();
    send(&mut model);
    update(&mut model, Msg::AdvanceClock(5));
    choose(&mut model, "CreateGrant");
    update(&mut model, Msg::SetText("{ unfinished".into()));
    update(&mut model, Msg::SetRegion("eu-west-1".parse().unwrap()));
    update(&mut model, Msg::View(ViewChange::Mode(Mode::Json)));
    let mut shelf = Shelf::default();
    shelf.keep(update(&mut model, Msg::SelectPoint(1)));
    model.records = Records::default();
    shelf.keep(model.save_session());
    let stored = Stored { theme: Theme::Dark, ..shelf.stored() };
    let mut again = Model::start(stored, Options { seed: 99, ..Options::default() }).unwrap();
    update(&mut again, Msg::PlayOn);
    assert_eq!(again.timeline.session(), model.timeline.session());
    assert_eq!((again.timeline.point(), text(&again), again.composer.region.as_str()), (1, "{ unfinished", "eu-west-1"));
    assert_eq!((again.view.mode, again.view.theme), (Mode::Json, Theme::Dark));
    assert_eq!(notices(&again), [""; 0]);
}

#[test]
fn unreadable_data_can_be_downloaded_and_the_page_still_works() {
    let stored =
        Stored { earlier: Earlier { session: Some("{\"format\":".into()), undo: None }, drafts: Some("[]".into()), ..Stored::default() };
    let mut model = start(stored);
    assert_eq!(model.notices.len(), 2);
    assert!(notices(&model)[1].starts_with("The session from your last visit cannot be read: "), "{:?}", notices(&model));
    let Some(NoticeAction::Download { text, .. }) = model.notices[1].action.clone() else { panic!("the text is offered") };
    assert_eq!(text, "{\"format\":");
    let id = model.notices[1].id;
    assert!(matches!(&update(&mut model, Msg::NoticeAction(id))[..], [Effect::Download { .. }]));
    send(&mut model);
    assert_eq!(titles(&model), ["CreateLicense 200"]);
}

#[test]
fn a_blocked_storage_is_reported_once() {
    let mut model = start(Stored { problem: Some("storage is blocked for this page".into()), ..Stored::default() });
    let told = "The browser cannot save your work: storage is blocked for this page. Download the session with Share to keep it.";
    assert_eq!(notices(&model), [told]);
    let id = model.notices[0].id;
    update(&mut model, Msg::Dismiss(id));
    update(&mut model, Msg::NotStored { reason: "storage is blocked for this page".into(), steps: None });
    assert_eq!(notices(&model), [""; 0]);
    update(&mut model, Msg::NotStored { reason: "the storage for this page is full".into(), steps: None });
    assert_eq!(model.notices.len(), 1);
}

#[test]
fn a_failed_import_changes_nothing() {
    let mut model = model();
    send(&mut model);
    let before = model.timeline.session();
    for (text, told) in [
        ("hello", "The session was not imported: this is not a session of the playground: expected value at line 1 column 1"),
        (r#"{"format":"grant-playground/2"}"#, "The session was not imported: this is not a session of the playground: unknown variant"),
        (
            r#"{"format":"grant-playground/1","steps":[{"settle":true},{"as":"111122223333","operation":"ram:Nothing"}]}"#,
            "The session was not imported: this is not a session of the playground: there is no operation `ram:Nothing`",
        ),
    ] {
        assert_eq!(update(&mut model, Msg::Import(text.into())), []);
        assert!(notices(&model).last().is_some_and(|notice| notice.starts_with(told)), "{:?}", notices(&model));
        assert_eq!(model.timeline.session(), before);
    }
}

#[test]
fn a_problem_in_a_dialog_is_shown_there() {
    let mut model = model();
    update(&mut model, Msg::View(ViewChange::Dialog(Some(Dialog::Part(Part::Paste)))));
    update(&mut model, Msg::Import("hello".into()));
    assert!(model.view.problem.as_deref().is_some_and(|problem| problem.starts_with("The session was not imported: ")));
    assert_eq!((model.notices.len(), model.view.dialog), (0, Some(Dialog::Part(Part::Paste))));
    update(&mut model, Msg::View(ViewChange::Closed(Dialog::Part(Part::Paste).id())));
    assert_eq!((model.view.problem, model.view.dialog), (None, None));
}

#[test]
fn a_dialog_that_closes_late_does_not_close_the_next_one() {
    let mut model = model();
    for dialog in [Dialog::Keys, Dialog::New] {
        update(&mut model, Msg::View(ViewChange::Dialog(Some(dialog))));
    }
    update(&mut model, Msg::View(ViewChange::Closed(Dialog::Keys.id())));
    assert_eq!(model.view.dialog, Some(Dialog::New));
}

#[test]
fn a_replaced_session_can_be_restored() {
    let mut model = model();
    send(&mut model);
    let mine = model.timeline.session();
    let text = model.examples.session(&examples::ALL[1]).unwrap().to_text();
    update(&mut model, Msg::View(ViewChange::Dialog(Some(Dialog::Part(Part::Paste)))));
    update(&mut model, Msg::Import(text));
    assert_eq!(model.view.dialog, None);
    assert_eq!(model.timeline.title(), examples::ALL[1].title);
    assert_eq!(model.timeline.point(), 0, "at its introduction");
    update(&mut model, Msg::OpenExample(2));
    assert_eq!(notices(&model), [format!("The example “{}” replaced your session. You can undo this.", examples::ALL[2].title)]);
    update(&mut model, Msg::Undo);
    assert_eq!((model.timeline.title(), notices(&model).len()), (examples::ALL[1].title, 0));
    update(&mut model, Msg::Undo);
    assert_eq!(model.timeline.session(), mine);
}

/// What is stored of a session that two examples replaced, and that session.
fn replaced_twice() -> (Shelf, Session) {
    let (mut shelf, mut model) = (Shelf::default(), model());
    shelf.keep(send(&mut model));
    let mine = model.timeline.session();
    for example in [1, 2] {
        shelf.keep(update(&mut model, Msg::OpenExample(example)));
    }
    (shelf, mine)
}

#[test]
fn replaced_sessions_can_be_restored_on_the_next_visit() {
    let (mut shelf, mine) = replaced_twice();
    let mut again = start(shelf.stored());
    assert_eq!((again.timeline.title(), again.notices.len()), (examples::ALL[2].title, 0));
    for _ in 0..2 {
        shelf.keep(undo(&mut again, &shelf.clone()));
    }
    assert_eq!(again.timeline.session(), mine);
    let mut third = start(shelf.stored());
    assert_eq!(third.timeline.session(), mine);
    for example in [1, 2] {
        redo(&mut third, &shelf);
        assert_eq!(third.timeline.title(), examples::ALL[example].title);
    }
}

#[test]
fn an_unreadable_replaced_session_can_be_downloaded_and_the_one_before_is_next() {
    let (shelf, mine) = replaced_twice();
    let mut again = start(shelf.stored());
    let [Effect::Load(session)] = &update(&mut again, Msg::Undo)[..] else { panic!("it is read") };
    let damaged = StoredSession { id: session.clone(), head: "{".into(), ..StoredSession::default() };
    assert_eq!(update(&mut again, Msg::Loaded(Ok(damaged))), []);
    assert!(notices(&again)[0].starts_with("The session from your last visit cannot be read: "), "{:?}", notices(&again));
    undo(&mut again, &shelf);
    assert_eq!(again.timeline.session(), mine);
    let mut third = start(shelf.stored());
    update(&mut third, Msg::Undo);
    update(&mut third, Msg::Loaded(Err("the session is not stored any more".into())));
    assert_eq!(notices(&third), ["The session cannot be opened: the session is not stored any more."]);
}

#[test]
fn a_change_while_a_session_is_read_stays() {
    let (mut shelf, mut model) = (Shelf::default(), model());
    shelf.keep(send(&mut model));
    shelf.keep(update(&mut model, Msg::OpenExample(1)));
    let mut again = start(shelf.stored());
    let [Effect::Load(session)] = &update(&mut again, Msg::Undo)[..] else { panic!("it is read") };
    update(&mut again, Msg::SelectPoint(99));
    update(&mut again, Msg::AdvanceClock(5));
    let changed = again.timeline.session();
    update(&mut again, Msg::Loaded(Ok(shelf.session(session).unwrap())));
    assert_eq!(again.timeline.session(), changed);
}

#[test]
fn notices_are_few() {
    let mut model = start(Stored { drafts: Some("[]".into()), ..Stored::default() });
    send(&mut model);
    for name in ["workflowPace", "seconds", "licenses", "other"] {
        let change = Intervention::Settings(Map::from_iter([(name.to_owned(), json!("never"))]));
        update(&mut model, Msg::ChangeWorld(change));
    }
    update(&mut model, Msg::OpenExample(1));
    update(&mut model, Msg::OpenExample(2));
    assert_eq!(model.notices.len(), 3, "{:?}", notices(&model));
    assert!(model.notices[0].action.is_some(), "what has to be answered stays");
    assert!(model.notices.iter().filter(|notice| notice.is_brief()).count() <= 1);
}

#[test]
fn the_title_and_the_answers_of_a_lesson_are_stored_also_of_a_session_that_continues_another_one() {
    let mut model = model();
    let mut shelf = Shelf::default();
    shelf.keep(send(&mut model));
    shelf.keep(send(&mut model));
    shelf.keep(update(&mut model, Msg::SelectPoint(1)));
    shelf.keep(send(&mut model));
    shelf.keep(update(&mut model, Msg::SetTitle("Mine".to_owned())));
    let mut again = start(shelf.stored());
    assert_eq!((again.timeline.title(), again.timeline.entries().len()), ("Mine", 2));
    let ask = r#"{"do":"answers","student":"Ana","answers":[{"step":2,"choice":1}]}"#;
    let written = shelf.written;
    shelf.keep(update(&mut again, Msg::Ask(ask.to_owned())));
    assert_eq!(shelf.written, written, "no step is stored again");
    let once_more = start(shelf.stored());
    assert_eq!(once_more.timeline.session(), again.timeline.session());
    assert_eq!(once_more.timeline.session().student.as_deref(), Some("Ana"));
}

#[test]
fn the_session_of_another_tab_is_saved_next_to_this_one() {
    let (mut mine, mut other) = (model(), start(Stored { visit: "other".into(), ..Stored::default() }));
    let mut shelf = Shelf::default();
    shelf.keep(send(&mut mine));
    choose(&mut other, "CreatePermission");
    shelf.keep(send(&mut other));
    let text = |model: &Model| model.timeline.session().to_text();
    for _ in 0..2 {
        shelf.keep(update(&mut mine, Msg::OtherTabSaved(other.timeline.id().clone())));
        assert_eq!(shelf.other.as_ref(), Some(mine.timeline.id()));
        assert_eq!(mine.notices.len(), 1, "said once");
    }
    let before = text(&mine);
    assert_eq!(press_remedy(&mut mine), [Effect::Load(other.timeline.id().clone())]);
    let loaded = shelf.session(other.timeline.id()).ok_or_else(String::new);
    shelf.keep(update(&mut mine, Msg::Loaded(loaded)));
    assert_eq!(text(&mine), text(&other));
    assert_ne!(mine.timeline.id(), other.timeline.id(), "it is a copy");
    assert_eq!(shelf.written, 2, "it shares the stored steps");
    assert_eq!(start(shelf.stored()).timeline.session(), other.timeline.session());
    update(&mut mine, Msg::Undo);
    assert_eq!(text(&mine), before);
}

#[test]
fn two_tabs_with_the_same_session_go_on_apart() {
    let (mut shelf, mut mine) = (Shelf::default(), model());
    shelf.keep(send(&mut mine));
    let mut other = start(Stored { visit: "other".into(), ..shelf.stored() });
    assert_eq!(other.timeline.id(), mine.timeline.id());
    choose(&mut other, "CreatePermission");
    shelf.keep(send(&mut other));
    shelf.keep(update(&mut mine, Msg::OtherTabSaved(other.timeline.id().clone())));
    assert_ne!(other.timeline.id(), mine.timeline.id());
    choose(&mut mine, "CreateResourceShare");
    shelf.keep(send(&mut mine));
    shelf.keep(update(&mut other, Msg::OtherTabSaved(mine.timeline.id().clone())));
    let mut next = start(shelf.stored());
    assert_eq!(next.timeline.session(), mine.timeline.session());
    assert_eq!(notices(&next), ["Two tabs had different sessions. This is the session that changed last. Undo opens the other one."]);
    shelf.keep(undo(&mut next, &shelf.clone()));
    assert_eq!(next.timeline.session(), other.timeline.session());
    assert_eq!(shelf.other, None, "it is in the history now");
}

#[test]
fn a_tab_without_steps_saves_nothing() {
    let mut mine = model();
    assert_eq!(update(&mut mine, Msg::OtherTabSaved(SessionId("other".into()))), []);
}

/// The saved data of a visit with three steps. The second step is selected, and the caller is an account that only this session has.
fn last_visit() -> Shelf {
    let (mut shelf, mut model) = (Shelf::default(), model());
    let auditor: AccountId = "555566667777".parse().unwrap();
    shelf.keep(update(&mut model, Msg::ChangeWorld(Intervention::Account(Account::new(auditor.clone(), "Auditor")))));
    shelf.keep(send(&mut model));
    shelf.keep(update(&mut model, Msg::AdvanceClock(60)));
    shelf.keep(update(&mut model, Msg::SelectPoint(2)));
    shelf.keep(update(&mut model, Msg::SetCaller(auditor)));
    shelf
}

#[test]
fn the_last_visit_is_restored() {
    let mut model = start(last_visit().stored());
    assert_eq!(titles(&model), ["Account 555566667777 changed ", "CreateLicense 200", "Clock +1 min "]);
    assert_eq!((model.timeline.point(), model.composer.account.as_str()), (2, "555566667777"));
    let mut again = last_visit();
    again.keep(model.save_session());
    assert_eq!(again, last_visit(), "nothing is stored anew");
}

#[test]
fn a_caller_that_the_session_does_not_have_is_replaced() {
    let model = start(Stored { session: None, ..last_visit().stored() });
    assert_eq!(model.composer.account.as_str(), "111122223333");
}

#[test]
fn unreadable_drafts_can_be_downloaded() {
    let mut model = start(Stored { drafts: Some("[]".into()), ..Stored::default() });
    assert!(matches!(&press_remedy(&mut model)[..], [Effect::Download { text, .. }] if text == "[]"));
}
