//! `GetPermission`: returns one version of a permission with its template.

use super::refusal::Refusal;
use super::shapes::{PermissionTemplateParameterInputList, ResourceSharePermissionDetail};
use super::{error, lookup, policy_template, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::structure;

structure!(/// The request of `GetPermission`.
GetPermissionRequest {
    /// The permission's ARN.
    permission_arn: String = "permissionArn" as PermissionArn [required],
    /// The version to return. The default is the default version.
    permission_version: i32 = "permissionVersion" as PermissionVersion,
    /// Values to show instead of the template's placeholders.
    permission_template_parameters: PermissionTemplateParameterInputList = "permissionTemplateParameters",
});

structure!(/// The response of `GetPermission`.
GetPermissionResponse {
    /// The permission.
    permission: ResourceSharePermissionDetail = "permission",
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "GetPermission", "POST" "/getpermission" Body,
    GetPermissionRequest => GetPermissionResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::MALFORMED_ARN, &error::UNKNOWN_RESOURCE, &error::SERVER_INTERNAL,
        &error::SERVICE_UNAVAILABLE, &error::OPERATION_NOT_PERMITTED,
    ],
    "Shows a version of a permission, its policy template included."
};

fn run(call: &mut Call<'_>, input: GetPermissionRequest) -> Result<GetPermissionResponse, ServiceError> {
    let GetPermissionRequest { permission_arn, permission_version, permission_template_parameters } = input;
    let found = lookup::readable(call, &permission_arn)?;
    // 0 means that the member is not given.
    let number = permission_version.unwrap_or_default();
    let number = u32::try_from(number).map_err(|_| Refusal::version_not_positive(number));
    let number = call.trace.judge(&rules::VERSION_NOT_NEGATIVE, number)?;
    let detail = found.detail(call.store, number, call.now).ok_or_else(|| Refusal::unknown_version(&permission_arn, number));
    let mut detail = call.trace.judge(&rules::VERSION_READABLE, detail)?;
    if let Some(values) = permission_template_parameters {
        let template = detail.permission.as_deref().unwrap_or_default();
        let rendered = policy_template::render(template, detail.permission_template_parameters.as_ref(), &values);
        detail.permission = Some(call.trace.judge(&rules::VALUES, rendered)?);
    }
    Ok(GetPermissionResponse { permission: Some(detail) })
}

#[cfg(test)]
mod tests;
