//! The page before the services are there, when they come, and when they do not.

use super::*;
use crate::app::Look;

/// A page whose services are on their way.
fn early(stored: Stored) -> Model {
    Model::begin(stored, Options::default()).unwrap()
}

fn arrive(model: &mut Model) -> Vec<Effect> {
    update(model, Msg::Services(Ok(())))
}

fn fail(model: &mut Model) {
    assert_eq!(update(model, Msg::Services(Err("the server answered 404".into()))), []);
}

/// What a page keeps for the next visit.
fn kept(effects: Vec<Effect>) -> Stored {
    let mut stored = Stored::default();
    for effect in effects {
        match effect {
            Effect::Save(Slot::Session, text) => stored.session = Some(text),
            Effect::Save(Slot::Drafts, text) => stored.drafts = Some(text),
            _ => {}
        }
    }
    stored
}

/// A visit with three steps, the second one selected, as an account that only this session has.
fn last_visit() -> Stored {
    let mut model = model();
    let auditor: AccountId = "555566667777".parse().unwrap();
    update(&mut model, Msg::Change(Intervention::Account(Account::new(auditor.clone(), "Auditor"))));
    send(&mut model);
    update(&mut model, Msg::Advance(60));
    update(&mut model, Msg::Select(2));
    update(&mut model, Msg::ActAs(auditor));
    kept(model.save_session())
}

const WAITS: &str = "the simulated services are still on their way to this page; this is done when they are here";
const GONE: &str = "the simulated services did not arrive: the server answered 404";

#[test]
fn what_is_asked_early_is_done_in_order_when_the_services_come() {
    let mut model = early(Stored::default());
    update(&mut model, Msg::Edit(member("LicenseName"), Edit::Text("Early".into())));
    for msg in [Msg::Send, Msg::Advance(60), Msg::Send] {
        assert_eq!(update(&mut model, msg), []);
    }
    assert_eq!((titles(&model), notices(&model)), (vec![], vec![WAITS]));
    assert_eq!(model.announcement, WAITS);
    let effects = arrive(&mut model);
    assert_eq!(titles(&model), ["CreateLicense 200", "Clock +1 min ", "CreateLicense 200"]);
    assert_eq!(notices(&model), [""; 0]);
    assert!(model.timeline.entries()[0].step_text().contains("Early"));
    assert!(kept(effects).session.is_some());
}

#[test]
fn nothing_happens_to_the_session_before_the_services_are_there() {
    let session = kept(super::model().save_session()).session.unwrap();
    for msg in [
        Msg::Send,
        Msg::Reuse(0),
        Msg::Select(1),
        Msg::Advance(1),
        Msg::Settle,
        Msg::Change(Intervention::Settings(Map::new())),
        Msg::NewSession(Options::default()),
        Msg::LoadExample(0),
        Msg::ShowExample(operation("CreateGrant")),
        Msg::Import(session),
        Msg::Export(Export::Clipboard),
    ] {
        let mut model = early(Stored::default());
        let before = model.timeline.clone();
        assert_eq!(update(&mut model, msg.clone()), [], "{msg:?}");
        assert_eq!((&model.timeline, notices(&model)), (&before, vec![WAITS]), "{msg:?}");
    }
}

#[test]
fn a_request_is_composed_before_the_services_are_there() {
    let mut model = early(Stored::default());
    choose(&mut model, "CreatePermission");
    update(&mut model, Msg::Enter("eu-west-1".parse().unwrap()));
    update(&mut model, Msg::Look(Look::Mode(Mode::Json)));
    update(&mut model, Msg::Type("{}".into()));
    arrive(&mut model);
    assert_eq!((text(&model), model.composer.region.as_str(), model.composer.operation.name), ("{}", "eu-west-1", "CreatePermission"));
}

#[test]
fn the_last_visit_comes_back_in_two_steps() {
    let stored = last_visit();
    let mut model = early(stored.clone());
    assert_eq!((titles(&model).len(), model.composer.account.as_str()), (0, "555566667777"));
    assert!(Form::of(&model.composer, model.simulator()).fields.is_ok());
    assert_eq!(arrive(&mut model), []);
    assert_eq!(titles(&model), ["Account 555566667777 changed ", "CreateLicense 200", "Clock +1 min "]);
    assert_eq!((model.timeline.point(), model.composer.account.as_str()), (2, "555566667777"));
    // What is kept by then is what was kept before.
    assert_eq!(kept(model.save_session()), stored);
}

#[test]
fn an_account_that_the_session_does_not_have_is_not_acted_as() {
    let stored = Stored { session: None, ..last_visit() };
    let mut model = early(stored);
    arrive(&mut model);
    assert_eq!(model.composer.account.as_str(), "111122223333");
}

#[test]
fn what_is_written_early_does_not_lose_the_place_in_the_session() {
    let mut model = early(last_visit());
    let drafts = kept(update(&mut model, Msg::Type("{ early".into()))).drafts;
    let mut model = early(Stored { drafts, ..last_visit() });
    arrive(&mut model);
    assert_eq!((text(&model), model.timeline.point(), model.composer.account.as_str()), ("{ early", 2, "555566667777"));
}

#[test]
fn services_that_do_not_come_are_told_and_the_draft_is_kept() {
    let mut model = early(last_visit());
    send(&mut model);
    fail(&mut model);
    assert_eq!(notices(&model), [GONE]);
    send(&mut model);
    assert_eq!((notices(&model), titles(&model).len()), (vec![GONE], 0));
    // A later visit finds everything.
    let drafts = kept(update(&mut model, Msg::Type("{ unsent".into()))).drafts;
    let mut again = early(Stored { drafts, ..last_visit() });
    arrive(&mut again);
    assert_eq!((text(&again), again.timeline.point(), titles(&again).len()), ("{ unsent", 2, 3));
}

#[test]
fn services_come_or_fail_once() {
    let mut model = early(Stored::default());
    arrive(&mut model);
    fail(&mut model);
    arrive(&mut model);
    send(&mut model);
    assert_eq!((titles(&model), notices(&model)), (vec!["CreateLicense 200".to_owned()], vec![]));
    let mut model = early(Stored::default());
    fail(&mut model);
    arrive(&mut model);
    assert_eq!(send(&mut model), []);
    assert_eq!(titles(&model), [""; 0]);
}

#[test]
fn a_draft_that_cannot_be_read_is_given_out_without_the_services() {
    let mut model = early(Stored { drafts: Some("[]".into()), ..Stored::default() });
    assert!(matches!(&press_remedy(&mut model)[..], [Effect::Download { text, .. }] if text == "[]"));
}
