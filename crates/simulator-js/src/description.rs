//! The operations as plain data, created from the declarations of their shapes.

use serde_json::{Map, Value, json};
use simulator::Operation;
use simulator::index;
use simulator::schema::{Bound, Kind, Shape, Vintage};

/// Every operation of both services, as an edition of the API model describes it.
pub(super) fn operations(vintage: Vintage) -> Value {
    index::all().map(|operation| describe(operation, vintage)).collect()
}

fn describe(operation: &Operation, vintage: Vintage) -> Value {
    let errors: Vec<_> =
        operation.errors.iter().map(|error| json!({ "name": error.name, "status": error.status, "sentence": error.sentence })).collect();
    json!({
        "service": operation.service.prefix,
        "name": operation.name,
        "action": operation.action(),
        "summary": operation.summary,
        "method": operation.method,
        "path": operation.path,
        "errors": errors,
        "input": describe_shape((operation.input)(), vintage),
        "output": describe_shape((operation.output)(), vintage),
    })
}

fn describe_shape(shape: &'static Shape, vintage: Vintage) -> Value {
    let mut description = Map::new();
    description.insert("name".into(), shape.name.into());
    let kind = match shape.kind {
        Kind::Structure(_) => "structure",
        Kind::List(_) => "list",
        Kind::Text | Kind::Enumeration(_) => "string",
        Kind::Integer => "integer",
        Kind::Long => "long",
        Kind::Boolean => "boolean",
        Kind::Timestamp => "timestamp",
    };
    description.insert("type".into(), kind.into());
    for bound in shape.constraints(vintage) {
        let (name, value): (_, Value) = match bound {
            Bound::Pattern(pattern) => ("pattern", pattern.text().into()),
            Bound::MinLength(least) => ("minLength", (*least).into()),
            Bound::MaxLength(most) => ("maxLength", (*most).into()),
            Bound::Min(least) => ("min", (*least).into()),
            Bound::Max(most) => ("max", (*most).into()),
        };
        description.insert(name.into(), value);
    }
    match shape.kind {
        Kind::Structure(_) => {
            let members = shape.members(vintage).map(|member| {
                let mut described = json!({
                    "name": member.name,
                    "doc": member.doc.trim(),
                    "required": member.is_required(),
                    "shape": describe_shape((member.shape)(), vintage),
                });
                if let (Some(meaning), Value::Object(described)) = (member.meaning, &mut described) {
                    described.insert("meaning".into(), meaning.name().into());
                }
                described
            });
            description.insert("members".into(), members.collect());
        }
        Kind::List(element) => {
            description.insert("element".into(), describe_shape(element(), vintage));
        }
        Kind::Enumeration(_) => {
            description.insert("values".into(), shape.choices(vintage).collect());
        }
        Kind::Text | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Timestamp => {}
    }
    Value::Object(description)
}
