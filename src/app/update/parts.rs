//! Does what an element of a static file asks for.

use super::opening;
use super::session::{append_step, finish_steps};
use crate::app::examples;
use crate::app::opening::Purpose;
use crate::app::parts::Ask;
use crate::app::{Dialog, Effect, Model, Msg, SessionId, ViewChange};
use simulator::index;
use simulator::session::Step;
use std::rc::Rc;

pub(super) fn ask(model: &mut Model, text: &str) -> Vec<Effect> {
    let ask = match Ask::parse(text) {
        Ok(ask) => ask,
        Err(error) => {
            model.report_problem(&error);
            return Vec::new();
        }
    };
    match ask {
        Ask::Show(part, text) => {
            model.view.pasted = text;
            model.view.apply(ViewChange::Dialog(Some(Dialog::Part(part))));
            Vec::new()
        }
        Ask::Compose(call) => closing(model, Msg::ComposeCall(call)),
        Ask::Run(steps) => run(model, steps),
        Ask::Open(text, point) => {
            model.view.apply(ViewChange::Dialog(None));
            opening::import(model, &text, point)
        }
        Ask::OpenStored(id) => {
            model.view.apply(ViewChange::Dialog(None));
            let id = SessionId(id);
            model.loading = Some((id.clone(), Purpose::Open));
            vec![Effect::Load(id)]
        }
        Ask::Title(title) => {
            Rc::make_mut(&mut model.timeline).set_title(title);
            Vec::new()
        }
        Ask::Copy(what, text) => vec![Effect::Copy { what, text }],
        Ask::Download(name, text) => vec![Effect::Download { name, text }],
        Ask::Choose(name) => match index::find(&name) {
            Some(operation) => closing(model, Msg::ChooseOperation(operation)),
            None => tell(model, &format!("There is no operation `{name}`.")),
        },
        Ask::Example(name) => match examples::ALL.iter().position(|example| example.file == name) {
            Some(place) => closing(model, Msg::OpenExample(place)),
            None => tell(model, &format!("There is no example `{name}`.")),
        },
        Ask::Tell(text) => tell(model, &text),
    }
}

fn tell(model: &mut Model, text: &str) -> Vec<Effect> {
    model.report_problem(text);
    Vec::new()
}

/// Closes the dialog and goes on with a message.
fn closing(model: &mut Model, msg: Msg) -> Vec<Effect> {
    model.view.apply(ViewChange::Dialog(None));
    super::update(model, msg)
}

/// Runs steps up to the first one that cannot run, which is told.
fn run(model: &mut Model, steps: Vec<Step>) -> Vec<Effect> {
    model.view.apply(ViewChange::Dialog(None));
    for step in steps {
        if !append_step(model, step) {
            break;
        }
    }
    finish_steps(model)
}
