//! Sessions: saved, restored, exported, imported, replaced.

use super::*;
use crate::app::examples;

#[test]
fn everything_is_saved_and_restored() {
    let mut model = model();
    send(&mut model);
    update(&mut model, Msg::Advance(5));
    choose(&mut model, "CreateGrant");
    update(&mut model, Msg::Type("{ unfinished".into()));
    update(&mut model, Msg::Enter("eu-west-1".parse().unwrap()));
    update(&mut model, Msg::Look(Look::Mode(Mode::Json)));
    let mut stored = Stored { theme: Theme::Dark, ..Stored::default() };
    for effect in update(&mut model, Msg::Select(1)).into_iter().chain(model.save_session()) {
        match effect {
            Effect::Save(Slot::Session, text) => stored.session = Some(text),
            Effect::Save(Slot::Drafts, text) => stored.drafts = Some(text),
            other => panic!("unexpected: {other:?}"),
        }
    }
    let again = Model::start(stored, Options { seed: 99, ..Options::default() }).unwrap();
    assert_eq!(again.timeline.session(), model.timeline.session());
    assert_eq!((again.timeline.point(), text(&again), again.composer.region.as_str()), (1, "{ unfinished", "eu-west-1"));
    assert_eq!((again.view.mode, again.view.theme), (Mode::Json, Theme::Dark));
    assert_eq!(notices(&again), [""; 0]);
}

#[test]
fn unreadable_data_can_be_downloaded_and_the_page_still_works() {
    let stored = Stored { session: Some("{\"format\":".into()), drafts: Some("[]".into()), ..Stored::default() };
    let mut model = Model::start(stored, Options::default()).unwrap();
    assert_eq!(model.notices.len(), 2);
    assert!(notices(&model)[1].starts_with("The session from your last visit cannot be read: "), "{:?}", notices(&model));
    let Some(Remedy::Download { text, .. }) = model.notices[1].remedy.clone() else { panic!("the text is offered") };
    assert_eq!(text, "{\"format\":");
    let id = model.notices[1].id;
    assert!(matches!(&update(&mut model, Msg::Remedy(id))[..], [Effect::Download { .. }]));
    send(&mut model);
    assert_eq!(titles(&model), ["CreateLicense 200"]);
}

#[test]
fn a_blocked_storage_is_reported_once() {
    let stored = Stored { problem: Some("storage is blocked for this page".into()), ..Stored::default() };
    let mut model = Model::start(stored, Options::default()).unwrap();
    let told = "The browser cannot save your work: storage is blocked for this page. Export the session to keep it.";
    assert_eq!(notices(&model), [told]);
    let id = model.notices[0].id;
    update(&mut model, Msg::Dismiss(id));
    update(&mut model, Msg::NotKept("storage is blocked for this page".into()));
    assert_eq!(notices(&model), [""; 0]);
    update(&mut model, Msg::NotKept("the storage for this page is full".into()));
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
            "The session was not imported: step 2: there is no operation `ram:Nothing`",
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
    update(&mut model, Msg::Look(Look::Dialog(Some(Dialog::Import))));
    update(&mut model, Msg::Import("hello".into()));
    assert!(model.view.problem.as_deref().is_some_and(|problem| problem.starts_with("The session was not imported: ")));
    assert_eq!((model.notices.len(), model.view.dialog), (0, Some(Dialog::Import)));
    update(&mut model, Msg::Look(Look::Dialog(None)));
    assert_eq!(model.view.problem, None);
}

#[test]
fn a_replaced_session_can_be_restored() {
    let mut model = model();
    send(&mut model);
    let mine = model.timeline.session();
    update(&mut model, Msg::Look(Look::Dialog(Some(Dialog::Import))));
    update(&mut model, Msg::Import(examples::ALL[1].text.to_owned()));
    assert_eq!(model.view.dialog, None);
    assert_eq!(model.timeline.title(), examples::ALL[1].title);
    assert_eq!(model.timeline.point(), 0, "at its introduction");
    update(&mut model, Msg::LoadExample(2));
    let effects = press_remedy(&mut model);
    assert!(matches!(&effects[0], Effect::Save(Slot::Session, text) if Session::parse(text).unwrap().title == examples::ALL[1].title));
    let first = model.notices.iter().find(|notice| notice.text.starts_with("The imported")).unwrap().id;
    update(&mut model, Msg::Remedy(first));
    assert_eq!(model.timeline.session(), mine);
}

/// Stores what these effects save.
fn keep(stored: &mut Stored, effects: Vec<Effect>) {
    for effect in effects {
        match effect {
            Effect::Save(Slot::Session, text) => stored.session = Some(text),
            Effect::Save(Slot::Drafts, text) => stored.drafts = Some(text),
            Effect::Save(Slot::Undo, text) => stored.undo = Some(text),
            other => panic!("unexpected: {other:?}"),
        }
    }
}

