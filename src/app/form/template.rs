//! The parts of a policy template as fields. They edit the JSON inside the text, so that the text stays the only value.

use super::{Control, Field};
use crate::app::draft::{Part, Path};
use serde_json::Value;
use simulator::ram::catalogue::ResourceType;

/// Conditions that the form offers to add. Others can be written in the text.
const CONDITIONS: [(&str, &str); 6] = [
    ("StringEquals", "aws:SourceVpce"),
    ("StringEquals", "aws:SourceVpc"),
    ("IpAddress", "aws:SourceIp"),
    ("ArnLike", "aws:PrincipalArn"),
    ("Bool", "aws:SecureTransport"),
    ("DateLessThan", "aws:CurrentTime"),
];

const CONDITION: &str = "Condition";
const PLACEHOLDER: &str = "`@{name}` in a value is a placeholder that each share replaces. Declare it in `permissionTemplateParameters`.";

/// The fields of a template's text. `None` if it has anything that they cannot show, or is no JSON object.
pub(super) fn fields(path: &Path, text: &str, resource_type: Option<&'static ResourceType>) -> Option<Vec<Field>> {
    let Ok(Value::Object(document)) = serde_json::from_str(text) else { return None };
    let is_known = document.iter().all(|(name, value)| match name.as_str() {
        "Effect" => value.is_string(),
        "Action" => texts(value).is_some(),
        _ => name == CONDITION,
    });
    let mut conditions = conditions(document.get(CONDITION)).filter(|_| is_known)?;
    let path = path.then(Part::Inside);
    let at = |name: &str| path.then(Part::Key(name.to_owned()));
    let effect = document.get("Effect").and_then(Value::as_str).unwrap_or_default();
    let named = document.get("Action").and_then(texts).unwrap_or_default();
    let mut choices = Vec::new();
    for action in resource_type.map(ResourceType::actions).unwrap_or_default() {
        let action = [resource_type.map(ResourceType::service).unwrap_or_default(), action].join(":");
        choices.push((action.clone(), named.contains(&&*action)));
    }
    let mut others = Vec::new();
    for name in named {
        if choices.iter().all(|(action, _)| action != name) {
            others.push(name.to_owned());
        }
    }
    let mut fields = vec![
        field(at("Effect"), "Effect", true, Control::Choice { value: effect.to_owned(), choices: vec!["Allow", "Deny"] }),
        field(at("Action"), "Action", true, Control::Choices { choices, others }),
    ];
    for (operator, key) in CONDITIONS {
        if conditions.iter().all(|(one, other, _)| (*one, *other) != (operator, key)) {
            conditions.push((operator, key, &Value::Null));
        }
    }
    for (operator, key, value) in conditions {
        let path = at(CONDITION).then(Part::Key(operator.to_owned())).then(Part::Key(key.to_owned()));
        let mut elements = Vec::new();
        for (index, text) in texts(value).unwrap_or_default().into_iter().enumerate() {
            elements.push(field(path.then(Part::Element(index)), &format!("{key}.{}", index + 1), true, line(text)));
        }
        let control = value.as_str().map_or(Control::List { elements }, line);
        fields.push(Field { doc: PLACEHOLDER, ..field(path, &[operator, key].join(" "), !value.is_null(), control) });
    }
    Some(fields)
}

fn field(path: Path, label: &str, present: bool, control: Control) -> Field {
    let (label, required) = (label.to_owned(), false);
    Field { path, label, doc: "", required, present, guidance: "", hints: Vec::new(), control, violations: Vec::new() }
}

fn line(text: &str) -> Control {
    Control::Text { value: text.to_owned(), multiline: false, suggestions: Vec::new(), is_token: false }
}

/// The strings of a value that is a string or a list of strings.
fn texts(value: &Value) -> Option<Vec<&str>> {
    value.as_array().map_or_else(|| Some(vec![value.as_str()?]), |values| values.iter().map(Value::as_str).collect())
}

/// The operators, keys and values of a condition; `None` if it has another form.
fn conditions(condition: Option<&Value>) -> Option<Vec<(&str, &str, &Value)>> {
    let mut found = Vec::new();
    let Some(condition) = condition else { return Some(found) };
    for (operator, block) in condition.as_object()? {
        for (key, value) in block.as_object()? {
            texts(value)?;
            found.push((operator.as_str(), key.as_str(), value));
        }
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: &Value) -> Option<Vec<Field>> {
        fields(&Path::default(), &value.to_string(), ResourceType::find("codebuild:Project"))
    }

    #[test]
    fn the_actions_are_those_of_the_type_and_the_templates_own() {
        let found = read(&json!({ "Effect": "Allow", "Action": ["codebuild:BatchGetBuilds", "codebuild:Other"] })).unwrap();
        let Control::Choices { choices, others } = &found[1].control else { panic!("checkboxes") };
        let expected = [("BatchGetBuilds", true), ("BatchGetProjects", false), ("ListBuildsForProject", false)];
        assert_eq!(*choices, expected.map(|(name, is_allowed)| (["codebuild:", name].concat(), is_allowed)));
        assert_eq!(*others, ["codebuild:Other"]);
    }

    #[test]
    fn conditions_are_fields_and_the_usual_ones_can_be_added() {
        let found = read(&json!({ "Condition": { "Bool": { "a:b": "x" }, "IpAddress": { "aws:SourceIp": ["1", "2"] } } })).unwrap();
        let shown: Vec<_> = found.iter().filter(|field| field.is_shown()).map(|field| field.label.as_str()).collect();
        assert_eq!(shown, ["Effect", "Action", "Bool a:b", "IpAddress aws:SourceIp"]);
        assert_eq!(found.len(), 4 + CONDITIONS.len() - 1);
        let Control::List { elements } = &found[3].control else { panic!("a list") };
        assert_eq!(elements[1].path.to_string(), ".Condition.IpAddress.aws:SourceIp.2");
    }

    #[test]
    fn a_template_with_anything_else_has_no_parts() {
        for value in [
            json!([]),
            json!({ "Resource": "*" }),
            json!({ "Effect": 1 }),
            json!({ "Action": [1] }),
            json!({ "Condition": [] }),
            json!({ "Condition": { "Bool": "x" } }),
            json!({ "Condition": { "Bool": { "a:b": true } } }),
        ] {
            assert_eq!(read(&value), None, "{value}");
        }
        assert!(read(&json!({})).is_some());
    }
}
