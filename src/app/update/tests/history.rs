//! Undo, redo and what the search leads to.

use super::*;
use crate::app::examples;
use crate::app::palette::PaletteChange;
use crate::app::settings_form;

#[test]
fn changes_are_undone_one_after_another_and_redone() {
    let mut model = model();
    for name in ["CreateLicense", "CreateGrant"] {
        choose(&mut model, name);
        send(&mut model);
    }
    update(&mut model, Msg::AdvanceClock(60));
    let end = model.timeline.session();
    for left in [2, 1, 0, 0] {
        update(&mut model, Msg::Undo);
        assert_eq!(model.timeline.entries().len(), left);
    }
    for _ in 0..4 {
        update(&mut model, Msg::Redo);
    }
    assert_eq!(model.timeline.session(), end);
}

#[test]
fn undo_takes_back_a_replaced_session_and_replaced_steps_and_loses_nothing() {
    let mut model = model();
    send(&mut model);
    send(&mut model);
    let mine = model.timeline.session();
    update(&mut model, Msg::OpenExample(3));
    update(&mut model, Msg::SelectPoint(1));
    update(&mut model, Msg::AdvanceClock(60));
    update(&mut model, Msg::Undo);
    assert_eq!(model.timeline.title(), examples::ALL[3].title);
    update(&mut model, Msg::Undo);
    assert_eq!(model.timeline.session(), mine);
    update(&mut model, Msg::SelectPoint(1));
    update(&mut model, Msg::FinishWork);
    update(&mut model, Msg::Undo);
    assert_eq!(model.timeline.session(), mine);
}

#[test]
fn a_new_change_ends_what_can_be_redone() {
    let mut model = model();
    send(&mut model);
    update(&mut model, Msg::Undo);
    assert!(model.history.can_redo(&model.timeline) && !model.history.can_undo(&model.timeline));
    update(&mut model, Msg::AdvanceClock(1));
    assert!(!model.history.can_redo(&model.timeline) && model.history.can_undo(&model.timeline));
    update(&mut model, Msg::Redo);
    assert_eq!(titles(&model), ["Clock +1 s "]);
}

#[test]
fn after_a_reload_undo_takes_back_the_steps() {
    let (mut shelf, mut model) = (Shelf::default(), model());
    for _ in 0..2 {
        shelf.keep(send(&mut model));
    }
    let mut again = start(shelf.stored());
    update(&mut again, Msg::Undo);
    assert_eq!(again.timeline.entries().len(), 1);
    update(&mut again, Msg::Redo);
    assert_eq!(again.timeline.entries().len(), 2);
}

/// Searches a text and takes the first result.
fn find(model: &mut Model, text: &str) -> Vec<Effect> {
    update(model, Msg::View(ViewChange::Dialog(Some(Dialog::Palette))));
    update(model, Msg::Palette(PaletteChange::Search(text.to_owned())));
    let effects = update(model, Msg::Palette(PaletteChange::TakeChosen));
    assert_eq!(model.view.dialog, None);
    effects
}

#[test]
fn the_first_result_is_taken() {
    let mut model = model();
    find(&mut model, "create_permission_version");
    assert_eq!(model.composer.operation, operation("CreatePermissionVersion"));
    assert_eq!(find(&mut model, "tickMilliseconds"), [Effect::FocusSetting("setting-tickMilliseconds".to_owned())]);
    assert_eq!(model.view.world, WorldTab::Settings);
    let groups =
        |model: &Model| settings_form::groups(&model.simulator().world().settings, &model.view.setting_search, model.view.open_groups);
    assert!(groups(&model).first().unwrap().is_open);
    update(&mut model, Msg::View(ViewChange::SearchSettings("quotas".into())));
    find(&mut model, "acceptActivates");
    assert_eq!(groups(&model).iter().filter(|group| group.is_open).count(), 2, "the search is over, and both groups are open");
    find(&mut model, "advance clock");
    assert_eq!(titles(&model), ["Clock +1 h "]);
    find(&mut model, "1 Clock");
    assert_eq!(model.timeline.point(), 1);
    find(&mut model, "ServerInternalException");
    assert_eq!(model.composer.fault.as_deref(), Some("ServerInternalException"));
}

#[test]
fn a_result_is_chosen_with_the_arrows() {
    let mut model = model();
    update(&mut model, Msg::Palette(PaletteChange::Search("creategrant".to_owned())));
    for (is_forward, chosen) in [(true, 1), (false, 0), (false, model.palette.found.len() - 1), (true, 0)] {
        update(&mut model, Msg::Palette(PaletteChange::Move { is_forward }));
        assert_eq!(model.palette.chosen, chosen);
    }
    update(&mut model, Msg::Palette(PaletteChange::Search("no such thing".to_owned())));
    update(&mut model, Msg::Palette(PaletteChange::Move { is_forward: true }));
    assert_eq!(update(&mut model, Msg::Palette(PaletteChange::TakeChosen)), []);
}

#[test]
fn a_resource_is_shown_on_its_page_of_the_table() {
    let mut model = model();
    for _ in 0..60 {
        send(&mut model);
        let path = crate::app::draft::Path::default().then(crate::app::draft::Part::Member("ClientToken"));
        update(&mut model, Msg::GenerateToken(path));
    }
    let oldest = model.simulator().license_manager().licenses().next().unwrap().arn().to_owned();
    let name = oldest.clone();
    assert_eq!(find(&mut model, &name), [Effect::FocusRow]);
    assert_eq!((model.view.world, model.view.selected_row.as_deref()), (WorldTab::Licenses, Some(oldest.as_str())));
    let tables = crate::app::tables::tables(WorldTab::Licenses, model.simulator(), &model.view.pages);
    assert!(tables[0].page.rows.iter().any(|row| row.key == oldest), "it is on the second page");
}
