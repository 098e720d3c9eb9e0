//! `PromoteResourceShareCreatedFromPolicy`: makes a standard share of one that RAM created from a resource policy.

use super::permission::{Origin, Permission};
use super::refusal::Refusal;
use super::share::{Attached, FeatureEvent, FeatureSet, ShareState};
use super::{error, lookup, rules};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::structure;

structure!(/// The request of `PromoteResourceShareCreatedFromPolicy`.
PromoteResourceShareCreatedFromPolicyRequest {
    /// The ARN of the resource share that RAM created from a policy.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn [required],
});

structure!(/// The response of `PromoteResourceShareCreatedFromPolicy`.
PromoteResourceShareCreatedFromPolicyResponse {
    /// Whether the request succeeded.
    return_value: bool = "returnValue",
});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "PromoteResourceShareCreatedFromPolicy", "POST" "/promoteresourcesharecreatedfrompolicy" Query,
    PromoteResourceShareCreatedFromPolicyRequest => PromoteResourceShareCreatedFromPolicyResponse, run,
    &[
        &error::MALFORMED_ARN, &error::RESOURCE_SHARE_LIMIT_EXCEEDED, &error::OPERATION_NOT_PERMITTED, &error::INVALID_PARAMETER,
        &error::MISSING_REQUIRED_PARAMETER, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE, &error::UNKNOWN_RESOURCE,
        &error::INVALID_STATE_TRANSITION, &error::UNMATCHED_POLICY_PERMISSION,
    ],
    "Makes a share that RAM made for a resource policy one like any other, which its principals see."
};

fn run(
    call: &mut Call<'_>,
    input: PromoteResourceShareCreatedFromPolicyRequest,
) -> Result<PromoteResourceShareCreatedFromPolicyResponse, ServiceError> {
    let PromoteResourceShareCreatedFromPolicyRequest { resource_share_arn } = input;
    let text = resource_share_arn.as_str();
    let number = lookup::own_share(call, text)?;
    if let Some(share) = call.store.shares().share(number) {
        let (state, feature_set, changeable) = (share.state(), share.feature_set(), share.is_changeable());
        call.trace.ensure(&rules::SHARE_NOT_DELETED, state != ShareState::Deleted, || Refusal::unknown_share(text))?;
        call.trace.ensure(&rules::SHARE_STATE, changeable, || Refusal::share_state(text, state, OPERATION.errors))?;
        let derived = feature_set == FeatureSet::CreatedFromPolicy;
        call.trace.ensure(&rules::SHARE_FROM_POLICY, derived, || Refusal::not_promotable(text, feature_set))?;
    }
    let matched = matches(call, number).ok_or_else(|| Refusal::unmatched_policy_permission(text));
    for (resource_type, attached) in call.trace.judge(&rules::PERMISSION_MATCHES, matched)? {
        let former = call.store.shares().share(number).and_then(|share| share.permission_for(&resource_type));
        let former = former.and_then(|former| former.permission.customer().cloned());
        call.changes.extend(call.store.shares.change(number, |share| share.attach(&resource_type, attached)));
        // A permission that RAM created from a policy is removed as soon as no share has it.
        if let Some(former) = former.filter(|former| call.store.share_of(former, None).is_none()) {
            call.store.forget(&former);
        }
    }
    let promoted = call.store.shares.change(number, |share| share.promote(FeatureEvent::Promote, call.now));
    call.changes.extend(promoted.and_then(Result::ok));
    Ok(PromoteResourceShareCreatedFromPolicyResponse { return_value: Some(true) })
}

/// For each permission on the share that RAM created from a policy, a standard permission. `None` if one of them has no match.
fn matches(call: &Call<'_>, number: usize) -> Option<Vec<(String, Attached)>> {
    let share = call.store.shares().share(number)?;
    let derived = share.permissions().filter_map(|(resource_type, attached)| {
        let permission = attached.permission.customer().and_then(|arn| call.store.permission(arn));
        Some((resource_type, permission.filter(|permission| permission.origin() == Origin::Policy)?))
    });
    let here = |resource_type| (share.account(), share.region(), Some(resource_type));
    let ordinary = |resource_type, permission: &Permission| {
        let template = permission.default_version()?.template();
        call.store.equivalent(template, here(resource_type), |origin| origin != Origin::Policy, call.now)
    };
    derived.map(|(resource_type, permission)| Some((resource_type.to_owned(), ordinary(resource_type, permission)?))).collect()
}

#[cfg(test)]
mod tests;
