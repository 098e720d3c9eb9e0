//! Accounts: what is set up, and what IAM denies.

use super::event::{is_checked, text_in};
use crate::app::Msg;
use crate::app::timeline::Timeline;
use crate::service::world::Account;
use crate::service::{Intervention, Operation};
use crate::web::shared::Shared;
use yew::prelude::*;

/// Properties of [`Accounts`].
#[derive(Properties, PartialEq)]
pub(super) struct AccountsProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The accounts.
#[component]
pub(super) fn Accounts(props: &AccountsProps) -> Html {
    let AccountsProps { timeline, send } = props;
    let world = timeline.simulator().world();
    let (id, name) = (use_node_ref(), use_node_ref());
    let add = {
        let (id, name) = (id.clone(), name.clone());
        send.reform(move |_| match text_in(&id).trim().parse() {
            Ok(id) => Msg::Change(Intervention::Account(Account::new(id, text_in(&name).trim()))),
            Err(problem) => Msg::Failed(problem),
        })
    };
    let accounts = world.accounts.values().map(|account| {
        let organization = world.organization_of(&account.id).map_or("no organization", |organization| organization.id.as_str());
        account_view(account, organization, send)
    });
    html! {
        <>
            <div class="cards">{ for accounts }</div>
            <fieldset class="inline-form">
                <legend>{ "Add an account" }</legend>
                <label><span>{ "Account id" }</span><input ref={id} type="text" inputmode="numeric" autocomplete="off" /></label>
                <label><span>{ "Name" }</span><input ref={name} type="text" autocomplete="off" /></label>
                <button type="button" onclick={add}>{ "Add account" }</button>
            </fieldset>
        </>
    }
}

fn account_view(account: &Account, organization: &str, send: &Callback<Msg>) -> Html {
    let set_up = {
        let account = account.clone();
        send.reform(move |event: Event| Msg::Change(Intervention::Account(Account { set_up: is_checked(&event), ..account.clone() })))
    };
    let actions = Operation::all().map(|operation| {
        let (action, account) = (operation.action(), account.clone());
        let is_denied = account.denied.contains(&action);
        let label = action.clone();
        let onchange = send.reform(move |event: Event| {
            let mut account = account.clone();
            if is_checked(&event) {
                account.denied.insert(action.clone());
            } else {
                account.denied.remove(&action);
            }
            Msg::Change(Intervention::Account(account))
        });
        html! { <label class="check"><input type="checkbox" checked={is_denied} {onchange} /><code>{ label }</code></label> }
    });
    html! {
        <fieldset class="card" key={account.id.to_string()}>
            <legend>{ if account.name.is_empty() { "Account" } else { account.name.as_str() } }{ " " }<code>{ account.id.as_str() }</code></legend>
            <p class="hint">{ organization }</p>
            <label class="check"><input type="checkbox" checked={account.set_up} onchange={set_up} />{ "Set up for License Manager" }</label>
            <details>
                <summary>{ format!("IAM denies {} of {} actions", account.denied.len(), Operation::all().count()) }</summary>
                <div class="checks" role="group" aria-label={format!("Actions denied to {}", account.id)}>{ for actions }</div>
            </details>
        </fieldset>
    }
}
