//! What License Manager stores.

use crate::service::operation::Change;
use crate::service::world::World;
use serde::{Deserialize, Serialize};

/// Licenses, grants and the tokens that made them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Store {}

impl Store {
    /// Ends all asynchronous work.
    pub fn settle(&mut self, world: &mut World, changes: &mut Vec<Change>) {
        let _ = (world, changes);
    }
}
