//! Who calls, in which Region, and which error is injected.

use super::controls::{on_change, options};
use crate::app::Msg;
use crate::app::draft::Composer;
use crate::app::tables::account_label;
use crate::app::timeline::Timeline;
use crate::service::value::Region;
use yew::prelude::*;

/// The fields.
pub(super) fn caller_fields(timeline: &Timeline, composer: &Composer, send: &Callback<Msg>) -> Html {
    let act_as = on_change(send, Box::new(|id| id.parse().ok().map(Msg::ActAs)));
    let enter = on_change(send, Box::new(|code| code.parse().ok().map(Msg::Enter)));
    let inject = on_change(send, Box::new(|name| Some(Msg::Inject(Some(name).filter(|name| !name.is_empty())))));
    let simulator = timeline.simulator();
    let accounts = simulator.world().accounts.keys().map(|id| (id.to_string(), account_label(simulator, id)));
    let region = composer.region.as_str();
    let other = Some(region).filter(|region| !Region::OFFERED.contains(region));
    let regions = other.into_iter().chain(Region::OFFERED).map(|code| (code.to_owned(), code.to_owned()));
    let no_error = (String::new(), "none".to_owned());
    let errors = composer.operation.errors.iter().map(|error| (error.name.to_owned(), format!("{} ({})", error.name, error.status)));
    let faults = std::iter::once(no_error).chain(errors);
    html! {
        <div class="caller">
            <label><span>{ "Acting as" }</span><select onchange={act_as}>{ for options(accounts, composer.account.as_str()) }</select></label>
            <label><span>{ "Region" }</span><select onchange={enter}>{ for options(regions, region) }</select></label>
            <label>
                <span>{ "Inject an error" }</span>
                <select onchange={inject}>{ for options(faults, composer.fault.as_deref().unwrap_or_default()) }</select>
            </label>
        </div>
    }
}
