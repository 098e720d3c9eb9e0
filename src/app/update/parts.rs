//! Does what an element of a static file asks for.

use super::opening;
use super::session::{append_step, finish_steps};
use crate::app::examples;
use crate::app::opening::{Arrival, Purpose};
use crate::app::parts::Part;
use crate::app::{Dialog, Effect, Model, Msg, SessionId, ViewChange};
use serde_json::Value;
use simulator::index;
use simulator::json::Json;
use simulator::session::{Act, Step};
use simulator::world::Account;
use std::rc::Rc;

/// An element asks with an object: `do` is what it asks for, the other members are what that needs, all of them texts.
pub(super) fn ask(model: &mut Model, text: &str) -> Vec<Effect> {
    // A session is given as it is: it can be so large that nobody wants it as a text inside another one.
    if !text.starts_with(r#"{"do""#) {
        model.view.apply(ViewChange::Dialog(None));
        return opening::import(model, text, Arrival::default());
    }
    match act(model, text) {
        Ok(effects) => effects,
        Err(error) => {
            model.report_problem(&error);
            Vec::new()
        }
    }
}

fn act(model: &mut Model, text: &str) -> Result<Vec<Effect>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let member = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let what = member("do");
    if what == "show" {
        let part = member("part");
        model.view.pasted = member("text");
        model.view.apply(ViewChange::Dialog(Part::ALL.into_iter().find(|other| other.element() == part).map(Dialog::Part)));
        return Ok(Vec::new());
    }
    // These leave the dialog open.
    match what.as_str() {
        "title" => return Ok(super::update(model, Msg::SetTitle(member("title")))),
        "answers" => {
            let answers = Json::read(value.get("answers").unwrap_or(&Value::Null)).map_err(|error| error.to_string())?;
            let student = Some(member("student")).filter(|student| !student.is_empty());
            Rc::make_mut(&mut model.timeline).answer(student, answers);
            return Ok(model.save_session());
        }
        "step" => return Ok(super::session::select(model, member("step").parse().unwrap_or_default())),
        "copy" => return Ok(vec![Effect::Copy { what: member("what"), text: member("text") }]),
        "download" => return Ok(vec![Effect::Download { name: member("name"), text: member("text") }]),
        _ => model.view.apply(ViewChange::Dialog(None)),
    }
    let name = member("name");
    let msg = match what.as_str() {
        "steps" => return run(model, &value),
        "open" => {
            let point = value.get("point").and_then(Value::as_u64).and_then(|point| point.try_into().ok());
            let view = ViewChange::named(&member("pane")).into_iter().chain(ViewChange::named(&member("tab"))).collect();
            let arrival = Arrival { point, view, is_edited: member("lesson") == "no" };
            return Ok(opening::import(model, &member("session"), arrival));
        }
        "open-stored" => {
            let id = SessionId(member("id"));
            model.loading = Some((id.clone(), Purpose::Open));
            return Ok(vec![Effect::Load(id)]);
        }
        "operation" => Msg::ChooseOperation(index::find(&name).ok_or_else(|| format!("There is no operation `{name}`."))?),
        "lesson" => {
            let lesson = examples::LESSONS.iter().find(|lesson| lesson.file == name);
            Msg::OpenLesson(lesson.ok_or_else(|| format!("There is no lesson `{name}`."))?.file)
        }
        "example" => {
            let place = examples::ALL.iter().position(|example| example.file == name);
            Msg::OpenExample(place.ok_or_else(|| format!("There is no example `{name}`."))?)
        }
        _ => return Err(member("text")),
    };
    Ok(super::update(model, msg))
}

/// Runs the `steps`, up to the first one that cannot run, and puts the call `draft` into the form.
fn run(model: &mut Model, value: &Value) -> Result<Vec<Effect>, String> {
    let step = |value: &Value| serde_json::from_str::<Step>(value.as_str().unwrap_or_default()).map_err(|error| error.to_string());
    let steps = value.get("steps").and_then(Value::as_array).into_iter().flatten();
    let steps = steps.map(step).collect::<Result<Vec<_>, _>>()?;
    let draft = value.get("draft").map(step).transpose()?;
    let mut effects = Vec::new();
    if !steps.is_empty() {
        steps.into_iter().all(|step| append_step(model, step));
        effects = finish_steps(model);
    }
    if let Some(Act::Call(call)) = draft.map(|draft| draft.act) {
        if !model.timeline.simulator().world().accounts.contains_key(&call.account) {
            let name = format!("Account {}", call.account);
            effects.append(&mut super::update(model, Msg::AddAccount(Account::new(call.account.clone(), &name))));
        }
        effects.append(&mut super::update(model, Msg::ComposeCall(Box::new(call))));
    }
    Ok(effects)
}
