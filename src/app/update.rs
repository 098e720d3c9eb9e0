//! The one place where the model changes.

mod compose;
mod examples;
mod fix;
mod history;
mod notices;
mod opening;
mod palette;
mod parts;
mod session;
#[cfg(test)]
mod tests;

use super::history::Direction;
use super::opening::Arrival;
use super::{Dialog, Effect, Host, Model, Msg, Sizes, ViewChange};
use simulator::Intervention;
use simulator::session::Act;
use simulator::world::Account;

/// Changes the model and returns the effects.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if model.view.host == Host::ReadOnlyFrame && msg.changes_session() {
        return Vec::new();
    }
    let operation = model.composer.operation;
    model.view.is_composing = match &msg {
        Msg::SelectPoint(_)
        | Msg::Send
        | Msg::ApplyFix
        | Msg::Undo
        | Msg::Redo
        | Msg::Step { .. }
        | Msg::OpenExample(_)
        | Msg::OpenLesson(_)
        | Msg::Import(_)
        | Msg::StartSession(_) => false,
        Msg::ChooseOperation(_)
        | Msg::EditAndResend(_)
        | Msg::EditFix
        | Msg::InjectError(..)
        | Msg::ComposeCall(_)
        | Msg::ReplaceToken(_)
        | Msg::FillInExample(_)
        | Msg::GoToField(_) => true,
        Msg::SetCaller(_)
        | Msg::SetRegion(_)
        | Msg::SetFault(_)
        | Msg::SetText(_)
        | Msg::EditField(..)
        | Msg::Add(_)
        | Msg::RemoveMember(_)
        | Msg::GenerateToken(_)
        | Msg::ResetDraft
        | Msg::Copy { .. }
        | Msg::Copied(_)
        | Msg::NotStored { .. }
        | Msg::Loaded(_)
        | Msg::PlayOn
        | Msg::CancelOpening
        | Msg::Failed(_)
        | Msg::NoticeAction(_)
        | Msg::Dismiss(_)
        | Msg::View(_)
        | Msg::AddAccount(_)
        | Msg::OtherTabSaved(_)
        | Msg::ExamplesLoaded(_)
        | Msg::Palette(_)
        | Msg::GoToPane(_)
        | Msg::GoToSetting(_)
        | Msg::ShowResource { .. }
        | Msg::AdvanceClock(_)
        | Msg::FinishWork
        | Msg::ChangeWorld(_)
        | Msg::ResetSettings { .. }
        | Msg::Ask(_)
        | Msg::SetTitle(_) => model.view.is_composing,
    };
    let effects = act(model, msg);
    if model.composer.operation != operation {
        model.open_group();
    }
    effects
}

