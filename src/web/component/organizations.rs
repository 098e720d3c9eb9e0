//! Organizations: their switches, units and members.

use super::controls::{check, on_change, options};
use crate::app::Msg;
use crate::app::timeline::Timeline;
use crate::service::Intervention;
use crate::service::world::Organization;
use yew::prelude::*;

/// The organizations.
pub(super) fn organizations(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let organizations = timeline.simulator().world().organizations.values();
    html! {
        <div class="cards">
            if organizations.len() == 0 {
                <p class="empty">{ "this session has no organizations" }</p>
            }
            { for organizations.map(|organization| organization_view(organization, send)) }
        </div>
    }
}

/// A switch: its label, its value, and how it is set.
type Switch = (&'static str, fn(&Organization) -> bool, fn(&mut Organization, bool));

const SWITCHES: [Switch; 4] = [
    ("All features enabled", |organization| organization.all_features, |organization, on| organization.all_features = on),
    ("Trusted access for License Manager", |organization| organization.trusted_access, |organization, on| organization.trusted_access = on),
    (
        "Trusted access for AWS Marketplace's licenses",
        |organization| organization.marketplace_access,
        |organization, on| organization.marketplace_access = on,
    ),
    ("Sharing enabled in RAM", |organization| organization.sharing_enabled, |organization, on| organization.sharing_enabled = on),
];

fn organization_view(organization: &Organization, send: &Callback<Msg>) -> Html {
    let switches = SWITCHES.into_iter().map(|(label, read, write)| {
        let mut changed = organization.clone();
        let on = read(organization);
        write(&mut changed, !on);
        check(html! { label }, on, send, Msg::Change(Intervention::Organization(changed)))
    });
    let units =
        organization.units.iter().map(|(id, unit)| html! { <li>{ &unit.name }{ " " }<code>{ organization.unit_arn(id) }</code></li> });
    let members = organization.members.iter().map(|(account, place)| {
        html! { <li><code>{ account.as_str() }</code>{ " in " }{ place.as_deref().unwrap_or("the root") }</li> }
    });
    html! {
        <fieldset class="card" key={organization.id.clone()}>
            <legend><code>{ &organization.id }</code></legend>
            { for switches }
            <dl class="facts">
                <dt>{ "ARN" }</dt><dd><code>{ organization.arn() }</code></dd>
                <dt>{ "Management account" }</dt><dd><code>{ organization.management_account.as_str() }</code></dd>
                <dt>{ "Delegated administrator" }</dt><dd>{ administrator(organization, send) }</dd>
                <dt>{ "Units" }</dt><dd><ul>{ for units }</ul></dd>
                <dt>{ "Members" }</dt><dd><ul>{ for members }</ul></dd>
            </dl>
        </fieldset>
    }
}

/// The choice of the delegated administrator, among the members.
fn administrator(organization: &Organization, send: &Callback<Msg>) -> Html {
    let chosen = organization.delegated_administrator.as_ref().map(ToString::to_string).unwrap_or_default();
    let members = organization.members.keys().map(|account| (account.to_string(), account.to_string()));
    let choices = options([(String::new(), "none".to_owned())].into_iter().chain(members), &chosen);
    let organization = organization.clone();
    let onchange = on_change(
        send,
        Box::new(move |account| {
            Some(Msg::Change(Intervention::Organization(Organization {
                delegated_administrator: account.parse().ok(),
                ..organization.clone()
            })))
        }),
    );
    html! { <select aria-label="Delegated administrator" {onchange}>{ for choices }</select> }
}
