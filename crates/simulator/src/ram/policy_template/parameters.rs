//! Checks the parameters of a template. Each `@{name}` in its Condition must be declared, and each declaration must be used.

use super::elements::Elements;
use crate::ram::refusal::Refusal;
use crate::ram::shapes::{
    PermissionTemplateParameterDeclaration, PermissionTemplateParameterDeclarationList, PermissionTemplateParameterType,
};
use serde_json::{Map, Value};

type Declarations<'a> = Option<&'a PermissionTemplateParameterDeclarationList>;

/// The names of the placeholders in a text.
pub(super) fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split("@{").skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// Refuses a placeholder outside the Condition, one that is not declared, and a list where only a string is allowed.
pub(super) fn judge_placeholders(elements: &Elements<'_>, declared: Declarations<'_>) -> Result<(), Refusal> {
    let mut outside = elements.actions.iter().copied().chain([elements.effect]).flat_map(placeholders);
    if let Some(name) = outside.next() {
        return Err(Refusal::placeholder(name, "is outside the Condition"));
    }
    for (text, is_whole_value) in elements.condition.into_iter().flat_map(texts) {
        for name in placeholders(text) {
            let declaration = list(declared).iter().find(|declaration| declaration.name.as_deref() == Some(name));
            match declaration.map(|declaration| declaration.kind) {
                None => return Err(Refusal::placeholder(name, "is not declared in `permissionTemplateParameters`")),
                Some(Some(PermissionTemplateParameterType::StringList)) if !is_whole_value || text.len() != name.len() + 3 => {
                    return Err(Refusal::placeholder(name, "is a STRING_LIST, which must be a whole value"));
                }
                Some(Some(PermissionTemplateParameterType::String | PermissionTemplateParameterType::StringList) | None) => {}
            }
        }
    }
    Ok(())
}

/// Refuses a declaration without a name or type, a repeated name, and a declaration that the template does not use.
pub(super) fn judge_declarations(elements: &Elements<'_>, declared: Declarations<'_>) -> Result<(), Refusal> {
    let declared = list(declared);
    for (index, declaration) in declared.iter().enumerate() {
        let wrong = |what: &str| Err(Refusal::parameter(format!("Element {} of `permissionTemplateParameters` {what}.", index + 1)));
        let Some(name) = declaration.name.as_deref().filter(|name| !name.is_empty()) else { return wrong("has no name") };
        if declaration.kind.is_none() {
            return wrong("has no type");
        }
        if declared.iter().take(index).any(|other| other.name.as_deref() == Some(name)) {
            return wrong(&format!("declares `{name}` a second time"));
        }
        let mut used = elements.condition.into_iter().flat_map(texts).flat_map(|(text, _)| placeholders(text));
        if !used.any(|used| used == name) {
            return wrong(&format!("declares `{name}`, but the template does not use `@{{{name}}}`"));
        }
    }
    Ok(())
}

fn list(declared: Declarations<'_>) -> &[PermissionTemplateParameterDeclaration] {
    declared.map_or(&[], |declared| declared.0.as_slice())
}

/// Every text of a condition that can contain a placeholder, and whether it is a value (otherwise it is a key).
fn texts(condition: &Map<String, Value>) -> impl Iterator<Item = (&str, bool)> {
    condition.values().filter_map(Value::as_object).flatten().flat_map(|(key, value)| {
        let values = match value {
            Value::Array(values) => values.as_slice(),
            other => std::slice::from_ref(other),
        };
        [(key.as_str(), false)].into_iter().chain(values.iter().filter_map(Value::as_str).map(|text| (text, true)))
    })
}
