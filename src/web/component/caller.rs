//! The caller, the Region, and the injected error of a request.

use super::controls::on_change;
use super::select::Select;
use crate::app::Msg;
use crate::app::draft::Composer;
use crate::app::tables::account_label;
use crate::app::timeline::Timeline;
use simulator::value::Region;
use yew::prelude::*;

/// The fields.
pub(super) fn caller_fields(timeline: &Timeline, composer: &Composer, send: &Callback<Msg>) -> Html {
    let act_as = on_change(send, Box::new(|id| id.parse().ok().map(Msg::SetCaller)));
    let enter = on_change(send, Box::new(|code| code.parse().ok().map(Msg::SetRegion)));
    let inject = on_change(send, Box::new(|name| Some(Msg::SetFault(Some(name).filter(|name| !name.is_empty())))));
    let simulator = timeline.simulator();
    let accounts: Vec<_> = simulator.world().accounts.keys().map(|id| (id.to_string(), account_label(simulator, id))).collect();
    let region = composer.region.as_str();
    let other = Some(region).filter(|region| !Region::OFFERED.contains(region));
    let regions: Vec<_> = other.into_iter().chain(Region::OFFERED).map(|code| (code.to_owned(), code.to_owned())).collect();
    let no_error = (String::new(), "None".to_owned());
    let errors = composer.operation.errors.iter().map(|error| (error.name.to_owned(), format!("{} ({})", error.name, error.status)));
    let faults: Vec<_> = std::iter::once(no_error).chain(errors).collect();
    html! {
        <div class="caller">
            <label><span>{ "Caller" }</span><Select options={accounts} selected={composer.account.to_string()} onchange={act_as} /></label>
            <label><span>{ "Region" }</span><Select options={regions} selected={region.to_owned()} onchange={enter} /></label>
            <label>
                <span>{ "Injected error" }</span>
                <Select options={faults} selected={composer.fault.clone().unwrap_or_default()} onchange={inject} />
            </label>
        </div>
    }
}
