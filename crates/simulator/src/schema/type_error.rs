//! JSON values of the wrong type, which the frameworks refuse before they check constraints.

use super::{Kind, Shape, Vintage};
use serde_json::Value;

/// A JSON value of the wrong type for its member. The sentence is the one of the services' JSON parser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeError {
    /// The path to the value: member names on the wire and 1-based indexes, joined by dots.
    pub path: String,
    /// The parser's sentence.
    pub message: String,
}

/// Finds the first value of the wrong type, in the order of the document. `null` has every type, and members that the shape
/// does not have are ignored.
///
/// The sentences were seen in responses of another service of the same framework; those for booleans and longs are built like them.
pub fn check_types(shape: &'static Shape, value: &Value, vintage: Vintage) -> Result<(), TypeError> {
    visit(shape, value, vintage, &mut Vec::new())
}

fn visit(shape: &'static Shape, value: &Value, vintage: Vintage, path: &mut Vec<String>) -> Result<(), TypeError> {
    match (&shape.kind, value) {
        (_, Value::Null)
        | (Kind::Text | Kind::Enumeration(_), Value::String(_))
        | (Kind::Integer | Kind::Long | Kind::Timestamp, Value::Number(_))
        | (Kind::Boolean, Value::Bool(_)) => Ok(()),
        (Kind::Structure(_), Value::Object(object)) => {
            for (name, value) in object {
                if let Some(member) = shape.members(vintage).find(|member| member.name == name) {
                    path.push(name.clone());
                    visit((member.shape)(), value, vintage, path)?;
                    path.pop();
                }
            }
            Ok(())
        }
        (Kind::List(element), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                path.push((index + 1).to_string());
                visit(element(), value, vintage, path)?;
                path.pop();
            }
            Ok(())
        }
        (kind, value) => Err(TypeError { path: path.join("."), message: sentence(kind, value) }),
    }
}

fn sentence(kind: &Kind, value: &Value) -> String {
    let token = match value {
        Value::Array(_) => return "Start of list found where not expected".into(),
        Value::Object(_) => return "Start of structure or map found where not expected.".into(),
        Value::Null => "NULL_VALUE",
        Value::Bool(true) => "TRUE_VALUE",
        Value::Bool(false) => "FALSE_VALUE",
        Value::Number(_) => "NUMBER_VALUE",
        Value::String(_) => "STRING_VALUE",
    };
    let wanted = match kind {
        Kind::Structure(_) => return "Expected null".into(),
        Kind::List(_) => return "Expected list or null".into(),
        Kind::Text | Kind::Enumeration(_) => "a String",
        Kind::Integer => "an Integer",
        Kind::Long => "a Long",
        Kind::Boolean => "a Boolean",
        Kind::Timestamp => "a Timestamp",
    };
    format!("{token} can not be converted to {wanted}")
}
