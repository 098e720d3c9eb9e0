//! A policy template for a proposal: one that no live version of the permission has.

use serde_json::Value;
use simulator::collection::ascending;
use simulator::json::{indented, object};
use simulator::ram::catalogue::ResourceType;
use simulator::ram::permission::{Permission, Version};

/// The resource type of an example permission: one whose actions are documented.
pub(super) const RESOURCE_TYPE: &str = "ssm:Parameter";

/// A template for the next version of a permission, or for a new permission: the first of the type's actions, or else another
/// choice of them.
pub(super) fn template(permission: Option<&Permission>) -> Option<String> {
    let name = permission.map_or(RESOURCE_TYPE, Permission::resource_type);
    let resource_type = ResourceType::find(name)?;
    let live = permission.into_iter().flat_map(Permission::live_versions);
    let taken: Vec<_> = live.map(Version::template).map(in_order).collect();
    let actions = resource_type.actions();
    let mut templates = choices(actions.len()).map(|choice| {
        let chosen = actions.iter().enumerate().filter(|(place, _)| choice.contains(place));
        let chosen: Vec<_> = chosen.map(|(_, action)| format!("{}:{action}", resource_type.service())).collect();
        indented(&object([("Effect", "Allow".into()), ("Action", chosen.into())]))
    });
    templates.find(|template| !taken.contains(&in_order(template)))
}

/// Choices of so many actions, by their places: each first few of them, then each alone, then pairs.
fn choices(count: usize) -> impl Iterator<Item = Vec<usize>> {
    let firsts = (1..=count).map(|most| (0..most).collect());
    let singles = (1..count).map(|place| vec![place]);
    let pairs = (0..count).flat_map(move |one| (one + 1..count).map(move |other| vec![one, other]));
    firsts.chain(singles).chain(pairs)
}

/// A template as JSON, its actions in order: two that are equal so allow the same.
fn in_order(template: &str) -> Value {
    let mut value: Value = serde_json::from_str(template).unwrap_or_default();
    if let Some(Value::Array(actions)) = value.get_mut("Action") {
        let names = ascending(actions.iter().filter_map(Value::as_str));
        *actions = names.into_iter().map(Value::from).collect();
    }
    value
}
