use crate::ram::testing::{GET, GET_ALL, READ, Session, assert_refused, template};
use crate::{Options, Simulator};
use serde_json::{Value, json};

fn input(template: &str) -> Value {
    json!({ "permissionArn": READ, "policyTemplate": template })
}

fn with_token(template: &str, token: &str) -> Value {
    json!({ "permissionArn": READ, "policyTemplate": template, "clientToken": token })
}

#[test]
fn the_body_is_as_recorded() {
    let mut session = Session::with_permission();
    session.answers(
        "CreatePermissionVersion",
        &with_token(GET_ALL, "t-1"),
        r#"{"clientToken":"t-1","permission":{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","creationTime":1.700000001E9,"defaultVersion":true,"isResourceTypeDefault":false,"lastUpdatedTime":1.700000001E9,"name":"read","permission":"{\"Effect\":\"Allow\",\"Action\":[\"ssm:GetParameters\"]}","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"2"}}"#,
    );
    let row = |number: &str, status: &str, default, created, updated| (number.to_owned(), status.to_owned(), default, created, updated);
    assert_eq!(session.versions(), [row("1", "UNATTACHABLE", false, 0.0, 0.999), row("2", "ATTACHABLE", true, 1.0, 1.0)]);
}

#[test]
fn tags_are_not_shown() {
    let mut session = Session::new();
    let input = json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": GET, "tags": [{ "key": "k", "value": "v" }] });
    session.accepted("CreatePermission", &input);
    let body = session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    assert_eq!(body["permission"].as_object().unwrap().len(), 10);
}

