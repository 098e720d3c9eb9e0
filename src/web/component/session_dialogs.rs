//! The dialogs about the session as a whole.

mod new_session;

use super::modal::Modal;
use super::palette::palette_form;
use super::shortcuts::shortcut_list;
use super::uncertain::uncertain_points;
use crate::app::parts::{Part, data};
use crate::app::{Dialog, Model, Msg};
use new_session::new_session_form;
use yew::prelude::*;

/// The dialogs of the program: the id and the title of each.
const DIALOGS: [(&str, &str); 4] =
    [("new-session", "Start a new session"), ("palette", "Search"), ("keys", "Keyboard shortcuts"), ("uncertain", "Uncertain points")];

/// The dialogs. Only the one that is open has content.
pub(super) fn session_dialogs(model: &Model, send: &Callback<Msg>) -> Html {
    let Model { timeline, composer, palette, view, .. } = model;
    let content = match view.dialog {
        None => Html::default(),
        Some(Dialog::New) => new_session_form(timeline, send),
        Some(Dialog::Palette) => palette_form(palette, send),
        Some(Dialog::Keys) => shortcut_list(view.no_single_keys, send),
        Some(Dialog::Uncertain(point)) => uncertain_points(timeline, point, send),
        Some(Dialog::Part(part)) => part_content(part, data(part, composer, timeline, view)),
    };
    let open_id = view.dialog.map(Dialog::id);
    let mut dialogs = Vec::new();
    for (id, title) in DIALOGS.into_iter().chain(Part::ALL.map(|part| (part.element(), part.title()))) {
        let is_open = open_id == Some(id);
        let content = if is_open { content.clone() } else { Html::default() };
        let problem = view.problem.clone().filter(|_| is_open);
        dialogs.push(html! { <Modal key={id} {id} {title} open={is_open} {problem} {send}>{ content }</Modal> });
    }
    dialogs.into_iter().collect()
}

/// The element of a static file with what it is told, and the script that defines it.
#[expect(clippy::ignored_unit_patterns, reason = "the macro writes it for an element with a computed name")]
fn part_content(part: Part, data: String) -> Html {
    html! {
        <>
            <@{part.element()} data={data}></@>
            <script type="module" src={format!("{}.js", part.element())}></script>
        </>
    }
}
