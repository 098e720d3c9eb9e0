//! The timeline, the world, and the focus.

use super::*;

#[test]
fn sending_at_an_earlier_point_replaces_the_later_steps_and_undo_restores_them() {
    let mut model = model();
    for seconds in 1..=3 {
        update(&mut model, Msg::AdvanceClock(seconds));
    }
    let whole = model.timeline.session();
    update(&mut model, Msg::SelectPoint(1));
    assert_eq!(model.timeline.entries().len(), 3, "looking back drops nothing");
    send(&mut model);
    assert_eq!(titles(&model), ["Clock +1 s ", "CreateLicense 200"]);
    assert_eq!(notices(&model), ["2 later steps were replaced. You can undo this."]);
    let forked = model.timeline.session();
    update(&mut model, Msg::Undo);
    assert_eq!((model.timeline.session(), model.timeline.point()), (whole, 1));
    assert_eq!(notices(&model), [""; 0], "the notice is out of date");
    update(&mut model, Msg::Redo);
    assert_eq!(model.timeline.session(), forked);
}

#[test]
fn the_world_is_that_of_the_selected_point() {
    let mut model = model();
    send(&mut model);
    update(&mut model, Msg::AdvanceClock(60));
    send(&mut model);
    let count = |model: &Model| model.simulator().license_manager().licenses().len();
    assert_eq!(count(&model), 2);
    update(&mut model, Msg::SelectPoint(1));
    assert_eq!(count(&model), 1);
    update(&mut model, Msg::SelectPoint(0));
    assert_eq!((count(&model), model.timeline.exchange()), (0, None));
    update(&mut model, Msg::SelectPoint(3));
    assert_eq!(count(&model), 2);
}

#[test]
fn an_invalid_change_is_a_notice_and_not_a_step() {
    let mut model = model();
    let change = Intervention::Settings(Map::from_iter([("workflowPace".to_owned(), json!("never"))]));
    assert_eq!(update(&mut model, Msg::ChangeWorld(change)), []);
    assert!(model.timeline.entries().is_empty());
    assert_eq!(model.notices[0].tone, Tone::Problem);
}

#[test]
fn an_existing_account_is_not_added_again() {
    let mut model = model();
    let vendor: AccountId = "111122223333".parse().unwrap();
    update(&mut model, Msg::AddAccount(Account::new(vendor.clone(), "dup")));
    assert_eq!(notices(&model), ["Account `111122223333` already exists. Its name is `Vendor`."]);
    assert_eq!((model.timeline.entries().len(), model.simulator().world().accounts.get(&vendor).unwrap().name.as_str()), (0, "Vendor"));
    update(&mut model, Msg::AddAccount(Account::new("999988887777".parse().unwrap(), "New")));
    assert_eq!(model.simulator().world().accounts.len(), 5);
}

#[test]
fn a_new_account_can_be_the_caller() {
    let mut model = model();
    let id: AccountId = "999988887777".parse().unwrap();
    update(&mut model, Msg::ChangeWorld(Intervention::Account(Account::new(id.clone(), "New"))));
    update(&mut model, Msg::SetCaller(id.clone()));
    send(&mut model);
    assert_eq!(model.timeline.exchange().unwrap().caller.as_ref().unwrap().account, id);
    update(&mut model, Msg::SelectPoint(0));
    update(&mut model, Msg::StartSession(Options::default()));
    assert_eq!(model.composer.account.as_str(), "111122223333", "who is not there cannot act");
}

#[test]
fn on_a_phone_the_response_gets_the_focus() {
    let mut model = model();
    update(&mut model, Msg::View(ViewChange::Layout(Layout::Narrow)));
    assert!(send(&mut model).contains(&Effect::FocusResponse));
    assert_eq!((model.view.pane, model.announcement.as_str()), (Pane::Response, "CreateLicense: 200"));
    update(&mut model, Msg::View(ViewChange::Layout(Layout::Wide)));
    assert!(!send(&mut model).contains(&Effect::FocusResponse));
}

#[test]
fn the_world_follows_what_a_step_changed() {
    let mut model = model();
    for (name, tab) in [
        ("CreatePermission", WorldTab::Permissions),
        ("CreateLicense", WorldTab::Licenses),
        ("CreateGrant", WorldTab::Grants),
        ("GetLicense", WorldTab::Grants),
        ("CreateToken", WorldTab::Usage),
        ("CreateResourceShare", WorldTab::Shares),
    ] {
        choose(&mut model, name);
        send(&mut model);
        assert_eq!(model.view.world, tab, "{name}");
    }
    update(&mut model, Msg::SelectPoint(1));
    assert_eq!(model.view.world, WorldTab::Permissions);
    let changes = model.timeline.changes();
    let tables = crate::app::tables::tables(WorldTab::Permissions, model.simulator(), &model.view.pages);
    let has_change = |key: &str| changes.iter().any(|change| crate::app::tables::is_changed(key, change));
    assert!(tables[0].page.rows.iter().any(|row| has_change(&row.key)), "{changes:?}");
}