fn act(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::ChooseOperation(operation) => compose::choose(model, operation),
        Msg::SetCaller(account) => compose::set_caller(model, account),
        Msg::SetRegion(region) => compose::set_region(model, region),
        Msg::SetFault(fault) => compose::set_fault(model, fault),
        Msg::SetText(text) => compose::set_text(model, text),
        Msg::EditField(path, change) => compose::edit_field(model, &path, change),
        Msg::Add(path) => compose::add(model, &path),
        Msg::RemoveMember(path) => compose::remove(model, &path),
        Msg::GenerateToken(path) => compose::generate_token(model, &path),
        Msg::ResetDraft => compose::reset_draft(model),
        Msg::GoToField(member) => compose::go_to_field(model, member),
        Msg::Copy { what, text } => vec![Effect::Copy { what, text }],
        Msg::Copied(what) => notices::copied(model, &what),
        Msg::NotStored { reason, steps } => opening::not_stored(model, &reason, steps),
        Msg::Loaded(result) => opening::loaded(model, result),
        Msg::PlayOn => opening::play_on(model),
        Msg::CancelOpening => opening::cancel(model),
        Msg::Failed(problem) => notices::failed(model, &problem),
        Msg::NoticeAction(id) => notices::run_action(model, id),
        Msg::Dismiss(id) => notices::dismiss(model, id),
        Msg::OtherTabSaved(id) => opening::other_tab(model, id),
        Msg::View(look) => change_view(model, look),
        Msg::AddAccount(account) => add_account(model, account),
        Msg::EditAndResend(index) => compose::edit_and_resend(model, index),
        Msg::ReplaceToken(index) => compose::replace_token(model, index),
        Msg::FillInExample(operation) => compose::fill_in_example(model, operation),
        Msg::Send => session::send(model),
        Msg::ApplyFix => fix::apply(model),
        Msg::EditFix => fix::edit(model),
        Msg::ComposeCall(call) => {
            compose::compose_call(model, &call);
            model.save_drafts()
        }
        Msg::Undo => history::go(model, Direction::Undo),
        Msg::Redo => history::go(model, Direction::Redo),
        Msg::Palette(change) => palette::change(model, change),
        Msg::GoToSetting(name) => palette::go_to_setting(model, name),
        Msg::ShowResource { tab, key } => palette::show_resource(model, tab, key),
        Msg::InjectError(operation, error) => palette::inject_error(model, operation, error),
        Msg::GoToPane(pane) => {
            model.view.apply(ViewChange::Pane(pane));
            vec![Effect::FocusPane(pane)]
        }
        Msg::Step { is_forward: true } => session::select(model, model.timeline.point() + 1),
        Msg::Step { is_forward: false } => session::select(model, model.timeline.point().saturating_sub(1)),
        Msg::SelectPoint(point) => session::select(model, point),
        Msg::AdvanceClock(seconds) => session::run_step(model, Act::Advance(seconds)),
        Msg::FinishWork => session::run_step(model, Act::Settle),
        Msg::ChangeWorld(change) => session::run_step(model, Act::Change(change)),
        Msg::ResetSettings { change, focus } => {
            let mut effects = session::run_step(model, Act::Change(change));
            effects.push(Effect::FocusSetting(focus));
            effects
        }
        Msg::StartSession(options) => session::start(model, options),
        Msg::OpenExample(index) => session::open_example(model, index),
        Msg::OpenLesson(file) => vec![Effect::LoadLesson(file)],
        Msg::ExamplesLoaded(text) => examples::loaded(model, text),
        Msg::Import(text) => opening::import(model, &text, Arrival::default()),
        Msg::Ask(text) => parts::ask(model, &text),
        Msg::SetTitle(title) => {
            std::rc::Rc::make_mut(&mut model.timeline).set_title(title);
            model.save_session()
        }
    }
}

/// Adds an account, unless it exists. Adding it again would reset its switches.
fn add_account(model: &mut Model, account: Account) -> Vec<Effect> {
    if let Some(known) = model.timeline.simulator().world().accounts.get(&account.id) {
        let problem = format!("Account `{}` already exists. Its name is `{}`.", known.id, known.name);
        model.report_problem(&problem);
        return Vec::new();
    }
    session::run_step(model, Act::Change(Intervention::Account(account)))
}

fn change_view(model: &mut Model, look: ViewChange) -> Vec<Effect> {
    let kept = |model: &Model| (model.view.mode, model.view.world, model.view.no_single_keys, model.view.sizes);
    let before = kept(model);
    let mut effects = match look {
        ViewChange::Theme(theme) => vec![Effect::SetTheme(theme)],
        ViewChange::Dialog(Some(Dialog::Palette)) => palette::open(model),
        ViewChange::Dialog(Some(Dialog::Uncertain(Some(number)))) => vec![Effect::FocusPoint(number)],
        ViewChange::Divide(divider, position) => vec![Effect::ShowPosition(divider, Sizes::in_bounds(position))],
        ViewChange::Pane(_)
        | ViewChange::Mode(_)
        | ViewChange::Response(_)
        | ViewChange::RawBody(_)
        | ViewChange::World(_)
        | ViewChange::SelectRow(_)
        | ViewChange::Page(..)
        | ViewChange::Search(_)
        | ViewChange::SearchSettings(_)
        | ViewChange::ToggleGroup(_)
        | ViewChange::Layout(_)
        | ViewChange::SingleKeys(_)
        | ViewChange::FoldWorld(_)
        | ViewChange::Dialog(_)
        | ViewChange::Closed(_) => Vec::new(),
    };
    model.view.apply(look);
    if kept(model) != before {
        effects.extend(model.save_drafts());
    }
    effects
}
