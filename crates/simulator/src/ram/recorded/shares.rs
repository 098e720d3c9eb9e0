//! Shares, what is on them, their tokens, and replacements.

use super::{MISMATCH, OWNER, keys};
use crate::ram::testing::Session;
use serde_json::json;

#[test]
fn shares_have_the_recorded_keys() {
    let share = [
        "allowExternalPrincipals",
        "creationTime",
        "lastUpdatedTime",
        "name",
        "owningAccountId",
        "resourceShareArn",
        "resourceShareConfiguration",
        "status",
        "tags",
    ];
    let mut session = Session::new();
    let create = json!({ "name": "one", "clientToken": "create" });
    let created = session.recorded("CreateResourceShare", &create);
    assert_eq!(keys(&created), ["clientToken", "resourceShare"]);
    let first = &created["resourceShare"];
    assert_eq!(keys(first), share);
    assert_eq!(keys(&first["resourceShareConfiguration"]), ["exclusiveAccountAccess", "retainSharingOnAccountLeaveOrganization"]);
    assert_eq!(
        (&first["tags"], &first["status"], &first["allowExternalPrincipals"]),
        (&json!([]), &json!("ACTIVE"), &json!(true)),
        "a new share is active at once"
    );
    let replay = session.recorded("CreateResourceShare", &create);
    let mut ten: Vec<&str> = share.to_vec();
    ten.insert(2, "featureSet");
    assert_eq!(keys(&replay["resourceShare"]), ten, "a replay has the feature set too");
    let arn = first["resourceShareArn"].as_str().unwrap();
    let update = session.recorded("UpdateResourceShare", &json!({ "resourceShareArn": arn, "name": "renamed" }));
    assert_eq!(
        keys(&update["resourceShare"]),
        ["allowExternalPrincipals", "creationTime", "lastUpdatedTime", "name", "owningAccountId", "resourceShareArn", "status"]
    );
    let renamed = session.recorded("CreateResourceShare", &create);
    assert_eq!(renamed["resourceShare"]["name"], "renamed", "a replay shows the present state");
    let mut untagged = ten.clone();
    untagged.pop();
    let list = session.recorded("GetResourceShares", &json!({ "resourceOwner": "SELF" }));
    assert_eq!(keys(&list["resourceShares"][0]), untagged, "no tags, no member");
    session.recorded("TagResource", &json!({ "resourceShareArn": arn, "tags": [{ "key": "a", "value": "b" }] }));
    let list = session.recorded("GetResourceShares", &json!({ "resourceOwner": "SELF" }));
    assert_eq!(keys(&list["resourceShares"][0]), ten);
    assert_eq!(session.answer("DeleteResourceShare", &json!({ "resourceShareArn": arn })).2, r#"{"returnValue":true}"#);
}

#[test]
fn associations_and_attached_permissions_have_the_recorded_keys() {
    let mut session = Session::new();
    let (permission, share) = (session.permission("read", "GetParameter"), session.new_share("one"));
    let attach = json!({ "resourceShareArn": share, "permissionArn": permission });
    assert_eq!(session.answer("AssociateResourceSharePermission", &attach).2, r#"{"returnValue":true}"#);
    let list = session.recorded("ListResourceSharePermissions", &json!({ "resourceShareArn": share }));
    assert_eq!(keys(&list), ["permissions"]);
    let row = &list["permissions"][0];
    assert_eq!(keys(row), ["arn", "defaultVersion", "featureSet", "lastUpdatedTime", "resourceType", "status", "version"]);
    assert_eq!((&row["defaultVersion"], &row["version"], &row["featureSet"]), (&json!(true), &json!("1"), &json!("STANDARD")));
    session.version(&permission, "GetParameters");
    let list = session.recorded("ListResourceSharePermissions", &json!({ "resourceShareArn": share }));
    assert_eq!((&list["permissions"][0]["defaultVersion"], &list["permissions"][0]["version"]), (&json!(false), &json!("1")));

    let principal = json!({ "resourceShareArn": share, "principals": [OWNER] });
    let associated = session.recorded("AssociateResourceShare", &principal);
    let row = &associated["resourceShareAssociations"][0];
    assert_eq!(
        row,
        &json!({ "associatedEntity": OWNER, "associationType": "PRINCIPAL", "external": true, "resourceShareArn": share, "status": "ASSOCIATING" })
    );
    assert_eq!(keys(row), ["associatedEntity", "associationType", "external", "resourceShareArn", "status"]);
    session.wait(3);
    let removed = session.recorded("DisassociateResourceShare", &principal);
    assert_eq!(
        removed["resourceShareAssociations"][0],
        json!({ "associatedEntity": OWNER, "associationType": "PRINCIPAL", "external": false, "resourceShareArn": share, "status": "DISASSOCIATING" })
    );
}

#[test]
fn tokens_and_their_three_mismatches() {
    let mut session = Session::new();
    let (first, second) = (session.permission("first", "GetParameter"), session.permission("second", "GetParameter"));
    let (one, two) = (session.new_share("one"), session.new_share("two"));
    let pairs = [
        ("CreateResourceShare", json!({ "name": "three" }), json!({ "name": "four" })),
        (
            "AssociateResourceShare",
            json!({ "resourceShareArn": two, "principals": [OWNER] }),
            json!({ "resourceShareArn": one, "principals": [OWNER] }),
        ),
        (
            "ReplacePermissionAssociations",
            json!({ "fromPermissionArn": first, "toPermissionArn": second }),
            json!({ "fromPermissionArn": first, "toPermissionArn": first }),
        ),
    ];
    for (operation, mut asked, mut other) in pairs {
        asked["clientToken"] = operation.into();
        other["clientToken"] = operation.into();
        assert_eq!(session.recorded(operation, &asked)["clientToken"], operation, "the token is echoed");
        assert_eq!(session.recorded(operation, &asked)["clientToken"], operation, "and the call can be repeated");
        session.refusal(operation, &other, 400, "IdempotentParameterMismatchException", Some(MISMATCH));
    }
    for operation in ["AssociateResourceSharePermission", "DisassociateResourceSharePermission"] {
        let asked = json!({ "resourceShareArn": one, "permissionArn": first, "clientToken": "attach" });
        let other = json!({ "resourceShareArn": one, "permissionArn": second, "clientToken": "attach" });
        session.recorded(operation, &asked);
        session.recorded(operation, &asked);
        session.refusal(operation, &other, 400, "InvalidClientTokenException", Some("attach"));
    }

    let uuid = one.rsplit('/').next().unwrap().to_owned();
    let rename = |name: &str, token: &str| json!({ "resourceShareArn": one, "name": name, "clientToken": token });
    session.recorded("UpdateResourceShare", &rename("new", "a"));
    session.refusal("UpdateResourceShare", &rename("newer", "a"), 400, "IdempotentParameterMismatchException", Some(MISMATCH));
    session.recorded("UpdateResourceShare", &rename("new", "a"));
    session.recorded("UpdateResourceShare", &rename("away", "b"));
    session.refusal("UpdateResourceShare", &rename("new", "a"), 400, "InvalidClientTokenException", Some(&uuid));
    session.recorded("UpdateResourceShare", &rename("new", "c"));
    session.recorded("UpdateResourceShare", &rename("new", "a"));

    let delete = json!({ "resourceShareArn": one, "clientToken": "delete" });
    session.recorded("DeleteResourceShare", &delete);
    session.recorded("DeleteResourceShare", &delete);
    session.wait(3);
    session.recorded("DeleteResourceShare", &json!({ "resourceShareArn": one }));
    let other = json!({ "resourceShareArn": two, "clientToken": "delete" });
    session.refusal("DeleteResourceShare", &other, 400, "IdempotentParameterMismatchException", Some(MISMATCH));
}

#[test]
fn replacing_takes_half_a_minute() {
    let mut session = Session::new();
    let (from, to) = (session.permission("from", "GetParameter"), session.permission("to", "GetParameters"));
    let share = session.new_share("one");
    session.recorded("AssociateResourceSharePermission", &json!({ "resourceShareArn": share, "permissionArn": from }));
    let replace = json!({ "fromPermissionArn": from, "toPermissionArn": to });
    let work = session.recorded("ReplacePermissionAssociations", &replace)["replacePermissionAssociationsWork"].clone();
    let seven = ["creationTime", "fromPermissionArn", "id", "lastUpdatedTime", "status", "toPermissionArn", "toPermissionVersion"];
    assert_eq!(keys(&work), seven);
    assert_eq!((&work["status"], &work["toPermissionVersion"]), (&json!("IN_PROGRESS"), &json!("1")));
    let id = work["id"].as_str().unwrap().to_owned();
    let conflict = format!("This request conflicts with existing inflight work {id}.");
    let back = json!({ "fromPermissionArn": to, "toPermissionArn": from });
    for input in [&replace, &back] {
        session.refusal("ReplacePermissionAssociations", input, 400, "OperationNotPermittedException", Some(&conflict));
    }
    let attached = |session: &mut Session| {
        session.recorded("ListResourceSharePermissions", &json!({ "resourceShareArn": share }))["permissions"][0]["arn"].clone()
    };
    session.wait(5);
    assert_eq!(attached(&mut session), json!(from), "until then the share keeps its permission");
    session.wait(30);
    assert_eq!(attached(&mut session), json!(to));
    let works = session.recorded("ListReplacePermissionAssociationsWork", &json!({ "workIds": [id] }));
    assert_eq!(works["replacePermissionAssociationsWorks"][0]["status"], "COMPLETED");
}

#[test]
fn a_replacement_fails_when_its_target_is_gone() {
    let mut session = Session::new();
    let (from, to) = (session.permission("from", "GetParameter"), session.permission("to", "GetParameters"));
    let replace = json!({ "fromPermissionArn": from, "toPermissionArn": to });
    session.recorded("ReplacePermissionAssociations", &replace);
    session.recorded("DeletePermission", &json!({ "permissionArn": to }));
    session.wait(40);
    let works = session.recorded("ListReplacePermissionAssociationsWork", &json!({}));
    let work = &works["replacePermissionAssociationsWorks"][0];
    let eight =
        ["creationTime", "fromPermissionArn", "id", "lastUpdatedTime", "status", "statusMessage", "toPermissionArn", "toPermissionVersion"];
    assert_eq!(keys(work), eight);
    assert_eq!((&work["status"], &work["statusMessage"]), (&json!("FAILED"), &json!("The desired permission is no longer ATTACHABLE.")));
}

#[test]
fn deleting_an_empty_share_and_its_permission() {
    let mut session = Session::new();
    let (permission, share) = (session.permission("read", "GetParameter"), session.new_share("one"));
    session
        .recorded("AssociateResourceSharePermission", &json!({ "resourceShareArn": share, "permissionArn": permission, "replace": true }));
    session.recorded("DeleteResourceShare", &json!({ "resourceShareArn": share }));
    session.wait(2);
    session.recorded("DeletePermission", &json!({ "permissionArn": permission }));
    let list = session.recorded("GetResourceShares", &json!({ "resourceOwner": "SELF" }));
    assert_eq!(list["resourceShares"][0]["status"], "DELETED", "the deleted share is listed for a while");
}
