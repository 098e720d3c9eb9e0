//! The organizations: their switches, organizational units and members.

use super::controls::{check, named_button, on_change};
use super::inline_form::{InlineForm, Input, inline_form};
use super::select::Select;
use super::text::{code_text, empty_line, hint};
use crate::app::Msg;
use crate::app::tables::account_label;
use crate::app::timeline::Timeline;
use simulator::world::{Organization, Unit};
use simulator::{Intervention, Simulator};
use yew::prelude::*;

/// The organizations.
pub(super) fn organizations(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let simulator = timeline.simulator();
    let organizations = &simulator.world().organizations;
    // An account belongs to one organization at most.
    let free: Vec<_> = simulator.world().accounts.keys().filter(|id| simulator.world().organization_of(id).is_none()).collect();
    let free: Vec<_> = free.into_iter().map(|id| (id.to_string(), account_label(simulator, id))).collect();
    let begin = InlineForm {
        id: "organization",
        legend: "Create an organization",
        fields: vec![("Organization ID", Input::Text("o-exampleorg2")), ("Management account", Input::Choice(free.clone()))],
        button: "Create organization",
        to_msg: |texts| {
            let [id, account] = texts else { return Err(String::new()) };
            Ok(change(Organization::new(id.clone(), account.parse()?)))
        },
    };
    html! {
        <>
            <div class="cards">
                if organizations.is_empty() {
                    { empty_line("No organizations yet. Create one below.") }
                }
                { for organizations.values().map(|organization| organization_view(organization, simulator, &free, send)) }
            </div>
            if !free.is_empty() {
                { inline_form(begin, send) }
            }
        </>
    }
}

/// A switch: its label, a function that reads it, and a function that sets it.
type Switch = (&'static str, fn(&Organization) -> bool, fn(&mut Organization, bool));

const SWITCHES: [Switch; 4] = [
    ("All features enabled", |organization| organization.all_features, |organization, on| organization.all_features = on),
    ("Trusted access for License Manager", |organization| organization.trusted_access, |organization, on| organization.trusted_access = on),
    (
        "Trusted access for AWS Marketplace",
        |organization| organization.marketplace_access,
        |organization, on| organization.marketplace_access = on,
    ),
    ("Sharing with RAM enabled", |organization| organization.sharing_enabled, |organization, on| organization.sharing_enabled = on),
];

fn change(organization: Organization) -> Msg {
    Msg::ChangeWorld(Intervention::Organization(organization))
}

fn organization_view(organization: &Organization, simulator: &Simulator, free: &[(String, String)], send: &Callback<Msg>) -> Html {
    let id = &organization.id;
    let with = |edit: &dyn Fn(&mut Organization)| {
        let mut changed = organization.clone();
        edit(&mut changed);
        change(changed)
    };
    let switches = SWITCHES.into_iter().map(|(label, read, write)| {
        let on = read(organization);
        check(html! { label }, on, send, with(&|changed| write(changed, !on)))
    });
    let unit_label =
        |(unit, Unit { name, .. }): (&String, &Unit)| (unit.clone(), if name.is_empty() { unit.clone() } else { name.clone() });
    let places: Vec<_> = std::iter::once((String::new(), "Root".to_owned())).chain(organization.units.iter().map(unit_label)).collect();
    let members = organization.members.iter().map(|(account, place)| {
        let move_to = {
            let (organization, account) = (organization.clone(), account.clone());
            Box::new(move |unit: String| {
                let mut changed = organization.clone();
                changed.members.insert(account.clone(), Some(unit).filter(|unit| !unit.is_empty()));
                Some(change(changed))
            })
        };
        let leave = with(&|changed| {
            changed.members.remove(account);
            changed.delegated_administrator = changed.delegated_administrator.take().filter(|delegated| delegated != account);
        });
        html! {
            <li class="member" key={account.to_string()}>
                <span>{ account_label(simulator, account) }</span>
                <Select
                    label={format!("Organizational unit of {account}")}
                    options={places.clone()}
                    selected={place.clone().unwrap_or_default()}
                    onchange={on_change(send, move_to)}
                />
                { named_button("small", "Remove", format!("Remove {account} from {id}"), send, leave) }
            </li>
        }
    });
    let join = chosen(organization, send, |changed, account| {
        if let Ok(account) = account.parse() {
            changed.members.insert(account, None);
        }
    });
    let delegate = chosen(organization, send, |changed, account| changed.delegated_administrator = account.parse().ok());
    let administrators = std::iter::once((String::new(), "None".to_owned()));
    let administrators =
        administrators.chain(organization.members.keys().map(|id| (id.to_string(), account_label(simulator, id)))).collect::<Vec<_>>();
    let delegated = organization.delegated_administrator.as_ref().map_or_else(String::new, ToString::to_string);
    let joining = std::iter::once((String::new(), "Choose an account".to_owned())).chain(free.iter().cloned()).collect::<Vec<_>>();
    html! {
        <fieldset class="card" key={id.clone()}>
            <legend>{ code_text(id) }</legend>
            { for switches }
            <dl class="facts">
                <dt>{ "ARN" }</dt><dd>{ code_text(organization.arn()) }</dd>
                <dt>{ "Management account" }</dt><dd>{ account_label(simulator, &organization.management_account) }</dd>
                <dt>{ "Organizational units" }</dt><dd><ul>{ for organization.units.iter().map(|(id, unit)| html! { <li>{ &unit.name }{ " " }{ code_text(organization.unit_arn(id)) }</li> }) }</ul></dd>
                <dt>{ "Members" }</dt><dd><ul>{ for members }</ul></dd>
            </dl>
            <label>{ hint("Delegated administrator") }
                <Select options={administrators} selected={delegated} onchange={delegate} />
            </label>
            if !free.is_empty() {
                <label>{ hint(format!("New member of {id}")) }
                    <Select options={joining} selected="" onchange={join} />
                </label>
            }
        </fieldset>
    }
}

/// Applies an edit to an organization with the account that a person chose.
fn chosen(organization: &Organization, send: &Callback<Msg>, edit: fn(&mut Organization, &str)) -> Callback<Event> {
    let organization = organization.clone();
    on_change(
        send,
        Box::new(move |account| {
            let mut changed = organization.clone();
            edit(&mut changed, &account);
            Some(change(changed))
        }),
    )
}
