use crate::Intervention;
use crate::ram::testing::{GET, GET_ALL, READ, Session, assert_refused};
use crate::schema::{Kind, Shape, Vintage};
use serde_json::{Value, json};

fn input() -> Value {
    json!({ "name": "read", "resourceType": "ssm:Parameter", "policyTemplate": GET })
}

fn with(member: &str, value: impl Into<Value>) -> Value {
    let mut input = input();
    input[member] = value.into();
    input
}

#[test]
fn the_body_is_as_recorded() {
    Session::new().answers(
        "CreatePermission",
        &input(),
        r#"{"permission":{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","creationTime":1.7E9,"defaultVersion":true,"isResourceTypeDefault":false,"lastUpdatedTime":1.7E9,"name":"read","resourceType":"ssm:Parameter","status":"ATTACHABLE","version":"1"}}"#,
    );
}

#[test]
fn token_and_tags_are_echoed_only_if_given() {
    let mut input = with("clientToken", "t-1");
    input["tags"] = json!([{ "key": "team", "value": "a" }, { "key": "empty", "value": "" }]);
    let mut session = Session::new();
    session.answers(
        "CreatePermission",
        &input,
        r#"{"clientToken":"t-1","permission":{"arn":"arn:aws:ram:us-east-1:111122223333:permission/read","creationTime":1.7E9,"defaultVersion":true,"isResourceTypeDefault":false,"lastUpdatedTime":1.7E9,"name":"read","resourceType":"ssm:Parameter","status":"ATTACHABLE","tags":[{"key":"team","value":"a"},{"key":"empty","value":""}],"version":"1"}}"#,
    );
    let body = session.accepted("GetPermission", &json!({ "permissionArn": READ }));
    assert_eq!(body["permission"]["tags"], input["tags"]);
    assert!(session.accepted("CreatePermission", &with("name", "other"))["permission"].get("tags").is_none());
}

