//! What the elements of static files ask for.

use super::*;

fn step(operation: &str) -> String {
    json!({ "as": "111122223333", "operation": operation, "input": {} }).to_string()
}

#[test]
fn all_steps_that_an_element_runs_are_stored() {
    let (mut shelf, mut model) = (Shelf::default(), model());
    let asked =
        json!({ "do": "steps", "steps": [step("ram:ListPermissions"), step("ram:ListResourceTypes")], "draft": step("ram:GetPermission") });
    shelf.keep(update(&mut model, Msg::Ask(asked.to_string())));
    assert_eq!(titles(&model), ["ListPermissions 200", "ListResourceTypes 200"]);
    assert_eq!(model.composer.operation.name, "GetPermission");
    assert_eq!(start(shelf.stored()).timeline.session(), model.timeline.session());
}

#[test]
fn a_step_that_cannot_be_read_is_told_and_nothing_runs() {
    let mut model = model();
    let asked = json!({ "do": "steps", "steps": [step("ram:ListPermissions"), "{}"] });
    assert_eq!(update(&mut model, Msg::Ask(asked.to_string())), []);
    assert_eq!((titles(&model).len(), model.notices.len()), (0, 1));
}

#[test]
fn an_edited_session_with_questions_is_taken_as_a_lesson_only_by_a_student() {
    let step = json!({ "advance": 60, "question": { "ask": "What time is it?" } });
    let session = json!({ "format": "grant-playground/1", "steps": [step.clone(), step] }).to_string();
    for (lesson, is_lesson) in [("no", false), ("", true)] {
        let mut model = model();
        let asked = json!({ "do": "open", "session": session, "lesson": lesson, "point": 1 });
        update(&mut model, Msg::Ask(asked.to_string()));
        assert_eq!((model.timeline.is_lesson(), model.timeline.entries().len(), model.timeline.point()), (is_lesson, 2, 1), "{lesson}");
    }
}

#[test]
fn an_imported_session_shows_the_pane_and_the_tab_of_its_link() {
    let session = json!({ "format": "grant-playground/1", "steps": [{ "advance": 60 }] }).to_string();
    for (pane, tab, shown) in
        [("world", "accounts", [Some("World"), Some("Accounts")]), ("", "checks", [None, Some("Checks")]), ("attic", "", [None, None])]
    {
        let mut model = model();
        update(&mut model, Msg::Ask(json!({ "do": "open", "session": session, "pane": pane, "tab": tab }).to_string()));
        assert_eq!(model.view.shown(), shown, "{pane} {tab}");
    }
}

#[test]
fn the_caller_of_a_request_from_elsewhere_is_added_to_the_session() {
    let mut model = model();
    let draft = json!({ "as": "777788889999", "operation": "ram:ListPermissions", "input": {} }).to_string();
    update(&mut model, Msg::Ask(json!({ "do": "steps", "draft": draft }).to_string()));
    assert_eq!(model.composer.account.as_str(), "777788889999");
    assert_eq!(titles(&model), ["Account 777788889999 changed "]);
    send(&mut model);
    assert_eq!(model.timeline.exchange().map(|exchange| exchange.response.status), Some(200));
}

#[test]
fn a_session_is_opened_as_it_is() {
    let mut model = model();
    update(&mut model, Msg::View(ViewChange::Dialog(Some(Dialog::Part(crate::app::parts::Part::Paste)))));
    update(&mut model, Msg::Ask(r#"{ "format": "grant-playground/1", "steps": [{ "advance": 60 }] }"#.to_owned()));
    assert_eq!((model.timeline.entries().len(), model.view.dialog), (1, None));
    update(&mut model, Msg::Ask(r#"{ "format": "grant-playground/9" }"#.to_owned()));
    assert_eq!((model.timeline.entries().len(), model.notices.len()), (1, 1));
}
