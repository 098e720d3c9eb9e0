//! Shows a permission on a share.

use crate::ram::permission::Permission;
use crate::ram::shapes::{
    AssociatedPermission, DateTime, PermissionFeatureSet, PermissionStatus, PermissionTemplateParameterList, ResourceShareFeatureSet,
    ResourceSharePermissionSummary,
};
use crate::ram::share::{Attached, ResourceShare};
use crate::ram::store::Store;
use crate::value::Timestamp;

impl AssociatedPermission {
    /// As `ListPermissionAssociations` shows it.
    pub(crate) fn of(share: &ResourceShare, resource_type: &str, attached: &Attached, store: &Store) -> Self {
        let seen = Seen::of(attached, store);
        Self {
            arn: Some(attached.permission.to_string()),
            permission_version: Some(attached.version.to_string()),
            default_version: Some(seen.is_default(attached)),
            resource_type: Some(resource_type.to_owned()),
            status: Some(seen.status(attached).to_string()),
            feature_set: Some(ResourceShareFeatureSet::of(share.feature_set())),
            last_updated_time: Some(DateTime(attached.at)),
            resource_share_arn: Some(share.arn().to_owned()),
            permission_template_parameters: seen.parameters(attached),
        }
    }
}

impl ResourceSharePermissionSummary {
    /// As `ListResourceSharePermissions` shows it: seven members, and the placeholders with their values if there are any.
    pub(crate) fn attached(resource_type: &str, attached: &Attached, store: &Store, now: Timestamp) -> Self {
        let seen = Seen::of(attached, store);
        Self {
            arn: Some(attached.permission.to_string()),
            version: Some(attached.version.to_string()),
            default_version: Some(seen.is_default(attached)),
            name: None,
            resource_type: Some(resource_type.to_owned()),
            status: Some("ASSOCIATED".to_owned()),
            creation_time: None,
            last_updated_time: Some(DateTime(attached.at)),
            is_resource_type_default: None,
            permission_type: None,
            feature_set: Some(seen.feature_set(now)),
            permission_template_parameters: seen.parameters(attached),
            tags: None,
        }
    }
}

/// The current state of a permission on a share.
struct Seen<'a>(Option<&'a Permission>);

impl<'a> Seen<'a> {
    /// The permission. An AWS managed permission does not change, so it is not looked up.
    fn of(attached: &Attached, store: &'a Store) -> Self {
        Self(attached.permission.customer().and_then(|arn| store.permission(arn)))
    }

    /// Whether the version on the share is still the default version.
    fn is_default(&self, attached: &Attached) -> bool {
        self.0.is_none_or(|permission| permission.default_version().is_some_and(|default| default.number() == attached.version))
    }

    /// The feature set.
    fn feature_set(&self, now: Timestamp) -> PermissionFeatureSet {
        self.0.map_or(PermissionFeatureSet::Standard, |permission| permission.feature_set(now))
    }

    /// The status of the version on the share.
    fn status(&self, attached: &Attached) -> PermissionStatus {
        let found = self.0.and_then(|permission| Some(permission.status_of(permission.version(attached.version)?)));
        found.unwrap_or(PermissionStatus::Attachable)
    }

    /// The placeholders of the version on the share, with their values there.
    fn parameters(&self, attached: &Attached) -> Option<PermissionTemplateParameterList> {
        let declared = self.0?.version(attached.version)?.parameters()?;
        Some(PermissionTemplateParameterList::bound(declared, &attached.parameters.clone().unwrap_or_default()))
    }
}
