//! The world pane: what exists at the selected point, and the switches.

use super::accounts::accounts;
use super::controls::press;
use super::data_table::data_tables;
use super::organizations::organizations;
use super::resources::resource_forms;
use super::settings::settings_form;
use super::shares::placement_form;
use super::tabs::{panel_id, tab_id, tabs};
use super::text::hint;
use crate::app::pages::Pages;
use crate::app::timeline::Timeline;
use crate::app::{Host, Msg, OpenGroups, ViewChange, WorldTab, tables};
use crate::web::shared::Shared;
use crate::web::window::reveal;
use yew::prelude::*;

/// Properties of [`World`].
#[derive(Properties, PartialEq)]
pub(super) struct WorldProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Whether only the heading and the tabs are shown; nothing if the pane cannot be folded.
    pub(super) folded: Option<bool>,
    /// Where the page is shown.
    pub(super) host: Host,
    /// The tab.
    pub(super) tab: WorldTab,
    /// The key of the selected row.
    pub(super) selected_row: Option<String>,
    /// The search text for settings.
    pub(super) setting_search: String,
    /// The open groups of settings.
    pub(super) open_groups: OpenGroups,
    /// The page of each long table.
    pub(super) pages: Pages,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The pane.
#[component]
pub(super) fn World(props: &WorldProps) -> Html {
    let WorldProps { timeline, folded, host, tab, selected_row, setting_search, open_groups, pages, send } = props;
    use_effect_with(selected_row.clone(), |_| reveal(".resource-panel"));
    let simulator = timeline.simulator();
    let selected = WorldTab::ALL.iter().position(|other| other == tab).unwrap_or_default();
    // What only shows a session has no switches.
    let is_shown =
        |tab: &&WorldTab| *host != Host::ReadOnlyFrame || !matches!(tab, WorldTab::Accounts | WorldTab::Organizations | WorldTab::Settings);
    let row = WorldTab::ALL.iter().filter(is_shown).map(|tab| (tab.label(), Msg::View(ViewChange::World(*tab)))).collect();
    let hidden = *folded == Some(true);
    let inside = match tab {
        _ if hidden => Html::default(),
        WorldTab::Licenses | WorldTab::Grants | WorldTab::Usage | WorldTab::Permissions => Html::default(),
        WorldTab::Shares => placement_form(timeline, send),
        WorldTab::Resources => resource_forms(timeline, send),
        WorldTab::Accounts => accounts(timeline, send),
        WorldTab::Organizations => organizations(timeline, send),
        WorldTab::Settings => settings_form(timeline, setting_search, *open_groups, send),
    };
    html! {
        <>
            <div class="pane-head">
                <h2 id="world-heading" tabindex="-1">{ "World" }</h2>
                { tabs("world", "World view", row, selected, send) }
                { hint(moment(timeline)) }
                { folded.map(|folded| fold_button(folded, send)).unwrap_or_default() }
            </div>
            <div class="world-panel" role="tabpanel" id={panel_id("world")} aria-labelledby={tab_id("world", selected)} {hidden}>
                if !hidden {
                    { data_tables(&tables::tables(*tab, simulator, pages), timeline, selected_row.as_deref(), send) }
                }
                { inside }
            </div>
        </>
    }
}

/// Folds the pane to its heading and its tabs, or unfolds it.
fn fold_button(folded: bool, send: &Callback<Msg>) -> Html {
    let (label, name) = if folded { ("Unfold", "Unfold World") } else { ("Fold", "Fold World") };
    html! {
        <button
            type="button" class="small" aria-label={name} aria-expanded={(!folded).to_string()} aria-controls={panel_id("world")}
            onclick={press(send, Msg::View(ViewChange::FoldWorld(!folded)))}
        >
            { label }
        </button>
    }
}

fn moment(timeline: &Timeline) -> String {
    match (timeline.point(), timeline.entries().len()) {
        (0, _) => "Before the first step".to_owned(),
        (point, end) => format!("After step {point} of {end}"),
    }
}
