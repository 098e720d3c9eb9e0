//! `UntagResource`: removes tags from a resource share or from a permission.

use super::shapes::TagKeyList;
use super::{error, tagged};
use crate::error::ServiceError;
use crate::operation::{Operation, operation};
use crate::ram::Call;
use crate::schema::structure;

structure!(/// The request of `UntagResource`.
UntagResourceRequest {
    /// The ARN of the resource share from which tags are removed. Either this or `resourceArn` is required.
    resource_share_arn: String = "resourceShareArn" as ResourceShareArn,
    /// The keys of the tags to remove. Other keys have no effect.
    tag_keys: TagKeyList = "tagKeys" as TagKeys [required],
    /// The ARN of the customer managed permission from which tags are removed. Either this or `resourceShareArn` is required.
    resource_arn: String = "resourceArn" as PermissionArn [usual],
});

structure!(/// The response of `UntagResource`, which has no members.
UntagResourceResponse {});

/// The operation.
pub static OPERATION: Operation = operation! {
    ram, "UntagResource", "POST" "/untagresource" Body,
    UntagResourceRequest => UntagResourceResponse, run,
    &[
        &error::UNKNOWN_RESOURCE, &error::INVALID_PARAMETER, &error::MALFORMED_ARN, &error::SERVER_INTERNAL,
        &error::SERVICE_UNAVAILABLE,
    ],
    "Takes tags off a resource share, or off a customer managed permission."
};

fn run(call: &mut Call<'_>, input: UntagResourceRequest) -> Result<UntagResourceResponse, ServiceError> {
    let UntagResourceRequest { resource_share_arn, tag_keys, resource_arn } = input;
    let tagged = tagged::find(call, resource_share_arn.as_ref(), resource_arn.as_ref(), OPERATION.errors)?;
    let rest = tagged.tags(call).without(&tag_keys);
    tagged.set_tags(call, rest);
    Ok(UntagResourceResponse {})
}

#[cfg(test)]
mod tests {
    use crate::ram::testing::{READ, Session};
    use serde_json::json;

    #[test]
    fn tags_that_are_not_there_do_not_matter() {
        let mut session = Session::with_permission();
        session
            .accepted("TagResource", &json!({ "resourceArn": READ, "tags": [{ "key": "a", "value": "1" }, { "key": "b", "value": "2" }] }));
        session.answers("UntagResource", &json!({ "resourceArn": READ, "tagKeys": ["a", "c"] }), "{}");
        let read = session.accepted("GetPermission", &json!({ "permissionArn": READ }));
        assert_eq!(read["permission"]["tags"], json!([{ "key": "b", "value": "2" }]));
        session.answers("UntagResource", &json!({ "resourceArn": READ, "tagKeys": ["b"] }), "{}");
        assert_eq!(session.accepted("GetPermission", &json!({ "permissionArn": READ }))["permission"].get("tags"), None);
        assert!(session.call("UntagResource", &json!({ "resourceArn": READ, "tagKeys": ["b"] })).changes.is_empty());
    }

    #[test]
    fn what_is_named_is_judged_as_in_tag_resource() {
        let mut session = Session::new();
        let both = json!({ "resourceArn": READ, "resourceShareArn": "x", "tagKeys": ["a"] });
        let message = "Only one of resourceArn or resourceShareArn may be specified";
        session.refused("UntagResource", &both, "InvalidParameterException", message);
        let message = format!("The permission {READ} does not exist.");
        session.refused("UntagResource", &json!({ "resourceArn": READ, "tagKeys": ["a"] }), "UnknownResourceException", &message);
    }
}
