//! The API models of requests and responses: shapes, members and constraints, each declared once.
//!
//! One declaration gives the Rust value ([`Wire`]), the check ([`check()`]), the form and the constraint table.
//! This module knows nothing of HTTP, of either service's errors, or of the world.

mod check;
#[macro_use]
pub(crate) mod macros;
mod meaning;
mod pattern;
mod primitive;
mod prune;
mod shape;
#[cfg(test)]
#[allow(unreachable_pub, reason = "the declarations are public, but these are in a private module")]
mod tests;
mod type_error;
mod vintage;
mod wire;

pub use check::{Violation, check, correction};
pub use meaning::Meaning;
pub use pattern::Pattern;
pub use prune::prune;
pub use shape::{Bound, Choice, Constraint, Kind, Member, Presence, Shape};
pub use type_error::{TypeError, check_types};
pub use vintage::{Vintage, Vintages};
pub use wire::{Wire, read_member, write_member};

pub(crate) use macros::{enumeration, integer, list, structure, text};
