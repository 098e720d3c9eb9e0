//! Policy templates: RAM's checks in RAM's order, and how templates are compared and rendered.
//!
//! A template is one statement of an IAM policy without its Principal and Resource. RAM adds those when the permission is used.
//! Only the first check of the order is public. After it, the order here is from the outside to the inside.

mod actions;
mod conditions;
mod elements;
mod parameters;
mod render;
#[cfg(test)]
mod tests;

pub(super) use render::render;

use super::catalogue::ResourceType;
use super::permission::Permission;
use super::refusal::Refusal;
use super::rules;
use super::shapes::{PermissionTemplateParameterDeclarationList, PermissionTemplateParameterInputList};
use crate::collection::Set;
use crate::error::ServiceError;
use crate::trace::{Refuse, Trace};
use crate::world::Settings;
use serde_json::Value;

/// Checks a template for a resource type. Returns the parsed document.
pub(super) fn check(
    template: &str,
    parameters: Option<&PermissionTemplateParameterDeclarationList>,
    resource_type: &'static ResourceType,
    settings: &Settings,
    trace: &mut Trace,
) -> Result<Value, ServiceError> {
    let parsed =
        serde_json::from_str::<Value>(template).map_err(|error| Refusal::template_not_json(format!("The template is not JSON: {error}.")));
    let document = trace.judge(&rules::TEMPLATE_JSON, parsed)?;
    let foreign = elements::foreign(&document);
    trace.judge(elements::foreign_rule(foreign), foreign.map_or(Ok(()), |name| Err(Refusal::template_elements(name))))?;
    let read = elements::read(&document);
    let elements = trace.judge(elements::format_rule(&document, &read), read)?;
    let allows = elements.effect == "Allow" || (settings.effect_in_any_case && elements.effect.eq_ignore_ascii_case("Allow"));
    trace.ensure(elements::effect_rule(elements.effect), allows, || Refusal::template_effect(elements.effect))?;
    if let Some(condition) = elements.condition {
        trace.judge(&rules::CONDITION_OPERATORS, conditions::judge_operators(condition))?;
        trace.judge(&rules::CONDITION_KEYS, conditions::judge_keys(condition))?;
        trace.judge(&rules::CONDITION_KEY_FORM, conditions::judge_key_form(condition))?;
    }
    trace.judge(&rules::PLACEHOLDERS, parameters::judge_placeholders(&elements, parameters))?;
    trace.judge(&rules::PARAMETERS, parameters::judge_declarations(&elements, parameters))?;
    trace.judge(actions::rule(&elements.actions, resource_type), actions::judge(&elements.actions, resource_type))?;
    Ok(document)
}

/// A string, or the strings of a list.
pub(super) fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

/// The meaning of a template: the set of actions without regard to letter case, and the condition.
#[derive(PartialEq)]
pub(super) struct Meaning {
    actions: Set<String>,
    condition: Option<Value>,
}

impl Meaning {
    /// The meaning of a template's text, if the text is a template.
    pub(super) fn of(template: &str) -> Option<Self> {
        let document: Value = serde_json::from_str(template).ok()?;
        let actions = texts(document.get("Action")?).into_iter().map(str::to_ascii_lowercase).collect();
        Some(Self { actions, condition: document.get("Condition").cloned() })
    }
}

/// Checks the values for a template's placeholders, and the condition keys that they produce. Returns the values, if the
/// template takes any.
pub(super) fn bind(
    template: &str,
    declared: Option<&PermissionTemplateParameterDeclarationList>,
    given: Option<&PermissionTemplateParameterInputList>,
    trace: &mut Trace,
) -> Result<Option<PermissionTemplateParameterInputList>, ServiceError> {
    let given = given.cloned().unwrap_or_default();
    if declared.is_none() && given.0.is_empty() {
        return Ok(None);
    }
    let rendered = trace.judge(&rules::VALUES, render(template, declared, &given))?;
    let document: Value = serde_json::from_str(&rendered).unwrap_or_default();
    if let Some(condition) = document.get("Condition").and_then(Value::as_object) {
        let unsupported = conditions::judge_keys(condition).map_err(|refusal| Refusal::parameter_values(refusal.finding()));
        trace.judge(&rules::VALUES_MAKE_KEYS, unsupported)?;
    }
    Ok(Some(given))
}

/// Checks that no live version has the template: first the same text, then the same meaning.
pub(super) fn judge_new(template: &str, document: &Value, permission: Option<&Permission>, trace: &mut Trace) -> Result<(), ServiceError> {
    let find = |is_same: &dyn Fn(&str) -> bool| {
        let found = permission.and_then(|permission| permission.live_versions().find(|version| is_same(version.template())));
        found.map_or(Ok(()), |version| Err(Refusal::same_policy(version.number())))
    };
    trace.judge(&rules::TEMPLATE_NEW, find(&|other| other == template))?;
    // Objects are equal in any order of their members.
    let is_equal = |other: &str| serde_json::from_str::<Value>(other).is_ok_and(|other| other == *document);
    trace.judge(&rules::TEMPLATE_NEW_IN_MEANING, find(&is_equal))
}
