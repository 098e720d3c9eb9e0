//! Declarations of a type's members or values, from which both reading and writing follow.

/// `record! { whole Type, |members| first, { field = "name", … } }`: an object that has only these members. Missing members
/// have their values in `first`. `sparse` omits absent members, `whole` writes them as `null`.
macro_rules! record {
    (@left_out $field:expr, sparse) => {
        $crate::json::Json::is_absent($field)
    };
    (@left_out $field:expr, whole) => {
        false
    };
    ($kind:ident $type:ident, |$members:pat_param| $first:expr, { $($field:ident = $name:literal),+ $(,)? }) => {
        impl $crate::json::Json for $type {
            fn read(value: &serde_json::Value) -> Result<Self, $crate::json::JsonError> {
                let members = $crate::json::Members::of(value, &[$($name),+])?;
                let $members = &members;
                let mut read: Self = $first;
                $(members.set($name, &mut read.$field)?;)+
                Ok(read)
            }

            fn write(&self) -> serde_json::Value {
                let mut object = serde_json::Map::new();
                $(if !$crate::json::record!(@left_out &self.$field, $kind) {
                    $crate::json::put(&mut object, $name, $crate::json::Json::write(&self.$field));
                })+
                object.into()
            }
        }

        $crate::json::through_json!($type);
    };
}

/// `choices! { Type { Variant = "name", … } }`: one of these strings. Those that people choose have labels: `= "name" ("Label")`.
macro_rules! choices {
    ($type:ident { $($variant:ident = $name:literal $(($label:literal))?),+ $(,)? }) => {
        impl $crate::json::Choices for $type {
            const NAMES: &'static [&'static str] = &[$($name),+];
            const LABELS: &'static [&'static str] = &[$($($label,)?)+];
        }

        impl $crate::json::Json for $type {
            fn read(value: &serde_json::Value) -> Result<Self, $crate::json::JsonError> {
                match value.as_str() {
                    $(Some($name) => Ok(Self::$variant),)+
                    _ => Err($crate::json::JsonError::none_of(<Self as $crate::json::Choices>::NAMES, value)),
                }
            }

            fn write(&self) -> serde_json::Value {
                match self {
                    $(Self::$variant => $name.into()),+
                }
            }
        }

        $crate::json::through_json!($type);
    };
}

/// Implements serde's traits by way of a `Value`.
macro_rules! through_json {
    ($type:ident) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::json::Json::write(self), serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                $crate::json::Json::read(&value).map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use {choices, record, through_json};
