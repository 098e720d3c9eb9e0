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
