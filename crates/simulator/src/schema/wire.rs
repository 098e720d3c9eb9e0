//! Reading and writing the JSON of every declared shape.

use super::Shape;
use serde_json::{Map, Value};

/// A Rust type of a shape of the model.
pub trait Wire: Sized {
    /// The shape.
    fn shape() -> &'static Shape;

    /// Reads a JSON value. What passes [`check_types`](super::check_types) and [`check()`](super::check()) can be read;
    /// `None` otherwise.
    fn read(value: &Value) -> Option<Self>;

    /// Writes the value as JSON.
    fn write(&self) -> Value;

    /// The value of an absent member; `None` unless the type can be absent.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether a response omits the value.
    fn is_absent(&self) -> bool {
        false
    }
}

impl<T: Wire> Wire for Option<T> {
    fn shape() -> &'static Shape {
        T::shape()
    }

    fn read(value: &Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::read(value).map(Some) }
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Wire::write)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

/// Reads a member of an object; `null` counts as absent.
pub fn read_member<T: Wire>(object: &Map<String, Value>, name: &str) -> Option<T> {
    match object.get(name) {
        None | Some(Value::Null) => T::absent(),
        Some(value) => T::read(value),
    }
}

/// Writes a member into an object, unless it is absent.
pub fn write_member<T: Wire>(object: &mut Map<String, Value>, name: &str, value: &T) {
    if !value.is_absent() {
        object.insert(name.to_owned(), value.write());
    }
}
