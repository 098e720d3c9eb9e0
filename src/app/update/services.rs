//! What the services are needed for: it is done at once when they are there, and waits when they are not.
//!
//! [`serve`] and [`restore`] are gates: whatever is reached through them alone travels with the services, and nothing calls
//! them before the services are there. `cargo xtask build` knows them by name.

use super::{compose, notices, session};
use crate::app::notice::{Remedy, Tone};
use crate::app::services::{ON_THEIR_WAY, Services, Waiting};
use crate::app::timeline::Timeline;
use crate::app::{Effect, Model, Msg};
use crate::service::session::{Act, Session};
use std::rc::Rc;

/// Does it, or keeps it until it can be done.
pub(super) fn ask(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match &mut model.services {
        Services::Here => serve(model, msg),
        Services::Coming(waiting) => {
            waiting.asked.push(msg);
            ON_THEIR_WAY.clone_into(&mut model.announcement);
            model.notify(Tone::Note, ON_THEIR_WAY.to_owned(), None);
            Vec::new()
        }
        Services::Missing { problem, .. } => {
            let problem = problem.clone();
            model.complain(problem);
            Vec::new()
        }
    }
}

/// The services are there: what waited for them is done.
pub(super) fn arrive(model: &mut Model) -> Vec<Effect> {
    match std::mem::replace(&mut model.services, Services::Here) {
        Services::Coming(waiting) => restore(model, waiting),
        // Nothing waits for what was there, and nothing arrives after it failed to.
        services @ (Services::Here | Services::Missing { .. }) => {
            model.services = services;
            Vec::new()
        }
    }
}

/// The services will not come.
pub(super) fn fail(model: &mut Model, problem: &str) -> Vec<Effect> {
    if let Services::Coming(waiting) = &mut model.services {
        let waiting = std::mem::take(waiting);
        let problem = format!("the simulated services did not arrive: {problem}");
        model.services = Services::Missing { problem: problem.clone(), waiting };
        withdraw(model);
        model.complain(problem);
    }
    Vec::new()
}

/// Does what was asked for. A gate.
#[inline(never)]
fn serve(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Reuse(index) => compose::reuse(model, index),
        Msg::Freshen(index) => compose::freshen(model, index),
        Msg::Send => session::send(model),
        Msg::Select(point) => session::select(model, point),
        Msg::Advance(seconds) => session::carry_out(model, Act::Advance(seconds)),
        Msg::Settle => session::carry_out(model, Act::Settle),
        Msg::Change(change) => session::carry_out(model, Act::Change(change)),
        Msg::NewSession(options) => session::begin(model, options),
        Msg::LoadExample(index) => session::load_example(model, index),
        Msg::ShowExample(operation) => compose::show_example(model, operation),
        Msg::Import(text) => session::import(model, &text),
        Msg::Export(way) => session::export(model, way),
        Msg::Remedy(id) => notices::restore(model, id),
        // What needs no services is done in `update`.
        Msg::Choose(_)
        | Msg::ActAs(_)
        | Msg::Enter(_)
        | Msg::Inject(_)
        | Msg::Type(_)
        | Msg::Edit(..)
        | Msg::RenewToken(_)
        | Msg::StartOver
        | Msg::JumpTo(_)
        | Msg::AddAccount(_)
        | Msg::Copy { .. }
        | Msg::Copied(_)
        | Msg::NotKept(_)
        | Msg::Failed(_)
        | Msg::OtherTab(_)
        | Msg::Dismiss(_)
        | Msg::Look(_)
        | Msg::Services(_) => Vec::new(),
    }
}

/// Plays the session of the last visit, then does what was asked for meanwhile. A gate.
#[inline(never)]
fn restore(model: &mut Model, waiting: Waiting) -> Vec<Effect> {
    withdraw(model);
    let Waiting { session, point, asked } = waiting;
    if let Some(text) = session {
        match Session::parse(&text).and_then(Timeline::play) {
            Ok(timeline) => model.timeline = Rc::new(timeline),
            Err(error) => {
                let remedy = Remedy::Download { name: "grant-playground-unreadable.json".to_owned(), text };
                model.notify(Tone::Problem, format!("the session kept from your last visit can't be read: {error}"), Some(remedy));
            }
        }
    }
    Rc::make_mut(&mut model.timeline).select(point);
    model.find_account();
    model.prefill();
    asked.into_iter().flat_map(|msg| serve(model, msg)).collect()
}

/// Takes back that something waits.
fn withdraw(model: &mut Model) {
    Rc::make_mut(&mut model.notices).retain(|notice| notice.text != ON_THEIR_WAY);
}
