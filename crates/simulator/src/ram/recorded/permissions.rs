//! Permissions, their versions and the catalogue.

use super::{Answer, MISMATCH, ORGANIZATION_ONLY, OTHER, OWNER, keys, template};
use crate::ram::testing::{GLOBAL_TYPES, Session};
use serde_json::{Value, json};

const PERMISSION_9: &[&str] =
    &["arn", "creationTime", "defaultVersion", "isResourceTypeDefault", "lastUpdatedTime", "name", "resourceType", "status", "version"];
const PERMISSION_11: &[&str] = &[
    "arn",
    "creationTime",
    "defaultVersion",
    "featureSet",
    "isResourceTypeDefault",
    "lastUpdatedTime",
    "name",
    "permissionType",
    "resourceType",
    "status",
    "version",
];

fn with<'a>(keys: &[&'a str], more: &'a str) -> Vec<&'a str> {
    let mut keys = keys.to_vec();
    keys.push(more);
    keys.sort_unstable();
    keys
}

#[test]
fn permissions_have_the_recorded_keys() {
    let mut session = Session::new();
    let arn = session.permission("read", "GetParameter");
    let plain = json!({ "name": "second", "resourceType": "ssm:Parameter", "policyTemplate": template(&["GetParameter"]) });
    assert_eq!(keys(&session.recorded("CreatePermission", &plain)["permission"]), PERMISSION_9);
    let tags = json!([{ "key": "team", "value": "docs" }]);
    let tagged = json!({ "name": "tagged", "resourceType": "ssm:Parameter", "policyTemplate": template(&["GetParameter"]), "tags": tags });
    let tagged = session.recorded("CreatePermission", &tagged)["permission"].clone();
    assert_eq!(keys(&tagged), with(PERMISSION_9, "tags"));
    let tagged = json!({ "permissionArn": tagged["arn"], "policyTemplate": template(&["GetParameters"]) });
    assert_eq!(keys(&session.recorded("CreatePermissionVersion", &tagged)["permission"]), with(PERMISSION_9, "permission"));
    let twelve = with(PERMISSION_11, "permission");
    assert_eq!(
        keys(&session.recorded("GetPermission", &json!({ "permissionArn": tagged["permissionArn"] }))["permission"]),
        with(&twelve, "tags")
    );
    assert_eq!(keys(&session.recorded("GetPermission", &json!({ "permissionArn": arn }))["permission"]), twelve);
    let versions = session.recorded("ListPermissionVersions", &json!({ "permissionArn": arn }));
    assert_eq!(keys(&versions), ["permissions"]);
    assert_eq!(keys(&versions["permissions"][0]), PERMISSION_11);
}

#[test]
fn refusals_have_the_recorded_words() {
    let mut session = Session::new();
    let arn = session.permission("read", "GetParameter");
    let same = json!({ "permissionArn": arn, "policyTemplate": template(&["GetParameter"]) });
    session.refusal(
        "CreatePermissionVersion",
        &same,
        400,
        "InvalidParameterException",
        Some("Existing permission version: 1 has same policy"),
    );
    let put = json!({ "name": "put", "resourceType": "ssm:Parameter", "policyTemplate": template(&["PutParameter"]) });
    let unknown_action = "InvalidPolicy: Input policy containing action that is not allowed for resource type ssm:Parameter";
    session.refusal("CreatePermission", &put, 400, "InvalidPolicyException", Some(unknown_action));
    for actions in [vec!["GetParameters"], vec!["GetParameterHistory"], vec!["DescribeParameters"], vec!["GetParameter", "GetParameters"]] {
        session.recorded("CreatePermissionVersion", &json!({ "permissionArn": arn, "policyTemplate": template(&actions) }));
    }
    let sixth = json!({ "permissionArn": arn, "policyTemplate": template(&["GetParameter", "DescribeParameters"]) });
    let limit = format!("The permission {arn} has reached the limit for the number of existing versions it can have (5).");
    session.refusal("CreatePermissionVersion", &sixth, 400, "PermissionVersionsLimitExceededException", Some(&limit));
    session.refusal("DeletePermissionVersion", &json!({ "permissionArn": arn, "permissionVersion": 0 }), 500, "InternalFailure", None);
    let empty = json!({ "name": "one", "clientToken": "" });
    let must = "client token cannot be empty. Specify a value for client token and try again.";
    session.refusal("CreateResourceShare", &empty, 400, "InvalidClientTokenException", Some(must));

    let share = session.new_share("one");
    let old = json!({ "resourceShareArn": share, "permissionArn": arn, "permissionVersion": 1 });
    let default_only = "Only the default version of permission can be associated to resource shares.";
    session.refusal("AssociateResourceSharePermission", &old, 400, "OperationNotPermittedException", Some(default_only));
    session.recorded("AssociateResourceSharePermission", &json!({ "resourceShareArn": share, "permissionArn": arn }));
    let in_use = "The customer-managed permission has a version associated to resource shares. Remove all associations of this permission and try again.";
    session.refusal("DeletePermission", &json!({ "permissionArn": arn }), 400, "OperationNotPermittedException", Some(in_use));
    let inside = json!({ "resourceShareArn": share, "allowExternalPrincipals": false });
    session.refusal("UpdateResourceShare", &inside, 400, "OperationNotPermittedException", Some(ORGANIZATION_ONLY));
    session.recorded("AssociateResourceShare", &json!({ "resourceShareArn": share, "principals": [OTHER] }));
    let associating = "At least one of the associations in the resource share is in ASSOCIATING status.";
    session.refusal(
        "DeleteResourceShare",
        &json!({ "resourceShareArn": share }),
        400,
        "InvalidStateTransitionException",
        Some(associating),
    );
}

