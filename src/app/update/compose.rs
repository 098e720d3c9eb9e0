//! Composing a request: the operation, the caller, the Region, the draft.

use super::examples;
use crate::app::draft::{Composer, Draft, Edit, Part, Path, edit, parse, to_text};
use crate::app::form::{Form, NotEditable};
use crate::app::notice::{NoticeAction, Tone};
use crate::app::timeline::Entry;
use crate::app::{Effect, Mode, Model, Msg, Pane, ViewChange, prefill};
use explorer::proposal::new_token;
use simulator::Operation;
use simulator::schema::Meaning;
use simulator::session::{Act, CallStep, Input};
use simulator::value::{AccountId, Region};
use std::rc::Rc;

fn composer(model: &mut Model) -> &mut Composer {
    Rc::make_mut(&mut model.composer)
}

pub(super) fn choose(model: &mut Model, operation: &'static Operation) -> Vec<Effect> {
    let composer = composer(model);
    if composer.operation != operation {
        composer.operation = operation;
        composer.fault = None;
    }
    model.view.apply(ViewChange::Pane(Pane::Request));
    model.prefill();
    model.save_drafts()
}

pub(super) fn set_caller(model: &mut Model, account: AccountId) -> Vec<Effect> {
    composer(model).account = account;
    model.prefill();
    model.save_drafts()
}

pub(super) fn set_region(model: &mut Model, region: Region) -> Vec<Effect> {
    composer(model).region = region;
    model.prefill();
    model.save_drafts()
}

pub(super) fn set_fault(model: &mut Model, fault: Option<String>) -> Vec<Effect> {
    composer(model).fault = fault;
    model.save_drafts()
}

pub(super) fn set_text(model: &mut Model, text: String) -> Vec<Effect> {
    set_own_text(model, text);
    model.save_drafts()
}

/// Edits a field. A text that is not a JSON object cannot be edited this way and does not change.
pub(super) fn edit_field(model: &mut Model, path: &Path, change: Edit) -> Vec<Effect> {
    let Ok(mut value) = parse(&model.composer.draft().text) else { return Vec::new() };
    if !value.is_object() {
        return Vec::new();
    }
    edit(&mut value, path, change);
    set_own_text(model, to_text(&value));
    model.save_drafts()
}

/// Sets the text of the draft. From now on it is a person's own.
fn set_own_text(model: &mut Model, text: String) {
    composer(model).change_draft(|draft| {
        draft.text = text;
        draft.touched = true;
    });
}

/// Adds a member or the next element of a list, and moves the focus to its field.
pub(super) fn add(model: &mut Model, path: &Path) -> Vec<Effect> {
    let Some(addition) = prefill::addition(path, &model.composer, &model.timeline) else { return Vec::new() };
    let mut effects = match addition.meaning {
        Some(Meaning::ClientToken) => generate_token(model, path),
        _ => edit_field(model, path, Edit::Json(addition.value)),
    };
    effects.push(Effect::FocusField(addition.focus.to_string()));
    effects
}

/// Removes a value and moves the focus to the button that adds it.
pub(super) fn remove(model: &mut Model, path: &Path) -> Vec<Effect> {
    let mut effects = edit_field(model, path, Edit::Omit);
    effects.push(Effect::FocusField(path.to_string()));
    effects
}

pub(super) fn generate_token(model: &mut Model, path: &Path) -> Vec<Effect> {
    let exchanges = model.timeline.entries().len();
    let old = model.composer.draft().token.clone();
    let token = new_token(model.timeline.options().seed, exchanges, old.as_deref());
    composer(model).change_draft(|draft| draft.token = Some(token.clone()));
    edit_field(model, path, Edit::Text(token))
}

/// Puts a new client token into the draft, in place of the token that a step of the session used.
pub(super) fn replace_token(model: &mut Model, index: usize) -> Vec<Effect> {
    let sent = model.timeline.entries().get(index).and_then(Entry::operation);
    if sent != Some(model.composer.operation) {
        edit_and_resend(model, index);
    }
    let input = (model.composer.operation.input)();
    let Some(token) = input.meant(Meaning::ClientToken, model.simulator().world().vintage) else { return Vec::new() };
    let effects = generate_token(model, &Path::default().then(Part::Member(token.name)));
    "The draft has a new client token.".clone_into(&mut model.announcement);
    model.view.apply(ViewChange::Pane(Pane::Request));
    effects
}

