//! Making resources, and writing their policies by hand.

use super::controls::{options, text_of};
use crate::app::timeline::Timeline;
use crate::app::{Msg, tables};
use crate::service::Intervention;
use crate::service::ram::catalogue::ResourceType;
use crate::service::ram::{ResourcePlacement, ResourcePolicy};
use serde_json::Value;
use yew::prelude::*;

/// The fields' ids.
const ACCOUNT: &str = "resource-account";
const TYPE: &str = "resource-type";
const NAME: &str = "resource-name";
const RESOURCE: &str = "policy-resource";
const POLICY: &str = "policy-text";

/// What the policy's field begins with.
const EXAMPLE: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["ssm:GetParameter"]}]}"#;

/// Both forms.
pub(super) fn resource_forms(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let simulator = timeline.simulator();
    let accounts = simulator.world().accounts.keys().map(|id| (id.to_string(), tables::account_label(simulator, id)));
    let types = ResourceType::ALL.iter().map(|found| (found.name.to_owned(), found.name.to_owned()));
    let resources = tables::resource_names(simulator).into_iter().map(|found| (found.value.clone(), found.value));
    let make = send.reform(|_| made().map_or_else(Msg::Failed, |placement| Msg::Change(Intervention::Resource(placement))));
    let write = send.reform(|_| {
        let policy = Value::String(text_of(POLICY));
        Msg::Change(Intervention::ResourcePolicy(ResourcePolicy { resource_arn: text_of(RESOURCE), policy }))
    });
    html! {
        <>
            <fieldset class="inline-form">
                <legend>{ "Make a resource that can be shared" }</legend>
                <label><span>{ "Owner" }</span><select id={ACCOUNT}>{ for options(accounts, "") }</select></label>
                <label><span>{ "Resource type" }</span><select id={TYPE}>{ for options(types, "ssm:Parameter") }</select></label>
                <label><span>{ "Resource name" }</span><input id={NAME} type="text" value="example" autocomplete="off" /></label>
                <button type="button" onclick={make}>{ "Make" }</button>
            </fieldset>
            <fieldset class="inline-form">
                <legend>{ "Write a resource's policy by hand, past RAM; an empty one takes it away" }</legend>
                <label><span>{ "Resource" }</span><select id={RESOURCE}>{ for options(resources, "") }</select></label>
                <label><span>{ "Policy" }</span><input id={POLICY} type="text" value={EXAMPLE} autocomplete="off" spellcheck="false" /></label>
                <button type="button" onclick={write}>{ "Write" }</button>
            </fieldset>
        </>
    }
}

fn made() -> Result<ResourcePlacement, String> {
    Ok(ResourcePlacement::of_type(text_of(ACCOUNT).parse()?, &text_of(TYPE), &text_of(NAME)))
}
