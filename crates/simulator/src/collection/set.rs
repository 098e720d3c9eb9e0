//! Values without duplicates.

use super::map::MapKey;
use super::tree::{Key, Side, Sought, Tree};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::RangeBounds;

/// Values, each once, in their order. A copy shares its values with the original.
#[derive(Clone)]
pub struct Set<T> {
    tree: Tree,
    values: PhantomData<T>,
}

impl<T: MapKey> Default for Set<T> {
    fn default() -> Self {
        Self { tree: Tree::new(), values: PhantomData }
    }
}

impl<T: MapKey> Set<T> {
    /// A set without values.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.tree.size()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.tree.is_empty()
    }

    /// Whether a value is among them.
    pub fn contains<Q: Ord + ?Sized>(&self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        let sought: &dyn Side = &Sought::<T, Q>::new(value);
        self.tree.contains_key(sought)
    }

    /// The values, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.tree.keys().filter_map(Key::get)
    }

    /// The values in a range, in order.
    pub fn range<R: RangeBounds<T>>(&self, range: R) -> impl DoubleEndedIterator<Item = &T> + use<'_, T, R> {
        let bounds = (range.start_bound().cloned().map(Key::new), range.end_bound().cloned().map(Key::new));
        self.tree.range::<Key, _>(bounds).filter_map(|(key, _)| key.get())
    }

    /// The lowest value.
    pub fn get_min(&self) -> Option<&T> {
        self.tree.first()?.0.get()
    }

    /// Adds a value; says whether it is new.
    pub fn insert(&mut self, value: T) -> bool {
        let before = self.len();
        self.tree.insert_mut(Key::new(value), None);
        self.len() > before
    }

    /// Removes a value; says whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        let sought: &dyn Side = &Sought::<T, Q>::new(value);
        self.tree.remove_mut(sought)
    }
}

impl<T: MapKey> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut set = Self::new();
        for value in values {
            set.insert(value);
        }
        set
    }
}

impl<T: MapKey> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T: MapKey> Eq for Set<T> {}

impl<T: MapKey + fmt::Debug> fmt::Debug for Set<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.iter()).finish()
    }
}

impl<T: MapKey + Serialize> Serialize for Set<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: MapKey + Deserialize<'de>> Deserialize<'de> for Set<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from_iter)
    }
}
