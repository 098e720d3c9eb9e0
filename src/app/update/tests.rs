//! A person's ways through the page, without a page.

use super::update;
use crate::app::draft::{Edit, Part, Path};
use crate::app::form::{Form, Unshowable};
use crate::app::{Dialog, Effect, Export, Layout, Look, Mode, Model, Msg, Pane, Remedy, Slot, Stored, Theme, Tone, examples};
use crate::service::session::{Input, Session};
use crate::service::value::AccountId;
use crate::service::world::Account;
use crate::service::{Intervention, Operation, Options};
use serde_json::{Map, Value, json};

fn model() -> Model {
    Model::start(Stored::default(), Options::default()).unwrap()
}

fn operation(name: &str) -> &'static Operation {
    Operation::find(name).unwrap()
}

fn choose(model: &mut Model, name: &str) {
    update(model, Msg::Choose(operation(name)));
}

fn send(model: &mut Model) -> Vec<Effect> {
    update(model, Msg::Send)
}

fn member(name: &'static str) -> Path {
    Path::default().then(Part::Member(name))
}

fn text(model: &Model) -> &str {
    &model.composer.draft().text
}

fn titles(model: &Model) -> Vec<String> {
    model.timeline.entries().iter().map(|entry| format!("{} {}", entry.title(), entry.result())).collect()
}

fn notices(model: &Model) -> Vec<&str> {
    model.notices.iter().map(|notice| notice.text.as_str()).collect()
}

fn press_remedy(model: &mut Model) -> Vec<Effect> {
    let id = model.notices.iter().rev().find(|notice| notice.remedy.is_some()).unwrap().id;
    update(model, Msg::Remedy(id))
}

#[test]
fn every_first_draft_that_can_pass_does() {
    let mut model = model();
    let (vendor, customer) = ("111122223333".parse().unwrap(), "123456789012".parse().unwrap());
    for (account, name) in [
        (&vendor, "CreateLicense"),
        (&vendor, "GetLicense"),
        (&vendor, "CreateGrant"),
        (&customer, "AcceptGrant"),
        (&customer, "CreateGrantVersion"),
        (&customer, "CreateGrantVersion"),
        (&customer, "GetGrant"),
        (&customer, "ListReceivedGrants"),
        (&vendor, "ListDistributedGrants"),
        (&vendor, "DeleteGrant"),
        (&vendor, "CreatePermission"),
        (&vendor, "CreatePermissionVersion"),
        (&vendor, "CreatePermissionVersion"),
        (&vendor, "SetDefaultPermissionVersion"),
        (&vendor, "DeletePermissionVersion"),
        (&vendor, "GetPermission"),
        (&vendor, "ListPermissions"),
        (&vendor, "ListPermissionVersions"),
        (&vendor, "DeletePermission"),
    ] {
        update(&mut model, Msg::ActAs(AccountId::clone(account)));
        choose(&mut model, name);
        send(&mut model);
        let exchange = model.timeline.exchange().unwrap();
        assert_eq!((name, exchange.response.status), (name, 200), "{}\n{}", exchange.request.body, exchange.response.body);
    }
}

