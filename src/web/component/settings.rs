//! The session's settings: the uncertain choices, each with its sentence.

use super::event::changed_value;
use crate::app::Msg;
use crate::app::settings_form::{Row, rows};
use crate::app::timeline::Timeline;
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`SettingsForm`].
#[derive(Properties, PartialEq)]
pub(super) struct SettingsFormProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The settings.
#[component]
pub(super) fn SettingsForm(props: &SettingsFormProps) -> Html {
    let SettingsFormProps { timeline, send } = props;
    let world = timeline.simulator().world();
    html! {
        <>
            <p class="hint">
                { format!("Edition of the API model: {}. Seed: {}. Both are chosen with a new session.", world.vintage.name(), timeline.options().seed) }
            </p>
            <div class="settings">{ for rows(&world.settings).into_iter().map(|row| setting_view(&row, send)) }</div>
        </>
    }
}

fn setting_view(row: &Row, send: &Callback<Msg>) -> Html {
    let id = format!("setting-{}", row.setting.name);
    let help = format!("{id}-help");
    let onchange = {
        let row = row.clone();
        send.reform(move |event: Event| Msg::Change(row.change(&changed_value(&event))))
    };
    html! {
        <div class="field" key={row.setting.name}>
            <label for={id.clone()}><code>{ row.setting.name }</code></label>
            if row.setting.choices.is_empty() {
                <input {id} type="text" inputmode="numeric" value={row.value.clone()} aria-describedby={help.clone()} {onchange} />
            } else {
                <select {id} aria-describedby={help.clone()} {onchange}>
                    { for row.setting.choices.iter().map(|choice| html! { <option value={*choice} selected={*choice == row.value}>{ *choice }</option> }) }
                </select>
            }
            <p id={help} class="hint">{ row.setting.text }</p>
        </div>
    }
}
