//! Walks over everything that serializes, and hashes it.

use super::{Detail, Fingerprint};
use serde::ser::{self, Serialize};
use simulator::value::Timestamp;
use std::collections::BTreeSet;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The hash so far.
pub(super) struct Walk {
    hasher: DefaultHasher,
    now: Timestamp,
    detail: Detail,
    to_come: BTreeSet<Timestamp>,
}

/// Nothing that is stored fails to serialize.
#[derive(Debug)]
pub(super) struct Never;

impl fmt::Display for Never {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a stored value cannot be serialized")
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl Walk {
    pub(super) fn new(now: Timestamp, detail: Detail) -> Self {
        Self { hasher: DefaultHasher::new(), now, detail, to_come: BTreeSet::new() }
    }

    pub(super) fn visit<T: Serialize + ?Sized>(&mut self, value: &T) {
        // It cannot fail, see `Never`. If it did, the state would differ from all others.
        if value.serialize(&mut *self).is_err() {
            self.to_come.len().hash(&mut self.hasher);
        }
    }

    pub(super) fn finish(self) -> Fingerprint {
        Fingerprint { number: self.hasher.finish(), to_come: self.to_come.into_iter().collect() }
    }

    /// Hashes a value with a mark of its type.
    fn put(&mut self, mark: u8, value: impl Hash) {
        mark.hash(&mut self.hasher);
        value.hash(&mut self.hasher);
    }

    fn time(&mut self, time: Timestamp) {
        let is_to_come = time > self.now;
        if is_to_come {
            self.to_come.insert(time);
        }
        match self.detail {
            Detail::Content { since } if time < since => self.put(1, time.milliseconds()),
            Detail::Content { .. } if is_to_come => self.put(2, time.seconds() / 60),
            Detail::Content { .. } => self.put(3, ()),
            Detail::Present => self.put(4, is_to_come),
        }
    }

    /// Whether a member of a record makes no difference.
    fn is_left_out(&self, member: &'static str) -> bool {
        match member {
            "receipts" => true,
            // The former versions of a license or of a grant.
            "earlier" => self.detail == Detail::Present,
            _ => false,
        }
    }
}

/// The time that a text is, in the form in which times are stored.
fn time_in(text: &str) -> Option<Timestamp> {
    let bytes = text.as_bytes();
    let is_like_one = (20..=30).contains(&bytes.len()) && bytes.get(10) == Some(&b'T') && bytes.get(4) == Some(&b'-');
    if is_like_one { text.parse().ok() } else { None }
}

macro_rules! plain {
    ($($method:ident $type:ty;)+) => {
        $(fn $method(self, value: $type) -> Result<(), Never> {
            self.put(5, value);
            Ok(())
        })+
    };
}

impl ser::Serializer for &mut Walk {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    plain! {
        serialize_bool bool;
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_char char;
        serialize_bytes &[u8];
    }

    fn serialize_f32(self, value: f32) -> Result<(), Never> {
        self.put(6, value.to_bits());
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Never> {
        self.put(6, value.to_bits());
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Never> {
        match time_in(text) {
            Some(time) => self.time(time),
            None => self.put(7, text),
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Never> {
        self.put(8, ());
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Never> {
        self.put(9, ());
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Never> {
        self.put(9, ());
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, index: u32, _: &'static str) -> Result<(), Never> {
        self.put(10, index);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        index: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.put(11, index);
        value.serialize(self)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Never> {
        self.put(12, length);
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_tuple_variant(self, _: &'static str, index: u32, _: &'static str, _: usize) -> Result<Self, Never> {
        self.put(13, index);
        Ok(self)
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self, Never> {
        self.put(14, length);
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Never> {
        Ok(self)
    }

    fn serialize_struct_variant(self, _: &'static str, index: u32, _: &'static str, _: usize) -> Result<Self, Never> {
        self.put(15, index);
        Ok(self)
    }
}

/// Every compound value hashes its parts one after the other, and at its end that it ends.
macro_rules! compound {
    ($($trait:ident $method:ident;)+) => {
        $(impl ser::$trait for &mut Walk {
            type Ok = ();
            type Error = Never;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Never> {
                self.put(16, ());
                Ok(())
            }
        })+
    };
    ($($trait:ident;)+) => {
        $(impl ser::$trait for &mut Walk {
            type Ok = ();
            type Error = Never;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, member: &'static str, value: &T) -> Result<(), Never> {
                if self.is_left_out(member) {
                    return Ok(());
                }
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Never> {
                self.put(17, ());
                Ok(())
            }
        })+
    };
}

compound! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

compound! {
    SerializeStruct;
    SerializeStructVariant;
}

impl ser::SerializeMap for &mut Walk {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Never> {
        self.put(18, ());
        Ok(())
    }
}
