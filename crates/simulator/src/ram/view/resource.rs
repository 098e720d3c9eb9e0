//! Shows a shared resource and a principal.

use crate::ram::catalogue::ResourceType;
use crate::ram::shapes::{DateTime, Principal, Resource};
use crate::ram::share::{Association, ResourceShare};

impl Resource {
    /// As `ListResources` shows it: six members.
    pub(crate) fn listed(association: &Association, share: &ResourceShare) -> Self {
        let found = ResourceType::find(association.resource_type());
        Self {
            arn: Some(association.entity().to_owned()),
            kind: Some(association.resource_type().to_owned()),
            resource_share_arn: Some(share.arn().to_owned()),
            resource_group_arn: None,
            status: None,
            status_message: None,
            creation_time: Some(DateTime(association.created())),
            last_updated_time: Some(DateTime(association.updated())),
            resource_region_scope: found.map(|found| found.scope.word()),
        }
    }
}

impl Principal {
    /// A principal of a share, as its owner sees it.
    pub(crate) fn listed(association: &Association, share: &ResourceShare) -> Self {
        Self::of(association.entity(), association, share)
    }

    /// The owner of a share, as the principal of the association sees it.
    pub(crate) fn owner(association: &Association, share: &ResourceShare) -> Self {
        Self::of(share.account().as_str(), association, share)
    }

    fn of(id: &str, association: &Association, share: &ResourceShare) -> Self {
        Self {
            id: Some(id.to_owned()),
            resource_share_arn: Some(share.arn().to_owned()),
            creation_time: Some(DateTime(association.created())),
            last_updated_time: Some(DateTime(association.updated())),
            external: Some(association.external()),
        }
    }
}
