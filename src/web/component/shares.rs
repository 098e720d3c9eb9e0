//! The form that adds a permission to a resource share.

use super::controls::create_button;
use super::inline_form::{InlineForm, Input, inline_form};
use crate::app::pages::CHOICES;
use crate::app::timeline::Timeline;
use crate::app::{Msg, tables};
use simulator::Intervention;
use simulator::ram::SharePlacement;
use simulator::value::Arn;
use yew::prelude::*;

/// The form.
pub(super) fn placement_form(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let mut permissions = tables::permission_names(timeline.simulator()).peekable();
    if permissions.peek().is_none() {
        return html! { <p class="empty">{ "No customer managed permissions to add to a share yet. " }{ create_button("CreatePermission", send) }</p> };
    }
    let permissions = permissions.take(CHOICES + 1).map(|permission| (permission.value.clone(), permission.value)).collect();
    let form = InlineForm {
        id: "share",
        legend: "Add a permission's default version to a resource share",
        fields: vec![("Permission", Input::Choice(permissions)), ("Share name", Input::Text("team-share"))],
        button: "Add to share",
        to_msg: |texts| {
            let [permission_arn, name] = texts else { return Err(String::new()) };
            // A permission can be added only to a share of its own account and Region.
            let arn: Arn = permission_arn.parse()?;
            let (account, region) = (arn.account.parse()?, arn.region.parse()?);
            let (name, permission_arn) = (name.clone(), permission_arn.clone());
            Ok(Msg::ChangeWorld(Intervention::Share(SharePlacement { account, region, name, permission_arn })))
        },
    };
    inline_form(form, send)
}
