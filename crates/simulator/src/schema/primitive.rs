//! The model's unbounded shapes: `String`, `Integer`, `Long`, `Boolean`.

use super::{Kind, Shape, Wire};
use serde_json::Value;

/// Declares the shape of a Rust type that has no bounds.
macro_rules! primitive {
    ($type:ty, $name:literal, $kind:expr, $read:expr) => {
        impl Wire for $type {
            fn shape() -> &'static Shape {
                static SHAPE: Shape = Shape { name: $name, kind: $kind, constraints: &[] };
                &SHAPE
            }

            fn read(value: &Value) -> Option<Self> {
                let read: fn(&Value) -> Option<Self> = $read;
                read(value)
            }

            fn write(&self) -> Value {
                Value::from(self.clone())
            }
        }
    };
}

primitive!(String, "String", Kind::Text, |value| value.as_str().map(str::to_owned));
primitive!(bool, "Boolean", Kind::Boolean, Value::as_bool);
primitive!(i32, "Integer", Kind::Integer, read_integer);
primitive!(i64, "Long", Kind::Long, read_long);

/// Reads a 32-bit number. A number that is too large becomes the largest one, as in the services' parser.
pub(super) fn read_integer(value: &Value) -> Option<i32> {
    read_long(value).map(|number| i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX }))
}

/// Reads a 64-bit number. A number that is too large becomes the largest one, and a fraction is cut off.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, as intended")]
pub(super) fn read_long(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_f64().map(|number| number as i64))
}
