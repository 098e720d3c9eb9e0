//! Finds the permission that a request names by its ARN.

mod share;

pub(super) use share::{changeable_share, judge_share_arn, own_share, visible_share};

use super::catalogue::{self, AwsManaged, ResourceType};
use super::permission::{Origin, PermissionEvent, Version};
use super::permission_arn::{PermissionArn, PermissionRef};
use super::refusal::Refusal;
use super::shapes::{ResourceSharePermissionDetail, ResourceSharePermissionSummary};
use super::share::Attached;
use super::store::Store;
use super::{error, rules};
use crate::error::{DeclaredError, ServiceError};
use crate::ram::Call;
use crate::trace::Rule;
use crate::value::Timestamp;

/// Finds a live permission of the caller, including one that RAM created from a policy.
pub(super) fn own_of_any_origin(
    call: &mut Call<'_>,
    text: &str,
    event: PermissionEvent,
    declared: &[&'static DeclaredError],
) -> Result<PermissionArn, ServiceError> {
    let found = call.trace.judge(&rules::ARN, text.parse().map_err(Refusal::malformed_arn))?;
    let customer = match found {
        PermissionRef::Customer(arn) => Ok(arn),
        PermissionRef::AwsManaged(_) => Err(Refusal::aws_managed(text, declared)),
    };
    let arn = call.trace.judge(&rules::CUSTOMER_MANAGED, customer)?;
    let is_own = *arn.account() == call.caller.account && *arn.region() == call.caller.region;
    call.trace.ensure(&rules::OWN, is_own, || Refusal::elsewhere(&arn, call.caller))?;
    let exists = call.store.permission(&arn).is_some_and(|permission| permission.state().next(event).is_ok());
    let rule = match event {
        PermissionEvent::Deleted => &rules::EXISTS,
        PermissionEvent::VersionCreated
        | PermissionEvent::DefaultSet
        | PermissionEvent::VersionDeleted
        | PermissionEvent::Deprecated
        | PermissionEvent::Restored => &rules::EXISTS_BY_ANALOGY,
    };
    call.trace.ensure(rule, exists, || Refusal::unknown_permission(text))?;
    Ok(arn)
}

/// Finds a live permission of the caller that the caller can change.
pub(super) fn own(
    call: &mut Call<'_>,
    text: &str,
    event: PermissionEvent,
    declared: &[&'static DeclaredError],
) -> Result<PermissionArn, ServiceError> {
    let arn = own_of_any_origin(call, text, event, declared)?;
    let is_ours = call.store.permission(&arn).is_none_or(|permission| permission.origin() != Origin::Policy);
    call.trace.ensure(&rules::NOT_FROM_POLICY, is_ours, || Refusal::made_from_policy(text, declared))?;
    Ok(arn)
}

/// Finds a version of a permission by its number in a request.
pub(super) fn version(call: &mut Call<'_>, arn: &PermissionArn, number: i32) -> Result<u32, ServiceError> {
    let positive = u32::try_from(number).ok().filter(|number| *number > 0).ok_or_else(|| Refusal::version_not_positive(number));
    let number = call.trace.judge(&rules::VERSION_POSITIVE, positive)?;
    let version = call.store.permission(arn).and_then(|permission| permission.version(number));
    let is_there = version.is_some_and(|version| version.is_readable(call.now));
    call.trace.ensure(&rules::VERSION_READABLE, is_there, || Refusal::unknown_version(&arn.to_string(), number))?;
    Ok(number)
}

/// Finds a permission that shares can have: an AWS managed one, or a live one of the caller that RAM did not create from a
/// policy. Returns it with its resource type.
pub(super) fn on_shares(call: &mut Call<'_>, text: &str) -> Result<(PermissionRef, String), ServiceError> {
    let permission: PermissionRef = call.trace.judge(&rules::ARN, text.parse().map_err(Refusal::malformed_arn))?;
    let resource_type = match &permission {
        PermissionRef::AwsManaged(name) => {
            let (resource_type, _) = managed(call, text, name, &error::UNKNOWN_RESOURCE)?;
            resource_type.to_owned()
        }
        PermissionRef::Customer(_) => {
            let declared = &[&error::OPERATION_NOT_PERMITTED];
            let arn = own(call, text, PermissionEvent::VersionCreated, declared)?;
            call.store.permission(&arn).map(|permission| permission.resource_type().to_owned()).unwrap_or_default()
        }
    };
    Ok((permission, resource_type))
}

/// Finds a version of such a permission by its number in a request.
pub(super) fn version_on_shares(call: &mut Call<'_>, permission: &PermissionRef, number: i32) -> Result<u32, ServiceError> {
    match permission {
        PermissionRef::Customer(arn) => version(call, arn, number),
        PermissionRef::AwsManaged(name) => {
            let latest = Attached::managed(name, call.now).map_or(1, |(_, attached)| attached.version);
            let found = u32::try_from(number).ok().filter(|number| (1..=latest).contains(number));
            let found = found.ok_or_else(|| Refusal::version_not_positive(number));
            call.trace.judge(&rules::VERSION_POSITIVE, found)
        }
    }
}

/// Finds an AWS managed permission as shares get it, and its resource type. For the default permission of a type, the name is enough.
pub(super) fn managed(
    call: &mut Call<'_>,
    text: &str,
    name: &str,
    unknown: &'static DeclaredError,
) -> Result<(&'static str, Attached), ServiceError> {
    let found = Attached::managed(name, call.now).ok_or_else(|| Refusal::unpublished(text).with_error(unknown));
    let is_named_only = found.is_ok() && catalogue::aws_managed(name).is_none();
    let rule = if is_named_only { &rules::AWS_MANAGED_NAMED } else { published_rule(found.is_ok()) };
    call.trace.judge(rule, found)
}

/// A permission that the caller can read.
pub(super) enum Readable {
    /// An AWS managed one.
    AwsManaged(&'static AwsManaged),
    /// The caller's own.
    Customer(PermissionArn),
}

/// Finds a permission to read: AWS managed, or the caller's own if it is live or was deleted less than two hours ago.
pub(super) fn readable(call: &mut Call<'_>, text: &str) -> Result<Readable, ServiceError> {
    let found = call.trace.judge(&rules::ARN, text.parse().map_err(Refusal::malformed_arn))?;
    match found {
        PermissionRef::AwsManaged(name) => {
            let managed = published(text, &name);
            call.trace.judge(published_rule(managed.is_ok()), managed).map(Readable::AwsManaged)
        }
        PermissionRef::Customer(arn) => {
            let visible = *arn.account() == call.caller.account;
            call.trace.ensure(&rules::SHARED_WITH_CALLER, visible, || Refusal::not_shared(&arn, call.caller))?;
            let here = *arn.region() == call.caller.region;
            call.trace.ensure(&rules::OWN, here, || Refusal::elsewhere(&arn, call.caller))?;
            let is_there = call.store.permission(&arn).is_some_and(|permission| permission.is_readable(call.now));
            call.trace.ensure(&rules::READABLE, is_there, || Refusal::unknown_permission(text))?;
            Ok(Readable::Customer(arn))
        }
    }
}

/// Finds the resource type that the filter of a list names.
pub(super) fn listed_type(call: &mut Call<'_>, name: &str) -> Result<&'static str, ServiceError> {
    let similar = || ResourceType::find_similar(name).map(|similar| similar.name);
    let found = ResourceType::find_for_list(name).ok_or_else(|| Refusal::unknown_resource_type(name, similar()));
    call.trace.judge(&rules::LIST_TYPE, found).map(|resource_type| resource_type.name)
}

/// Finds an AWS managed permission whose whole text is public.
pub(super) fn published(text: &str, name: &str) -> Result<&'static AwsManaged, Refusal> {
    catalogue::aws_managed(name).ok_or_else(|| Refusal::unpublished(text))
}

/// The rule, with the evidence that exists for the permission that was found.
pub(super) fn published_rule(found: bool) -> &'static Rule {
    if found { &rules::READABLE } else { &rules::AWS_MANAGED_PUBLISHED }
}

impl Readable {
    /// The details of the version with this number, or of the default version for 0.
    pub(super) fn detail(&self, store: &Store, number: u32, now: Timestamp) -> Option<ResourceSharePermissionDetail> {
        match self {
            Self::AwsManaged(managed) => {
                let is_it = number == 0 || number == managed.version;
                is_it.then(|| ResourceSharePermissionDetail::aws(managed))
            }
            Self::Customer(arn) => {
                let permission = store.permission(arn)?;
                let version = if number == 0 { permission.default_version() } else { permission.version(number) };
                let version = version.filter(|version| version.is_readable(now));
                version.map(|version| ResourceSharePermissionDetail::read(permission, version, now))
            }
        }
    }

    /// Every version with its number, ascending. For an AWS managed permission, only the current version is known.
    pub(super) fn versions(&self, store: &Store, now: Timestamp) -> Vec<(u32, ResourceSharePermissionSummary)> {
        match self {
            Self::AwsManaged(managed) => vec![(managed.version, ResourceSharePermissionSummary::aws_version(managed))],
            Self::Customer(arn) => {
                let permission = store.permission(arn).into_iter();
                let row =
                    |permission, version: &Version| (version.number(), ResourceSharePermissionSummary::listed(permission, version, now));
                permission.flat_map(|permission| permission.versions(now).map(move |version| row(permission, version))).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ram::testing::{GET_ALL, READ, Session};
    use crate::trace::Evidence;
    use serde_json::json;

    #[test]
    fn a_deleted_permission_was_seen_refused_by_one_operation() {
        let mut session = Session::with_permission();
        session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
        session.refused_by("DeletePermission", &json!({ "permissionArn": READ }), "ram/permission-exists", Evidence::Observed);
        let version = json!({ "permissionArn": READ, "permissionVersion": 1 });
        for (operation, input) in [
            ("CreatePermissionVersion", json!({ "permissionArn": READ, "policyTemplate": GET_ALL })),
            ("SetDefaultPermissionVersion", version.clone()),
            ("DeletePermissionVersion", version),
        ] {
            session.refused_by(operation, &input, "ram/permission-exists-by-analogy", Evidence::Inferred);
        }
    }

    #[test]
    fn an_aws_managed_permission_without_a_published_text_may_well_exist() {
        let mut session = Session::new();
        let arn = "arn:aws:ram::aws:permission/AWSRAMPermissionSageMakerModelCards";
        for operation in ["GetPermission", "ListPermissionVersions"] {
            session.refused_by(operation, &json!({ "permissionArn": arn }), "ram/aws-managed-published", Evidence::Inferred);
        }
        let exchange = session.call("GetPermission", &json!({ "permissionArn": arn }));
        let check = serde_json::to_value(exchange.trace.refusal().unwrap()).unwrap();
        let finding = check["findings"][0].as_str().unwrap();
        assert!(finding.starts_with("The playground has no published text of the permission"), "{finding}");
        session.refused_by("GetPermission", &json!({ "permissionArn": READ }), "ram/permission-readable", Evidence::Observed);
    }
}
