//! The one place where the model changes.

mod compose;
mod notices;
mod opening;
mod session;
#[cfg(test)]
mod tests;

use super::{Dialog, Effect, Look, Model, Msg};
use simulator::Intervention;
use simulator::session::Act;
use simulator::world::Account;

/// Changes the model, and says what the page has to do.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let operation = model.composer.operation;
    model.view.composes = match &msg {
        Msg::Select(_) | Msg::Send | Msg::LoadExample(_) | Msg::Import(_) | Msg::NewSession(_) => false,
        Msg::Choose(_) | Msg::Reuse(_) | Msg::Freshen(_) | Msg::ShowExample(_) | Msg::JumpTo(_) => true,
        Msg::ActAs(_)
        | Msg::Enter(_)
        | Msg::Inject(_)
        | Msg::Type(_)
        | Msg::Edit(..)
        | Msg::RenewToken(_)
        | Msg::StartOver
        | Msg::Copy { .. }
        | Msg::Copied(_)
        | Msg::NotStored { .. }
        | Msg::Loaded(_)
        | Msg::PlayOn
        | Msg::CancelOpening
        | Msg::Failed(_)
        | Msg::Remedy(_)
        | Msg::Dismiss(_)
        | Msg::Look(_)
        | Msg::AddAccount(_)
        | Msg::OtherTab(_)
        | Msg::Advance(_)
        | Msg::Settle
        | Msg::Change(_)
        | Msg::Export(_) => model.view.composes,
    };
    let effects = act(model, msg);
    if model.composer.operation != operation {
        model.unfold();
    }
    effects
}

fn act(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Choose(operation) => compose::choose(model, operation),
        Msg::ActAs(account) => compose::act_as(model, account),
        Msg::Enter(region) => compose::enter(model, region),
        Msg::Inject(fault) => compose::inject(model, fault),
        Msg::Type(text) => compose::type_text(model, text),
        Msg::Edit(path, change) => compose::edit_field(model, &path, change),
        Msg::RenewToken(path) => compose::renew_token(model, &path),
        Msg::StartOver => compose::start_over(model),
        Msg::JumpTo(member) => compose::jump_to(model, member),
        Msg::Copy { what, text } => vec![Effect::Copy { what, text }],
        Msg::Copied(what) => notices::copied(model, &what),
        Msg::NotStored { reason, steps } => opening::not_stored(model, &reason, steps),
        Msg::Loaded(result) => opening::loaded(model, result),
        Msg::PlayOn => opening::play_on(model),
        Msg::CancelOpening => opening::cancel(model),
        Msg::Failed(problem) => notices::failed(model, &problem),
        Msg::Remedy(id) => notices::remedy(model, id),
        Msg::Dismiss(id) => notices::dismiss(model, id),
        Msg::OtherTab(id) => opening::other_tab(model, id),
        Msg::Look(look) => look_at(model, look),
        Msg::AddAccount(account) => add_account(model, account),
        Msg::Reuse(index) => compose::reuse(model, index),
        Msg::Freshen(index) => compose::freshen(model, index),
        Msg::ShowExample(operation) => compose::show_example(model, operation),
        Msg::Send => session::send(model),
        Msg::Select(point) => session::select(model, point),
        Msg::Advance(seconds) => session::carry_out(model, Act::Advance(seconds)),
        Msg::Settle => session::carry_out(model, Act::Settle),
        Msg::Change(change) => session::carry_out(model, Act::Change(change)),
        Msg::NewSession(options) => session::begin(model, options),
        Msg::LoadExample(index) => session::load_example(model, index),
        Msg::Import(text) => opening::import(model, &text),
        Msg::Export(way) => session::export(model, way),
    }
}

/// Adds an account, unless it is there: what is set for one is not lost by adding it again.
fn add_account(model: &mut Model, account: Account) -> Vec<Effect> {
    if let Some(known) = model.timeline.simulator().world().accounts.get(&account.id) {
        let problem = format!("Account `{}` already exists. Its name is `{}`.", known.id, known.name);
        model.complain(&problem);
        return Vec::new();
    }
    session::carry_out(model, Act::Change(Intervention::Account(account)))
}

fn look_at(model: &mut Model, look: Look) -> Vec<Effect> {
    let mode = model.view.mode;
    let mut effects = match look {
        Look::Theme(theme) => vec![Effect::SetTheme(theme)],
        Look::Dialog(Some(Dialog::Uncertain(Some(number)))) => vec![Effect::FocusPoint(number)],
        Look::Pane(_)
        | Look::Mode(_)
        | Look::Answer(_)
        | Look::AsSent(_)
        | Look::World(_)
        | Look::Subject(_)
        | Look::Page(..)
        | Look::Search(_)
        | Look::Fold(_)
        | Look::Layout(_)
        | Look::Dialog(_) => Vec::new(),
    };
    model.view.look(look);
    if model.view.mode != mode {
        effects.extend(model.save_drafts());
    }
    effects
}
