//! References to earlier responses: `${grant.GrantArn}`. `$${` is read as `${` and does not start a reference.

use crate::collection::Map;
use serde_json::Value;
use std::rc::Rc;

/// The responses of the named steps.
pub(super) type Answers = Map<String, Rc<Value>>;

/// Replaces references by the members to which they refer. The error names a reference to nothing. A string that is only a
/// reference becomes a value of the member's JSON type.
pub(super) fn resolve(value: &Value, answers: &Answers) -> Result<Value, String> {
    match value {
        Value::String(text) => resolve_text(text, answers),
        Value::Array(values) => values.iter().map(|value| resolve(value, answers)).collect::<Result<_, _>>().map(Value::Array),
        Value::Object(members) => {
            let resolved = members.iter().map(|(name, value)| Ok((name.clone(), resolve(value, answers)?)));
            resolved.collect::<Result<_, String>>().map(Value::Object)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(value.clone()),
    }
}

/// A value that a session does not read as a reference: each `${` in its strings is written as `$${`.
pub fn literal(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace("${", "$${")),
        Value::Array(values) => values.into_iter().map(literal).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, literal(value))).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => value,
    }
}

fn resolve_text(text: &str, answers: &Answers) -> Result<Value, String> {
    let mut resolved = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        // `$${` is not a reference: it denotes `${`, with which IAM's policy variables start.
        if let Some(before) = before.strip_suffix('$') {
            resolved.extend([before, "${"]);
            rest = after;
            continue;
        }
        let Some((path, after)) = after.split_once('}') else { break };
        let value = look_up(path, answers)?;
        if before.is_empty() && after.is_empty() && resolved.is_empty() {
            return Ok(value.clone());
        }
        resolved.push_str(before);
        match value {
            Value::String(text) => resolved.push_str(text),
            other => resolved.push_str(&other.to_string()),
        }
        rest = after;
    }
    resolved.push_str(rest);
    Ok(Value::String(resolved))
}

fn look_up<'a>(path: &str, answers: &'a Answers) -> Result<&'a Value, String> {
    let mut parts = path.split('.');
    let name = parts.next().unwrap_or_default();
    let mut value = answers
        .get(name)
        .map(Rc::as_ref)
        .ok_or_else(|| format!("`${{{path}}}` refers to a step named `{name}`, and no earlier step has that name"))?;
    for part in parts {
        let next = match value {
            Value::Array(values) => part.parse::<usize>().ok().and_then(|index| values.get(index)),
            Value::Object(members) => members.get(part),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        };
        value = next.ok_or_else(|| format!("`${{{path}}}` leads nowhere: the answer of `{name}` has no `{part}` there"))?;
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn references_are_replaced_wherever_strings_are() {
        let mut answers = Answers::new();
        answers.insert("grant".to_owned(), json!({ "GrantArn": "arn:g", "Version": "2", "List": [{ "n": 1 }] }).into());
        let resolved =
            resolve(&json!({ "a": "${grant.GrantArn}", "b": ["v${grant.Version}!"], "c": "${grant.List.0.n}", "d": "${ open" }), &answers);
        assert_eq!(resolved.unwrap(), json!({ "a": "arn:g", "b": ["v2!"], "c": 1, "d": "${ open" }));
    }

    #[test]
    fn two_dollars_begin_no_reference() {
        let mut answers = Answers::new();
        answers.insert("grant".to_owned(), json!({ "Version": "2" }).into());
        for (text, expected) in [
            ("$${aws:PrincipalTag/team}", "${aws:PrincipalTag/team}"),
            ("v${grant.Version}/$${a}/${grant.Version}", "v2/${a}/2"),
            ("$${ open", "${ open"),
            ("$ and $$", "$ and $$"),
        ] {
            assert_eq!(resolve(&json!(text), &answers).unwrap(), json!(expected), "{text}");
        }
    }

    #[test]
    fn a_literal_value_is_resolved_to_itself() {
        for value in [json!("${aws:username}"), json!({ "a": ["$${b}", "${", 1, null] })] {
            assert_eq!(resolve(&literal(value.clone()), &Answers::new()).unwrap(), value);
        }
    }

    #[test]
    fn a_reference_that_leads_nowhere_is_named() {
        let mut answers = Answers::new();
        answers.insert("grant".to_owned(), json!({}).into());
        assert_eq!(
            resolve(&json!("${licence.Arn}"), &answers).unwrap_err(),
            "`${licence.Arn}` refers to a step named `licence`, and no earlier step has that name"
        );
        assert_eq!(
            resolve(&json!("${grant.Arn}"), &answers).unwrap_err(),
            "`${grant.Arn}` leads nowhere: the answer of `grant` has no `Arn` there"
        );
    }
}