pub(super) fn reset_draft(model: &mut Model) -> Vec<Effect> {
    let action = model.composer.operation.action();
    let old = composer(model).change_draft(|draft| draft.touched = false);
    model.prefill();
    let what = format!("Draft of {action} reset.");
    offer_draft(model, action, old, what);
    model.save_drafts()
}

/// Offers to restore a draft that was replaced, if a person had edited it.
pub(super) fn offer_draft(model: &mut Model, action: String, draft: Draft, what: String) {
    if draft.touched {
        model.notify(Tone::Note, what, Some(NoticeAction::RestoreDraft { action, draft }));
    }
}

/// Fills the form with the input of an example, or of the next example if it has one already. The session does not change.
pub(super) fn fill_in_example(model: &mut Model, operation: &'static Operation) -> Vec<Effect> {
    if let Some(effects) = examples::wait(model, Msg::FillInExample(operation)) {
        return effects;
    }
    let own = prefill::draft(&model.composer, &model.timeline);
    let mut found: Vec<(&str, String)> = Vec::new();
    for (example, session) in model.examples.sending(operation) {
        if let Some(text) = prefill::example_input(session, operation).map(|input| prefill::adapted(input, operation, &own))
            && found.iter().all(|(_, known)| *known != text)
        {
            found.push((example.title, text));
        }
    }
    let shown = found.iter().position(|(_, text)| *text == model.composer.draft().text);
    found.rotate_left(shown.map_or(0, |place| place + 1));
    let Some((title, text)) = found.into_iter().next() else { return Vec::new() };
    let what = format!("The draft has the values of the example “{title}”.");
    let old = composer(model).replace_draft(Draft { text, touched: true, ..own });
    if shown.is_none() {
        offer_draft(model, operation.action(), old, what.clone());
    }
    model.announcement = what;
    model.view.apply(ViewChange::Pane(Pane::Request));
    model.save_drafts()
}

pub(super) fn go_to_field(model: &mut Model, member: String) -> Vec<Effect> {
    model.view.apply(ViewChange::Pane(Pane::Request));
    match Form::of(&model.composer, model.simulator()).fields {
        Err(NotEditable::InvalidJson(_) | NotEditable::NotAnObject) => {
            model.view.apply(ViewChange::Mode(Mode::Json));
            vec![Effect::FocusJson]
        }
        Ok(_) => {
            model.view.apply(ViewChange::Mode(Mode::Form));
            vec![Effect::FocusField(member)]
        }
    }
}

pub(super) fn edit_and_resend(model: &mut Model, index: usize) -> Vec<Effect> {
    let Some(entry) = model.timeline.entries().get(index).cloned() else { return Vec::new() };
    let (Act::Call(call), Some(exchange), Some(operation)) = (&entry.step.act, entry.played.exchange(), entry.operation()) else {
        return Vec::new();
    };
    address(composer(model), call);
    let text = prefill::sent_text(operation, &exchange.request);
    replace_draft(model, text, "The sent request");
    model.view.apply(ViewChange::Pane(Pane::Request));
    model.save_drafts()
}

/// Puts a call into the form. A draft that a person edited, and that the selected step did not send, is offered again.
pub(super) fn compose_call(model: &mut Model, call: &CallStep) {
    let composer = Rc::make_mut(&mut model.composer);
    address(composer, call);
    let text = match &call.input {
        Input::Value(value) => to_text(value),
        Input::Text(text) => text.clone(),
    };
    if model.timeline.current().and_then(Entry::sent_text).is_some_and(|sent| sent == composer.draft().text) {
        composer.change_draft(|draft| draft.touched = false);
    }
    replace_draft(model, text, "Another request");
    model.view.apply(ViewChange::Pane(Pane::Request));
}

/// Takes everything from a call but its members.
fn address(composer: &mut Composer, call: &CallStep) {
    (composer.operation, composer.account, composer.region) = (call.operation, call.account.clone(), call.region.clone());
    composer.fault.clone_from(&call.fault);
}

fn replace_draft(model: &mut Model, text: String, what: &str) {
    let operation = model.composer.operation;
    let old = composer(model).replace_draft(Draft { text, touched: true, token: None });
    let what = format!("{what} replaced your draft of {}.", operation.action());
    offer_draft(model, operation.action(), old, what);
}
