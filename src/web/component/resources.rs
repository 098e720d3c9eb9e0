//! What other services do with resources: making and deleting one, and writing a resource policy by hand.

use super::inline_form::{InlineForm, Input, inline_form};
use crate::app::Msg;
use crate::app::tables::{account_label, resource_names};
use crate::app::timeline::Timeline;
use serde_json::Value;
use simulator::Intervention;
use simulator::ram::catalogue::ResourceType;
use simulator::ram::{ResourcePlacement, ResourcePolicy};
use simulator::value::Arn;
use yew::prelude::*;

/// A policy to begin with: it lets the customer read.
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
    let resources: Vec<_> = resource_names(simulator).into_iter().map(|found| (found.value.clone(), found.value)).collect();
    let make = InlineForm {
        id: "resource",
        legend: "Make a resource that can be shared",
        fields: vec![
            ("Owner", Input::Choice(accounts)),
            ("Region", Input::Text("us-east-1")),
            ("Resource type", Input::Choice(types)),
            ("Resource name", Input::Text("example")),
        ],
        button: "Make resource",
        answer: |texts| {
            let [account, region, resource_type, name] = texts else { return Err(String::new()) };
            let placement = ResourcePlacement::of_type(account.parse()?, resource_type, name);
            Ok(Msg::Change(Intervention::Resource(ResourcePlacement { region: Some(region.parse()?), ..placement })))
        },
    };
    let write = InlineForm {
        id: "policy",
        legend: "Write a resource's policy by hand, past RAM",
        fields: vec![("Resource", Input::Choice(resources.clone())), ("Policy; without text it is taken away", Input::Area(POLICY))],
        button: "Write policy",
        answer: |texts| {
            let [arn, policy] = texts else { return Err(String::new()) };
            let policy = ResourcePolicy { resource_arn: arn.clone(), policy: Value::from(policy.as_str()) };
            Ok(Msg::Change(Intervention::ResourcePolicy(policy)))
        },
    };
    let delete = InlineForm {
        id: "deletion",
        legend: "Delete a resource, as its own service does",
        fields: vec![("Resource to delete", Input::Choice(resources))],
        button: "Delete resource",
        answer: |texts| {
            let [arn] = texts else { return Err(String::new()) };
            let parts: Arn = arn.parse()?;
            let placement = ResourcePlacement { deleted: Some(true), ..ResourcePlacement::of_arn(parts.account.parse()?, arn) };
            Ok(Msg::Change(Intervention::Resource(placement)))
        },
    };
    html! { <>{ inline_form(make, send) }{ inline_form(write, send) }{ inline_form(delete, send) }</> }
}
