//! The whole page: which panes are shown in each layout, and in which order.

use super::header::header;
use super::notices::notice_list;
use super::opening::opening;
use super::operations::Operations;
use super::request::Request;
use super::response::Response;
use super::session_dialogs::session_dialogs;
use super::splitter::splitter;
use super::step_bar::step_bar;
use super::tabs::{panel_id, tab_id, tabs};
use super::timeline::TimelinePane;
use super::world::World;
use crate::app::parts::bar_data;
use crate::app::{Divider, Host, Layout, Model, Msg, Pane, View, ViewChange};
use crate::web::shared::Shared;
use crate::web::window::close_clock;
use yew::prelude::*;

/// The page.
pub(crate) fn page(model: &Model, send: &Callback<Msg>) -> Html {
    let Model { composer, view, .. } = model;
    // Components compare these by pointer.
    let timeline = &Shared::from(&model.timeline);
    let drafts = &Shared::from(composer);
    let progress = model.progress();
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            close_clock();
        }
    });
    let pane_tabs = || Pane::ALL.iter().map(|pane| (pane.label(), Msg::View(ViewChange::Pane(*pane)))).collect();
    let is_narrow = view.layout == Layout::Narrow;
    let folded = (!is_narrow).then_some(view.sizes.is_world_folded);
    let splitter = |divider| splitter(divider, view.sizes.position(divider), send);
    let pane = |pane: Pane| {
        let inside = match pane {
            Pane::Request => html! { <Request {timeline} composer={drafts} view={view.clone()} {send} /> },
            Pane::Response => html! { <Response {timeline} view={view.clone()} {send} /> },
            Pane::Timeline => html! { <TimelinePane {timeline} layout={view.layout} {send} /> },
            Pane::World => {
                html! { <World {timeline} {folded} host={view.host} tab={view.world} selected_row={view.selected_row.clone()} setting_search={view.setting_search.clone()} open_groups={view.open_groups} pages={view.pages.clone()} {send} /> }
            }
        };
        pane_section(view, pane, inside)
    };
    html! {
        <>
            if view.layout == Layout::Wide {
                <a class="skip" href="#request-heading">{ "Skip to the request" }</a>
            }
            if view.host == Host::Tab {
                { header(timeline, &model.history, view.theme, send) }
            } else {
                <embed-bar data={bar_data(timeline)} />
            }
            { progress.map(|progress| html! { <section class="notices" aria-label="Opening">{ opening(progress, send) }</section> }).unwrap_or_default() }
            { notice_list(&model.notices, send) }
            <p class="visually-hidden" role="status">{ &model.announcement }</p>
            <main class={classes!(layout_class(view.layout), (folded == Some(true)).then_some("folded"))} data-unsaved={model.is_unsaved().then_some("")} {onkeydown}>
                if view.layout == Layout::Wide {
                    <nav class="pane operations" aria-label="Operations and examples">
                        <Operations chosen={composer.operation} view={view.clone()} {send} />
                    </nav>
                }
                if is_narrow {
                    { tabs("pane", "Panes", pane_tabs(), index_of(view.pane), send) }
                    { pane(view.pane) }
                    { step_bar(timeline, send) }
                } else {
                    { pane(Pane::Request) }
                    { splitter(Divider::Response) }
                    { pane(Pane::Response) }
                    { splitter(Divider::World) }
                    { pane(Pane::World) }
                    { pane(Pane::Timeline) }
                }
            </main>
            { session_dialogs(model, send) }
        </>
    }
}

fn index_of(pane: Pane) -> usize {
    Pane::ALL.iter().position(|other| *other == pane).unwrap_or_default()
}

/// A pane: a region if all panes are shown, otherwise the panel of its tab.
fn pane_section(view: &View, pane: Pane, inside: Html) -> Html {
    let name = pane.label().to_ascii_lowercase();
    let class = classes!("pane", name.clone());
    match view.layout {
        Layout::Narrow => html! {
            <section key={name} {class} role="tabpanel" id={panel_id("pane")} aria-labelledby={tab_id("pane", index_of(pane))}>{ inside }</section>
        },
        Layout::Medium | Layout::Wide => {
            html! { <section key={name.clone()} {class} aria-labelledby={format!("{name}-heading")}>{ inside }</section> }
        }
    }
}

fn layout_class(layout: Layout) -> &'static str {
    match layout {
        Layout::Narrow => "narrow",
        Layout::Medium => "medium",
        Layout::Wide => "wide",
    }
}
