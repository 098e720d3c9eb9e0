//! The forms for what other services do with resources: create, delete, and edit a resource policy.

use super::inline_form::{InlineForm, Input, inline_form};
use crate::app::Msg;
use crate::app::pages::CHOICES;
use crate::app::tables::{account_label, resource_names};
use crate::app::timeline::Timeline;
use serde_json::Value;
use simulator::Intervention;
use simulator::ram::catalogue::ResourceType;
use simulator::ram::{ResourcePlacement, ResourcePolicy};
use simulator::value::Arn;
use yew::prelude::*;

/// The initial policy text. It allows the customer to read.
const POLICY: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["ssm:GetParameter", "ssm:GetParameters"], "Resource": "*" }
  ]
}"#;

/// The forms.
pub(super) fn resource_forms(timeline: &Timeline, send: &Callback<Msg>) -> Html {
    let simulator = timeline.simulator();
    let accounts = simulator.world().accounts.keys().map(|id| (id.to_string(), account_label(simulator, id))).collect();
    let types = ResourceType::ALL.iter().map(|found| (found.name.to_owned(), found.name.to_owned())).collect();
    let resources: Vec<_> = resource_names(simulator).take(CHOICES + 1).map(|found| (found.value.clone(), found.value)).collect();
    let make = InlineForm {
        id: "resource",
        legend: "Create a resource to share",
        fields: vec![
            ("Owner", Input::Choice(accounts)),
            ("Region", Input::Text("us-east-1")),
            ("Resource type", Input::Choice(types)),
            ("Resource name", Input::Text("example")),
        ],
        button: "Create resource",
        to_msg: |texts| {
            let [account, region, resource_type, name] = texts else { return Err(String::new()) };
            let placement = ResourcePlacement::of_type(account.parse()?, resource_type, name);
            Ok(Msg::ChangeWorld(Intervention::Resource(ResourcePlacement { region: Some(region.parse()?), ..placement })))
        },
    };
    let write = InlineForm {
        id: "policy",
        legend: "Edit a resource policy directly, without RAM",
        fields: vec![("Resource", Input::Choice(resources.clone())), ("Policy (leave empty to remove it)", Input::Area(POLICY))],
        button: "Save policy",
        to_msg: |texts| {
            let [arn, policy] = texts else { return Err(String::new()) };
            let policy = ResourcePolicy { resource_arn: arn.clone(), policy: Value::from(policy.as_str()) };
            Ok(Msg::ChangeWorld(Intervention::ResourcePolicy(policy)))
        },
    };
    let delete = InlineForm {
        id: "deletion",
        legend: "Delete a resource in its own service",
        fields: vec![("Resource to delete", Input::Choice(resources))],
        button: "Delete resource",
        to_msg: |texts| {
            let [arn] = texts else { return Err(String::new()) };
            let parts: Arn = arn.parse()?;
            let placement = ResourcePlacement { deleted: Some(true), ..ResourcePlacement::of_arn(parts.account.parse()?, arn) };
            Ok(Msg::ChangeWorld(Intervention::Resource(placement)))
        },
    };
    html! { <>{ inline_form(make, send) }{ inline_form(write, send) }{ inline_form(delete, send) }</> }
}
