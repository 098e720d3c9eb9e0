//! Finds the permission that a request adds to a share: its default version, with values for its placeholders.

use super::permission::{Origin, Permission, Version};
use super::permission_arn::PermissionRef;
use super::refusal::Refusal;
use super::shapes::PermissionTemplateParameterInputList;
use super::share::Attached;
use super::{error, lookup, policy_template, rules};
use crate::error::{DeclaredError, ServiceError};
use crate::ram::Call;

/// What a request says about a permission.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// The ARN.
    pub(super) arn: &'a str,
    /// The version. 0 means that it is not given.
    pub(super) version: Option<i32>,
    /// The values for the template's placeholders.
    pub(super) values: Option<&'a PermissionTemplateParameterInputList>,
    /// The error for a permission that does not exist.
    pub(super) unknown: &'static DeclaredError,
}

/// A permission that can be added to a share.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attachable {
    /// The permission's resource type.
    pub(super) resource_type: String,
    /// The permission, its default version and the values.
    pub(super) attached: Attached,
}

/// What was found: an AWS managed permission with its resource type, or the caller's permission with its default version.
enum Found<'a> {
    Aws(&'static str, Attached),
    Own(&'a Permission, &'a Version),
}

/// Finds a permission and checks that it can be added to a share.
pub(super) fn find(call: &mut Call<'_>, wanted: Wanted<'_>) -> Result<Attachable, ServiceError> {
    let Wanted { arn: text, version, values, unknown } = wanted;
    let named = call.trace.judge(&rules::ARN, text.parse().map_err(Refusal::malformed_arn))?;
    let found = match &named {
        PermissionRef::AwsManaged(name) => {
            let (resource_type, attached) = lookup::managed(call, text, name, unknown)?;
            Found::Aws(resource_type, attached)
        }
        PermissionRef::Customer(arn) => {
            let is_own = *arn.account() == call.caller.account && *arn.region() == call.caller.region;
            call.trace.ensure(&rules::OWN, is_own, || Refusal::elsewhere(arn, call.caller).with_error(unknown))?;
            let permission = call.store.permission(arn).filter(|permission| permission.is_live());
            let permission = permission.ok_or_else(|| Refusal::unknown_permission(text).with_error(unknown));
            let permission = call.trace.judge(&rules::EXISTS_BY_ANALOGY, permission)?;
            let is_ours = permission.origin() != Origin::Policy;
            call.trace.ensure(&rules::NOT_FROM_POLICY, is_ours, || Refusal::made_from_policy(text, &[&error::OPERATION_NOT_PERMITTED]))?;
            let version = permission.attachable().ok_or_else(|| Refusal::not_attachable(text));
            Found::Own(permission, call.trace.judge(&rules::ATTACHABLE, version)?)
        }
    };
    let default = found.version();
    let is_default = version.is_none_or(|version| version == 0 || u32::try_from(version) == Ok(default));
    call.trace.ensure(&rules::DEFAULT_ONLY, is_default, || Refusal::not_default(text, version.unwrap_or_default(), default))?;
    let (resource_type, template, declared) = match &found {
        Found::Aws(resource_type, _) => (*resource_type, "", None),
        Found::Own(permission, version) => (permission.resource_type(), version.template(), version.parameters()),
    };
    let parameters = policy_template::bind(template, declared, values, call.trace)?;
    let resource_type = resource_type.to_owned();
    let attached = match found {
        Found::Aws(_, attached) => attached,
        Found::Own(permission, version) => Attached::customer(permission, version, call.now),
    };
    Ok(Attachable { resource_type, attached: Attached { parameters, ..attached } })
}

impl Found<'_> {
    fn version(&self) -> u32 {
        match self {
            Self::Aws(_, attached) => attached.version,
            Self::Own(_, version) => version.number(),
        }
    }
}
