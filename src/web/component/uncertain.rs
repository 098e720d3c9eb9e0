//! The uncertain points: behavior that AWS has not published, what the simulator does, and the settings that change it.

use super::reference_text::reference_text;
use super::settings::setting_view;
use crate::app::settings_form::rows;
use crate::app::timeline::Timeline;
use crate::app::{Msg, point_id};
use simulator::license_manager::{Point, UNCERTAIN};
use simulator::world::Settings;
use yew::prelude::*;

/// The points. The requested one is marked.
pub(super) fn uncertain_points(timeline: &Timeline, asked: Option<u8>, send: &Callback<Msg>) -> Html {
    let settings = &timeline.simulator().world().settings;
    html! {
        <>
            <p>{ "AWS has not published how License Manager behaves in these cases. The simulator uses the most plausible behavior. Where a setting is shown, you can choose another behavior. Each change of a setting is a step of the session." }</p>
            <ol class="points">{ for UNCERTAIN.iter().map(|point| point_view(point, settings, asked, send)) }</ol>
        </>
    }
}

fn point_view(point: &Point, settings: &Settings, asked: Option<u8>, send: &Callback<Msg>) -> Html {
    let chosen = rows(settings).into_iter().filter(|row| point.settings.contains(&row.setting.name));
    html! {
        <li key={point.number} id={point_id(point.number)} tabindex="-1" aria-current={(asked == Some(point.number)).then_some("true")}>
            <h3>{ format!("{}. ", point.number) }{ reference_text("question", point.number) }</h3>
            <p>{ reference_text("answer", point.number) }</p>
            <div class="settings">{ for chosen.map(|row| setting_view(&format!("point-{}-{}", point.number, row.setting.name), &row, send)) }</div>
        </li>
    }
}