#[test]
fn each_operation_keeps_its_own_text() {
    let mut model = model();
    choose(&mut model, "CreateLicense");
    update(&mut model, Msg::Type("{ not json".into()));
    choose(&mut model, "CreateGrant");
    update(&mut model, Msg::Type(r#"{"GrantName":"mine"}"#.into()));
    choose(&mut model, "CreateLicense");
    assert_eq!(text(&model), "{ not json");
    choose(&mut model, "CreateGrant");
    assert_eq!(text(&model), r#"{"GrantName":"mine"}"#);
}

#[test]
fn the_form_never_touches_a_text_that_is_not_an_object() {
    let mut model = model();
    for broken in ["{ not json", "[1, 2]", "\"text\"", "{\"a\": 1,}"] {
        update(&mut model, Msg::Type(broken.into()));
        update(&mut model, Msg::Edit(member("LicenseName"), Edit::Text("x".into())));
        update(&mut model, Msg::Look(Look::Mode(Mode::Form)));
        assert_eq!(text(&model), broken);
        assert!(Form::of(&model.composer, model.simulator()).fields.is_err());
    }
    update(&mut model, Msg::Type("{\n  \"a\": trux\n}".into()));
    let Err(Unshowable::Unreadable(error)) = Form::of(&model.composer, model.simulator()).fields else { panic!("that is not JSON") };
    assert_eq!((error.line, error.column), (2, 11));
}

#[test]
fn the_form_keeps_unknown_members_and_the_order() {
    let mut model = model();
    update(&mut model, Msg::Type(r#"{"Zebra":1,"LicenseName":"a","Beneficiary":"b"}"#.into()));
    update(&mut model, Msg::Edit(member("LicenseName"), Edit::Text("c".into())));
    assert_eq!(text(&model), "{\n  \"Zebra\": 1,\n  \"LicenseName\": \"c\",\n  \"Beneficiary\": \"b\"\n}");
    assert_eq!(Form::of(&model.composer, model.simulator()).unknown, ["Zebra"]);
}

#[test]
fn violations_are_told_in_the_words_of_the_service() {
    let mut model = model();
    choose(&mut model, "CreateGrantVersion");
    update(&mut model, Msg::Type(r#"{"ClientToken":"a b","GrantArn":"x"}"#.into()));
    let form = Form::of(&model.composer, model.simulator());
    let told: Vec<_> = form.complaints.iter().map(|complaint| complaint.text.clone()).collect();
    assert_eq!(told[0], r"Value 'a b' at 'clientToken' failed to satisfy constraint: Member must satisfy regular expression pattern: \S+");
    send(&mut model);
    let message = model.timeline.exchange().unwrap().refusal().unwrap().message.clone().unwrap();
    assert!(told.iter().all(|clause| message.contains(clause)), "{message}");
}

#[test]
fn a_draft_travels_as_it_was_typed() {
    let mut model = model();
    update(&mut model, Msg::Type(r#"{"LicenseName": "\u0041"}"#.into()));
    send(&mut model);
    assert_eq!(model.timeline.exchange().unwrap().request.body, r#"{"LicenseName": "\u0041"}"#);
    update(&mut model, Msg::Type("{ \"LicenseName\":  \"A\" }".into()));
    send(&mut model);
    assert_eq!(model.timeline.exchange().unwrap().request.body, r#"{"LicenseName":"A"}"#);
    let Some(call) = model.timeline.session().steps.into_iter().next() else { panic!("there is a step") };
    assert!(matches!(call.act, crate::service::session::Act::Call(call) if matches!(call.input, Input::Text(_))));
}

#[test]
fn a_token_of_the_page_is_renewed_after_a_success_and_only_then() {
    let token = |model: &Model| serde_json::from_str::<Value>(text(model)).unwrap()["ClientToken"].as_str().unwrap().to_owned();
    let mut model = model();
    let first = token(&model);
    send(&mut model);
    let second = token(&model);
    assert_ne!(first, second);
    update(&mut model, Msg::Inject(Some("ServerInternalException".into())));
    send(&mut model);
    assert_eq!(token(&model), second, "the call failed: a retry is the same request");
    assert_eq!(model.composer.fault, None, "a fault is for one call");
    update(&mut model, Msg::Edit(member("ClientToken"), Edit::Text("mine".into())));
    send(&mut model);
    assert_eq!(token(&model), "mine");
    update(&mut model, Msg::RenewToken(member("ClientToken")));
    let renewed = token(&model);
    update(&mut model, Msg::RenewToken(member("ClientToken")));
    assert_ne!(token(&model), renewed);
}

#[test]
fn sending_at_an_earlier_point_sets_the_later_steps_aside_and_they_come_back() {
    let mut model = model();
    for seconds in 1..=3 {
        update(&mut model, Msg::Advance(seconds));
    }
    let whole = model.timeline.session();
    update(&mut model, Msg::Select(1));
    assert_eq!(model.timeline.entries().len(), 3, "looking back drops nothing");
    send(&mut model);
    assert_eq!(titles(&model), ["Clock +1 s ", "CreateLicense 200"]);
    assert_eq!(notices(&model), ["2 later steps were set aside"]);
    let forked = model.timeline.session();
    press_remedy(&mut model);
    assert_eq!(model.timeline.session(), whole);
    press_remedy(&mut model);
    assert_eq!(model.timeline.session(), forked, "undoing can be undone");
}

#[test]
fn the_world_is_the_one_of_the_selected_point() {
    let mut model = model();
    send(&mut model);
    update(&mut model, Msg::Advance(60));
    send(&mut model);
    let count = |model: &Model| model.simulator().license_manager().licenses().len();
    assert_eq!(count(&model), 2);
    update(&mut model, Msg::Select(1));
    assert_eq!(count(&model), 1);
    update(&mut model, Msg::Select(0));
    assert_eq!((count(&model), model.timeline.exchange()), (0, None));
    update(&mut model, Msg::Select(3));
    assert_eq!(count(&model), 2);
}

#[test]
fn a_change_that_cannot_be_is_a_notice_and_no_step() {
    let mut model = model();
    let change = Intervention::Settings(Map::from_iter([("workflowPace".to_owned(), json!("never"))]));
    assert_eq!(update(&mut model, Msg::Change(change)), []);
    assert!(model.timeline.entries().is_empty());
    assert_eq!(model.notices[0].tone, Tone::Problem);
}

#[test]
fn a_new_account_can_act() {
    let mut model = model();
    let id: AccountId = "999988887777".parse().unwrap();
    update(&mut model, Msg::Change(Intervention::Account(Account::new(id.clone(), "New"))));
    update(&mut model, Msg::ActAs(id.clone()));
    send(&mut model);
    assert_eq!(model.timeline.exchange().unwrap().caller.as_ref().unwrap().account, id);
    update(&mut model, Msg::Select(0));
    update(&mut model, Msg::NewSession(Options::default()));
    assert_eq!(model.composer.account.as_str(), "111122223333", "who is not there cannot act");
}

#[test]
fn everything_is_kept_and_found_again() {
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
fn what_cannot_be_read_is_offered_and_the_page_works_on() {
    let stored = Stored { session: Some("{\"format\":".into()), drafts: Some("[]".into()), ..Stored::default() };
    let mut model = Model::start(stored, Options::default()).unwrap();
    assert_eq!(model.notices.len(), 2);
    assert!(notices(&model)[0].starts_with("the session kept from your last visit can't be read: "), "{:?}", notices(&model));
    let Some(Remedy::Download { text, .. }) = model.notices[0].remedy.clone() else { panic!("the text is offered") };
    assert_eq!(text, "{\"format\":");
    let id = model.notices[0].id;
    assert!(matches!(&update(&mut model, Msg::Remedy(id))[..], [Effect::Download { .. }]));
    send(&mut model);
    assert_eq!(titles(&model), ["CreateLicense 200"]);
}

#[test]
fn a_storage_that_keeps_nothing_is_told_once() {
    let stored = Stored { problem: Some("the browser blocks this page's storage".into()), ..Stored::default() };
    let mut model = Model::start(stored, Options::default()).unwrap();
    let told = "nothing can be kept for your next visit: the browser blocks this page's storage; export the session to keep it";
    assert_eq!(notices(&model), [told]);
    let id = model.notices[0].id;
    update(&mut model, Msg::Dismiss(id));
    update(&mut model, Msg::NotKept("the browser blocks this page's storage".into()));
    assert_eq!(notices(&model), [""; 0]);
    update(&mut model, Msg::NotKept("the browser's storage for this page is full".into()));
    assert_eq!(model.notices.len(), 1);
}

#[test]
fn an_import_that_fails_changes_nothing() {
    let mut model = model();
    send(&mut model);
    let before = model.timeline.session();
    for (text, told) in [
        ("hello", "nothing was imported: this is not a session of the playground: expected value at line 1 column 1"),
        (r#"{"format":"grant-playground/2"}"#, "nothing was imported: this is not a session of the playground: unknown variant"),
        (
            r#"{"format":"grant-playground/1","steps":[{"settle":true},{"as":"111122223333","operation":"ram:Nothing"}]}"#,
            "nothing was imported: step 2: there is no operation `ram:Nothing`",
        ),
    ] {
        assert_eq!(update(&mut model, Msg::Import(text.into())), []);
        assert!(notices(&model).last().is_some_and(|notice| notice.starts_with(told)), "{:?}", notices(&model));
        assert_eq!(model.timeline.session(), before);
    }
}

#[test]
fn what_goes_wrong_in_a_dialog_is_said_there() {
    let mut model = model();
    update(&mut model, Msg::Look(Look::Dialog(Some(Dialog::Import))));
    update(&mut model, Msg::Import("hello".into()));
    assert!(model.view.problem.as_deref().is_some_and(|problem| problem.starts_with("nothing was imported: ")));
    assert_eq!((model.notices.len(), model.view.dialog), (0, Some(Dialog::Import)));
    update(&mut model, Msg::Look(Look::Dialog(None)));
    assert_eq!(model.view.problem, None);
}

#[test]
fn a_session_that_is_replaced_can_be_brought_back() {
    let mut model = model();
    send(&mut model);
    let mine = model.timeline.session();
    update(&mut model, Msg::Look(Look::Dialog(Some(Dialog::Import))));
    update(&mut model, Msg::Import(examples::ALL[1].text().to_owned()));
    assert_eq!(model.view.dialog, None);
    assert_eq!(model.timeline.title(), examples::ALL[1].title);
    assert!(model.timeline.is_at_end());
    update(&mut model, Msg::LoadExample(2));
    let effects = press_remedy(&mut model);
    assert!(matches!(&effects[0], Effect::Save(Slot::Session, text) if Session::parse(text).unwrap().title == examples::ALL[1].title));
    let first = model.notices.iter().find(|notice| notice.text.starts_with("the imported")).unwrap().id;
    update(&mut model, Msg::Remedy(first));
    assert_eq!(model.timeline.session(), mine);
}

#[test]
fn a_request_is_taken_back_into_the_draft() {
    let mut model = model();
    send(&mut model);
    choose(&mut model, "CreatePermission");
    send(&mut model);
    choose(&mut model, "DeletePermission");
    send(&mut model);
    let query = text(&model).to_owned();
    update(&mut model, Msg::Type("my own".into()));
    update(&mut model, Msg::Reuse(2));
    assert_eq!(text(&model), query, "a query string becomes JSON again");
    press_remedy(&mut model);
    assert_eq!(text(&model), "my own");
    update(&mut model, Msg::Reuse(0));
    assert_eq!(model.composer.operation, operation("CreateLicense"));
}

#[test]
fn the_session_is_given_out_as_it_is() {
    let mut model = model();
    send(&mut model);
    update(&mut model, Msg::Select(0));
    let [Effect::Download { text, .. }] = &update(&mut model, Msg::Export(Export::File))[..] else { panic!("a file") };
    assert_eq!(Session::parse(text).unwrap(), model.timeline.session());
    assert!(matches!(&update(&mut model, Msg::Export(Export::Clipboard))[..], [Effect::Copy { .. }]));
}

#[test]
fn on_a_phone_the_answer_gets_the_focus() {
    let mut model = model();
    update(&mut model, Msg::Look(Look::Layout(Layout::Narrow)));
    assert!(send(&mut model).contains(&Effect::FocusAnswer));
    assert_eq!((model.view.pane, model.announcement.as_str()), (Pane::Answer, "CreateLicense: 200"));
    update(&mut model, Msg::Look(Look::Layout(Layout::Wide)));
    assert!(!send(&mut model).contains(&Effect::FocusAnswer));
}

#[test]
fn the_way_to_a_field_opens_what_hides_it() {
    let mut model = model();
    update(&mut model, Msg::Look(Look::Mode(Mode::Json)));
    assert_eq!(update(&mut model, Msg::JumpTo("Issuer.Name".into())), [Effect::FocusField("Issuer.Name".into())]);
    assert_eq!(model.view.mode, Mode::Form);
    update(&mut model, Msg::Type("{".into()));
    assert_eq!(update(&mut model, Msg::JumpTo("Issuer.Name".into())), [Effect::FocusJson]);
    assert_eq!(model.view.mode, Mode::Json);
}