#[test]
fn refusals() {
    let long = |length: usize| "k".repeat(length);
    let invalid = "InvalidParameterException";
    let tags = "The specified tags are not valid. Verify the tags and try again.";
    let tag = |key: &str, value: &str| with("tags", json!([{ "key": key, "value": value }]));
    for (input, error, message) in [
        (
            with("clientToken", ""),
            "InvalidClientTokenException",
            "client token cannot be empty. Specify a value for client token and try again.",
        ),
        (with("resourceType", "ec2:Instance"), invalid, "Invalid resource type: ec2:Instance"),
        (with("resourceType", "ssm:parameter"), invalid, "Invalid resource type: ssm:parameter"),
        (
            with("resourceType", "ec2:Subnet"),
            "OperationNotPermittedException",
            "The resource type ec2:Subnet does not support customer managed permissions.",
        ),
        (
            with("policyTemplate", r#"{"Effect":"Allow","Action":["ssm:PutParameter"]}"#),
            "InvalidPolicyException",
            "InvalidPolicy: Input policy containing action that is not allowed for resource type ssm:Parameter",
        ),
        (with("tags", (0..51).map(|n| json!({ "key": n.to_string(), "value": "" })).collect::<Vec<_>>()), invalid, tags),
        (tag("", "x"), invalid, tags),
        (tag(&long(129), "x"), invalid, tags),
        (tag("k", &long(257)), invalid, tags),
        (tag("aws:x", "x"), invalid, tags),
        (with("tags", json!([{ "key": "k", "value": "1" }, { "key": "k", "value": "2" }])), invalid, tags),
    ] {
        Session::new().refused("CreatePermission", &input, error, message);
    }
}

#[test]
fn a_name_is_taken_once_and_judged_before_the_type() {
    let mut session = Session::with_permission();
    let message = "The permission arn:aws:ram:us-east-1:111122223333:permission/read already exists.";
    session.refused("CreatePermission", &with("resourceType", "appsync:apis"), "PermissionAlreadyExistsException", message);
    assert_eq!(session.call_as("444455556666", "us-east-1", "CreatePermission", &input()).response.status, 200);
    assert_eq!(session.call_as("111122223333", "eu-west-1", "CreatePermission", &input()).response.status, 200);
}

#[test]
fn the_name_of_a_deleted_permission_is_free() {
    let mut session = Session::with_versions(3);
    session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
    session.accepted("CreatePermission", &with("policyTemplate", GET_ALL));
    assert_eq!(session.versions().len(), 1);
}

#[test]
fn the_same_call_again_shows_the_permission_as_it_is() {
    let mut session = Session::new();
    let input = with("clientToken", "t-1");
    let first = session.accepted("CreatePermission", &input);
    assert_eq!(session.accepted("CreatePermission", &input), first);
    session.accepted("CreatePermissionVersion", &json!({ "permissionArn": READ, "policyTemplate": GET_ALL }));
    let again = session.accepted("CreatePermission", &input);
    assert_eq!((&again["permission"]["status"], &again["permission"]["defaultVersion"]), (&json!("UNATTACHABLE"), &json!(false)));
    assert_eq!(again["permission"]["lastUpdatedTime"], first["permission"]["creationTime"]);
    let mut other = input.clone();
    other["name"] = "other".into();
    session.refused(
        "CreatePermission",
        &other,
        "IdempotentParameterMismatchException",
        "The request has the same client token as a previous request, but the requests are not the same.",
    );
}

#[test]
fn a_token_is_forgotten_after_a_day_and_never_crosses_accounts_or_regions() {
    let mut session = Session::new();
    let input = with("clientToken", "t-1");
    session.accepted("CreatePermission", &input);
    let mut other = input.clone();
    other["name"] = "other".into();
    assert_eq!(session.call_as("444455556666", "us-east-1", "CreatePermission", &other).response.status, 200);
    assert_eq!(session.call_as("111122223333", "eu-west-1", "CreatePermission", &other).response.status, 200);
    session.0.advance(24 * 60 * 60);
    session.accepted("CreatePermission", &other);
}

#[test]
fn a_refused_call_leaves_its_token_unused() {
    let mut session = Session::new();
    let mut input = with("clientToken", "t-1");
    input["resourceType"] = "ec2:Subnet".into();
    assert_eq!(session.call("CreatePermission", &input).response.status, 400);
    session.accepted("CreatePermission", &with("clientToken", "t-1"));
}

#[test]
fn quotas() {
    for (setting, message) in [
        (
            "permissionsPerRegion",
            "The account has reached the limit for the number of customer managed permissions it can have in a Region (1).",
        ),
        (
            "permissionsPerResourceType",
            "The account has reached the limit for the number of customer managed permissions it can have for the resource type ssm:Parameter (1).",
        ),
    ] {
        let mut session = Session::with_permission();
        let settings = json!({ setting: 1 }).as_object().unwrap().clone();
        session.0.intervene(&Intervention::Settings(settings)).unwrap();
        session.refused("CreatePermission", &with("name", "other"), "PermissionLimitExceededException", message);
        let other = session.call_as("444455556666", "us-east-1", "CreatePermission", &input());
        assert_eq!(other.response.status, 200);
        session.accepted("DeletePermission", &json!({ "permissionArn": READ }));
        session.accepted("CreatePermission", &with("name", "other"));
    }
}

#[test]
fn types_nobody_has_spoken_of_are_let_through_and_marked() {
    let mut session = Session::new();
    let exchange = session.call(
        "CreatePermission",
        &json!({ "name": "bus", "resourceType": "fsx:Volume", "policyTemplate": r#"{"Effect":"Allow","Action":"fsx:DescribeVolumes"}"# }),
    );
    assert_eq!(exchange.response.status, 200);
    let names: Vec<_> = exchange.trace.checks().iter().map(|check| check.rule.name).collect();
    assert!(names.contains(&"ram/resource-type-customer-managed-unsettled") && names.contains(&"ram/template-actions-of-service"));
}

#[test]
fn changes_name_the_permission_and_its_version() {
    let exchange = Session::new().call("CreatePermission", &input());
    let changes: Vec<_> = exchange.changes.iter().map(|change| (change.resource.clone(), change.to.as_str())).collect();
    assert_eq!(changes, [(READ.to_owned(), "LIVE"), (format!("{READ}:1"), "ATTACHABLE")]);
}

/// The smallest value that satisfies a shape's constraints.
fn least(shape: &'static Shape) -> Value {
    let vintage = Vintage::default();
    match shape.kind {
        Kind::Structure(_) => {
            let required = shape.members(vintage).filter(|member| member.is_required());
            required.map(|member| (member.name.to_owned(), least((member.shape)()))).collect()
        }
        Kind::List(_) => json!([]),
        Kind::Enumeration(_) => json!(shape.choices(vintage).next()),
        Kind::Integer | Kind::Long | Kind::Timestamp => json!(1),
        Kind::Boolean => json!(true),
        Kind::Text => json!("a"),
    }
}

#[test]
fn every_declared_error_can_be_injected() {
    use crate::Simulator;
    use crate::protocol::{Draft, compose};
    use crate::ram::SERVICE;
    for operation in SERVICE.operations() {
        for error in operation.errors {
            let mut session = Session::new();
            let simulator: &mut Simulator = &mut session.0;
            let (account, region) = ("111122223333".parse().unwrap(), "us-east-1".parse().unwrap());
            let input = least((operation.input)()).to_string();
            let draft = Draft { operation, account: &account, region: &region, input: &input, fault: Some(error.name) };
            let exchange = simulator.handle(&compose(draft, simulator.now()).unwrap());
            assert_eq!((exchange.error_name(), exchange.response.status), (Some(error.name), error.status), "{operation:?}");
        }
    }
    // The message for a missing member also appears in the operation's own errors.
    assert_refused(
        &Session::new().call("CreatePermission", &json!({ "name": "n", "resourceType": "r" })),
        "InvalidParameterException",
        "The parameter policyTemplate cannot be null. Specify a value for policyTemplate and try again.",
    );
}

#[test]
fn a_setting_takes_the_effect_in_any_letter_case_and_keeps_it() {
    let mut session = Session::new();
    let input = |effect: &str| {
        let template = format!(r#"{{"Effect":"{effect}","Action":["ssm:GetParameter"]}}"#);
        json!({ "name": effect, "resourceType": "ssm:Parameter", "policyTemplate": template })
    };
    let only_allow = "InvalidPolicy: Only the Allow effect is supported";
    session.refused("CreatePermission", &input("ALLOW"), "InvalidPolicyException", only_allow);
    session.0.intervene(&serde_json::from_value(json!({ "settings": { "effectInAnyCase": true } })).unwrap()).unwrap();
    session.refused("CreatePermission", &input("DENY"), "InvalidPolicyException", only_allow);
    let arn = session.accepted("CreatePermission", &input("ALLOW"))["permission"]["arn"].clone();
    let version = json!({ "permissionArn": arn, "policyTemplate": r#"{"Effect":"allow","Action":["ssm:GetParameters"]}"# });
    session.accepted("CreatePermissionVersion", &version);
    let read = session.accepted("GetPermission", &json!({ "permissionArn": arn, "permissionVersion": 1 }));
    assert_eq!(read["permission"]["permission"], r#"{"Effect":"ALLOW","Action":["ssm:GetParameter"]}"#);
}
