//! Who calls, in which Region, and which error is injected.

use super::event::{changed_value, send_some};
use crate::app::Msg;
use crate::app::draft::Composer;
use crate::app::timeline::Timeline;
use crate::service::value::Region;
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`CallerFields`].
#[derive(Properties, PartialEq)]
pub(super) struct CallerFieldsProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// The drafts.
    pub(super) composer: Shared<Composer>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The fields.
#[component]
pub(super) fn CallerFields(props: &CallerFieldsProps) -> Html {
    let CallerFieldsProps { timeline, composer, send } = props;
    let act_as = send_some(send, |event: Event| changed_value(&event).parse().ok().map(Msg::ActAs));
    let enter = send_some(send, |event: Event| changed_value(&event).parse().ok().map(Msg::Enter));
    let inject = send.reform(|event: Event| Msg::Inject(Some(changed_value(&event)).filter(|name| !name.is_empty())));
    let accounts = timeline.simulator().world().accounts.values().map(|account| {
        let text = if account.name.is_empty() { account.id.to_string() } else { format!("{} · {}", account.name, account.id) };
        html! { <option value={account.id.to_string()} selected={account.id == composer.account}>{ text }</option> }
    });
    let region = composer.region.as_str();
    let other = Some(region).filter(|region| !Region::OFFERED.contains(region));
    let regions = other.into_iter().chain(Region::OFFERED).map(|code| {
        html! { <option value={code.to_owned()} selected={code == region}>{ code }</option> }
    });
    let fault = composer.fault.as_deref();
    let faults = composer.operation.errors.iter().map(|error| {
        html! { <option value={error.name} selected={fault == Some(error.name)}>{ format!("{} ({})", error.name, error.status) }</option> }
    });
    html! {
        <div class="caller">
            <label><span>{ "Acting as" }</span><select onchange={act_as}>{ for accounts }</select></label>
            <label><span>{ "Region" }</span><select onchange={enter}>{ for regions }</select></label>
            <label>
                <span>{ "Inject an error" }</span>
                <select onchange={inject}>
                    <option value="" selected={fault.is_none()}>{ "none" }</option>
                    { for faults }
                </select>
            </label>
        </div>
    }
}