#[test]
fn a_deleted_permission_is_read_and_not_deleted_again() {
    let mut session = Session::new();
    let arn = session.permission("read", "GetParameter");
    session.version(&arn, "GetParameters");
    let delete = json!({ "permissionArn": arn, "clientToken": "once" });
    let deleted = session.answer("DeletePermission", &delete);
    assert_eq!(deleted.2, r#"{"clientToken":"once","permissionStatus":"DELETING","returnValue":true}"#);
    let got = session.recorded("GetPermission", &json!({ "permissionArn": arn }))["permission"].clone();
    assert_eq!((&got["version"], &got["status"], &got["defaultVersion"]), (&json!("2"), &json!("DELETED"), &json!(true)));
    assert_eq!(session.recorded("DeletePermission", &delete)["permissionStatus"], "DELETING", "the same token again");
    let gone = format!("The permission {arn} does not exist.");
    session.refusal("DeletePermission", &json!({ "permissionArn": arn }), 400, "UnknownResourceException", Some(&gone));
}

#[test]
fn numbers_and_times_of_versions() {
    let mut session = Session::new();
    let arn = session.permission("read", "GetParameter");
    let second = session.version(&arn, "GetParameters");
    assert_eq!(second["creationTime"], second["lastUpdatedTime"]);
    let former = session.recorded("GetPermission", &json!({ "permissionArn": arn, "permissionVersion": 1 }))["permission"].clone();
    assert_eq!((&former["status"], &former["defaultVersion"]), (&json!("UNATTACHABLE"), &json!(false)));
    let earlier = second["creationTime"].as_f64().unwrap() - former["lastUpdatedTime"].as_f64().unwrap();
    assert!((0.0005..=0.0025).contains(&earlier), "the former default is written 1 to 2 ms before: {earlier}");
    session.version(&arn, "GetParameterHistory");
    let delete = |number: u32| json!({ "permissionArn": arn, "permissionVersion": number });
    session.recorded("SetDefaultPermissionVersion", &delete(1));
    session.recorded("DeletePermissionVersion", &delete(2));
    assert_eq!(session.version(&arn, "DescribeParameters")["version"], "4", "a hole below is not filled");
    session.recorded("SetDefaultPermissionVersion", &delete(1));
    session.recorded("DeletePermissionVersion", &delete(4));
    assert_eq!(session.version(&arn, "GetParameters")["version"], "4", "the highest number is used again");
    let rows = session.recorded("ListPermissionVersions", &json!({ "permissionArn": arn }));
    let numbers: Vec<_> =
        rows["permissions"].as_array().unwrap().iter().map(|row| (row["version"].clone(), row["status"].clone())).collect();
    let expected = [("1", "UNATTACHABLE"), ("2", "DELETED"), ("3", "UNATTACHABLE"), ("4", "ATTACHABLE")]
        .map(|(number, status)| (json!(number), json!(status)));
    assert_eq!(numbers, expected);
}

#[test]
fn a_receipt_of_a_version_shows_what_holds_the_number_now() {
    let mut session = Session::new();
    let arn = session.permission("read", "GetParameter");
    let create = json!({ "permissionArn": arn, "policyTemplate": template(&["GetParameters"]), "clientToken": "two" });
    session.recorded("CreatePermissionVersion", &create);
    session.recorded("SetDefaultPermissionVersion", &json!({ "permissionArn": arn, "permissionVersion": 1 }));
    let delete = json!({ "permissionArn": arn, "permissionVersion": 2, "clientToken": "delete" });
    session.recorded("DeletePermissionVersion", &delete);
    let replay = session.recorded("CreatePermissionVersion", &create)["permission"].clone();
    assert_eq!((&replay["status"], &replay["defaultVersion"], &replay["version"]), (&json!("DELETED"), &json!(false), &json!("2")));
    assert_eq!(replay["lastUpdatedTime"], replay["creationTime"]);
    session.version(&arn, "GetParameterHistory");
    let replay = session.recorded("CreatePermissionVersion", &create)["permission"].clone();
    assert_eq!((&replay["status"], &replay["permission"]), (&json!("ATTACHABLE"), &json!(template(&["GetParameterHistory"]))));
    session.recorded("DeletePermissionVersion", &delete);
    let other = json!({ "permissionArn": arn, "permissionVersion": 1, "clientToken": "delete" });
    session.refusal("DeletePermissionVersion", &other, 400, "IdempotentParameterMismatchException", Some(MISMATCH));
}

#[test]
fn the_catalogue_is_the_recorded_one() {
    let mut session = Session::new();
    let mut types = Vec::new();
    let mut token = Value::Null;
    loop {
        let page = session.recorded("ListResourceTypes", &json!({ "maxResults": 40, "nextToken": token }));
        types.extend(page["resourceTypes"].as_array().unwrap().clone());
        token = page["nextToken"].clone();
        if token.is_null() {
            break;
        }
    }
    assert_eq!(types.len(), 92);
    assert_eq!(keys(&types[0]), ["resourceRegionScope", "resourceType", "serviceName"]);
    let global: Vec<_> =
        types.iter().filter(|row| row["resourceRegionScope"] == "GLOBAL").map(|row| row["resourceType"].as_str().unwrap()).collect();
    assert_eq!(global, GLOBAL_TYPES);
    let rows = session.recorded("ListPermissions", &json!({ "resourceType": "ssm:Parameter" }));
    let names: Vec<_> = rows["permissions"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["AWSRAMDefaultPermissionSSMParameterReadOnly", "AWSRAMPermissionSSMParameterReadOnlyWithHistory"]);
    assert!(rows["permissions"][0].get("featureSet").is_none());
    let got =
        session.recorded("GetPermission", &json!({ "permissionArn": rows["permissions"][0]["arn"], "permissionVersion": 0 }))["permission"]
            .clone();
    assert_eq!(got["featureSet"], "STANDARD");
    assert_eq!(got["permission"], r#"{"Effect":"Allow","Action":["ssm:GetParameter", "ssm:GetParameters", "ssm:DescribeParameters"]}"#);
}

#[test]
fn bodies_are_compact_sorted_and_have_times_in_exponents() {
    let mut session = Session::new();
    let Answer(_, _, body) = session.answer("CreateResourceShare", &json!({ "name": "one" }));
    let arn = body.split("\"resourceShareArn\":\"").nth(1).unwrap().split('"').next().unwrap();
    let expected = format!(
        r#"{{"resourceShare":{{"allowExternalPrincipals":true,"creationTime":1.7E9,"lastUpdatedTime":1.7E9,"name":"one","owningAccountId":"{OWNER}","resourceShareArn":"{arn}","resourceShareConfiguration":{{"exclusiveAccountAccess":false,"retainSharingOnAccountLeaveOrganization":false}},"status":"ACTIVE","tags":[]}}}}"#
    );
    assert_eq!(body, expected);
}
