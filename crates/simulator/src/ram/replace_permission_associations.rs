//! `ReplacePermissionAssociations`: replaces a permission on all shares that have it, by another one or by its own default version.

use super::attachable::{self, Attachable, Wanted};
use super::idempotency::{self, Opening, Receipt, Seen};
use super::permission_arn::PermissionRef;
use super::refusal::Refusal;
use super::replacement::{Replacement, Task};
use super::shapes::{PermissionTemplateParameterInputList, ReplacePermissionAssociationsWork};
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::{Wire, structure};

structure!(/// The request of `ReplacePermissionAssociations`.
ReplacePermissionAssociationsRequest {
    /// The ARN of the permission to replace.
    from_permission_arn: String = "fromPermissionArn" as PermissionArn [required],
    /// The version to replace. The default is every version.
    from_permission_version: i32 = "fromPermissionVersion" as PermissionVersion,
    /// The ARN of the replacement permission, whose default version is used. It can be the same permission.
    to_permission_arn: String = "toPermissionArn" as PermissionArn [required],
    /// A value for each placeholder that the replacement permission declares.
    permission_template_parameters: PermissionTemplateParameterInputList = "permissionTemplateParameters",
    /// A unique ID of your choice. A repeated request with the same token has no further effect.
    client_token: String = "clientToken" as ClientToken,
});

structure!(/// The response of `ReplacePermissionAssociations`.
ReplacePermissionAssociationsResponse {
    /// The replacement, which starts later.
    replace_permission_associations_work: ReplacePermissionAssociationsWork = "replacePermissionAssociationsWork",
    /// The client token of the request, if it has one.
    client_token: String = "clientToken" as ClientToken,
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "ReplacePermissionAssociations", "POST" "/replacepermissionassociations" Body,
    ReplacePermissionAssociationsRequest => ReplacePermissionAssociationsResponse, run,
    &[
        &error::MALFORMED_ARN, &error::INVALID_PARAMETER, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
        &error::OPERATION_NOT_PERMITTED, &error::UNKNOWN_RESOURCE, &error::INVALID_CLIENT_TOKEN,
        &error::IDEMPOTENT_PARAMETER_MISMATCH,
    ],
    "Moves all resource shares from one permission to another, or to its default version, half a minute later."
};

fn run(call: &mut Call<'_>, input: ReplacePermissionAssociationsRequest) -> Result<ReplacePermissionAssociationsResponse, ServiceError> {
    let opening = idempotency::open(call, &OPERATION, Seen::Everything, input.client_token.as_ref(), || input.write())?;
    let number = match opening {
        Opening::New(token) => {
            let task = judge(call, &input)?;
            let due = call.now.plus_seconds(i64::from(call.world.settings.replacement_seconds));
            let replacement = Replacement::new(call.world.ids.uuid().to_string(), task, call.now, due);
            let number = call.store.replacements.add(replacement, call.changes);
            token.keep(call, Receipt::Replacement(number));
            Some(number)
        }
        Opening::Replay(Receipt::Replacement(number)) => Some(number),
        // Receipts for replacements are never one of these.
        Opening::Replay(Receipt::Permission(..) | Receipt::Share(_) | Receipt::Associations(_) | Receipt::Invitation(_)) => None,
    };
    let found = number.and_then(|number| call.store.replacements.get(number));
    Ok(ReplacePermissionAssociationsResponse {
        replace_permission_associations_work: found.map(|replacement| ReplacePermissionAssociationsWork::of(replacement, call.store)),
        client_token: input.client_token,
    })
}

fn judge(call: &mut Call<'_>, input: &ReplacePermissionAssociationsRequest) -> Result<Task, ServiceError> {
    let (from, from_type) = lookup::on_shares(call, &input.from_permission_arn)?;
    let from_version = match input.from_permission_version.filter(|version| *version != 0) {
        Some(version) => Some(lookup::version_on_shares(call, &from, version)?),
        None => None,
    };
    let wanted = Wanted {
        arn: &input.to_permission_arn,
        version: None,
        values: input.permission_template_parameters.as_ref(),
        unknown: &error::UNKNOWN_RESOURCE,
    };
    let Attachable { resource_type, attached } = attachable::find(call, wanted)?;
    let is_same = resource_type == from_type;
    call.trace.ensure(&rules::SAME_TYPE, is_same, || Refusal::another_type(&from.to_string(), &from_type, &resource_type))?;
    let task = Task {
        account: call.caller.account.clone(),
        region: call.caller.region.clone(),
        resource_type,
        from,
        from_version,
        to: attached.permission,
        to_version: attached.version,
        parameters: attached.parameters,
    };
    judge_conflicts(call, &task)?;
    Ok(task)
}

/// A permission can take part in only one replacement at a time. This is recorded for two replacements of the same two
/// permissions, in either direction.
fn judge_conflicts(call: &mut Call<'_>, task: &Task) -> Result<(), ServiceError> {
    let in_progress = |permission: &PermissionRef| call.store.replacements.in_progress(&task.account, &task.region, permission);
    let Some(other) = in_progress(&task.from).or_else(|| in_progress(&task.to)) else {
        call.trace.pass(&rules::NO_REPLACEMENT_IN_PROGRESS);
        return Ok(());
    };
    let pair = (&other.task().from, &other.task().to);
    let recorded = pair == (&task.from, &task.to) || pair == (&task.to, &task.from);
    let rule = if recorded { &rules::NO_REPLACEMENT_IN_PROGRESS } else { &rules::NO_OTHER_REPLACEMENT_IN_PROGRESS };
    Err(call.trace.refuse_as(rule, &Refusal::replacement_in_progress(other.id())))
}

#[cfg(test)]
mod tests;
