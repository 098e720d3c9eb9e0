//! Resources that can be shared: what RAM knows about them, and how they are created in the playground.

mod placement;
mod registry;

pub use placement::ResourcePlacement;
pub use registry::Owned;
pub(super) use registry::Resources;

use super::catalogue::ResourceType;
use crate::value::{AccountId, Arn, Region};

/// A resource that can be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// The ARN.
    pub arn: String,
    /// The type.
    pub resource_type: &'static ResourceType,
    /// The owner.
    pub account: AccountId,
    /// The Region in the ARN. The ARNs of global resources and of some regional ones have none.
    pub region: Option<Region>,
}

/// Why a resource cannot be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShareable {
    /// It is not the ARN of a resource.
    Malformed,
    /// Resources of its type cannot be shared.
    Type,
}

/// The resource that an ARN names.
pub fn find(arn: &str) -> Result<Resource, NotShareable> {
    let parts: Arn = arn.parse().map_err(|_| NotShareable::Malformed)?;
    let resource_type = ResourceType::of_arn(&parts).ok_or(NotShareable::Type)?;
    let account = parts.account.parse().map_err(|_| NotShareable::Malformed)?;
    Ok(Resource { arn: arn.to_owned(), resource_type, account, region: parts.region.parse().ok() })
}

#[cfg(test)]
mod tests;
