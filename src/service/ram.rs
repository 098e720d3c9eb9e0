//! AWS Resource Access Manager: customer managed permissions.

pub mod constraints;
mod share;
mod store;

pub use share::SharePlacement;
pub use store::Store;

use super::operation::Operation;

/// The operations, in the order the page lists them.
pub const OPERATIONS: &[&Operation] = &[];
