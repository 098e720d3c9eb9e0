//! The accounts: their setup and the actions that IAM denies them.

use super::controls::check;
use super::inline_form::{InlineForm, Input, inline_form};
use super::text::{code_text, hint_line, summary};
use crate::app::Msg;
use crate::app::timeline::Timeline;
use simulator::Intervention;
use simulator::index;
use simulator::world::Account;
use yew::prelude::*;

/// The accounts.
pub(super) fn accounts(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let world = timeline.simulator().world();
    let add = InlineForm {
        id: "account",
        legend: "Add an account",
        fields: vec![("Account ID", Input::Text("")), ("Name", Input::Text(""))],
        button: "Add account",
        to_msg: |texts| {
            let [id, name] = texts else { return Err(String::new()) };
            Ok(Msg::AddAccount(Account::new(id.parse()?, name)))
        },
    };
    let accounts = world.accounts.values().map(|account| {
        let organization = world.organization_of(&account.id).map_or("No organization", |organization| organization.id.as_str());
        account_view(account, organization, send)
    });
    html! {
        <>
            <div class="cards">{ for accounts }</div>
            { inline_form(add, send) }
        </>
    }
}

fn account_view(account: &Account, organization: &str, send: &Callback<Msg>) -> Html {
    let change = |account| Msg::ChangeWorld(Intervention::Account(account));
    let set_up = change(Account { set_up: !account.set_up, ..account.clone() });
    let marketplace_role = change(Account { marketplace_role: !account.marketplace_role, ..account.clone() });
    let actions = index::all().map(|operation| {
        let (action, mut changed) = (operation.action(), account.clone());
        let is_denied = changed.denied.remove(&action);
        if !is_denied {
            changed.denied.insert(action.clone());
        }
        check(code_text(action), is_denied, send, change(changed))
    });
    html! {
        <fieldset class="card" key={account.id.to_string()}>
            <legend>{ if account.name.is_empty() { "Account" } else { account.name.as_str() } }{ " " }{ code_text(account.id.as_str()) }</legend>
            { hint_line(organization) }
            { check(html! { "License Manager is set up" }, account.set_up, send, set_up) }
            { check(html! { "AWS Marketplace service-linked role exists" }, account.marketplace_role, send, marketplace_role) }
            <details>
                { summary(format!("IAM denies {} of {} actions", account.denied.len(), index::all().count())) }
                <div class="checks" role="group" aria-label={format!("Actions denied to {}", account.id)}>{ for actions }</div>
            </details>
        </fieldset>
    }
}
