//! The collections of the world: persistent, so that a copy of a world costs nothing and shares its structure with the original.
//!
//! [`Map`] and [`Set`] are rpds's red-black trees. [`Rows`] holds records in the order in which they were created, `Index` the
//! numbers of the records that have something in common. The pointers are `Rc`: a world belongs to one thread.

mod index;
mod map;
mod rows;
mod set;
mod tree;

pub(crate) use index::{Index, Matches};
pub use map::{Map, MapKey};
pub use rows::Rows;
pub use set::Set;

/// Values in ascending order, each once. They are few, or mostly in order: the general sort would be in the page's program for
/// them alone.
pub fn ascending<T: Ord>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut ascending = Vec::new();
    for value in values {
        if let Err(place) = ascending.binary_search(&value) {
            ascending.insert(place, value);
        }
    }
    ascending
}
