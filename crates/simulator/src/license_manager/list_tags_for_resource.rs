//! `ListTagsForResource`: the tags of a license or a grant, as their owner sees them.

use super::shapes::TagList;
use super::{error, tagged};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::structure;

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "ListTagsForResource", "POST" "/" Body, ListTagsForResourceRequest => ListTagsForResourceResponse, run,
    &[
        &error::INVALID_PARAMETER_VALUE, &error::VALIDATION, &error::SERVER_INTERNAL, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED,
    ],
    "Lists the tags of a license or a grant."
};

structure!(/// The request of `ListTagsForResource`.
ListTagsForResourceRequest {
    /// The ARN of a license or a grant.
    resource_arn: String = "ResourceArn" as LicenseOrGrantArn [required],
});

structure!(/// The response of `ListTagsForResource`.
ListTagsForResourceResponse {
    /// The tags, in the order in which their keys were added.
    tags: TagList = "Tags" as Tags,
});

fn run(call: &mut Call<'_>, input: ListTagsForResourceRequest) -> Result<ListTagsForResourceResponse, ServiceError> {
    let ListTagsForResourceRequest { resource_arn } = input;
    let found = tagged::find(call, &resource_arn)?;
    Ok(ListTagsForResourceResponse { tags: Some(found.tags.list()) })
}
