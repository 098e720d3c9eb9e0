//! Resource shares, and putting a permission on one.

use super::data_table::DataTable;
use super::event::text_in;
use crate::app::timeline::Timeline;
use crate::app::{Msg, tables};
use crate::service::Intervention;
use crate::service::value::{AccountId, Arn, Region};
use crate::service::ram::SharePlacement;
use crate::web::shared::Shared;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Shares`].
#[derive(Properties, PartialEq)]
pub(super) struct SharesProps {
    /// The session.
    pub(super) timeline: Shared<Timeline>,
    /// Takes messages.
    pub(super) send: Callback<Msg>,
}

/// The shares.
#[component]
pub(super) fn Shares(props: &SharesProps) -> Html {
    let SharesProps { timeline, send } = props;
    let simulator = timeline.simulator();
    let (permission, name) = (use_node_ref(), use_node_ref());
    let permissions = tables::permission_names(simulator);
    let place = {
        let (permission, name) = (permission.clone(), name.clone());
        send.reform(move |_| {
            let permission_arn = permission.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            placement(permission_arn, text_in(&name)).map_or_else(Msg::Failed, |placement| Msg::Change(Intervention::Share(placement)))
        })
    };
    html! {
        <>
            <DataTable table={tables::shares(simulator)} />
            <fieldset class="inline-form">
                <legend>{ "Put a permission's default version on a resource share" }</legend>
                if permissions.is_empty() {
                    <p class="empty">{ "there is no customer managed permission yet; create one first" }</p>
                } else {
                    <label><span>{ "Permission" }</span>
                        <select ref={permission}>
                            { for permissions.iter().map(|permission| html! { <option value={permission.value.clone()}>{ &permission.value }</option> }) }
                        </select>
                    </label>
                    <label><span>{ "Share name" }</span><input ref={name} type="text" value="team-share" autocomplete="off" /></label>
                    <button type="button" onclick={place}>{ "Put on share" }</button>
                }
            </fieldset>
        </>
    }
}

/// A permission goes on a share of its own account and Region.
fn placement(permission_arn: String, name: String) -> Result<SharePlacement, String> {
    let arn: Arn = permission_arn.parse()?;
    let (account, region): (AccountId, Region) = (arn.account.parse()?, arn.region.parse()?);
    Ok(SharePlacement { account, region, name, permission_arn })
}
