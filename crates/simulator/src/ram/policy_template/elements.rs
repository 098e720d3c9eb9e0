//! Checks the elements of a template: which ones are allowed, and their JSON types.

use crate::ram::refusal::Refusal;
use crate::ram::rules;
use crate::trace::Rule;
use serde_json::{Map, Value};

/// A template's elements.
pub(super) struct Elements<'a> {
    pub(super) effect: &'a str,
    pub(super) actions: Vec<&'a str>,
    pub(super) condition: Option<&'a Map<String, Value>>,
}

/// IAM's elements that a template cannot have.
const FORBIDDEN: [&str; 9] = ["Resource", "Principal", "NotAction", "NotResource", "NotPrincipal", "Sid", "Version", "Statement", "Id"];

/// The first of these elements in a template. [`read`] checks other names: `action` was observed to be refused for its form.
pub(super) fn foreign(document: &Value) -> Option<&str> {
    let mut names = document.as_object().into_iter().flat_map(Map::keys).map(String::as_str);
    names.find(|name| FORBIDDEN.contains(name))
}

/// The rule, with the evidence for the element that was found.
pub(super) fn foreign_rule(found: Option<&str>) -> &'static Rule {
    match found {
        None | Some("Resource") => &rules::TEMPLATE_ELEMENTS,
        Some(_) => &rules::TEMPLATE_ELEMENTS_BY_ANALOGY,
    }
}

/// The rule, with the evidence for the form.
pub(super) fn format_rule(document: &Value, read: &Result<Elements<'_>, Refusal>) -> &'static Rule {
    if read.is_ok() || document.get("action").is_some() { &rules::TEMPLATE_FORMAT } else { &rules::TEMPLATE_FORMAT_BY_ANALOGY }
}

/// The rule, with the evidence for the effect.
pub(super) fn effect_rule(effect: &str) -> &'static Rule {
    match effect {
        "Allow" | "Deny" => &rules::TEMPLATE_EFFECT,
        _ => &rules::TEMPLATE_EFFECT_BY_ANALOGY,
    }
}

/// Parses the elements, or refuses the form.
pub(super) fn read(document: &Value) -> Result<Elements<'_>, Refusal> {
    let wrong = |finding: &str| Refusal::template_format(finding.to_owned());
    let object = document.as_object().ok_or_else(|| wrong("The template is not an object."))?;
    if let Some(name) = object.keys().find(|name| !["Effect", "Action", "Condition"].contains(&name.as_str())) {
        return Err(Refusal::template_format(format!("The template has `{name}`. Names are case-sensitive.")));
    }
    let effect = object.get("Effect").ok_or_else(|| wrong("The template has no `Effect`."))?;
    let effect = effect.as_str().ok_or_else(|| wrong("The `Effect` is not a string."))?;
    let actions = match object.get("Action").ok_or_else(|| wrong("The template has no `Action`."))? {
        Value::String(action) => Some(vec![action.as_str()]),
        Value::Array(actions) => actions.iter().map(Value::as_str).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    };
    let actions = actions.ok_or_else(|| wrong("The `Action` is not a string or a list of strings."))?;
    if actions.iter().all(|action| action.is_empty()) {
        return Err(wrong("The `Action` is an empty list."));
    }
    let condition = match object.get("Condition") {
        None => None,
        Some(Value::Object(condition)) => Some(condition),
        Some(_) => return Err(wrong("The `Condition` is not an object.")),
    };
    if let Some(finding) = condition.and_then(wrong_block) {
        return Err(Refusal::template_format(finding));
    }
    Ok(Elements { effect, actions, condition })
}

/// What is wrong with the form of a condition. Each operator has an object of keys, and each key has a value or a list of values.
fn wrong_block(condition: &Map<String, Value>) -> Option<String> {
    let is_value = |value: &Value| matches!(value, Value::String(_) | Value::Bool(_) | Value::Number(_));
    for (operator, block) in condition {
        let Some(block) = block.as_object().filter(|block| !block.is_empty()) else {
            return Some(format!("`{operator}` has no object with condition keys."));
        };
        for (key, value) in block {
            let fits = is_value(value) || value.as_array().is_some_and(|values| !values.is_empty() && values.iter().all(is_value));
            if !fits {
                return Some(format!("`{key}` has neither a value nor a list of values."));
            }
        }
    }
    None
}
