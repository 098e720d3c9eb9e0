//! The session's settings, each with its description.

use super::controls::{button, on_change};
use super::select::Select;
use crate::app::settings_form::{Row, rows};
use crate::app::timeline::Timeline;
use crate::app::{Dialog, Msg, ViewChange};
use yew::prelude::*;

/// The settings.
pub(super) fn settings_form(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let world = timeline.simulator().world();
    let rows = rows(&world.settings);
    let groups = rows.chunk_by(|one, next| one.setting.group == next.setting.group).map(|rows| {
        let title = rows.first().map(|row| row.setting.group);
        html! {
            <section class="setting-group" aria-label={title}>
                <h3>{ title }</h3>
                <div class="settings">{ for rows.iter().map(|row| setting_view("setting", row, send)) }</div>
            </section>
        }
    });
    html! {
        <>
            <p class="hint">
                { format!("API model edition: {}. Seed: {}. To change them, start a new session.", world.vintage.name(), timeline.options().seed) }
            </p>
            { button("", "Show uncertain points", send, Msg::View(ViewChange::Dialog(Some(Dialog::Uncertain(None))))) }
            { for groups }
        </>
    }
}

/// The control of a setting. The prefix makes its ids unique if the page shows the setting twice.
pub(super) fn setting_view(prefix: &str, row: &Row, send: &Callback<Msg>) -> Html {
    let id = format!("{prefix}-{}", row.setting.name);
    let help = format!("{id}-help");
    let onchange = {
        let row = row.clone();
        on_change(send, Box::new(move |text| Some(Msg::ChangeWorld(row.change(&text)))))
    };
    let choices: Vec<_> = row.setting.choices.iter().map(|choice| ((*choice).to_owned(), (*choice).to_owned())).collect();
    html! {
        <div class="field" key={row.setting.name}>
            <label for={id.clone()}><code>{ row.setting.name }</code></label>
            if row.setting.choices.is_empty() {
                <input {id} type="text" inputmode="numeric" value={row.value.clone()} aria-describedby={help.clone()} {onchange} />
            } else {
                <Select {id} described_by={help.clone()} options={choices} selected={row.value.clone()} {onchange} />
            }
            <p id={help} class="hint">{ row.setting.text }</p>
        </div>
    }
}
