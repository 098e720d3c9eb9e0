//! Examples: where they open, and how an operation finds its own.

use super::*;
use crate::app::examples;

fn place(title: &str) -> usize {
    examples::ALL.iter().position(|example| example.title == title).unwrap()
}

#[test]
fn an_example_opens_at_the_step_worth_looking_at() {
    let mut model = model();
    update(&mut model, Msg::LoadExample(place("Not allowed to accept")));
    assert_eq!((model.timeline.point(), model.timeline.entries().len()), (3, 5), "the first call that is refused");
    assert_eq!((model.composer.operation.name, model.composer.account.as_str()), ("AcceptGrant", "123456789012"));
    assert_eq!((model.view.pane, model.view.world), (Pane::Answer, WorldTab::Grants));
    update(&mut model, Msg::LoadExample(place("Activate after accept")));
    assert!(model.timeline.is_at_end(), "nothing is refused");
    update(&mut model, Msg::LoadExample(place("The sixth permission version")));
    assert_eq!(model.view.world, WorldTab::Permissions);
}

#[test]
fn an_operation_shows_its_examples_one_after_the_other() {
    let mut model = model();
    let accept = operation("AcceptGrant");
    let mut titles = Vec::new();
    for _ in examples::sending(accept) {
        update(&mut model, Msg::ShowExample(accept));
        let entry = model.timeline.current().unwrap();
        assert_eq!((entry.operation(), model.composer.operation), (Some(accept), accept), "{}", model.timeline.title());
        titles.push(model.timeline.title().to_owned());
    }
    let expected: Vec<_> = examples::sending(accept).into_iter().map(|(_, example)| example.title).collect();
    assert_eq!(titles, expected);
    update(&mut model, Msg::ShowExample(accept));
    assert_eq!(model.timeline.title(), expected[0], "and round again");
}

#[test]
fn the_group_of_the_chosen_operation_is_unfolded() {
    let group = |name: &str| {
        let groups = crate::service::Service::ALL.into_iter().flat_map(crate::service::Service::groups);
        let (number, _) = (0..).zip(groups).find(|(_, group)| group.operations.contains(&operation(name))).unwrap();
        number
    };
    let mut model = model();
    assert!(model.view.is_unfolded(group("CreateLicense")));
    assert!(!model.view.is_unfolded(group("CreatePermission")));
    choose(&mut model, "CreatePermission");
    assert!(model.view.is_unfolded(group("CreatePermission")));
    assert!(model.view.is_unfolded(group("CreateLicense")), "nothing folds by itself");
    update(&mut model, Msg::Look(Look::Fold(group("CreatePermission"))));
    assert!(!model.view.is_unfolded(group("CreatePermission")));
}
