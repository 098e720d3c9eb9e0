//! The JSON of the values in sessions: strings, numbers, lists, maps.

use super::{Json, JsonError, Members};
use crate::collection;
use crate::value::{AccountId, Region, Timestamp};
use serde_json::{Map, Value};
use std::fmt;

impl Json for Value {
    fn read(value: &Value) -> Result<Self, JsonError> {
        Ok(value.clone())
    }

    fn write(&self) -> Value {
        self.clone()
    }
}

impl Json for Map<String, Value> {
    fn read(value: &Value) -> Result<Self, JsonError> {
        Members::open(value).map(|members| members.0.clone())
    }

    fn write(&self) -> Value {
        Value::Object(self.clone())
    }
}

impl Json for String {
    fn read(value: &Value) -> Result<Self, JsonError> {
        text(value).map(str::to_owned)
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }
}

impl Json for bool {
    fn read(value: &Value) -> Result<Self, JsonError> {
        value.as_bool().ok_or_else(|| JsonError::kind(value, "`true` or `false`"))
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }
}

/// Numbers, and strings whose constructor checks them.
macro_rules! simple {
    (numbers: $($number:ty),+; texts: $($text:ty),+) => {
        $(impl Json for $number {
            fn read(value: &Value) -> Result<Self, JsonError> {
                // `whole` has checked the bounds.
                whole(value, u64::from(<$number>::MAX)).map(|number| <$number>::try_from(number).unwrap_or_default())
            }

            fn write(&self) -> Value {
                Value::from(*self)
            }
        })+
        $(impl Json for $text {
            fn read(value: &Value) -> Result<Self, JsonError> {
                text(value)?.parse().map_err(|sentence: String| JsonError::new(sentence))
            }

            fn write(&self) -> Value {
                Value::String(self.to_string())
            }
        })+
    };
}

simple!(numbers: u16, u32, u64; texts: AccountId, Region, Timestamp);

impl<T: Json> Json for Option<T> {
    fn read(value: &Value) -> Result<Self, JsonError> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Json::write)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Json> Json for Vec<T> {
    fn read(value: &Value) -> Result<Self, JsonError> {
        each(value)
    }

    fn write(&self) -> Value {
        self.iter().map(Json::write).collect()
    }
}

impl Json for collection::Set<String> {
    fn read(value: &Value) -> Result<Self, JsonError> {
        each(value).map(|names: Vec<String>| names.into_iter().collect())
    }

    fn write(&self) -> Value {
        self.iter().map(|name| Value::from(name.as_str())).collect()
    }
}

impl<K: Json + collection::MapKey + fmt::Display, V: Json + Clone + 'static> Json for collection::Map<K, V> {
    fn read(value: &Value) -> Result<Self, JsonError> {
        let mut map = Self::new();
        for (key, value) in Members::open(value)?.0 {
            let entry = K::read(&Value::String(key.clone())).and_then(|read| Ok((read, V::read(value)?)));
            let (read, value) = entry.map_err(|misfit| misfit.within(key))?;
            map.insert(read, value);
        }
        Ok(map)
    }

    fn write(&self) -> Value {
        let mut object = Map::new();
        for (key, value) in self.iter() {
            object.insert(key.to_string(), value.write());
        }
        Value::Object(object)
    }
}

fn text(value: &Value) -> Result<&str, JsonError> {
    value.as_str().ok_or_else(|| JsonError::kind(value, "a string"))
}

fn whole(value: &Value, most: u64) -> Result<u64, JsonError> {
    value.as_u64().filter(|number| *number <= most).ok_or_else(|| JsonError::kind(value, &format!("a whole number from 0 to {most}")))
}

fn each<T: Json>(value: &Value) -> Result<Vec<T>, JsonError> {
    let values = value.as_array().ok_or_else(|| JsonError::kind(value, "a list"))?;
    let mut read = Vec::with_capacity(values.len());
    for (place, value) in values.iter().enumerate() {
        read.push(T::read(value).map_err(|misfit| misfit.within(&place.to_string()))?);
    }
    Ok(read)
}
