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

/// Texts in ascending order, each once. They are few: the general sort would be in the page's program for them alone.
pub fn ascending_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut ascending = Vec::new();
    for text in texts {
        if let Err(place) = ascending.binary_search(&text) {
            ascending.insert(place, text);
        }
    }
    ascending
}

/// The numbers of records in ascending order, each once.
pub(crate) fn ascending(mut numbers: Vec<usize>) -> Vec<usize> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
