//! The declarations: each writes a Rust type and its shape from one list, so that the two cannot differ.

/// `text!(/// doc  Name { pattern("…"), max_length(2048) })`: a constrained string.
macro_rules! text {
    ($(#[doc = $doc:literal])+ $name:ident { $($bound:ident($limit:expr) $(in $vintages:ident)?),* $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text.
            #[allow(dead_code, reason = "every declaration has it; not every one is read as text")]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl $crate::schema::Wire for $name {
            fn shape() -> &'static $crate::schema::Shape {
                $crate::schema::macros::shape!(stringify!($name), Text, [$($bound($limit) $(in $vintages)?),*])
            }

            fn read(value: &serde_json::Value) -> Option<Self> {
                value.as_str().map(|text| Self(text.to_owned()))
            }

            fn write(&self) -> serde_json::Value {
                self.0.clone().into()
            }
        }
    };
}

/// `integer!(/// doc  MaxResults { min(1), max(100) })`: a bounded whole number.
macro_rules! integer {
    ($(#[doc = $doc:literal])+ $name:ident { $($bound:ident($limit:expr) $(in $vintages:ident)?),* $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i32);

        impl $crate::schema::Wire for $name {
            fn shape() -> &'static $crate::schema::Shape {
                $crate::schema::macros::shape!(stringify!($name), Integer, [$($bound($limit) $(in $vintages)?),*])
            }

            fn read(value: &serde_json::Value) -> Option<Self> {
                i32::read(value).map(Self)
            }

            fn write(&self) -> serde_json::Value {
                self.0.into()
            }
        }
    };
}

/// `list!(/// doc  Names of Name { min_length(1) })`: a list.
macro_rules! list {
    ($(#[doc = $doc:literal])+ $name:ident of $element:ty { $($bound:ident($limit:expr) $(in $vintages:ident)?),* $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name(pub Vec<$element>);

        $crate::schema::macros::stored_as_wire!($name);

        impl $crate::schema::Wire for $name {
            fn shape() -> &'static $crate::schema::Shape {
                $crate::schema::macros::shape!(
                    stringify!($name),
                    List(<$element as $crate::schema::Wire>::shape),
                    [$($bound($limit) $(in $vintages)?),*]
                )
            }

            fn read(value: &serde_json::Value) -> Option<Self> {
                value.as_array()?.iter().map(<$element as $crate::schema::Wire>::read).collect::<Option<_>>().map(Self)
            }

            fn write(&self) -> serde_json::Value {
                self.0.iter().map($crate::schema::Wire::write).collect::<Vec<_>>().into()
            }
        }
    };
}

/// `enumeration!(/// doc  Name { Variant = "ON_THE_WIRE", … })`: one of a set of strings.
macro_rules! enumeration {
    ($(#[doc = $doc:literal])+ $name:ident {
        $($(#[doc = $variant_doc:literal])+ $variant:ident = $value:literal $(in $vintages:ident)?),+ $(,)?
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[doc = $variant_doc])+ #[serde(rename = $value)] $variant),+
        }

        impl $name {
            /// The value on the wire.
            #[allow(dead_code, reason = "every declaration has it; not every one is read as text")]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $value),+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::schema::Wire for $name {
            fn shape() -> &'static $crate::schema::Shape {
                $crate::schema::macros::shape!(
                    stringify!($name),
                    Enumeration(&[$($crate::schema::Choice {
                        value: $value,
                        vintages: $crate::schema::macros::vintages!($($vintages)?),
                    }),+]),
                    []
                )
            }

            fn read(value: &serde_json::Value) -> Option<Self> {
                match value.as_str()? {
                    $($value => Some(Self::$variant),)+
                    _ => None,
                }
            }

            fn write(&self) -> serde_json::Value {
                self.as_str().into()
            }
        }
    };
}

