//! Shares, what is on them, their tokens, and replacements.

use super::{Desk, MISMATCH, OWNER, keys};
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
    let mut desk = Desk::new();
    let create = json!({ "name": "one", "clientToken": "create" });
    let created = desk.ok("CreateResourceShare", &create);
    assert_eq!(keys(&created), ["clientToken", "resourceShare"]);
    let first = &created["resourceShare"];
    assert_eq!(keys(first), share);
    assert_eq!(keys(&first["resourceShareConfiguration"]), ["exclusiveAccountAccess", "retainSharingOnAccountLeaveOrganization"]);
    assert_eq!(
        (&first["tags"], &first["status"], &first["allowExternalPrincipals"]),
        (&json!([]), &json!("ACTIVE"), &json!(true)),
        "a new share is active at once"
    );
    let replay = desk.ok("CreateResourceShare", &create);
    let mut ten: Vec<&str> = share.to_vec();
    ten.insert(2, "featureSet");
    assert_eq!(keys(&replay["resourceShare"]), ten, "a replay has the feature set too");
    let arn = first["resourceShareArn"].as_str().unwrap();
    let update = desk.ok("UpdateResourceShare", &json!({ "resourceShareArn": arn, "name": "renamed" }));
    assert_eq!(
        keys(&update["resourceShare"]),
        ["allowExternalPrincipals", "creationTime", "lastUpdatedTime", "name", "owningAccountId", "resourceShareArn", "status"]
    );
    let renamed = desk.ok("CreateResourceShare", &create);
    assert_eq!(renamed["resourceShare"]["name"], "renamed", "a replay shows the present state");
    let mut untagged = ten.clone();
    untagged.pop();
    let list = desk.ok("GetResourceShares", &json!({ "resourceOwner": "SELF" }));
    assert_eq!(keys(&list["resourceShares"][0]), untagged, "no tags, no member");
    desk.ok("TagResource", &json!({ "resourceShareArn": arn, "tags": [{ "key": "a", "value": "b" }] }));
    let list = desk.ok("GetResourceShares", &json!({ "resourceOwner": "SELF" }));
    assert_eq!(keys(&list["resourceShares"][0]), ten);
    assert_eq!(desk.call("DeleteResourceShare", &json!({ "resourceShareArn": arn })).2, r#"{"returnValue":true}"#);
}

#[test]
fn associations_and_attached_permissions_have_the_recorded_keys() {
    let mut desk = Desk::new();
    let (permission, share) = (desk.permission("read", "GetParameter"), desk.share("one"));
    let attach = json!({ "resourceShareArn": share, "permissionArn": permission });
    assert_eq!(desk.call("AssociateResourceSharePermission", &attach).2, r#"{"returnValue":true}"#);
    let list = desk.ok("ListResourceSharePermissions", &json!({ "resourceShareArn": share }));
    assert_eq!(keys(&list), ["permissions"]);
    let row = &list["permissions"][0];
    assert_eq!(keys(row), ["arn", "defaultVersion", "featureSet", "lastUpdatedTime", "resourceType", "status", "version"]);
    assert_eq!((&row["defaultVersion"], &row["version"], &row["featureSet"]), (&json!(true), &json!("1"), &json!("STANDARD")));
    desk.version(&permission, "GetParameters");
    let list = desk.ok("ListResourceSharePermissions", &json!({ "resourceShareArn": share }));
    assert_eq!((&list["permissions"][0]["defaultVersion"], &list["permissions"][0]["version"]), (&json!(false), &json!("1")));

    let principal = json!({ "resourceShareArn": share, "principals": [OWNER] });
    let associated = desk.ok("AssociateResourceShare", &principal);
    let row = &associated["resourceShareAssociations"][0];
    assert_eq!(
        row,
        &json!({ "associatedEntity": OWNER, "associationType": "PRINCIPAL", "external": true, "resourceShareArn": share, "status": "ASSOCIATING" })
    );
    assert_eq!(keys(row), ["associatedEntity", "associationType", "external", "resourceShareArn", "status"]);
    desk.wait(3);
    let removed = desk.ok("DisassociateResourceShare", &principal);
    assert_eq!(
        removed["resourceShareAssociations"][0],
        json!({ "associatedEntity": OWNER, "associationType": "PRINCIPAL", "external": false, "resourceShareArn": share, "status": "DISASSOCIATING" })
    );
}

#[test]
fn tokens_and_their_three_mismatches() {
    let mut desk = Desk::new();
    let (first, second) = (desk.permission("first", "GetParameter"), desk.permission("second", "GetParameter"));
    let (one, two) = (desk.share("one"), desk.share("two"));
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
        assert_eq!(desk.ok(operation, &asked)["clientToken"], operation, "the token is echoed");
        assert_eq!(desk.ok(operation, &asked)["clientToken"], operation, "and the call can be repeated");
        desk.refused(operation, &other, 400, "IdempotentParameterMismatchException", Some(MISMATCH));
    }
    for operation in ["AssociateResourceSharePermission", "DisassociateResourceSharePermission"] {
        let asked = json!({ "resourceShareArn": one, "permissionArn": first, "clientToken": "attach" });
        let other = json!({ "resourceShareArn": one, "permissionArn": second, "clientToken": "attach" });
        desk.ok(operation, &asked);
        desk.ok(operation, &asked);
        desk.refused(operation, &other, 400, "InvalidClientTokenException", Some("attach"));
    }

    let uuid = one.rsplit('/').next().unwrap().to_owned();
    let rename = |name: &str, token: &str| json!({ "resourceShareArn": one, "name": name, "clientToken": token });
    desk.ok("UpdateResourceShare", &rename("new", "a"));
    desk.refused("UpdateResourceShare", &rename("newer", "a"), 400, "IdempotentParameterMismatchException", Some(MISMATCH));
    desk.ok("UpdateResourceShare", &rename("new", "a"));
    desk.ok("UpdateResourceShare", &rename("away", "b"));
    desk.refused("UpdateResourceShare", &rename("new", "a"), 400, "InvalidClientTokenException", Some(&uuid));
    desk.ok("UpdateResourceShare", &rename("new", "c"));
    desk.ok("UpdateResourceShare", &rename("new", "a"));

    let delete = json!({ "resourceShareArn": one, "clientToken": "delete" });
    desk.ok("DeleteResourceShare", &delete);
    desk.ok("DeleteResourceShare", &delete);
    desk.wait(3);
    desk.ok("DeleteResourceShare", &json!({ "resourceShareArn": one }));
    let other = json!({ "resourceShareArn": two, "clientToken": "delete" });
    desk.refused("DeleteResourceShare", &other, 400, "IdempotentParameterMismatchException", Some(MISMATCH));
}

