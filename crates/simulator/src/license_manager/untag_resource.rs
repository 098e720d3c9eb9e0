//! `UntagResource`: removes tags from a license or a grant.

use super::{error, tagged};
use crate::error::ServiceError;
use crate::license_manager::Call;
use crate::operation::{Operation, operation};
use crate::schema::{list, structure};

/// The operation.
pub static OPERATION: Operation = operation! {
    license_manager, "UntagResource", "POST" "/" Body, UntagResourceRequest => UntagResourceResponse, run,
    &[
        &error::INVALID_PARAMETER_VALUE, &error::VALIDATION, &error::SERVER_INTERNAL, &error::AUTHORIZATION, &error::ACCESS_DENIED,
        &error::RATE_LIMIT_EXCEEDED,
    ],
    "Removes tags from a license or a grant. Keys that it does not have are ignored."
};

list!(/// The keys of tags.
TagKeyList of String {});

structure!(/// The request of `UntagResource`.
UntagResourceRequest {
    /// The ARN of a license or a grant.
    resource_arn: String = "ResourceArn" as LicenseOrGrantArn [required],
    /// The keys of the tags.
    tag_keys: TagKeyList = "TagKeys" as TagKeys [required],
});

structure!(/// The response of `UntagResource`, which has no members.
UntagResourceResponse {});

fn run(call: &mut Call<'_>, input: UntagResourceRequest) -> Result<UntagResourceResponse, ServiceError> {
    let UntagResourceRequest { resource_arn, tag_keys: TagKeyList(keys) } = input;
    let found = tagged::find_to_change(call, &resource_arn)?;
    let after = found.tags.without(&keys);
    tagged::change(call, &resource_arn, found, after, "untagged");
    Ok(UntagResourceResponse {})
}
