//! The one tree below all maps and sets. Its keys and values are of any type, known only to the map that owns it. A tree for each
//! pair of types would be 34 copies of the same code, a tenth of the page's program.

use rpds::RedBlackTreeMap;
use std::any::Any;
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::marker::PhantomData;
use std::rc::Rc;

/// The tree: keys in their order, each with a value, if the owner has values.
pub(super) type Tree = RedBlackTreeMap<Key, Option<Rc<dyn Any>>>;

/// A key of any type. All keys of a tree have the same type.
#[derive(Clone)]
pub(super) struct Key(Rc<dyn Ordered>);

impl Key {
    pub(super) fn new<K: Ord + 'static>(key: K) -> Self {
        Self(Rc::new(key))
    }

    /// The key as its type.
    pub(super) fn get<K: 'static>(&self) -> Option<&K> {
        self.0.as_any().downcast_ref()
    }
}

/// A type of keys.
trait Ordered {
    fn as_any(&self) -> &dyn Any;
    fn order(&self, other: &dyn Any) -> Ordering;
}

impl<K: Ord + 'static> Ordered for K {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn order(&self, other: &dyn Any) -> Ordering {
        other.downcast_ref::<K>().map_or(Ordering::Equal, |other| self.cmp(other))
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.order(other.0.as_any())
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Key {}

/// What a tree compares when it looks something up: its own keys with the sought part of a key.
pub(super) trait Side {
    /// The key, unless it is the sought part of one.
    fn key(&self) -> Option<&dyn Any>;
    /// Its order relative to a key.
    fn order(&self, key: &dyn Any) -> Ordering;
}

impl Side for Key {
    fn key(&self) -> Option<&dyn Any> {
        Some(self.0.as_any())
    }

    fn order(&self, key: &dyn Any) -> Ordering {
        self.0.order(key)
    }
}

/// The sought part of a key: a `str` of a `String`.
pub(super) struct Sought<'a, K, Q: ?Sized> {
    part: &'a Q,
    of: PhantomData<fn() -> K>,
}

impl<'a, K, Q: ?Sized> Sought<'a, K, Q> {
    pub(super) fn new(part: &'a Q) -> Self {
        Self { part, of: PhantomData }
    }
}

impl<K: Borrow<Q> + 'static, Q: Ord + ?Sized> Side for Sought<'_, K, Q> {
    fn key(&self) -> Option<&dyn Any> {
        None
    }

    fn order(&self, key: &dyn Any) -> Ordering {
        key.downcast_ref::<K>().map_or(Ordering::Equal, |key| self.part.cmp(key.borrow()))
    }
}

impl<'a> Borrow<dyn Side + 'a> for Key {
    fn borrow(&self) -> &(dyn Side + 'a) {
        self
    }
}

impl Ord for dyn Side + '_ {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.key(), other.key()) {
            (_, Some(key)) => self.order(key),
            (Some(key), None) => other.order(key).reverse(),
            (None, None) => Ordering::Equal,
        }
    }
}

impl PartialOrd for dyn Side + '_ {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for dyn Side + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for dyn Side + '_ {}