#[test]
fn replacing_takes_half_a_minute() {
    let mut desk = Desk::new();
    let (from, to) = (desk.permission("from", "GetParameter"), desk.permission("to", "GetParameters"));
    let share = desk.share("one");
    desk.ok("AssociateResourceSharePermission", &json!({ "resourceShareArn": share, "permissionArn": from }));
    let replace = json!({ "fromPermissionArn": from, "toPermissionArn": to });
    let work = desk.ok("ReplacePermissionAssociations", &replace)["replacePermissionAssociationsWork"].clone();
    let seven = ["creationTime", "fromPermissionArn", "id", "lastUpdatedTime", "status", "toPermissionArn", "toPermissionVersion"];
    assert_eq!(keys(&work), seven);
    assert_eq!((&work["status"], &work["toPermissionVersion"]), (&json!("IN_PROGRESS"), &json!("1")));
    let id = work["id"].as_str().unwrap().to_owned();
    let conflict = format!("This request conflicts with existing inflight work {id}.");
    let back = json!({ "fromPermissionArn": to, "toPermissionArn": from });
    for input in [&replace, &back] {
        desk.refused("ReplacePermissionAssociations", input, 400, "OperationNotPermittedException", Some(&conflict));
    }
    let attached =
        |desk: &mut Desk| desk.ok("ListResourceSharePermissions", &json!({ "resourceShareArn": share }))["permissions"][0]["arn"].clone();
    desk.wait(5);
    assert_eq!(attached(&mut desk), json!(from), "until then the share keeps its permission");
    desk.wait(30);
    assert_eq!(attached(&mut desk), json!(to));
    let works = desk.ok("ListReplacePermissionAssociationsWork", &json!({ "workIds": [id] }));
    assert_eq!(works["replacePermissionAssociationsWorks"][0]["status"], "COMPLETED");
}

#[test]
fn a_replacement_fails_when_its_target_is_gone() {
    let mut desk = Desk::new();
    let (from, to) = (desk.permission("from", "GetParameter"), desk.permission("to", "GetParameters"));
    let replace = json!({ "fromPermissionArn": from, "toPermissionArn": to });
    desk.ok("ReplacePermissionAssociations", &replace);
    desk.ok("DeletePermission", &json!({ "permissionArn": to }));
    desk.wait(40);
    let works = desk.ok("ListReplacePermissionAssociationsWork", &json!({}));
    let work = &works["replacePermissionAssociationsWorks"][0];
    let eight =
        ["creationTime", "fromPermissionArn", "id", "lastUpdatedTime", "status", "statusMessage", "toPermissionArn", "toPermissionVersion"];
    assert_eq!(keys(work), eight);
    assert_eq!((&work["status"], &work["statusMessage"]), (&json!("FAILED"), &json!("The desired permission is no longer ATTACHABLE.")));
}

#[test]
fn deleting_an_empty_share_and_its_permission() {
    let mut desk = Desk::new();
    let (permission, share) = (desk.permission("read", "GetParameter"), desk.share("one"));
    desk.ok("AssociateResourceSharePermission", &json!({ "resourceShareArn": share, "permissionArn": permission, "replace": true }));
    desk.ok("DeleteResourceShare", &json!({ "resourceShareArn": share }));
    desk.wait(2);
    desk.ok("DeletePermission", &json!({ "permissionArn": permission }));
    let list = desk.ok("GetResourceShares", &json!({ "resourceOwner": "SELF" }));
    assert_eq!(list["resourceShares"][0]["status"], "DELETED", "the deleted share is listed for a while");
}
