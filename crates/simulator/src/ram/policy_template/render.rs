//! A template with values instead of its parameters, as `GetPermission` shows it on request.

use crate::collection;
use crate::ram::refusal::Refusal;
use crate::ram::shapes::{
    PermissionTemplateParameterDeclarationList, PermissionTemplateParameterInput, PermissionTemplateParameterInputList,
    PermissionTemplateParameterType,
};
use serde_json::{Map, Value};

/// What replaces a placeholder.
enum Given {
    One(String),
    Many(Vec<String>),
}

/// Replaces the parameters with values. Refuses if a declared parameter has no values, or if another name has some.
pub(crate) fn render(
    template: &str,
    declared: Option<&PermissionTemplateParameterDeclarationList>,
    given: &PermissionTemplateParameterInputList,
) -> Result<String, Refusal> {
    let declared = declared.map_or(&[][..], |declared| declared.0.as_slice());
    let mut values = Values::new();
    for input in &given.0 {
        let name = input.name.as_deref().unwrap_or_default();
        let declaration = declared.iter().find(|declaration| declaration.name.as_deref() == Some(name));
        let declaration = declaration.ok_or_else(|| Refusal::parameter_values(format!("The version declares no parameter `{name}`.")))?;
        if !values.insert(name.to_owned(), read(declaration.kind, name, input)?) {
            return Err(Refusal::parameter_values(format!("The request has `{name}` twice.")));
        }
    }
    let missing = declared.iter().filter_map(|declaration| declaration.name.as_deref()).find(|name| !values.contains_key(*name));
    if let Some(name) = missing {
        return Err(Refusal::parameter_values(format!("The request has no values for `{name}`.")));
    }
    if values.is_empty() {
        return Ok(template.to_owned());
    }
    // Only parsed templates are stored.
    let document: Value = serde_json::from_str(template).unwrap_or_default();
    Ok(fill(&document, &values).to_string())
}

fn read(kind: Option<PermissionTemplateParameterType>, name: &str, input: &PermissionTemplateParameterInput) -> Result<Given, Refusal> {
    let values = input.values.as_ref().map_or(&[][..], |values| values.0.as_slice());
    match (kind, values) {
        (Some(PermissionTemplateParameterType::StringList), []) => {
            Err(Refusal::parameter_values(format!("`{name}` has no values. A STRING_LIST needs one or more.")))
        }
        (Some(PermissionTemplateParameterType::StringList), values) => Ok(Given::Many(values.to_vec())),
        (Some(PermissionTemplateParameterType::String) | None, [value]) => Ok(Given::One(value.clone())),
        (Some(PermissionTemplateParameterType::String) | None, values) => {
            Err(Refusal::parameter_values(format!("`{name}` has {} values. A STRING needs one.", values.len())))
        }
    }
}

type Values = collection::Map<String, Given>;

fn fill(value: &Value, values: &Values) -> Value {
    match value {
        Value::Object(object) => {
            object.iter().map(|(key, value)| (fill_text(key, values), fill(value, values))).collect::<Map<_, _>>().into()
        }
        // A list inside a list becomes part of that list.
        Value::Array(list) => list
            .iter()
            .flat_map(|value| match (fill(value, values), value) {
                (Value::Array(inner), Value::String(_)) => inner,
                (other, _) => vec![other],
            })
            .collect(),
        Value::String(text) => match text.strip_prefix("@{").and_then(|rest| values.get(rest.strip_suffix('}')?)) {
            Some(Given::Many(list)) => list.iter().cloned().map(Value::String).collect(),
            Some(Given::One(_)) | None => fill_text(text, values).into(),
        },
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

fn fill_text(text: &str, values: &Values) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("@{") {
        filled.push_str(before);
        match after.split_once('}').map(|(name, tail)| (values.get(name), tail)) {
            Some((Some(Given::One(value)), tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            Some((Some(Given::Many(_)) | None, _)) | None => {
                filled.push_str("@{");
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}
