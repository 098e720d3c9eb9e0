//! The world pane: what exists at the selected point, and the switches.

use super::accounts::Accounts;
use super::data_table::DataTable;
use super::organizations::Organizations;
use super::settings::SettingsForm;
use super::shares::Shares;
use super::tabs::{Tabs, panel_id, tab_id};
use crate::app::timeline::Timeline;
use crate::app::{Look, Msg, WorldTab, tables};
use crate::web::shared::Shared;
use super::event::send_some;
use yew::prelude::*;

/// Properties of [`World`].
#[derive(Properties, PartialEq)]
pub(super) struct WorldProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The tab.
    pub(super) tab: WorldTab,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The pane.
#[component]
pub(super) fn World(props: &WorldProps) -> Html {
    let WorldProps { timeline, tab, send } = props;
    let simulator = timeline.simulator();
    let selected = WorldTab::ALL.iter().position(|other| other == tab).unwrap_or_default();
    let select = send_some(send, |index: usize| WorldTab::ALL.get(index).map(|tab| Msg::Look(Look::World(*tab))));
    let inside = match tab {
        WorldTab::Licenses => html! { <DataTable table={tables::licenses(simulator)} /> },
        WorldTab::Grants => html! { <DataTable table={tables::grants(simulator)} /> },
        WorldTab::Permissions => html! {
            <>
                <DataTable table={tables::permissions(simulator)} />
                <DataTable table={tables::permission_versions(simulator)} />
            </>
        },
        WorldTab::Shares => html! { <Shares {timeline} {send} /> },
        WorldTab::Accounts => html! { <Accounts {timeline} {send} /> },
        WorldTab::Organizations => html! { <Organizations {timeline} {send} /> },
        WorldTab::Settings => html! { <SettingsForm {timeline} {send} /> },
    };
    html! {
        <>
            <div class="pane-head">
                <h2 id="world-heading">{ "World" }</h2>
                <span class="hint">{ moment(timeline) }</span>
            </div>
            <div class="bar">
                <Tabs id="world" label="World view" labels={WorldTab::ALL.iter().map(|tab| tab.label()).collect::<Vec<_>>()} {selected} {select} />
            </div>
            <div role="tabpanel" id={panel_id("world")} aria-labelledby={tab_id("world", selected)}>{ inside }</div>
        </>
    }
}

fn moment(timeline: &Timeline) -> String {
    match (timeline.point(), timeline.entries().len()) {
        (0, _) => "at the beginning".to_owned(),
        (point, end) => format!("after step {point} of {end}"),
    }
}