/// `structure!(/// doc  Name { /// doc  field: Type = "WireName", … })`: members in the model's order.
///
/// What follows the wire name, in this order, each where it applies: `as LicenseArn`, the member's [`Meaning`](super::Meaning);
/// `[required]`, or `[usual]` for a member that most requests carry although none must; and `in VINTAGES`, the editions of the
/// model that have it. The type of a required member is `Type`, that of any other `Option<Type>`.
macro_rules! structure {
    ($(#[doc = $doc:literal])+ $name:ident {
        $(
            $(#[doc = $member_doc:literal])+
            $field:ident: $type:ty = $wire:literal $(as $meaning:ident)? $([$presence:ident])? $(in $vintages:ident)?
        ),* $(,)?
    }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[doc = $member_doc])+ pub $field: $crate::schema::macros::member_type!($type $(, $presence)?)),*
        }

        $crate::schema::macros::stored_as_wire!($name);

        impl $crate::schema::Wire for $name {
            fn shape() -> &'static $crate::schema::Shape {
                $crate::schema::macros::shape!(
                    stringify!($name),
                    Structure(&[$($crate::schema::Member {
                        name: $wire,
                        doc: concat!($($member_doc),+),
                        meaning: $crate::schema::macros::meaning!($($meaning)?),
                        presence: $crate::schema::macros::presence!($($presence)?),
                        shape: <$type as $crate::schema::Wire>::shape,
                        vintages: $crate::schema::macros::vintages!($($vintages)?),
                    }),*]),
                    []
                )
            }

            #[allow(unused_variables, reason = "a structure may have no members")]
            fn read(value: &serde_json::Value) -> Option<Self> {
                let object = value.as_object()?;
                Some(Self { $($field: $crate::schema::read_member(object, $wire)?),* })
            }

            #[allow(unused_mut, reason = "a structure may have no members")]
            fn write(&self) -> serde_json::Value {
                let mut object = serde_json::Map::new();
                $($crate::schema::write_member(&mut object, $wire, &self.$field);)*
                object.into()
            }
        }
    };
}

/// The static of a shape. The kind and the bounds have a short notation.
macro_rules! shape {
    ($name:expr, $kind:ident $(($($inner:tt)*))?, [$($bound:ident($limit:expr) $(in $vintages:ident)?),*]) => {{
        // A static and not a constant, because a pattern keeps its compiled form.
        static CONSTRAINTS: [$crate::schema::Constraint; 0 $(+ $crate::schema::macros::one!($bound))*] = [$($crate::schema::Constraint {
            bound: $crate::schema::macros::bound!($bound($limit)),
            vintages: $crate::schema::macros::vintages!($($vintages)?),
        }),*];
        static SHAPE: $crate::schema::Shape = $crate::schema::Shape {
            name: $name,
            kind: $crate::schema::Kind::$kind $(($($inner)*))?,
            constraints: &CONSTRAINTS,
        };
        &SHAPE
    }};
}

macro_rules! one {
    ($token:tt) => {
        1
    };
}

/// Serializes a value as it is on the wire.
macro_rules! stored_as_wire {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::schema::Wire::write(self), serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                <Self as $crate::schema::Wire>::read(&value)
                    .ok_or_else(|| serde::de::Error::custom(concat!("this is not a value of the shape `", stringify!($name), "`")))
            }
        }
    };
}

macro_rules! bound {
    (pattern($text:expr)) => {
        $crate::schema::Bound::Pattern($crate::schema::Pattern::new($text))
    };
    (min_length($least:expr)) => {
        $crate::schema::Bound::MinLength($least)
    };
    (max_length($most:expr)) => {
        $crate::schema::Bound::MaxLength($most)
    };
    (min($least:expr)) => {
        $crate::schema::Bound::Min($least)
    };
    (max($most:expr)) => {
        $crate::schema::Bound::Max($most)
    };
}

macro_rules! vintages {
    () => {
        $crate::schema::Vintages::ALL
    };
    ($vintages:ident) => {
        $crate::schema::Vintages::$vintages
    };
}

macro_rules! member_type {
    ($type:ty, required) => { $type };
    ($type:ty $(, usual)?) => { Option<$type> };
}

macro_rules! presence {
    (required) => {
        $crate::schema::Presence::Required
    };
    (usual) => {
        $crate::schema::Presence::Usual
    };
    () => {
        $crate::schema::Presence::Optional
    };
}

macro_rules! meaning {
    ($meaning:ident) => {
        Some($crate::schema::Meaning::$meaning)
    };
    () => {
        None
    };
}

pub(crate) use {bound, enumeration, integer, list, meaning, member_type, one, presence, shape, stored_as_wire, structure, text, vintages};