#[test]
fn a_replaced_session_can_be_restored_on_the_next_visit() {
    let mut stored = Stored::default();
    let mut model = model();
    keep(&mut stored, send(&mut model));
    let mine = model.timeline.session();
    keep(&mut stored, update(&mut model, Msg::LoadExample(1)));
    let mut again = Model::start(stored.clone(), Options::default()).unwrap();
    assert_eq!(again.timeline.title(), examples::ALL[1].title);
    assert_eq!(notices(&again), [format!("The example “{}” replaced your session.", examples::ALL[1].title)]);
    keep(&mut stored, press_remedy(&mut again));
    assert_eq!(again.timeline.session(), mine);
    let mut third = Model::start(stored.clone(), Options::default()).unwrap();
    assert_eq!((third.timeline.session(), third.notices.len()), (mine, 1), "the example is offered in turn");
    let id = third.notices[0].id;
    keep(&mut stored, update(&mut third, Msg::Dismiss(id)));
    assert_eq!(Model::start(stored, Options::default()).unwrap().notices.len(), 0);
}

#[test]
fn an_unreadable_replaced_session_is_reported_when_it_is_restored() {
    let stored = Stored { undo: Some("2 later steps were replaced.\n{".into()), ..Stored::default() };
    let mut model = Model::start(stored, Options::default()).unwrap();
    assert_eq!(notices(&model), ["2 later steps were replaced."]);
    assert_eq!(press_remedy(&mut model), []);
    assert!(notices(&model)[1].starts_with("The session cannot be restored: "), "{:?}", notices(&model));
}

#[test]
fn the_session_is_exported_unchanged() {
    let mut model = model();
    send(&mut model);
    update(&mut model, Msg::Select(0));
    let [Effect::Download { text, .. }] = &update(&mut model, Msg::Export(Export::File))[..] else { panic!("a file") };
    assert_eq!(Session::parse(text).unwrap(), model.timeline.session());
    assert!(matches!(&update(&mut model, Msg::Export(Export::Clipboard))[..], [Effect::Copy { .. }]));
}

#[test]
fn the_session_of_another_tab_is_saved_next_to_this_one() {
    let (mut mine, mut other) = (model(), model());
    send(&mut mine);
    choose(&mut other, "CreatePermission");
    send(&mut other);
    let text = |model: &Model| model.timeline.session().to_text();
    for _ in 0..2 {
        let effects = update(&mut mine, Msg::OtherTab(text(&other)));
        let [Effect::Save(Slot::Undo, kept)] = effects.as_slice() else { panic!("{effects:?}") };
        assert_eq!(kept.split_once('\n').unwrap().1, text(&mine));
        assert_eq!(mine.notices.len(), 1, "said once");
    }
    let before = text(&mine);
    press_remedy(&mut mine);
    assert_eq!(text(&mine), text(&other));
    press_remedy(&mut mine);
    assert_eq!(text(&mine), before);
}

#[test]
fn a_tab_without_steps_saves_nothing() {
    let mut mine = model();
    let session = mine.timeline.session().to_text();
    assert_eq!(update(&mut mine, Msg::OtherTab(session)), []);
}

/// The saved data of a visit with three steps. The second step is selected, and the caller is an account that only this session has.
fn last_visit() -> Stored {
    let (mut stored, mut model) = (Stored::default(), model());
    let auditor: AccountId = "555566667777".parse().unwrap();
    update(&mut model, Msg::Change(Intervention::Account(Account::new(auditor.clone(), "Auditor"))));
    send(&mut model);
    update(&mut model, Msg::Advance(60));
    update(&mut model, Msg::Select(2));
    update(&mut model, Msg::ActAs(auditor));
    keep(&mut stored, model.save_session());
    stored
}

#[test]
fn the_last_visit_is_restored() {
    let mut model = Model::start(last_visit(), Options::default()).unwrap();
    assert_eq!(titles(&model), ["Account 555566667777 changed ", "CreateLicense 200", "Clock +1 min "]);
    assert_eq!((model.timeline.point(), model.composer.account.as_str()), (2, "555566667777"));
    let mut again = Stored::default();
    keep(&mut again, model.save_session());
    assert_eq!(again, last_visit(), "nothing is kept anew");
}

#[test]
fn a_caller_that_the_session_does_not_have_is_replaced() {
    let model = Model::start(Stored { session: None, ..last_visit() }, Options::default()).unwrap();
    assert_eq!(model.composer.account.as_str(), "111122223333");
}

#[test]
fn unreadable_drafts_can_be_downloaded() {
    let mut model = Model::start(Stored { drafts: Some("[]".into()), ..Stored::default() }, Options::default()).unwrap();
    assert!(matches!(&press_remedy(&mut model)[..], [Effect::Download { text, .. }] if text == "[]"));
}
