//! Resource shares, as far as permissions need them.

use serde::{Deserialize, Serialize};

/// Puts a permission on a resource share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SharePlacement {
    /// The permission's ARN.
    pub permission_arn: String,
    /// The share's name.
    pub name: String,
}
