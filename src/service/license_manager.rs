//! AWS License Manager: granted licenses.

pub mod constraints;
mod store;

pub use store::Store;

use super::operation::Operation;

/// The operations, in the order the page lists them.
pub const OPERATIONS: &[&Operation] = &[];
