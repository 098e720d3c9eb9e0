//! What RAM stores.

use super::SharePlacement;
use crate::service::operation::Change;
use crate::service::world::World;
use serde::{Deserialize, Serialize};

/// Permissions, shares and the tokens that made them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Store {}

impl Store {
    /// Puts a permission's default version on a share, or says why that cannot be.
    pub fn place_share(&mut self, placement: &SharePlacement, world: &mut World) -> Result<Change, String> {
        let _ = world;
        Err(format!("the permission `{}` does not exist", placement.permission_arn))
    }
}