#[test]
fn refusals() {
    let unknown = "UnknownResourceException";
    let arn = |arn: &str| json!({ "permissionArn": arn, "policyTemplate": GET_ALL });
    for (input, error, message) in [
        (
            with_token(GET_ALL, ""),
            "InvalidClientTokenException",
            "client token cannot be empty. Specify a value for client token and try again.",
        ),
        (arn("read"), "MalformedArnException", "The specified permission ARN is not valid. Verify the ARN and try again."),
        (
            arn("arn:aws:ram:us-east-1:111122223333:permission/other"),
            unknown,
            "The permission arn:aws:ram:us-east-1:111122223333:permission/other does not exist.",
        ),
        (
            arn("arn:aws:ram:eu-west-1:111122223333:permission/read"),
            unknown,
            "The permission arn:aws:ram:eu-west-1:111122223333:permission/read does not exist.",
        ),
        (
            arn("arn:aws:ram:us-east-1:444455556666:permission/read"),
            unknown,
            "The permission arn:aws:ram:us-east-1:444455556666:permission/read does not exist.",
        ),
        (
            arn("arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet"),
            "OperationNotPermittedException",
            "The permission arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet is an AWS managed permission. You can change only customer managed permissions.",
        ),
        (input(GET), "InvalidParameterException", "Existing permission version: 1 has same policy"),
        (
            input(r#"{ "Action": ["ssm:GetParameter"], "Effect": "Allow" }"#),
            "InvalidParameterException",
            "Existing permission version: 1 has same policy",
        ),
        (
            input(r#"{"Effect":"Allow","Action":["ssm:GetParameter"],"Resource":"*"}"#),
            "InvalidPolicyException",
            "InvalidPolicy: Only effect, action, and condition blocks can exist in permission policy",
        ),
        (
            input("not JSON"),
            "MalformedPolicyTemplateException",
            "The policy template is not valid JSON. Verify the policy template and try again.",
        ),
    ] {
        Session::with_permission().refused("CreatePermissionVersion", &input, error, message);
    }
}

#[test]
fn the_sixth_live_version_is_refused() {
    let mut session = Session::with_versions(5);
    session.refused(
        "CreatePermissionVersion",
        &input(&template(6)),
        "PermissionVersionsLimitExceededException",
        "The permission arn:aws:ram:us-east-1:111122223333:permission/read has reached the limit for the number of existing versions it can have (5).",
    );
    session.accepted("DeletePermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 3 }));
    let body = session.accepted("CreatePermissionVersion", &input(&template(6)));
    assert_eq!(body["permission"]["version"], "6");
    assert_eq!(session.versions().len(), 6, "a deleted version keeps its row");
}

#[test]
fn the_number_of_the_highest_version_is_used_again() {
    let mut session = Session::with_versions(2);
    session.accepted("SetDefaultPermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 1 }));
    session.accepted("DeletePermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 2 }));
    let body = session.accepted("CreatePermissionVersion", &input(GET_ALL));
    assert_eq!(body["permission"]["version"], "2");
    assert_eq!(session.versions().len(), 2, "the new version takes the deleted one's row");
}

#[test]
fn only_live_versions_of_the_same_permission_count_as_the_same_policy() {
    let mut session = Session::with_versions(2);
    session.accepted("DeletePermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 1 }));
    session.accepted("CreatePermissionVersion", &input(GET));
    session.accepted("CreatePermission", &json!({ "name": "other", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
}

#[test]
fn the_evidence_of_a_duplicate_tells_letters_from_meaning() {
    for (template, rule) in [(GET, "ram/template-new"), (&*format!(" {GET}"), "ram/template-new-in-meaning")] {
        let exchange = Session::with_permission().call("CreatePermissionVersion", &input(template));
        assert_eq!(exchange.trace.refusal().unwrap().rule.name, rule);
    }
}

#[test]
fn the_same_call_again_shows_what_stands_at_its_number_now() {
    let mut session = Session::with_permission();
    let first = with_token(GET_ALL, "t-a");
    session.accepted("CreatePermissionVersion", &first);
    session.accepted("SetDefaultPermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 1 }));
    session.accepted("DeletePermissionVersion", &json!({ "permissionArn": READ, "permissionVersion": 2 }));
    session.answers(
        "CreatePermissionVersion",
        &first,
        r#"{"clientToken":"t-a","permission":{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","creationTime":1.700000001E9,"defaultVersion":false,"isResourceTypeDefault":false,"lastUpdatedTime":1.700000001E9,"name":"read","permission":"{\"Effect\":\"Allow\",\"Action\":[\"ssm:GetParameters\"]}","resourceType":"ssm:Parameter","status":"DELETED","version":"2"}}"#,
    );
    session.accepted("CreatePermissionVersion", &with_token(&template(2), "t-b"));
    let body = session.accepted("CreatePermissionVersion", &first);
    assert_eq!((&body["permission"]["permission"], &body["permission"]["status"]), (&json!(template(2)), &json!("ATTACHABLE")));
    session.refused(
        "CreatePermissionVersion",
        &with_token(GET, "t-a"),
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
}

#[test]
fn the_token_is_judged_before_the_state() {
    let mut session = Session::with_permission();
    let first = with_token(GET_ALL, "t-1");
    session.accepted("CreatePermissionVersion", &first);
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
    assert_eq!(session.accepted("CreatePermissionVersion", &first)["permission"]["status"], "DELETED");
    let gone = "The permission arn:aws:ram:us-east-1:111122223333:permission/read does not exist.";
    session.refused("CreatePermissionVersion", &input(GET_ALL), "UnknownResourceException", gone);
    session.accepted("CreatePermission", &json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": GET }));
    let exchange = session.call("CreatePermissionVersion", &first);
    assert_refused(&exchange, "UnknownResourceException", &format!("The version 2 of the permission {READ} does not exist."));
}

#[test]
fn the_owner_creates_versions_and_nobody_else() {
    let mut session = Session::with_permission();
    let exchange = session.call_as("444455556666", "us-east-1", "CreatePermissionVersion", &input(GET_ALL));
    assert_refused(&exchange, "UnknownResourceException", &format!("The permission {READ} does not exist."));
}

/// A session with the service was recorded in 2026. Its names, tokens, times and bodies had these lengths.
#[test]
fn bodies_are_as_long_as_the_recorded_ones() {
    let mut options = Options { start: "2026-09-27T19:23:43.808Z".parse().unwrap(), ..Options::default() };
    // None of these times ends in a zero, which the service would omit.
    options.settings.tick_milliseconds = 107;
    let mut session = Session(Simulator::new(&options).unwrap());
    let name = "permission-with-32-letters-in-it";
    let arn = format!("arn:aws:ram:us-east-1:111122223333:permission/{name}");
    let new = json!({ "permissionArn": arn, "policyTemplate": GET_ALL, "clientToken": "a-token-with-42-characters-for-its-version" });
    let number = |number: i32| json!({ "permissionArn": arn, "permissionVersion": number });
    for (operation, input, length) in [
        ("CreatePermission", json!({ "name": name, "resourceType": "ssm:Parameter", "policyTemplate": GET }), "331"),
        ("CreatePermissionVersion", new.clone(), "463"),
        ("SetDefaultPermissionVersion", number(1), "20"),
        ("DeletePermissionVersion", number(2), "50"),
        ("GetPermission", number(2), "462"),
        ("ListPermissionVersions", json!({ "permissionArn": arn }), "769"),
        ("CreatePermissionVersion", new, "461"),
    ] {
        let response = session.call(operation, &input).response;
        assert_eq!(response.headers.get("content-length"), Some(length), "{operation} {}", response.body);
    }
}
