//! The dialogs about the session as a whole.

mod export;
mod import;
mod new_session;

use super::modal::Modal;
use super::opening::opening;
use super::palette::palette_form;
use super::shortcuts::shortcut_list;
use super::uncertain::uncertain_points;
use crate::app::palette::Palette;
use crate::app::timeline::Timeline;
use crate::app::{Dialog, Msg, Progress, ViewChange};
use crate::web::shared::Shared;
use export::export_form;
use import::ImportForm;
use new_session::NewSessionForm;
use yew::prelude::*;

/// Properties of [`SessionDialogs`].
#[derive(Properties, PartialEq)]
pub(super) struct SessionDialogsProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The search over everything.
    pub(super) palette: Shared<Palette>,
    /// Whether the shortcuts of one key are switched off.
    pub(super) no_single_keys: bool,
    /// The dialog that is open, if one is.
    pub(super) dialog: Option<Dialog>,
    /// A problem with the input of the dialog.
    pub(super) problem: Option<String>,
    /// How far a session is that is being opened.
    pub(super) progress: Option<Progress>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The dialogs.
#[component]
pub(super) fn SessionDialogs(props: &SessionDialogsProps) -> Html {
    let SessionDialogsProps { timeline, palette, no_single_keys, dialog, problem, progress, send } = props;
    let is = |other: Dialog| *dialog == Some(other);
    let asked = match dialog {
        Some(Dialog::Uncertain(point)) => Some(*point),
        Some(Dialog::Part(_) | Dialog::New | Dialog::Import | Dialog::Export | Dialog::Palette | Dialog::Keys) | None => None,
    };
    let close = send.reform(|()| Msg::View(ViewChange::Dialog(None)));
    html! {
        <>
            <Modal id="new-session" title="Start a new session" open={is(Dialog::New)} problem={problem.clone()} close={close.clone()}><NewSessionForm {timeline} {send} /></Modal>
            <Modal id="import" title="Import a session" open={is(Dialog::Import)} problem={problem.clone()} close={close.clone()}><ImportForm {send} />{ for progress.map(|progress| opening(progress, send)) }</Modal>
            <Modal id="export" title="Export this session" open={is(Dialog::Export)} problem={problem.clone()} close={close.clone()}>
                // The text of the whole session is created only while the dialog is open.
                if is(Dialog::Export) {
                    { export_form(timeline, send) }
                }
            </Modal>
            <Modal id="palette" title="Search" open={is(Dialog::Palette)} problem={problem.clone()} close={close.clone()}>{ palette_form(palette, send) }</Modal>
            <Modal id="keys" title="Keyboard shortcuts" open={is(Dialog::Keys)} problem={problem.clone()} close={close.clone()}>{ shortcut_list(*no_single_keys, send) }</Modal>
            <Modal id="uncertain" title="Uncertain points" open={asked.is_some()} problem={problem.clone()} {close}>
                if asked.is_some() {
                    { uncertain_points(timeline, asked.flatten(), send) }
                }
            </Modal>
        </>
    }
}
