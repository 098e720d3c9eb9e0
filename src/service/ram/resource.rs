//! Resources that can be shared, as far as shares need to know them.

use super::catalogue::ResourceType;
use super::store::Store;
use crate::service::value::{AccountId, Arn, Region};

/// A resource that can be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// The ARN.
    pub arn: String,
    /// The type.
    pub resource_type: &'static ResourceType,
    /// The owner.
    pub account: AccountId,
    /// The Region the ARN names. Global resources, and some regional ones, have ARNs without.
    pub region: Option<Region>,
}

/// Why something cannot be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShareable {
    /// It is no resource's ARN.
    Malformed,
    /// It is a resource of a type that cannot be shared.
    Type,
}

/// The resource an ARN names.
pub fn find(_store: &Store, arn: &str) -> Result<Resource, NotShareable> {
    let parts: Arn = arn.parse().map_err(|_| NotShareable::Malformed)?;
    let resource_type = ResourceType::of_arn(&parts).ok_or(NotShareable::Type)?;
    let account = parts.account.parse().map_err(|_| NotShareable::Malformed)?;
    Ok(Resource { arn: arn.to_owned(), resource_type, account, region: parts.region.parse().ok() })
}
