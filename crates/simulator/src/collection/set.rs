//! Values without duplicates.

use rpds::RedBlackTreeSet;
use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::ops::RangeBounds;

/// Values, each once, in their order. A copy shares its values with the original.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent, bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de> + Ord"))]
pub struct Set<T: Ord>(RedBlackTreeSet<T>);

impl<T: Ord> Default for Set<T> {
    fn default() -> Self {
        Self(RedBlackTreeSet::new())
    }
}

impl<T: Ord> Set<T> {
    /// A set without values.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.0.size()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a value is among them.
    pub fn contains<Q: Ord + ?Sized>(&self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.contains(value)
    }

    /// The values, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.0.iter()
    }

    /// The values in a range, in order.
    pub fn range<R: RangeBounds<T>>(&self, range: R) -> impl DoubleEndedIterator<Item = &T> {
        self.0.range::<T, R>(range)
    }

    /// The lowest value.
    pub fn get_min(&self) -> Option<&T> {
        self.0.first()
    }

    /// Adds a value; says whether it is new.
    pub fn insert(&mut self, value: T) -> bool {
        let before = self.len();
        self.0.insert_mut(value);
        self.len() > before
    }

    /// Removes a value; says whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.remove_mut(value)
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}
