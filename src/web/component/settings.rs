//! The session's settings in groups that fold, each with its label, its choices, and what it changes.

use super::controls::{button, named_button, on_change, on_input};
use super::fold::fold;
use super::reference_text::reference_text;
use super::select::Select;
use super::text::code_text;
use crate::app::settings_form::{Group, Row, SEARCH, groups, id_of, reset};
use crate::app::timeline::Timeline;
use crate::app::{Dialog, Msg, OpenGroups, ViewChange};
use yew::prelude::*;

/// The settings.
pub(super) fn settings_form(timeline: &Timeline, search: &str, open: OpenGroups, send: &Callback<Msg>) -> Html {
    let world = timeline.simulator().world();
    let groups = groups(&world.settings, search, open);
    let changed: Vec<_> = groups.iter().flat_map(|group| &group.rows).filter(|row| row.is_changed()).collect();
    let search_field = html! {
        <input
            type="search" id={SEARCH} placeholder="Search settings" aria-label="Search settings" value={search.to_owned()}
            oninput={on_input(send, Box::new(|text| Some(Msg::View(ViewChange::SearchSettings(text)))))}
        />
    };
    html! {
        <div class="all-settings">
            <p class="hint" key="edition">
                { format!("API model edition: {}. Seed: {}. To change them, start a new session.", world.vintage.name(), timeline.options().seed) }
            </p>
            <div class="bar" key="bar">
                { search_field }
                { button("", "Show uncertain points", send, Msg::View(ViewChange::Dialog(Some(Dialog::Uncertain(None))))) }
                if changed.len() > 1 {
                    { button("", "Reset all to default", send, Msg::ResetSettings { change: reset(changed), focus: SEARCH.to_owned() }) }
                }
            </div>
            <div key="groups">
                if groups.is_empty() {
                    <p class="empty">{ "No setting matches. " }{ button("small", "Clear search", send, Msg::View(ViewChange::SearchSettings(String::new()))) }</p>
                }
                { for groups.iter().map(|group| group_view(group, send)) }
            </div>
        </div>
    }
}

fn group_view(group: &Group, send: &Callback<Msg>) -> Html {
    let changed = group.rows.iter().filter(|row| row.is_changed()).count();
    let more = html! {
        <>
            { group.rows.len() }
            if changed > 0 {
                { " " }<span class="mark warm">{ format!("{changed} changed") }</span>
            }
        </>
    };
    let content =
        || html! { <div class="settings">{ for group.rows.iter().map(|row| setting_view(&id_of(row.setting.name), row, send)) }</div> };
    fold(group.number, group.title, more, group.is_open.then(content), send)
}

/// A setting. Its control has the id, which is unique if the page shows the setting twice.
pub(super) fn setting_view(id: &str, row: &Row, send: &Callback<Msg>) -> Html {
    let setting = &row.setting;
    let help = format!("{id}-help");
    let onchange = {
        let row = row.clone();
        on_change(send, Box::new(move |text| Some(Msg::ChangeWorld(row.change(&text)))))
    };
    let choices = row.choices();
    let reset_button = || {
        let msg = Msg::ResetSettings { change: reset([row]), focus: id.to_owned() };
        named_button("small", "Reset to default", format!("Reset to default: {}", setting.label), send, msg)
    };
    html! {
        <div class={classes!("setting", row.is_changed().then_some("changed"))} key={setting.name}>
            <label for={id.to_owned()}>{ setting.label }</label>
            { code_text(setting.name) }
            if choices.is_empty() {
                <input id={id.to_owned()} type="text" inputmode="numeric" value={row.value.clone()} aria-describedby={help.clone()} {onchange} />
            } else {
                <Select id={id.to_owned()} described_by={help.clone()} options={choices} selected={row.value.clone()} {onchange} />
            }
            { row.is_changed().then(reset_button).unwrap_or_default() }
            <p id={help} class="hint">{ reference_text("setting", setting.name) }{ format!(" Default: {}.", row.default_label()) }</p>
        </div>
    }
}
