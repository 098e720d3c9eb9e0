//! Members that an edition of the model does not have are ignored: they must not reach a type that has them from a later edition.

use super::{Kind, Shape, Vintage};
use serde_json::Value;

/// Removes all members that the edition does not have, at every depth.
pub fn prune(shape: &'static Shape, value: &mut Value, vintage: Vintage) {
    match (&shape.kind, value) {
        (Kind::Structure(_), Value::Object(object)) => object.retain(|name, value| {
            let member = shape.members(vintage).find(|member| member.name == name);
            member.is_some_and(|member| {
                prune((member.shape)(), value, vintage);
                true
            })
        }),
        (Kind::List(element), Value::Array(values)) => {
            for value in values {
                prune(element(), value, vintage);
            }
        }
        // Simple values, and values of another JSON type, hold no members.
        (
            Kind::Structure(_)
            | Kind::List(_)
            | Kind::Text
            | Kind::Enumeration(_)
            | Kind::Integer
            | Kind::Long
            | Kind::Boolean
            | Kind::Timestamp,
            _,
        ) => {}
    }
}
