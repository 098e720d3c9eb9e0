//! Values by key.

use super::tree::{Key, Side, Sought, Tree};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::any::Any;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops::RangeBounds;
use std::rc::Rc;

/// A type that can be a key of a map.
pub trait MapKey: Ord + Clone + 'static {}

impl<K: Ord + Clone + 'static> MapKey for K {}

/// Values by key, in the order of the keys. A copy shares its entries with the original until one of the two changes them.
#[derive(Clone)]
pub struct Map<K, V> {
    tree: Tree,
    entries: PhantomData<(K, V)>,
}

impl<K: MapKey, V: 'static> Default for Map<K, V> {
    fn default() -> Self {
        Self { tree: Tree::new(), entries: PhantomData }
    }
}

impl<K: MapKey, V: 'static> Map<K, V> {
    /// A map without values.
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

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let sought: &dyn Side = &Sought::<K, Q>::new(key);
        self.tree.get(sought)?.as_ref()?.downcast_ref()
    }

    /// Whether a key has a value.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    /// The keys with their values, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.tree.iter().filter_map(entry)
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// The keys in a range with their values, in order.
    pub fn range<R: RangeBounds<K>>(&self, range: R) -> impl DoubleEndedIterator<Item = (&K, &V)> + use<'_, K, V, R> {
        let bounds = (range.start_bound().cloned().map(Key::new), range.end_bound().cloned().map(Key::new));
        self.tree.range::<Key, _>(bounds).filter_map(entry)
    }

    /// The lowest key and its value.
    pub fn get_min(&self) -> Option<(&K, &V)> {
        self.tree.first().and_then(entry)
    }

    /// The greatest key and its value.
    pub fn get_max(&self) -> Option<(&K, &V)> {
        self.tree.last().and_then(entry)
    }

    /// Sets the value of a key; says whether the key is new.
    pub fn insert(&mut self, key: K, value: V) -> bool {
        let before = self.len();
        self.tree.insert_mut(Key::new(key), Some(Rc::new(value)));
        self.len() > before
    }

    /// Removes a key with its value; says whether it was there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        let sought: &dyn Side = &Sought::<K, Q>::new(key);
        self.tree.remove_mut(sought)
    }

    /// The value of a key, to change it.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        V: Clone,
    {
        let sought: &dyn Side = &Sought::<K, Q>::new(key);
        let value = self.tree.get_mut(sought)?.as_mut()?;
        if Rc::get_mut(value).is_none() {
            *value = Rc::new(value.downcast_ref::<V>()?.clone());
        }
        Rc::get_mut(value)?.downcast_mut()
    }
}

/// An entry of a tree as the types of its map.
fn entry<'a, K: 'static, V: 'static>((key, value): (&'a Key, &'a Option<Rc<dyn Any>>)) -> Option<(&'a K, &'a V)> {
    Some((key.get()?, value.as_ref()?.downcast_ref()?))
}

impl<K: MapKey, V: 'static> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

impl<K: MapKey, V: PartialEq + 'static> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K: MapKey, V: Eq + 'static> Eq for Map<K, V> {}

impl<K: MapKey + fmt::Debug, V: fmt::Debug + 'static> fmt::Debug for Map<K, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter()).finish()
    }
}

impl<K: MapKey + Serialize, V: Serialize + 'static> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de, K: MapKey + Deserialize<'de>, V: Deserialize<'de> + 'static> Deserialize<'de> for Map<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(deserializer).map(Self::from_iter)
    }
}
