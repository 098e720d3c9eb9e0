//! The collections of the world: persistent, so that a copy of a world costs nothing and shares its structure with the original.
//!
//! [`Map`] and [`Set`] are imbl's B-trees. [`Rows`] holds records in the order in which they were created, [`Index`] the numbers of
//! the records that have something in common. The pointers are `Rc`: a world belongs to one thread.

mod index;
mod rows;

pub(crate) use index::{Index, Matches};
pub use rows::Rows;

use imbl::shared_ptr::RcK;

/// Values by key, in the order of the keys.
pub type Map<K, V> = imbl::GenericOrdMap<K, V, RcK>;

/// Values, each once, in their order.
pub type Set<T> = imbl::GenericOrdSet<T, RcK>;
