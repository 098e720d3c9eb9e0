//! Examples: opening one, and filling the form from one.

use super::*;
use crate::app::examples;
use simulator::index;

fn place(title: &str) -> usize {
    examples::ALL.iter().position(|example| example.title == title).unwrap()
}

#[test]
fn an_example_opens_at_its_introduction() {
    let mut model = model();
    update(&mut model, Msg::OpenExample(place("Only the grantee can accept a grant")));
    assert_eq!((model.timeline.point(), model.timeline.entries().len()), (0, 5));
    assert_eq!((model.view.pane, model.view.world), (Pane::Response, WorldTab::Grants));
    update(&mut model, Msg::OpenExample(place("A sixth permission version")));
    assert_eq!(model.view.world, WorldTab::Permissions);
}

#[test]
fn an_example_fills_in_the_form_and_keeps_the_session() {
    let mut model = model();
    send(&mut model);
    let session = model.timeline.session();
    choose(&mut model, "CreateGrant");
    let own: Value = serde_json::from_str(text(&model)).unwrap();
    let mut texts = Vec::new();
    for _ in 0..2 {
        update(&mut model, Msg::FillInExample(operation("CreateGrant")));
        let shown: Value = serde_json::from_str(text(&model)).unwrap();
        for member in ["LicenseArn", "ClientToken"] {
            assert_eq!(shown[member], own[member], "{member} is this session's");
        }
        texts.push(text(&model).to_owned());
    }
    assert_ne!(texts[0], texts[1], "the next example");
    assert_eq!((model.timeline.session(), notices(&model).len()), (session, 0));
    send(&mut model);
    assert_eq!(titles(&model), ["CreateLicense 200", "CreateGrant 200"]);
}

#[test]
fn an_example_replaces_an_edited_draft_and_undo_restores_it() {
    let mut model = model();
    update(&mut model, Msg::SetText("{}".to_owned()));
    update(&mut model, Msg::FillInExample(operation("CreateLicense")));
    assert_ne!(text(&model), "{}");
    press_remedy(&mut model);
    assert_eq!(text(&model), "{}");
}

#[test]
fn every_operation_has_an_example_for_its_form() {
    for operation in index::all() {
        let mut model = model();
        update(&mut model, Msg::ChooseOperation(operation));
        let before = text(&model).to_owned();
        update(&mut model, Msg::FillInExample(operation));
        assert!(serde_json::from_str::<Value>(text(&model)).unwrap().is_object(), "{}: {before}", operation.name);
        assert!(model.composer.draft().touched, "{}", operation.name);
    }
}

#[test]
fn the_sent_request_is_shown_until_a_request_is_composed() {
    let mut model = model();
    for _ in 0..2 {
        send(&mut model);
    }
    update(&mut model, Msg::SelectPoint(1));
    assert!(!model.view.is_composing);
    update(&mut model, Msg::EditAndResend(0));
    assert!(model.view.is_composing);
    update(&mut model, Msg::SelectPoint(2));
    assert!(!model.view.is_composing);
    choose(&mut model, "CreateGrant");
    assert!(model.view.is_composing);
}

#[test]
fn the_group_of_the_chosen_operation_is_open() {
    let group = |name: &str| {
        let groups = index::SERVICES.into_iter().flat_map(|service| service.groups);
        let (number, _) = (0..).zip(groups).find(|(_, group)| group.operations.contains(&operation(name))).unwrap();
        number
    };
    let mut model = model();
    assert!(model.view.open_groups.has(group("CreateLicense")));
    assert!(!model.view.open_groups.has(group("CreatePermission")));
    choose(&mut model, "CreatePermission");
    assert!(model.view.open_groups.has(group("CreatePermission")));
    assert!(model.view.open_groups.has(group("CreateLicense")), "nothing folds by itself");
    update(&mut model, Msg::View(ViewChange::ToggleGroup(group("CreatePermission"))));
    assert!(!model.view.open_groups.has(group("CreatePermission")));
}

#[test]
fn an_example_opens_as_soon_as_the_examples_are_loaded() {
    let mut model = model();
    let library = std::mem::take(&mut model.examples);
    assert_eq!(update(&mut model, Msg::OpenExample(0)), []);
    assert_eq!((model.announcement.as_str(), model.timeline.title()), ("The examples are loading.", ""));
    update(&mut model, Msg::ExamplesLoaded(Err("the site has no file examples.json (status 404)".to_owned())));
    assert_eq!(notices(&model), ["The examples cannot be loaded: the site has no file examples.json (status 404)."]);
    assert_eq!(update(&mut model, Msg::OpenExample(0)), [Effect::LoadExamples], "it is tried again");
    let sessions: Map<String, Value> = examples::ALL
        .iter()
        .map(|example| (example.file.to_owned(), serde_json::from_str(&library.session(example).unwrap().to_text()).unwrap()))
        .collect();
    update(&mut model, Msg::ExamplesLoaded(Ok(Value::Object(sessions).to_string())));
    assert_eq!(model.timeline.title(), examples::ALL[0].title);
}
