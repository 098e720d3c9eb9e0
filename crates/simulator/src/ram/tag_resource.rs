//! `TagResource`: adds tags to a resource share, or to a permission and all its versions.

use super::refusal::Refusal;
use super::shapes::TagList;
use super::{error, rules, tagged};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::structure;

structure!(/// The request of `TagResource`.
TagResourceRequest {
    /// The ARN of the resource share to tag. Either this or `resourceArn` is required.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The tags. A tag with an existing key replaces the tag's value.
    tags: TagList = "tags" as Tags [required],
    /// The ARN of the customer managed permission to tag. Either this or `resourceShareArn` is required.
    resource_arn: String = "resourceArn" as PermissionArn [usual],
});

structure!(/// The response of `TagResource`, which has no members.
TagResourceResponse {});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "TagResource", "POST" "/tagresource" Body,
    TagResourceRequest => TagResourceResponse, run,
    &[
        &error::INVALID_PARAMETER, &error::MALFORMED_ARN, &error::UNKNOWN_RESOURCE, &error::TAG_LIMIT_EXCEEDED,
        &error::RESOURCE_ARN_NOT_FOUND, &error::TAG_POLICY_VIOLATION, &error::SERVER_INTERNAL, &error::SERVICE_UNAVAILABLE,
    ],
    "Adds tags to a resource share, or to a customer managed permission with all its versions."
};

fn run(call: &mut Call<'_>, input: TagResourceRequest) -> Result<TagResourceResponse, ServiceError> {
    let TagResourceRequest { resource_share_arn, tags, resource_arn } = input;
    let tagged = tagged::find(call, resource_share_arn.as_ref(), resource_arn.as_ref(), OPERATION.errors)?;
    call.trace.judge(&rules::TAGS, tags.judge().map_err(|fault| Refusal::tags(fault, OPERATION.errors)))?;
    let all = tagged.tags(call).with(&tags);
    call.trace.judge(&rules::TAG_NUMBER, all.judge_number().map_err(|fault| Refusal::tags(fault, OPERATION.errors)))?;
    tagged.set_tags(call, all);
    Ok(TagResourceResponse {})
}

#[cfg(test)]
mod tests;
