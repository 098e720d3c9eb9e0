//! Tests of the page's logic, without a browser.

mod advice;
mod drafts;
mod examples;
mod fixes;
mod forms;
mod frames;
mod history;
mod opening;
mod parts;
mod session;
mod shelf;
mod timeline;

use crate::app::draft::{Edit, Part, Path};
use crate::app::examples::library;
use crate::app::form::{Control, Form, NotEditable};
use crate::app::{Dialog, Effect, Layout, Mode, Model, Msg, NoticeAction, Pane, Stored, Theme, Tone, ViewChange, WorldTab};
use serde_json::{Map, Value, json};
use shelf::Shelf;
use simulator::index;
use simulator::session::{Input, Session};
use simulator::value::AccountId;
use simulator::world::Account;
use simulator::{Intervention, Operation, Options};

fn model() -> Model {
    start(Stored { visit: "visit".into(), ..Stored::default() })
}

/// A visit, with the session of the last one opened to its end.
fn start(stored: Stored) -> Model {
    let mut model = Model::start(stored, Options::default()).unwrap();
    model.examples = library();
    update(&mut model, Msg::PlayOn);
    model
}

/// Changes the model, and opens to its end what is being opened.
fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = super::update(model, msg);
    while effects.last() == Some(&Effect::PlayOn) {
        effects.pop();
        effects.extend(super::update(model, Msg::PlayOn));
    }
    effects
}

fn operation(name: &str) -> &'static Operation {
    index::find(name).unwrap()
}

fn choose(model: &mut Model, name: &str) {
    update(model, Msg::ChooseOperation(operation(name)));
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
    let id = model.notices.iter().rev().find(|notice| notice.action.is_some()).unwrap().id;
    update(model, Msg::NoticeAction(id))
}

/// Undoes the last change. What has to be read for it is read from here.
fn undo(model: &mut Model, shelf: &Shelf) -> Vec<Effect> {
    travel(model, shelf, Msg::Undo)
}

/// Redoes the change that was undone last.
fn redo(model: &mut Model, shelf: &Shelf) -> Vec<Effect> {
    travel(model, shelf, Msg::Redo)
}

fn travel(model: &mut Model, shelf: &Shelf, msg: Msg) -> Vec<Effect> {
    let effects = update(model, msg);
    let [Effect::Load(session)] = &effects[..] else { return effects };
    let session = shelf.session(session).ok_or_else(|| "the session is not stored any more".to_owned());
    update(model, Msg::Loaded(session))
}
