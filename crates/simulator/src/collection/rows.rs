//! Records by number.

use rpds::Vector;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Records in the order in which they were created. A record's position is its number.
///
/// A copy shares every record with the original until one of the two changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<T>(Vector<T>);

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(Vector::new())
    }
}

impl<T> Rows<T> {
    /// How many records there are; the number of the next one.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The record of a number.
    pub fn get(&self, number: usize) -> Option<&T> {
        self.0.get(number)
    }

    /// Adds a record and returns its number.
    pub fn push(&mut self, record: T) -> usize {
        self.0.push_back_mut(record);
        self.len() - 1
    }

    /// Removes the records from a number on.
    pub fn truncate(&mut self, len: usize) {
        while self.len() > len {
            self.0.drop_last_mut();
        }
    }

    /// The records, the oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.0.iter()
    }
}

impl<T: Clone> Rows<T> {
    /// The record of a number, to change it. It is copied first if another copy of these rows has it too.
    pub fn get_mut(&mut self, number: usize) -> Option<&mut T> {
        self.0.get_mut(number)
    }
}

impl<T> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        Self(records.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Rows<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from_iter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_keeps_its_records_when_the_original_changes() {
        let mut rows = Rows::from_iter(["a".to_owned(), "b".to_owned()]);
        let copy = rows.clone();
        assert_eq!(rows.push("c".to_owned()), 2);
        rows.get_mut(1).unwrap().push('!');
        assert_eq!(rows.iter().collect::<Vec<_>>(), ["a", "b!", "c"]);
        assert_eq!(copy.iter().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((rows.get(2).map(String::as_str), copy.get(2), copy.len()), (Some("c"), None, 2));
        rows.truncate(1);
        assert_eq!(rows.iter().collect::<Vec<_>>(), ["a"]);
        assert_eq!((rows.len(), copy.len()), (1, 2));
    }

    #[test]
    fn rows_are_a_list_in_json() {
        let rows = Rows::from_iter([1, 2, 3]);
        let text = serde_json::to_string(&rows).unwrap();
        assert_eq!(text, "[1,2,3]");
        assert_eq!(serde_json::from_str::<Rows<i32>>(&text).unwrap(), rows);
    }
}
