//! Putting a permission on a resource share.

use super::controls::{options, text_of};
use crate::app::timeline::Timeline;
use crate::app::{Msg, tables};
use crate::service::Intervention;
use crate::service::ram::SharePlacement;
use crate::service::value::{AccountId, Arn, Region};
use yew::prelude::*;

/// The fields' ids.
const PERMISSION: &str = "share-permission";
const NAME: &str = "share-name";

/// The form.
pub(super) fn placement_form(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let simulator = timeline.simulator();
    let permissions = tables::permission_names(simulator);
    let place = send.reform(|_| {
        placement(text_of(PERMISSION), text_of(NAME)).map_or_else(Msg::Failed, |placement| Msg::Change(Intervention::Share(placement)))
    });
    html! {
            <fieldset class="inline-form">
                <legend>{ "Put a permission's default version on a resource share" }</legend>
                if permissions.is_empty() {
                    <p class="empty">{ "there is no customer managed permission yet; create one first" }</p>
                } else {
                    <label><span>{ "Permission" }</span>
                        <select id={PERMISSION}>
                            { for options(permissions.iter().map(|permission| (permission.value.clone(), permission.value.clone())), "") }
                        </select>
                    </label>
                    <label><span>{ "Share name" }</span><input id={NAME} type="text" value="team-share" autocomplete="off" /></label>
                    <button type="button" onclick={place}>{ "Put on share" }</button>
                }
            </fieldset>
    }
}

/// A permission goes on a share of its own account and Region.
fn placement(permission_arn: String, name: String) -> Result<SharePlacement, String> {
    let arn: Arn = permission_arn.parse()?;
    let (account, region): (AccountId, Region) = (arn.account.parse()?, arn.region.parse()?);
    Ok(SharePlacement { account, region, name, permission_arn })
}
