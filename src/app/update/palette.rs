//! The search over everything: the search itself, and what its results do.

use crate::app::palette::{Palette, PaletteChange, Place, search};
use crate::app::{Effect, Model, Pane, ViewChange, WorldTab, pages, settings_form, tables, update};
use simulator::Operation;
use std::rc::Rc;

/// Opens the search with an empty text.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    find(model, String::new());
    Vec::new()
}

pub(super) fn change(model: &mut Model, change: PaletteChange) -> Vec<Effect> {
    match change {
        PaletteChange::Search(text) => find(model, text),
        PaletteChange::Move { is_forward } => {
            let palette = Rc::make_mut(&mut model.palette);
            let count = palette.found.len().max(1);
            palette.chosen = (palette.chosen + if is_forward { 1 } else { count - 1 }) % count;
        }
        PaletteChange::TakeChosen => return take(model, model.palette.chosen),
        PaletteChange::Take(index) => return take(model, index),
    }
    Vec::new()
}

fn find(model: &mut Model, text: String) {
    let place = Place { timeline: &model.timeline, examples: &model.examples, theme: model.view.theme };
    let found = search(&text, place);
    model.palette = Rc::new(Palette { text, found, chosen: 0 });
}

fn take(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(msg) = model.palette.found.get(index).map(|found| found.msg.clone()) else { return Vec::new() };
    model.view.apply(ViewChange::Dialog(None));
    update(model, msg)
}

/// Shows a setting and moves the focus to it.
pub(super) fn go_to_setting(model: &mut Model, name: &str) -> Vec<Effect> {
    model.view.apply(ViewChange::Pane(Pane::World));
    model.view.apply(ViewChange::World(WorldTab::Settings));
    model.view.apply(ViewChange::SearchSettings(String::new()));
    if let Some(number) = settings_form::group_of(name) {
        model.view.open_groups.open(number);
    }
    vec![Effect::FocusSetting(settings_form::id_of(name))]
}

/// Shows the page of the table with a resource, and the resource's possible transitions.
pub(super) fn show_resource(model: &mut Model, tab: WorldTab, key: String) -> Vec<Effect> {
    model.view.apply(ViewChange::Pane(Pane::World));
    model.view.apply(ViewChange::World(tab));
    let mut shown = pages::Pages::default();
    for skipped in (pages::PAGE..).step_by(pages::PAGE) {
        let tables = tables::tables(tab, model.simulator(), &shown);
        if tables.iter().any(|table| table.page.rows.iter().any(|row| row.key == key)) {
            model.view.pages = shown;
            model.view.selected_row = Some(key);
            return vec![Effect::FocusRow];
        }
        let longer: Vec<_> = tables.iter().filter(|table| table.page.has_more).map(|table| table.page.caption).collect();
        if longer.is_empty() {
            break;
        }
        for caption in longer {
            shown.turn(caption, skipped);
        }
    }
    Vec::new()
}

/// Chooses an operation and the error to inject into it.
pub(super) fn inject_error(model: &mut Model, operation: &'static Operation, error: String) -> Vec<Effect> {
    let effects = super::compose::choose(model, operation);
    Rc::make_mut(&mut model.composer).fault = Some(error);
    effects
}
