//! The resource for which IAM checks a call of RAM. A response that denies the call names it.

use super::permission_arn::partition;
use crate::operation::{Caller, Operation};
use serde_json::Value;

/// The members that name this resource, from AWS's Service Authorization Reference. The first one that is given counts.
const MEMBERS: [&str; 5] = ["resourceShareInvitationArn", "resourceShareArn", "permissionArn", "fromPermissionArn", "resourceArn"];

/// The ARN as in the request (the ARN of an invitation contains the sender's account), or `*` if there is none.
pub(super) fn iam_resource(operation: &Operation, caller: &Caller, input: &Value) -> String {
    let any = |kind: &str| format!("arn:{}:ram:{}:{}:{kind}/*", partition(&caller.region), caller.region, caller.account);
    match operation.name {
        "CreateResourceShare" => any("resource-share"),
        "CreatePermission" => any("permission"),
        "ListPermissionAssociations" => "*".to_owned(),
        _ => {
            let named = MEMBERS.iter().find_map(|member| input.get(member)?.as_str());
            named.unwrap_or("*").to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index;
    use serde_json::json;

    #[test]
    fn a_call_is_about_a_resource_or_about_any() {
        let caller = Caller { account: "111122223333".parse().unwrap(), region: "eu-west-1".parse().unwrap() };
        let invitation = "arn:aws:ram:eu-west-1:444455556666:resource-share-invitation/1";
        for (operation, input, expected) in [
            ("CreateResourceShare", json!({ "name": "team" }), "arn:aws:ram:eu-west-1:111122223333:resource-share/*"),
            ("CreatePermission", json!({}), "arn:aws:ram:eu-west-1:111122223333:permission/*"),
            ("DeleteResourceShare", json!({ "resourceShareArn": "share" }), "share"),
            ("AssociateResourceSharePermission", json!({ "permissionArn": "permission", "resourceShareArn": "share" }), "share"),
            ("AcceptResourceShareInvitation", json!({ "resourceShareInvitationArn": invitation }), invitation),
            ("ReplacePermissionAssociations", json!({ "fromPermissionArn": "one", "toPermissionArn": "two" }), "one"),
            ("ListPermissionAssociations", json!({ "permissionArn": "permission" }), "*"),
            ("GetResourceShares", json!({ "resourceOwner": "SELF" }), "*"),
        ] {
            let operation = index::find(&format!("ram:{operation}")).unwrap();
            assert_eq!(iam_resource(operation, &caller, &input), expected, "{}", operation.name);
        }
    }
}
