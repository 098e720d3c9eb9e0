//! `TagResource`: adds tags to a license or a grant.

#[cfg(test)]
mod tests;

use super::shapes::TagList;
use super::{error, tagged};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "TagResource", "POST" "/" Body, TagResourceRequest => TagResourceResponse, run,
    &[
        &error::INVALID_PARAMETER_VALUE, &error::VALIDATION, &error::SERVER_INTERNAL, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED,
    ],
    "Adds tags to a license or a grant. A tag with an existing key replaces its value."
};

structure!(/// The request of `TagResource`.
TagResourceRequest {
    /// The ARN of a license or a grant.
    resource_arn: String = "ResourceArn" as LicenseOrGrantArn [required],
    /// The tags.
    tags: TagList = "Tags" as Tags [required],
});

structure!(/// The response of `TagResource`, which has no members.
TagResourceResponse {});

fn run(call: &mut Call<'_>, input: TagResourceRequest) -> Result<TagResourceResponse, ServiceError> {
    let TagResourceRequest { resource_arn, tags } = input;
    let found = tagged::find_to_change(call, &resource_arn)?;
    let after = tagged::added_tags(call.trace, &found.tags, &tags)?;
    tagged::change(call, &resource_arn, found, after, "tagged");
    Ok(TagResourceResponse {})
}
